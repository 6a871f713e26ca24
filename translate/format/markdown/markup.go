package markdown

import (
	"html"
	"strings"
)

// entity reads a character reference at the start of s (CommonMark, section 2.5).
func entity(s string) (n int, letters string) {
	i := 1
	if i < len(s) && s[i] == '#' {
		i++
		digits, most := isDigit, 7
		if i < len(s) && s[i]|0x20 == 'x' {
			i++
			digits, most = isHex, 6
		}
		from := i
		for i < len(s) && digits(s[i]) {
			i++
		}
		if i == from || i-from > most {
			return 0, ""
		}
	} else {
		for i < len(s) && i <= 32 && (isLetter(s[i]) || isDigit(s[i]) && i > 1) {
			i++
		}
	}
	if i < 2 || i >= len(s) || s[i] != ';' {
		return 0, ""
	}
	ref := s[:i+1]
	letters = html.UnescapeString(ref)
	if ref[1] != '#' && strings.HasSuffix(letters, ";") && ref != "&semi;" {
		return 0, "" // the name is not known, or only its beginning is
	}
	if ref[1] == '#' && isControlReference(ref) {
		return 0, ""
	}
	return i + 1, letters
}

func isHex(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }

// isControlReference reports references that HTML takes for Windows-1252 and
// CommonMark for control characters; they are left as they are.
func isControlReference(ref string) bool {
	value := 0
	digits, base := ref[2:len(ref)-1], 10
	if digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	for i := 0; i < len(digits); i++ {
		d := int(digits[i] - '0')
		if !isDigit(digits[i]) {
			d = int(digits[i]|0x20-'a') + 10
		}
		value = value*base + d
	}
	return value >= 0x80 && value < 0xa0
}

// endMemo remembers which ends of markup do not come any more.
type endMemo [5]int

// The ends that may be far away.
const (
	endComment = iota
	endInstruction
	endDeclaration
	endCDATA
	endMath
)

var endMarks = [...]string{"-->", "?>", ">", "]]>", "$$"}

// find gives where an end stands from a byte on, or -1. Each end is looked for in
// vain only once in a text.
func (m *endMemo) find(s string, which, from int) int {
	if m[which] > 0 && from >= m[which] {
		return -1
	}
	i := strings.Index(s[min(from, len(s)):], endMarks[which])
	if i < 0 {
		m[which] = from
		return -1
	}
	return from + i
}

// htmlTag gives the length of a tag, comment, instruction, declaration or CDATA
// section that begins at a byte of s, or 0 (CommonMark, section 6.6).
func htmlTag(s string, at int, ends *endMemo) int {
	t := s[at:]
	upTo := func(which, from int) int {
		i := ends.find(s, which, at+from)
		if i < 0 {
			return 0
		}
		return i + len(endMarks[which]) - at
	}
	switch {
	case len(t) < 3:
		return 0
	case strings.HasPrefix(t, "<!-->"):
		return 5
	case strings.HasPrefix(t, "<!--->"):
		return 6
	case strings.HasPrefix(t, "<!--"):
		return upTo(endComment, 4)
	case t[1] == '?':
		return upTo(endInstruction, 2)
	case strings.HasPrefix(t, "<![CDATA["):
		return upTo(endCDATA, 9)
	case t[1] == '!' && isLetter(t[2]):
		return upTo(endDeclaration, 2)
	case t[1] == '/':
		name, rest := tagName(t[2:])
		if i := skipSpace(rest, 0); name != "" && i < len(rest) && rest[i] == '>' {
			return 2 + len(name) + i + 1
		}
		return 0
	}
	name, _ := tagName(t[1:])
	if name == "" {
		return 0
	}
	return openTag(t, 1+len(name))
}

// openTag gives the length of an opening tag whose attributes begin at i, or 0.
func openTag(s string, i int) int {
	for {
		at := skipSpace(s, i)
		switch {
		case at >= len(s):
			return 0
		case s[at] == '>':
			return at + 1
		case strings.HasPrefix(s[at:], "/>"):
			return at + 2
		case s[at] == '{' && placeholder(s[at:]) > 0:
			i = at + placeholder(s[at:])
			continue
		case at == i:
			return 0
		}
		a := readAttribute(s, at)
		if a.end == 0 {
			return 0
		}
		i = a.end
	}
}

// attribute is an attribute in a tag; an end of 0 is none.
type attribute struct {
	name       string
	quote      byte // of its value, or 0
	start, end int  // of the value without quotes; end of the whole where there is none
	value      int  // end of the value without quotes
}

// readAttribute reads the attribute at a byte of a tag.
func readAttribute(s string, at int) (a attribute) {
	i := at
	for i < len(s) && (isLetter(s[i]) || s[i] == '_' || s[i] == ':' || s[i] == '@' || i > at && (isDigit(s[i]) || s[i] == '.' || s[i] == '-')) {
		i++
	}
	if i == at {
		return a
	}
	a.name, a.end = s[at:i], i
	eq := skipSpace(s, i)
	if eq >= len(s) || s[eq] != '=' {
		return a
	}
	i = skipSpace(s, eq+1)
	if i >= len(s) {
		return attribute{}
	}
	a.start = i
	if c := s[i]; c == '"' || c == '\'' {
		a.quote, a.start = c, i+1
		for i++; i < len(s) && s[i] != c; i++ {
			if s[i] == '{' {
				i += max(placeholder(s[i:])-1, 0)
			}
		}
		if i >= len(s) {
			return attribute{}
		}
		a.value, a.end = i, i+1
		return a
	}
	for i < len(s) && !isSpaceOrEnd(s[i]) && strings.IndexByte("\"'=<>`", s[i]) < 0 {
		i += max(1, placeholder(s[i:]))
	}
	if i == a.start {
		return attribute{}
	}
	a.value, a.end = i, i
	return a
}
