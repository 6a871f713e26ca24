package check

import (
	"unicode"
	"unicode/utf8"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// side is one text of a pair, cut into tokens that cover it.
type side struct {
	text   unit.Text
	s      string // text.Content
	locale locale.Tag
	lang   string // its base language
	script script // that the language is written in
	tokens []token
	opaque []opaque

	words int // tokens that are words of letters

	months, weekdays []calendarWord // that it names, in order

	lex     *lexicon
	figures []figure
	run     []token // words, when runs of them are looked for
	buf     []byte  // of a folded word
}

// token is a stretch of one kind.
type token struct {
	kind       kind
	script     script // of a word
	mark       class  // of a mark; otherMark for what is none
	start, end int
	first      rune // its first rune; the zero of its digits for a number
}

// kind is what a token consists of.
type kind uint8

const (
	isSpace  kind = iota
	isWord        // letters of one script with their marks
	isDigits      // decimal digits of one script
	isMark        // one punctuation mark, sign or symbol
	isHidden      // one character that has no shape of its own
	isOpaque      // markup, an address or a placeholder
)

// read cuts a text. Buffers of an earlier text are used again.
func (d *side) read(t unit.Text, l locale.Tag) {
	if l != d.locale || d.lang == "" {
		d.locale, d.lang, d.script = l, l.Base(), scriptNamed(locale.Script(l))
	}
	d.text, d.s = t, t.Content
	d.tokens, d.words = d.tokens[:0], 0
	d.opaque = appendOpaque(d.opaque[:0], d.s)
	at, next := 0, 0
	for at < len(d.s) {
		if next < len(d.opaque) && d.opaque[next].start == at {
			o := d.opaque[next]
			d.tokens = append(d.tokens, token{kind: isOpaque, start: o.start, end: o.end})
			at = o.end
			next++
			continue
		}
		limit := len(d.s)
		if next < len(d.opaque) {
			limit = d.opaque[next].start
		}
		t := cut(d.s[:limit], at)
		if t.kind == isWord {
			d.words++
		}
		d.tokens = append(d.tokens, t)
		at = t.end
	}
}

// cut gives the token that begins at s[i:].
func cut(s string, i int) token {
	r, n := decode(s, i)
	t := token{start: i, end: i + n, first: r}
	t.kind, t.script = kindOf(r)
	switch t.kind {
	case isMark:
		t.mark = classOf(r)
		return t
	case isHidden:
		return t
	case isDigits:
		t.first = zeroOf(r)
	}
	for t.end < len(s) {
		r, n := decode(s, t.end)
		kind, script := kindOf(r)
		switch {
		case t.kind == isWord && (kind == isWord && (script == t.script || script == anyScript) || joins(r) && t.end+n < len(s)):
		case t.kind == isSpace && kind == isSpace:
		case t.kind == isDigits && kind == isDigits && zeroOf(r) == t.first:
		default:
			return t
		}
		t.end += n
	}
	return t
}

func decode(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

// joins reports the two characters that change how the letters of a word join.
func joins(r rune) bool { return r == '\u200C' || r == '\u200D' }

// kindOf sorts a rune, and tells the script of a letter.
func kindOf(r rune) (kind, script) {
	if r < utf8.RuneSelf {
		return asciiKind[r], latin
	}
	if s := scriptOf(r); s != noScript {
		return isWord, s
	}
	switch {
	case unicode.Is(unicode.Nd, r):
		return isDigits, noScript
	case unicode.IsSpace(r):
		return isSpace, noScript
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r):
		return isWord, anyScript
	case unicode.IsLetter(r):
		return isWord, otherScript
	case r == utf8.RuneError || unicode.Is(unicode.Cf, r) || unicode.IsControl(r) || unicode.Is(unicode.Co, r):
		return isHidden, noScript
	}
	return isMark, noScript
}

// asciiKind is kindOf for ASCII.
var asciiKind = func() (kinds [utf8.RuneSelf]kind) {
	for c := range kinds {
		switch r := rune(c); {
		case r >= '0' && r <= '9':
			kinds[c] = isDigits
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			kinds[c] = isWord
		case r == ' ' || r >= '\t' && r <= '\r':
			kinds[c] = isSpace
		case r < ' ' || r == 0x7F:
			kinds[c] = isHidden
		default:
			kinds[c] = isMark
		}
	}
	return kinds
}()

// zeroOf gives the zero of a digit's script.
func zeroOf(r rune) rune {
	switch {
	case r <= '9':
		return '0'
	case r >= '٠' && r <= '٩':
		return '٠'
	case r >= '۰' && r <= '۹':
		return '۰'
	}
	return r - rune(digitValue(r))
}

// piece gives the letters of a token.
func (d *side) piece(t token) string { return d.s[t.start:t.end] }
