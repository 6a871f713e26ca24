package check

import (
	"fmt"
	"strings"

	"diglot/translate/unit"
)

// bidi finds marks of direction that turn the order of what the reader sees: an
// override anywhere, an embedding or isolate that never ends. The plain marks LRM,
// RLM and ALM are what a careful desk uses, and pass.
func bidi() rule {
	return rule{Info{
		Name: "bidi", Severity: unit.Error,
		Good: example("The C++ team", "en", "فريق C++\u200E", "ar"),
		Bad:  example("The C++ team", "en", "فريق \u202EC++", "ar"),
	}, findBidi}
}

func findBidi(v *view) {
	var open []token
	for _, t := range v.target.tokens {
		if t.kind != isHidden {
			continue
		}
		switch r := t.first; {
		case r == '\u202D' || r == '\u202E':
			if !strings.ContainsRune(v.source.s, r) {
				v.steer("override", t)
			}
			open = append(open, t)
		case r == '\u202A' || r == '\u202B' || r >= '\u2066' && r <= '\u2068':
			open = append(open, t)
		case r == '\u202C' || r == '\u2069':
			if len(open) == 0 {
				v.steer("unpaired", t)
				continue
			}
			open = open[:len(open)-1]
		}
	}
	for _, t := range open {
		if t.first != '\u202D' && t.first != '\u202E' {
			v.steer("unpaired", t)
		}
	}
}

func (v *view) steer(key string, t token) {
	severity := unit.Error
	if key == "unpaired" {
		severity = unit.Warning
	}
	v.reportAs(severity, key, unit.Issue{Args: map[string]string{"code": fmt.Sprintf("U+%04X", t.first)}, Target: at(t.start, t.end)})
}
