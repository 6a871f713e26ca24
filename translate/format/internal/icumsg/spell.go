package icumsg

import (
	"strings"

	"diglot/translate/unit"
)

// Spell writes a text as a message: its codes as they are, and apostrophes around
// letters that would mean something. plural says that # does, and after is what
// will follow.
func Spell(t unit.Text, plural bool, after string, spell func(letters string) string) string {
	var out strings.Builder
	at := 0
	for _, c := range t.Codes {
		out.WriteString(spell(quote(t.Content[at:c.Offset], plural, c.Original)))
		out.WriteString(c.Original)
		at = c.Offset
	}
	out.WriteString(spell(quote(t.Content[at:], plural, after)))
	return out.String()
}

// quote puts apostrophes around special characters, and doubles those that would
// quote something.
func quote(letters string, plural bool, after string) string {
	if !strings.ContainsAny(letters, "'{}#") {
		return letters
	}
	var out strings.Builder
	quoting := false
	for i := 0; i < len(letters); i++ {
		c := letters[i]
		switch {
		case special(c, plural):
			if !quoting {
				out.WriteByte('\'')
			}
			quoting = true
		case c == '\'':
			next := after
			if i+1 < len(letters) {
				next = letters[i+1:]
			}
			if quoting || next != "" && (special(next[0], plural) || next[0] == '\'') || next == "" {
				out.WriteByte('\'')
			}
		case quoting:
			out.WriteByte('\'')
			quoting = false
		}
		out.WriteByte(c)
	}
	if quoting {
		out.WriteByte('\'')
	}
	return out.String()
}
