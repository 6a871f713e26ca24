package check

import "diglot/translate/unit"

// numbers finds a number that was lost, changed or added. A wrong number is the
// fault that a newsroom has to print a correction for. Numbers are compared by
// value: ١٬٢٣٤٫٥ is 1,234.5.
func numbers() rule {
	return rule{Info{
		Name: "numbers", Severity: unit.Error,
		Good: example("Over 1,200 people fled.", "en", "فرّ أكثر من ١٬٢٠٠ شخص.", "ar"),
		Bad:  example("Over 1,200 people fled.", "en", "فرّ أكثر من ١٬٣٠٠ شخص.", "ar"),
	}, findNumbers}
}

func findNumbers(v *view) {
	for i := range v.source.figures {
		if f := &v.source.figures[i]; v.matched.of[i] == unmatched {
			v.report("missing", unit.Issue{Args: map[string]string{"number": v.source.s[f.start:f.end]}, Source: at(f.start, f.end)})
		}
	}
	for j := range v.target.figures {
		if g := &v.target.figures[j]; v.matched.to[j] == unmatched {
			v.report("added", unit.Issue{Args: map[string]string{"number": v.target.s[g.start:g.end]}, Target: at(g.start, g.end)})
		}
	}
}
