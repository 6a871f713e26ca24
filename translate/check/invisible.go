package check

import (
	"fmt"
	"strings"

	"diglot/translate/unit"
)

// invisible finds characters that nobody sees and that break words for searches,
// line breaks and screen readers: zero width spaces, byte order marks, soft hyphens.
// The joiners that Persian, Arabic and Indic spelling needs are none of them.
func invisible() rule {
	return rule{Info{
		Name: "invisible", Severity: unit.Warning,
		Good: example("We will come.", "en", "ما می\u200Cآییم.", "fa"),
		Bad:  example("We will come.", "en", "ما می\u200Bآییم.", "fa"),
	}, findInvisible}
}

func findInvisible(v *view) {
	for i, t := range v.target.tokens {
		if t.kind != isHidden || !hasNoUse(t.first) && !v.target.uselessJoiner(i) {
			continue
		}
		if strings.ContainsRune(v.source.s, t.first) {
			continue
		}
		v.report("character", unit.Issue{
			Args:   map[string]string{"code": fmt.Sprintf("U+%04X", t.first)},
			Target: at(t.start, t.end),
		})
	}
}

func hasNoUse(r rune) bool {
	switch r {
	case '\u200B', '\uFEFF', '\u00AD', '\u180E', '\u115F', '\u1160', '\u3164', '\uFFA0':
		return true
	}
	return r >= 0x2060 && r <= 0x2064 || r >= 0x206A && r <= 0x206F || r >= 0xE0000 && r <= 0xE007F
}

// uselessJoiner reports a joiner that joins nothing: it stands at the edge of a word
// of a script that has no joined letters.
func (d *side) uselessJoiner(i int) bool {
	t := d.tokens[i]
	if !joins(t.first) || i == 0 {
		return false
	}
	return d.tokens[i-1].kind == isWord && d.tokens[i-1].script.cased()
}
