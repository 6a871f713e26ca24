package po

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/format/internal/literal"
	"diglot/translate/unit"
)

// kind is what a token is.
type kind uint8

const (
	end kind = iota
	comment
	word  // msgid, msgstr …
	index // [2]
	texts // string literals that follow each other
)

// token is a stretch of the file that means something to a parser.
type token struct {
	kind     kind
	span     unit.Span
	obsolete bool   // it stands behind #~
	previous bool   // it stands behind #|
	word     string // of a word
	number   int    // of an index
	text     literal.String
}

// scanner cuts a body into tokens.
type scanner struct {
	body     string
	at       int
	obsolete bool // what this line began with
	previous bool
}

func (s *scanner) fail(at int, err error) error { return format.At(s.body, at, err) }

// next gives the next token.
func (s *scanner) next() (token, error) {
	s.space()
	t := token{span: unit.Span{Start: s.at, End: s.at}, obsolete: s.obsolete, previous: s.previous}
	if s.at >= len(s.body) {
		return t, nil
	}
	var err error
	switch c := s.body[s.at]; {
	case c == '#':
		t.kind = comment
		s.at = lineEnd(s.body, s.at)
	case c == '"':
		t.kind = texts
		t.text, err = s.strings()
	case c == '[':
		t.kind = index
		t.number, err = s.index()
	case c == '_' || isLetter(c):
		t.kind = word
		for s.at < len(s.body) && (s.body[s.at] == '_' || isLetter(s.body[s.at]) || isDigit(s.body[s.at])) {
			s.at++
		}
		t.word = s.body[t.span.Start:s.at]
	default:
		r, _ := utf8.DecodeRuneInString(s.body[s.at:])
		err = s.fail(s.at, fmt.Errorf("%q cannot stand here; comments begin with #, texts stand in quotes", r))
	}
	t.span.End = s.at
	return t, err
}

// space passes white space, and the marks that a line begins with.
func (s *scanner) space() {
	for s.at < len(s.body) {
		switch c := s.body[s.at]; c {
		case '\n', '\r':
			s.obsolete, s.previous = false, false
			s.at++
		case ' ', '\t', '\v', '\f':
			s.at++
		case '#':
			rest := s.body[s.at:]
			switch {
			case s.obsolete || s.previous:
				return
			case strings.HasPrefix(rest, "#~|"):
				s.obsolete, s.previous, s.at = true, true, s.at+3
			case strings.HasPrefix(rest, "#~"):
				s.obsolete, s.at = true, s.at+2
			case strings.HasPrefix(rest, "#|"):
				s.previous, s.at = true, s.at+2
			default:
				return
			}
		default:
			return
		}
	}
}

// index reads the number of a plural form.
func (s *scanner) index() (int, error) {
	start := s.at
	closing := strings.IndexByte(s.body[start:min(len(s.body), start+40)], ']')
	if closing < 0 {
		return 0, s.fail(start, errors.New("the bracket is not closed"))
	}
	digits := strings.TrimSpace(s.body[start+1 : start+closing])
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 || n >= maxForms {
		return 0, s.fail(start, fmt.Errorf("%.20q is no number of a plural form; there are at most %d", digits, maxForms))
	}
	s.at = start + closing + 1
	return n, nil
}

// strings reads string literals that follow each other, which are one text.
func (s *scanner) strings() (literal.String, error) {
	obsolete, previous := s.obsolete, s.previous
	m := literal.NewMaker(s.body, s.at+1)
	for {
		if err := s.string(m); err != nil {
			return literal.String{}, err
		}
		quote := m.At()
		s.at = quote + 1
		s.space()
		if s.at >= len(s.body) || s.body[s.at] != '"' || s.obsolete != obsolete || s.previous != previous {
			break
		}
		m.Spell(s.at+1-quote, "")
	}
	text := m.String()
	s.at, s.obsolete, s.previous = text.Span.End+1, obsolete, previous
	return text, nil
}

// string reads one literal up to its closing quote.
func (s *scanner) string(m *literal.Maker) error {
	for {
		rest := s.body[m.At():]
		n := strings.IndexAny(rest, "\"\\\n\r")
		if n < 0 {
			return s.fail(len(s.body), errors.New("the file ends within a text; its closing quote is missing"))
		}
		m.Keep(n)
		switch rest[n] {
		case '"':
			return nil
		case '\n', '\r':
			return s.fail(m.At(), errors.New("the line ends within a text; its closing quote is missing"))
		}
		size, letters := unescape(rest[n:])
		if size == 0 {
			return s.fail(m.At(), fmt.Errorf("%.2q is no escape; write \\\\ for a backslash", rest[n:]))
		}
		m.Spell(size, letters)
	}
}

// unescape reads the escape at the start of s, as C has them. Bytes that are
// given by number are one character where they are UTF-8.
func unescape(s string) (size int, letters string) {
	if len(s) > 1 {
		if i := strings.IndexByte(escaped, s[1]); i >= 0 {
			return 2, escapes[i : i+1]
		}
	}
	var raw []byte
	best := 0
	for len(raw) < utf8.UTFMax {
		n, b := byteEscape(s[size:])
		if n == 0 {
			break
		}
		size += n
		raw = append(raw, b)
		if len(raw) == 1 {
			best = size
			letters = string(utf8.RuneError)
			if b < utf8.RuneSelf {
				return size, string(rune(b))
			}
		}
		if r, n := utf8.DecodeRune(raw); n == len(raw) && r != utf8.RuneError {
			return size, string(r)
		}
	}
	return best, letters
}

// What follows the backslash of an escape, and what the escape means.
const (
	escaped = `ntrbfva"\`
	escapes = "\n\t\r\b\f\v\a\"\\"
)

// byteEscape reads \ooo or \xhh.
func byteEscape(s string) (size int, b byte) {
	if len(s) < 2 || s[0] != '\\' {
		return 0, 0
	}
	base, at, most := 8, 1, 4
	if s[1] == 'x' {
		base, at, most = 16, 2, 4
	}
	end := at
	for end < len(s) && end < most {
		if _, err := strconv.ParseUint(s[end:end+1], base, 8); err != nil {
			break
		}
		end++
	}
	if end == at {
		return 0, 0
	}
	v, err := strconv.ParseUint(s[at:end], base, 8)
	if err != nil { // \777
		return 0, 0
	}
	return end, byte(v)
}

func lineEnd(s string, at int) int {
	if n := strings.IndexAny(s[at:], "\r\n"); n >= 0 {
		return at + n
	}
	return len(s)
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
