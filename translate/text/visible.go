package text

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// IsHidden reports a rune that could steer a terminal or reorder what a reader
// sees: the controls C0 and C1 and delete, except line feed and tab, and the
// embeddings, overrides and isolates U+202A–202E and U+2066–2069. The plain marks
// that honest Arabic and Persian text needs (LRM, RLM, ALM, ZWNJ, ZWJ) are not.
func IsHidden(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case r < 0x20, 0x7F <= r && r <= 0x9F:
		return true
	}
	return 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069
}

// Visible writes hidden runes and bytes that are not UTF-8 so that they can be
// seen and do nothing: ESC becomes ␛ (Control Pictures), a carriage return ␍, an
// override ⟨U+202E⟩, a stray byte ⟨FF⟩. All else stays; s itself comes back when it has
// none of them.
func Visible(s string) string {
	at := hiddenIndex(s)
	if at < 0 {
		return s
	}
	var b strings.Builder
	b.WriteString(s[:at])
	for i := at; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, "⟨%02X⟩", s[i])
		case !IsHidden(r):
			b.WriteString(s[i : i+n])
		case r < 0x20:
			b.WriteRune('␀' + r)
		case r == 0x7F:
			b.WriteRune('␡')
		default:
			fmt.Fprintf(&b, "⟨U+%04X⟩", r)
		}
		i += n
	}
	return b.String()
}

// hiddenIndex gives the byte offset of the first rune that Visible changes, or -1.
func hiddenIndex(s string) int {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || IsHidden(r) {
			return i
		}
		i += n
	}
	return -1
}
