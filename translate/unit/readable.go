package unit

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// String gives the readable form of the text, the one form for terminals,
// editors, JSON and storage: codes stand as <1>, </1> and <2/>, and what could
// be taken for one, or would not be seen, is escaped:
//
//	\<  a "<" that a digit, or a slash and a digit, follows
//	\\  a backslash
//	\n  \r  \t  line feed, carriage return, tab
//	\u{202E}  any other control character, line separator or bidi embedding, override or isolate
//
// Parse reads it back exactly.
func (t Text) String() string {
	var b strings.Builder
	next := 0
	for i := 0; i <= len(t.Content); {
		for next < len(t.Codes) && t.Codes[next].Offset <= i {
			t.Codes[next].write(&b)
			next++
		}
		if i == len(t.Content) {
			break
		}
		r, n := utf8.DecodeRuneInString(t.Content[i:])
		writeEscaped(&b, r, t.Content[i:i+n], t.Content[i+n:])
		i += n
	}
	return b.String()
}

func (c Code) write(b *strings.Builder) {
	b.WriteByte('<')
	if c.Kind == Close {
		b.WriteByte('/')
	}
	b.WriteString(strconv.Itoa(c.ID))
	if c.Kind == Standalone {
		b.WriteByte('/')
	}
	b.WriteByte('>')
}

// Tag gives the code's readable form: <1>, </1> or <1/>.
func (c Code) Tag() string {
	var b strings.Builder
	c.write(&b)
	return b.String()
}

func writeEscaped(b *strings.Builder, r rune, bytes, rest string) {
	switch {
	case r == '\\':
		b.WriteString(`\\`)
	case r == '\n':
		b.WriteString(`\n`)
	case r == '\r':
		b.WriteString(`\r`)
	case r == '\t':
		b.WriteString(`\t`)
	case r == '<' && startsTag(rest):
		b.WriteString(`\<`)
	case hidden(r):
		fmt.Fprintf(b, `\u{%04X}`, r)
	default:
		b.WriteString(bytes)
	}
}

// startsTag reports whether what follows a "<" could be the rest of a code.
func startsTag(rest string) bool {
	rest = strings.TrimPrefix(rest, "/")
	return rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// hidden reports whether a reader could not see the character, or would see its
// neighbours in a wrong order because of it. Marks that Arabic and Persian
// spelling needs (LRM, RLM, ALM, ZWNJ, ZWJ) are not among them.
func hidden(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\uFEFF' ||
		r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// Parse reads the readable form. The codes take their original bytes from the
// codes of source with the same ID and kind. A code that source does not have
// is kept, without original bytes: the checks report it. A malformed escape or
// invalid UTF-8 is an error that names the byte where it stands.
func Parse(s string, source Text) (Text, error) {
	var t Text
	var b strings.Builder
	for i := 0; i < len(s); {
		switch r, n := utf8.DecodeRuneInString(s[i:]); {
		case r == utf8.RuneError && n == 1:
			return Text{}, fmt.Errorf("byte %d: invalid UTF-8", i+1)
		case r == '\\':
			decoded, size, err := unescape(s[i:])
			if err != nil {
				return Text{}, fmt.Errorf("byte %d: %w", i+1, err)
			}
			b.WriteRune(decoded)
			i += size
		case r == '<' && startsTag(s[i+1:]):
			c, size, err := parseTag(s[i:])
			if err != nil {
				return Text{}, fmt.Errorf("byte %d: %w", i+1, err)
			}
			c.Offset = b.Len()
			t.Codes = append(t.Codes, c)
			i += size
		default:
			b.WriteString(s[i : i+n])
			i += n
		}
	}
	t.Content = b.String()
	return t.Adopt(source), nil
}

// parseTag reads one code at the start of s.
func parseTag(s string) (c Code, size int, err error) {
	end := strings.IndexByte(s, '>')
	if end < 0 {
		return c, 0, fmt.Errorf("inline code %.12q has no >; write \\< for a plain <", s)
	}
	digits := s[1:end]
	switch {
	case strings.HasPrefix(digits, "/"):
		c.Kind, digits = Close, digits[1:]
	case strings.HasSuffix(digits, "/"):
		digits = digits[:len(digits)-1]
	default:
		c.Kind = Open
	}
	c.ID, err = strconv.Atoi(digits)
	if err != nil || c.ID < 0 {
		return c, 0, fmt.Errorf("%.12q is no inline code; write \\< for a plain <", s[:end+1])
	}
	return c, end + 1, nil
}

// unescape reads one escape at the start of s.
func unescape(s string) (r rune, size int, err error) {
	if len(s) > 1 {
		switch s[1] {
		case '\\', '<':
			return rune(s[1]), 2, nil
		case 'n':
			return '\n', 2, nil
		case 'r':
			return '\r', 2, nil
		case 't':
			return '\t', 2, nil
		case 'u':
			if end := strings.IndexByte(s, '}'); end > 3 && s[2] == '{' {
				v, err := strconv.ParseUint(s[3:end], 16, 32)
				if err == nil && utf8.ValidRune(rune(v)) {
					return rune(v), end + 1, nil
				}
			}
		}
	}
	return 0, 0, fmt.Errorf(`%.6q is no escape; write \\ for a backslash`, s)
}
