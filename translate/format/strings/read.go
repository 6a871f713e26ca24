package strings

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/literal"
)

// reader goes through a file once.
type reader struct {
	body    string
	at      int
	notes   []string // of the comments just above
	numbers bool     // the file spells characters by their numbers, and is ASCII
	blocks  []format.Block
}

// Read makes a block of every quoted value that has letters.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	r := &reader{body: body}
	r.numbers = literal.ASCII(body) && (strings.Contains(body, `\U`) || strings.Contains(body, `\u`))
	if err := r.space(); err != nil {
		return nil, err
	}
	closing := ""
	if r.is("{") {
		closing = "}"
		r.at++
	}
	for {
		if err := r.space(); err != nil {
			return nil, err
		}
		if r.at == len(r.body) && closing == "" || closing != "" && r.is(closing) {
			break
		}
		if err := r.pair(); err != nil {
			return nil, err
		}
	}
	r.at += len(closing)
	if err := r.space(); err != nil {
		return nil, err
	}
	if r.at < len(r.body) {
		return nil, r.unexpected("the end of the file")
	}
	return r.blocks, nil
}

func (r *reader) is(s string) bool { return strings.HasPrefix(r.body[r.at:], s) }

func (r *reader) fail(at int, err error) error { return format.At(r.body, at, err) }

func (r *reader) unexpected(want string) error {
	found := "the end of the file"
	if r.at < len(r.body) {
		c, _ := utf8.DecodeRuneInString(r.body[r.at:])
		found = fmt.Sprintf("%q", c)
	}
	return r.fail(r.at, fmt.Errorf("%s stands where %s should", found, want))
}

// space passes white space and comments, and remembers those.
func (r *reader) space() error {
	for r.at < len(r.body) {
		c, n := utf8.DecodeRuneInString(r.body[r.at:])
		switch {
		case r.is("/*"):
			end := strings.Index(r.body[r.at+2:], "*/")
			if end < 0 {
				return r.fail(r.at, errors.New("the comment is not closed"))
			}
			r.note(r.body[r.at+2 : r.at+2+end])
			r.at += end + 4
		case r.is("//"):
			end := r.at
			for end < len(r.body) && r.body[end] != '\n' && r.body[end] != '\r' {
				end++
			}
			r.note(r.body[r.at+2 : end])
			r.at = end
		case c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029':
			if r.blankLine() {
				r.notes = nil
			}
			r.at += n
		case strings.ContainsRune(" \t\v\f", c):
			r.at += n
		default:
			return nil
		}
	}
	return nil
}

// blankLine reports that another line end follows the one at r.at.
func (r *reader) blankLine() bool {
	rest := strings.TrimPrefix(strings.TrimPrefix(r.body[r.at:], "\r"), "\n")
	rest = strings.TrimLeft(rest, " \t")
	return rest != "" && (rest[0] == '\n' || rest[0] == '\r')
}

func (r *reader) note(s string) {
	if s = strings.TrimSpace(s); s != "" {
		r.notes = append(r.notes, s)
	}
}

// pair reads a key, its value and the semicolon.
func (r *reader) pair() error {
	note := strings.Join(r.notes, "\n")
	r.notes = nil
	key, _, err := r.string("a key")
	if err != nil {
		return err
	}
	value, quoted := key, false
	if err := r.space(); err != nil {
		return err
	}
	if r.is("=") {
		r.at++
		if err := r.space(); err != nil {
			return err
		}
		if value, quoted, err = r.string("a value"); err != nil {
			return err
		}
		if err := r.space(); err != nil {
			return err
		}
	}
	if !r.is(";") {
		return r.unexpected("the semicolon behind the pair")
	}
	r.at++
	r.notes = nil // a comment before the semicolon
	if !quoted {
		return nil // a bare word is a name, not prose
	}
	b, ok, err := holder.Block(value, "message", styles)
	if ok {
		b.Key, b.Note = key.Letters, note
		if r.numbers {
			b.Where = asNumbers
		}
		r.blocks = append(r.blocks, b)
	}
	return err
}

// string reads a quoted string or a bare word.
func (r *reader) string(what string) (s literal.String, quoted bool, err error) {
	if r.is(`"`) {
		s, err = r.quoted()
		return s, true, err
	}
	m := literal.NewMaker(r.body, r.at)
	for m.At() < len(r.body) && isBare(r.body[m.At()]) && !strings.HasPrefix(r.body[m.At():], "/*") && !strings.HasPrefix(r.body[m.At():], "//") {
		m.Keep(1)
	}
	if m.At() == r.at {
		return s, false, r.unexpected(what + " in quotes")
	}
	r.at = m.At()
	return m.String(), false, nil
}

// isBare reports the characters of words without quotes.
func isBare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("_$/:.-", c) >= 0
}

// quoted reads a string in quotes, which may have line ends in it.
func (r *reader) quoted() (literal.String, error) {
	m := literal.NewMaker(r.body, r.at+1)
	for {
		rest := r.body[m.At():]
		n := strings.IndexAny(rest, "\"\\\r")
		if n < 0 {
			return literal.String{}, r.fail(r.at, errors.New("the string is not closed"))
		}
		m.Keep(n)
		switch {
		case rest[n] == '"':
			r.at = m.At() + 1
			return m.String(), nil
		case rest[n] == '\r': // a line end, which the program reads as it stands
			m.Keep(1)
			continue
		}
		size, letters, err := unescape(rest[n:])
		if err != nil {
			return literal.String{}, r.fail(m.At(), err)
		}
		m.Spell(size, letters)
	}
}

// unescape reads the escape at the start of s. A backslash before any other
// character is that character.
func unescape(s string) (size int, letters string, err error) {
	if len(s) == 1 {
		return 0, "", errors.New("the file ends with a backslash")
	}
	if i := strings.IndexByte(escaped, s[1]); i >= 0 {
		return 2, meanings[i : i+1], nil
	}
	switch c := s[1]; {
	case c == 'U' || c == 'u':
		if size, letters, ok := literal.Escape16(s); ok {
			return size, letters, nil
		}
		return 0, "", fmt.Errorf(`four hexadecimal digits have to follow \%c`, c)
	case c >= '0' && c <= '7':
		v, n := rune(0), 1
		for n < 4 && n < len(s) && s[n] >= '0' && s[n] <= '7' {
			v = v<<3 | rune(s[n]-'0')
			n++
		}
		if v >= utf8.RuneSelf {
			v = utf8.RuneError // NeXTSTEP's own charset
		}
		return n, string(v), nil
	}
	_, n := utf8.DecodeRuneInString(s[1:])
	return 1 + n, s[1 : 1+n], nil
}
