package xmlspan

import (
	"unicode/utf8"
)

// nameEnd gives the length of the name at the start of s (XML 1.0, production 5).
func nameEnd(s string) int {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if !isASCIIName(c) || i == 0 && (c == '-' || c == '.' || '0' <= c && c <= '9') {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isNameRune(r) || i == 0 && !isNameStart(r) {
			return i
		}
		i += n
	}
	return len(s)
}

func isASCIIName(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == ':' || c == '-' || c == '.'
}

// isNameStart reports characters beyond ASCII that may begin a name (production 4).
func isNameStart(r rune) bool {
	for _, in := range nameStarts {
		if r >= in[0] && r <= in[1] {
			return true
		}
	}
	return false
}

var nameStarts = [...][2]rune{
	{0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x2FF}, {0x370, 0x37D}, {0x37F, 0x1FFF}, {0x200C, 0x200D},
	{0x2070, 0x218F}, {0x2C00, 0x2FEF}, {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF},
}

// isNameRune reports characters beyond ASCII that may stand in a name (production 4a).
func isNameRune(r rune) bool {
	return isNameStart(r) || r == 0xB7 || r >= 0x300 && r <= 0x36F || r == 0x203F || r == 0x2040
}

// IsName reports a name without a colon (NCName of Namespaces in XML).
func IsName(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == ':' {
			return false
		}
	}
	return s != "" && nameEnd(s) == len(s)
}

// IsNameToken reports a name token (XML 1.0, production 7): like a name, with any
// of its characters first.
func IsNameToken(s string) bool { return s != "" && nameEnd("_"+s) == len(s)+1 }

// spaces gives the length of the white space at the start of s.
func spaces(s string) int {
	n := 0
	for n < len(s) && (s[n] == ' ' || s[n] == '\n' || s[n] == '\t' || s[n] == '\r') {
		n++
	}
	return n
}
