package memory

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// longestTag is the size in bytes above which a tag is passed over.
const longestTag = 1 << 20

// tag reads a tag. Where it is malformed the scanner stands behind its ">".
func (s *xmlScanner) tag() (xmlTag, error) {
	t := xmlTag{line: s.line, column: s.column}
	raw, err := s.tagBytes()
	if err != nil {
		return xmlTag{}, err
	}
	if raw == nil {
		return xmlTag{}, &xmlError{t.line, t.column, fmt.Sprintf("a tag of more than %d MB; skipped", longestTag>>20)}
	}
	if !utf8.Valid(raw) {
		return xmlTag{}, &xmlError{t.line, t.column, "a tag with invalid UTF-8"}
	}
	t.raw = string(raw)
	if complaint := t.parse(); complaint != "" {
		return xmlTag{}, &xmlError{t.line, t.column, complaint}
	}
	return t, nil
}

// tagBytes reads to the ">" outside of quotes, and gives nil for a tag that is
// too long.
func (s *xmlScanner) tagBytes() ([]byte, error) {
	var b []byte
	var quote byte
	tooLong := false
	for {
		piece, err := s.r.Peek(max(1, s.r.Buffered()))
		if err != nil {
			return nil, err
		}
		n, done := 0, false
		for n < len(piece) && !done {
			c := piece[n]
			n++
			switch {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == '>':
				done = true
			}
		}
		if tooLong = tooLong || len(b)+n > longestTag; tooLong {
			b = nil
		} else {
			b = append(b, piece[:n]...)
		}
		s.advance(piece[:n])
		if _, err := s.r.Discard(n); err != nil || done {
			return b, err
		}
	}
}

// parse reads the tag's raw form, and says what is wrong with it.
func (t *xmlTag) parse() (complaint string) {
	inside := strings.TrimSuffix(strings.TrimPrefix(t.raw, "<"), ">")
	if t.end = strings.HasPrefix(inside, "/"); t.end {
		inside = inside[1:]
	} else if t.empty = strings.HasSuffix(inside, "/"); t.empty {
		inside = inside[:len(inside)-1]
	}
	const white = " \t\r\n"
	end := strings.IndexAny(inside, white)
	if end < 0 {
		end = len(inside)
	}
	t.name = inside[:end]
	if t.name == "" || strings.ContainsAny(t.name, "<&\"'=") {
		return fmt.Sprintf("%.20q is no tag; write &lt; for a plain <", t.raw)
	}
	for rest := strings.TrimLeft(inside[end:], white); rest != ""; rest = strings.TrimLeft(rest, white) {
		name, value, ok := strings.Cut(rest, "=")
		name, value = strings.TrimRight(name, white), strings.TrimLeft(value, white)
		if !ok || name == "" || value == "" || value[0] != '"' && value[0] != '\'' || strings.ContainsAny(name, white+"<\"'") {
			return fmt.Sprintf("malformed attribute in %.40q", t.raw)
		}
		end := strings.IndexByte(value[1:], value[0])
		if end < 0 {
			return fmt.Sprintf("malformed attribute in %.40q", t.raw)
		}
		decoded, ok := decodeAttr(value[1 : 1+end])
		if !ok {
			return fmt.Sprintf("unknown reference in attribute %s", name)
		}
		t.attrs = append(t.attrs, xmlAttr{name, decoded})
		rest = value[end+2:]
	}
	return ""
}

func decodeAttr(value string) (string, bool) {
	if strings.IndexByte(value, '&') < 0 {
		return value, true
	}
	var s xmlScanner
	decoded, err := s.decode([]byte(value), 1, 1)
	return decoded, err == nil
}

// skipTo passes over everything up to and with end.
func (s *xmlScanner) skipTo(end string) error {
	return s.upTo(end, func([]byte) {})
}

// upTo gives everything up to and with end to take, in pieces.
func (s *xmlScanner) upTo(end string, take func([]byte)) error {
	for {
		b, err := s.r.Peek(max(len(end), s.r.Buffered()))
		if err != nil {
			return err
		}
		i := bytes.Index(b, []byte(end))
		n := len(b) - len(end) + 1 // what remains may be the beginning of end
		if i >= 0 {
			n = i + len(end)
		}
		take(b[:n])
		s.advance(b[:n])
		if _, err := s.r.Discard(n); err != nil || i >= 0 {
			return err
		}
	}
}

// skipDeclaration passes over a DOCTYPE with its internal subset. Nothing in
// it is read, least of all an entity.
func (s *xmlScanner) skipDeclaration() error {
	var quote byte
	for depth := 0; ; {
		c, err := s.readByte()
		if err != nil {
			return err
		}
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '<' && s.begins("!--"): // an apostrophe in a comment is no quote
			if err := s.skipTo("-->"); err != nil {
				return err
			}
		case c == '<' || c == '[':
			depth++
		case c == '>' || c == ']':
			if depth--; depth == 0 {
				return nil
			}
		}
	}
}

// cdata reads a CDATA section.
func (s *xmlScanner) cdata() (string, error) {
	line, column := s.line, s.column
	var b []byte
	tooLong := false
	err := s.upTo("]]>", func(piece []byte) {
		if tooLong = tooLong || len(b)+len(piece) > longestPiece; tooLong {
			b = nil
		} else {
			b = append(b, piece...)
		}
	})
	if err != nil {
		return "", err
	}
	if tooLong {
		return "", &xmlError{line, column, tooLongMessage}
	}
	text := string(b[len("<![CDATA[") : len(b)-len("]]>")])
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), nil
}

// begins reports whether the next bytes are these.
func (s *xmlScanner) begins(text string) bool {
	b, err := s.r.Peek(len(text))
	return err == nil && string(b) == text
}

func (s *xmlScanner) readByte() (byte, error) {
	c, err := s.r.ReadByte()
	if err == nil {
		s.advance([]byte{c})
	}
	return c, err
}
