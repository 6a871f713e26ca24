package text

import (
	"unicode"
	"unicode/utf8"
)

// Tokens cuts s as the memory compares texts: format characters (Cf) are passed
// over, letters are lower-cased one by one, a maximal run of letters, marks and
// numbers is a token, white space separates, and any other rune is a token of its
// own. The similarity of two texts, and what a look-up is proved to find, is
// defined on these tokens and no others.
func Tokens(s string) []string { return AppendTokens(nil, s) }

// AppendTokens appends the tokens of s to dst. A token that stands in s letter for
// letter is a piece of s and costs no memory.
func AppendTokens(dst []string, s string) []string {
	t := Tokenizer{s: s}
	for t.Next() {
		dst = append(dst, t.Text())
	}
	return dst
}

// TokenWords gives the tokens of s with the bytes of s that they come from.
func TokenWords(s string) []Word {
	var list []Word
	t := Tokenizer{s: s}
	for t.Next() {
		list = append(list, Word{t.Text(), t.start, t.end})
	}
	return list
}

// Tokenizer walks over the tokens of a text without garbage:
//
//	var t text.Tokenizer
//	for t.Reset(s); t.Next(); {
//		id := ids[string(t.Bytes())]
//	}
type Tokenizer struct {
	s          string
	at         int    // where the search for the next token begins
	start, end int    // of the token in s
	buf        []byte // the token, where it is not s[start:end]
	changed    bool   // it is not
}

// Reset begins a new text and keeps the buffer.
func (t *Tokenizer) Reset(s string) {
	*t = Tokenizer{s: s, buf: t.buf}
}

// Next goes to the next token and reports whether there is one.
func (t *Tokenizer) Next() bool {
	t.changed = false
	inside := false // between the letters of a token
	for i := t.at; i < len(t.s); {
		r, n := rune(t.s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(t.s[i:])
		}
		switch class := tokenClass(r); {
		case class == tokenSkip:
			// Inside a token it is part of the span; the end stays at the last letter.
		case class == tokenLetter:
			if !inside {
				t.start, t.end, inside = i, i, true
			}
			if plain := plainLen(t.s[i:]); plain > 0 {
				n = plain
				t.takePlain(i, n)
			} else {
				t.take(r, i, n)
			}
		case inside:
			t.at = i
			return true
		case class == tokenOther:
			t.start, t.end = i, i
			t.take(r, i, n)
			t.at = t.end
			return true
		}
		i += n
	}
	t.at = len(t.s)
	return inside
}

// take adds a rune of n bytes at s[i:] to the token. The token is spelled in buf
// only from the first letter on that differs from the text.
func (t *Tokenizer) take(r rune, i, n int) {
	lower := r
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			lower = r + 'a' - 'A'
		}
	case r < 0x0590 || r >= 0x10A0: // from Hebrew to Burmese there is no case
		lower = unicode.ToLower(r)
	}
	if !t.changed && (lower != r || i != t.end || r == utf8.RuneError) {
		t.buf = append(t.buf[:0], t.s[t.start:t.end]...)
		t.changed = true
	}
	if t.changed {
		t.buf = utf8.AppendRune(t.buf, lower)
	}
	t.end = i + n
}

// takePlain adds n bytes of small ASCII letters and digits.
func (t *Tokenizer) takePlain(i, n int) {
	if !t.changed && i != t.end {
		t.buf = append(t.buf[:0], t.s[t.start:t.end]...)
		t.changed = true
	}
	if t.changed {
		t.buf = append(t.buf, t.s[i:i+n]...)
	}
	t.end = i + n
}

// plainLen gives the small ASCII letters and digits that s begins with.
func plainLen(s string) int {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || 'z' < c) && (c < '0' || '9' < c) {
			return i
		}
	}
	return len(s)
}

// Bytes gives the token; they are good until the next call.
func (t *Tokenizer) Bytes() []byte {
	if !t.changed {
		t.buf = append(t.buf[:0], t.s[t.start:t.end]...)
	}
	return t.buf
}

// Text gives the token as a string, a piece of the text where it can.
func (t *Tokenizer) Text() string {
	if t.changed {
		return string(t.buf)
	}
	return t.s[t.start:t.end]
}

// Span gives the bytes of the text that the token comes from.
func (t *Tokenizer) Span() (start, end int) { return t.start, t.end }

type tokenKind uint8

const (
	tokenOther tokenKind = iota
	tokenLetter
	tokenSpace
	tokenSkip
)

func tokenClass(r rune) tokenKind {
	if r < utf8.RuneSelf {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
			return tokenLetter
		case r == ' ', '\t' <= r && r <= '\r':
			return tokenSpace
		}
		return tokenOther
	}
	switch {
	case 0x0620 <= r && r <= 0x0669: // Arabic letters, marks and digits
		return tokenLetter
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsNumber(r):
		return tokenLetter
	case unicode.Is(unicode.Cf, r):
		return tokenSkip
	case unicode.IsSpace(r):
		return tokenSpace
	}
	return tokenOther
}
