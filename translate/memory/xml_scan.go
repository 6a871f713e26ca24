package memory

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// xmlScanner cuts XML into tags and texts. Three things set it apart from a
// parser of the standard library: what is wrong in one place does not stop it, a
// tag or a text never takes more memory than a limit, and entities are never
// expanded, because their declarations are not even read.
type xmlScanner struct {
	r            *bufio.Reader
	line, column int // of the next character, from 1
	afterCR      bool
}

// xmlTag is a start tag, an end tag or both in one.
type xmlTag struct {
	name         string
	attrs        []xmlAttr
	end, empty   bool
	raw          string // as it stands in the file
	line, column int
}

type xmlAttr struct{ name, value string }

// attr gives the value of an attribute, "" where it is missing.
func (t *xmlTag) attr(name string) string {
	for _, a := range t.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

// xmlError is a mistake in the file that the scanner can read on behind.
type xmlError struct {
	line, column int
	message      string
}

func (e *xmlError) Error() string { return fmt.Sprintf("%d:%d: %s", e.line, e.column, e.message) }

func newXMLScanner(r io.Reader) *xmlScanner {
	return &xmlScanner{r: bufio.NewReaderSize(r, 1<<16), line: 1, column: 1}
}

// next gives the next tag (tag.name is set) or piece of text. A long text comes
// in several pieces. The error is io.EOF at the end, an *xmlError for what can be
// passed over by calling next again, or one of the reader.
func (s *xmlScanner) next() (tag xmlTag, text string, err error) {
	for {
		b, err := s.r.Peek(1)
		if err != nil {
			return xmlTag{}, "", err
		}
		if b[0] != '<' {
			text, err := s.text()
			return xmlTag{}, text, err
		}
		b, _ = s.r.Peek(9)
		switch {
		case bytes.HasPrefix(b, []byte("<!--")):
			err = s.skipTo("-->")
		case bytes.HasPrefix(b, []byte("<![CDATA[")):
			text, err := s.cdata()
			return xmlTag{}, text, err
		case bytes.HasPrefix(b, []byte("<?")):
			err = s.skipTo("?>")
		case bytes.HasPrefix(b, []byte("<!")):
			err = s.skipDeclaration()
		default:
			tag, err := s.tag()
			return tag, "", err
		}
		if err != nil {
			return xmlTag{}, "", err
		}
	}
}

// advance counts lines and columns over what was read.
func (s *xmlScanner) advance(b []byte) {
	if n := bytes.Count(b, []byte{'\n'}); n > 0 {
		s.line += n
		s.column = 1
		b = b[bytes.LastIndexByte(b, '\n')+1:]
	}
	for _, c := range b {
		if utf8.RuneStart(c) {
			s.column++
		}
	}
}

// text reads up to the next "<", or about as much as the buffer holds.
func (s *xmlScanner) text() (string, error) {
	const longest = 12 // of a reference that means anything, as &#x10FFFF;
	b, err := s.r.Peek(max(longest, s.r.Buffered()))
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	if end := bytes.IndexByte(b, '<'); end >= 0 {
		b = b[:end]
	} else if err == nil { // a reference at the end may go on
		tail := len(b) - longest + 1
		if i := bytes.LastIndexByte(b[tail:], '&'); i >= 0 && bytes.IndexByte(b[tail+i:], ';') < 0 {
			b = b[:tail+i]
		}
	}
	line, column := s.line, s.column
	s.advance(b)
	text, complaint := s.decode(b, line, column)
	if _, err := s.r.Discard(len(b)); err != nil {
		return "", err
	}
	return text, complaint
}

// decode puts characters in place of references, and one line feed in place of
// each line end (XML 1.0, 2.11).
func (s *xmlScanner) decode(b []byte, line, column int) (string, error) {
	if bytes.IndexByte(b, '&') < 0 && bytes.IndexByte(b, '\r') < 0 && !s.afterCR {
		return string(b), nil
	}
	var out strings.Builder
	out.Grow(len(b))
	for i := 0; i < len(b); i++ {
		c := b[i]
		if c == '\n' && s.afterCR {
			s.afterCR = false
			continue
		}
		s.afterCR = c == '\r'
		switch c {
		case '\r':
			out.WriteByte('\n')
		case '&':
			r, size := reference(b[i:])
			if size == 0 {
				at := xmlScanner{line: line, column: column}
				at.advance(b[:i])
				return out.String(), &xmlError{at.line, at.column,
					fmt.Sprintf("%.20q is no reference to a character; entities that a file declares are not read", b[i:min(len(b), i+20)])}
			}
			out.WriteRune(r)
			i += size - 1
		default:
			out.WriteByte(c)
		}
	}
	return out.String(), nil
}

// reference reads a character or predefined entity reference (XML 1.0, 4.1 and
// 4.6) at the start of b; size is 0 where there is none.
func reference(b []byte) (r rune, size int) {
	end := bytes.IndexByte(b[:min(len(b), 12)], ';')
	if end < 2 {
		return 0, 0
	}
	switch name := string(b[1:end]); name {
	case "amp":
		return '&', end + 1
	case "lt":
		return '<', end + 1
	case "gt":
		return '>', end + 1
	case "quot":
		return '"', end + 1
	case "apos":
		return '\'', end + 1
	default:
		if r, ok := characterNumber(name); ok && isXMLChar(r) {
			return r, end + 1
		}
		return 0, 0
	}
}

func characterNumber(name string) (rune, bool) {
	digits, base := name[1:], 10
	if name[0] != '#' || digits == "" {
		return 0, false
	}
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n := 0
	for _, c := range []byte(digits) {
		d := strings.IndexByte("0123456789abcdef", c|0x20)
		if c < '0' || d < 0 || d >= base || n > utf8.MaxRune {
			return 0, false
		}
		n = n*base + d
	}
	return rune(n), digits != ""
}

// isXMLChar reports whether the character may stand in XML 1.0 (2.2).
func isXMLChar(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' ||
		r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}
