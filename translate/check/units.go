package check

import "diglot/translate/unit"

// units finds a quantity whose unit or currency changed while its number stayed:
// 85 miles are not 85 km. Amounts that were converted pass.
func units() rule {
	return rule{Info{
		Name: "units", Severity: unit.Warning,
		Good: example("It is 85 miles away.", "en", "تبعد 137 كيلومترًا.", "ar"),
		Bad:  example("It is 85 miles away.", "en", "تبعد 85 كيلومترًا.", "ar"),
	}, findUnits}
}

func findUnits(v *view) {
	for i, j := range v.matched.of {
		if !v.inDigits(i) {
			continue
		}
		f, g := &v.source.figures[i], &v.target.figures[j]
		if !sameValue(f.value, g.value) || f.value == 0 {
			continue
		}
		key, from, to := "", "", ""
		switch {
		case f.measure != noMeasure && g.measure != noMeasure && otherAmount(f.measure, g.measure):
			key, from, to = "unit", f.measure.name(), g.measure.name()
		case f.money != 0 && g.money != 0 && f.money != g.money:
			key, from, to = "currency", string(f.money), string(g.money)
		case f.slot == percentSlot && g.measure != noMeasure:
			key, from, to = "unit", "%", g.measure.name()
		default:
			continue
		}
		v.report(key, unit.Issue{
			Args:   map[string]string{"number": v.source.s[f.start:f.end], "source": from, "target": to},
			Source: at(f.start, f.end), Target: at(g.start, g.end),
		})
	}
}

// otherAmount reports two units that are not the same amount. A mile an hour counts
// as a mile, and spans of time as nothing: "£120 million a year" is no number of years.
func otherAmount(a, b measure) bool {
	d, x := a.scaleOf()
	e, y := b.scaleOf()
	if d == duration || e == duration || a == degree || b == degree {
		return false
	}
	if d == temperature || e == temperature {
		return a != b
	}
	return d != e || x != y
}
