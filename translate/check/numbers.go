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
	if i, k, ok := v.swapped(); ok {
		f, g := &v.source.figures[i], &v.source.figures[k]
		x, y := &v.target.figures[v.matched.of[k]], &v.target.figures[v.matched.of[i]]
		v.report("swapped", unit.Issue{
			Args:   map[string]string{"first": v.source.s[f.start:f.end], "second": v.source.s[g.start:g.end]},
			Source: []unit.Span{{Start: f.start, End: f.end}, {Start: g.start, End: g.end}},
			Target: []unit.Span{{Start: x.start, End: x.end}, {Start: y.start, End: y.end}},
		})
	}
}

// swapped finds two numbers that changed places. Languages move clauses, and a year
// then comes before a sum; but numbers that are there for the same thing keep their
// order, and so do those whose percentage or unit stayed behind.
func (v *view) swapped() (first, second int, ok bool) {
	of := v.matched.of
	for i := range of {
		if !v.inDigits(i) {
			continue
		}
		for k := i + 1; k < len(of); k++ {
			if !v.inDigits(k) || of[k] >= of[i] || v.source.figures[i].agrees(&v.source.figures[k]) {
				continue
			}
			a, b := &v.source.figures[i], &v.source.figures[k]
			x, y := &v.target.figures[of[i]], &v.target.figures[of[k]]
			if a.sameUse(b) || !a.sameUse(x) && a.sameUse(y) || !b.sameUse(y) && b.sameUse(x) {
				return i, k, true
			}
		}
	}
	return 0, 0, false
}

// inDigits reports a figure of the source that has a counterpart, both in digits.
func (v *view) inDigits(i int) bool {
	j := v.matched.of[i]
	return j >= 0 && v.source.figures[i].digits && v.target.figures[j].digits
}

// sameUse reports two figures that are there for the same thing.
func (f *figure) sameUse(g *figure) bool {
	if f.slot != g.slot {
		return false
	}
	if f.slot != measureSlot {
		return true
	}
	d, _ := f.measure.scaleOf()
	e, _ := g.measure.scaleOf()
	return d == e
}
