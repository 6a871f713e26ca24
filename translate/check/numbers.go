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
	if i, j, ok := v.changed(); ok {
		f, g := &v.source.figures[i], &v.target.figures[j]
		v.reportAs(unit.Error, "changed", unit.Issue{
			Args:   map[string]string{"number": v.source.s[f.start:f.end], "found": v.target.s[g.start:g.end]},
			Source: at(f.start, f.end), Target: at(g.start, g.end),
		})
		return // all others have their counterpart
	}
	for i := range v.source.figures {
		if f := &v.source.figures[i]; v.matched.of[i] == unmatched {
			v.reportAs(f.weight(), "missing", unit.Issue{Args: map[string]string{"number": v.source.s[f.start:f.end]}, Source: at(f.start, f.end)})
		}
	}
	for j := range v.target.figures {
		if g := &v.target.figures[j]; v.matched.to[j] == unmatched {
			v.reportAs(unit.Warning, "added", unit.Issue{Args: map[string]string{"number": v.target.s[g.start:g.end]}, Target: at(g.start, g.end)})
		}
	}
	if i, k, ok := v.swapped(); ok {
		f, g := &v.source.figures[i], &v.source.figures[k]
		x, y := &v.target.figures[v.matched.of[i]], &v.target.figures[v.matched.of[k]]
		v.reportAs(unit.Warning, "swapped", unit.Issue{
			Args:   map[string]string{"first": v.source.s[f.start:f.end], "second": v.source.s[g.start:g.end]},
			Source: []unit.Span{{Start: f.start, End: f.end}, {Start: g.start, End: g.end}},
			Target: []unit.Span{{Start: x.start, End: x.end}, {Start: y.start, End: y.end}},
		})
	}
}

// changed finds the one number without counterpart on either side, where both are
// there for the same thing: 162 kilometres that became 126 kilometres. Where the
// unit is the same nothing was converted, so this is a fault and no way of saying.
func (v *view) changed() (i, j int, ok bool) {
	i, n := onlyUnmatched(v.source.figures, v.matched.of)
	j, m := onlyUnmatched(v.target.figures, v.matched.to)
	if n != 1 || m != 1 {
		return 0, 0, false
	}
	f, g := &v.source.figures[i], &v.target.figures[j]
	if !f.digits || !g.digits || f.value < 10 || f.slot != g.slot || f.scaled != g.scaled || f.measure != g.measure {
		return 0, 0, false
	}
	return i, j, f.slot == measureSlot || f.weight() == unit.Error
}

// onlyUnmatched gives the last figure without counterpart, and how many have none.
func onlyUnmatched(figures []figure, counterpart []int) (at, n int) {
	for i := range figures {
		if counterpart[i] == unmatched {
			at, n = i, n+1
		}
	}
	return at, n
}

// weight is how bad it is that a figure has no counterpart. Small numbers are often
// said in another way, and quantities converted; the rest is an error.
func (f *figure) weight() unit.Severity {
	if f.value < 10 || f.slot == measureSlot || f.slot == nameSlot || f.measure != noMeasure {
		return unit.Warning
	}
	return unit.Error
}
