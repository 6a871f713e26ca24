package check

import "diglot/translate/unit"

// numerals finds two systems of digits in one translation: ٢٠ beside 30. A house
// writes one or the other.
func numerals() rule {
	return rule{Info{
		Name: "numerals", Severity: unit.Warning,
		Good: example("20 of 30", "en", "٢٠ من ٣٠", "ar"),
		Bad:  example("20 of 30", "en", "٢٠ من 30", "ar"),
	}, findNumerals}
}

func findNumerals(v *view) {
	var first token
	seen := false
	for i, t := range v.target.tokens {
		if t.kind != isDigits || v.target.inLatinName(i) {
			continue
		}
		if !seen {
			first, seen = t, true
			continue
		}
		if t.first != first.first {
			v.report("mixed", unit.Issue{
				Args:   map[string]string{"first": v.target.piece(first), "second": v.target.piece(t)},
				Target: []unit.Span{{Start: first.start, End: first.end}, {Start: t.start, End: t.end}},
			})
			return
		}
	}
}

// inLatinName reports digits that are part of a name in Latin letters, as in F-16,
// G20 and 4K. They keep their digits in any house.
func (d *side) inLatinName(i int) bool {
	if j := i - 1; j >= 0 && d.tokens[j].kind == isWord {
		return d.tokens[j].script == latin
	}
	if j := i - 2; j >= 0 && d.tokens[j].kind == isWord && d.tokens[j].script == latin && d.tokens[j+1].mark == hyphen && d.tokens[j+1].kind == isMark {
		return true
	}
	if j := i + 1; j < len(d.tokens) && d.tokens[j].kind == isWord {
		return d.tokens[j].script == latin
	}
	return false
}
