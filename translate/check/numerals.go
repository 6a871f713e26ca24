package check

import (
	"slices"
	"strings"
	"unicode"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// numerals finds two systems of digits in one translation, ٢٠ beside 30, and texts of
// a document that do not go with most of the others. A house writes one or the
// other, and a locale may say which (ar-u-nu-arab).
func numerals() rule {
	return rule{Info{
		Name: "numerals", Severity: unit.Warning,
		Good: example("20 of 30", "en", "٢٠ من ٣٠", "ar"),
		Bad:  example("20 of 30", "en", "٢٠ من 30", "ar"),
	}, findNumerals}
}

func findNumerals(v *view) {
	want, fixed := v.target.houseDigits()
	var first token
	seen := false
	for i, t := range v.target.tokens {
		if t.kind != isDigits || v.target.inLatinName(i) {
			continue
		}
		if fixed && t.first != want {
			v.report("system", unit.Issue{Args: map[string]string{"number": v.target.piece(t)}, Target: at(t.start, t.end)})
			return
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

// findOtherNumerals reports the first text whose digits are not those of most texts
// of the document, once for all of them.
func findOtherNumerals(d *document) {
	if !slices.ContainsFunc(d.pairs, func(p Pair) bool { return strings.ContainsFunc(p.Target.Content, isEasternDigit) }) {
		return // which most documents have no need to be cut for
	}
	firsts := make([]token, len(d.pairs)) // digits of each text; where it has none, of no length
	texts := map[rune]int{}
	var house rune
	var s side
	for i, p := range d.pairs {
		if !strings.ContainsFunc(p.Target.Content, unicode.IsDigit) {
			continue
		}
		s.read(p.Target, p.TargetLocale)
		if _, fixed := s.houseDigits(); fixed {
			return // the check of each text knows which
		}
		for k, t := range s.tokens {
			if t.kind != isDigits || s.inLatinName(k) {
				continue
			}
			firsts[i] = t
			if texts[t.first]++; texts[t.first] > texts[house] {
				house = t.first
			}
			break
		}
	}
	of, seen := -1, ""
	for i, t := range firsts {
		switch digits := d.pairs[i].Target.Content[t.start:t.end]; {
		case digits == "":
		case t.first != house && of < 0:
			of = i
		case t.first == house && seen == "":
			seen = digits
		}
	}
	if of >= 0 {
		t := firsts[of]
		d.report(of, "document", unit.Issue{
			Args:   map[string]string{"second": d.pairs[of].Target.Content[t.start:t.end], "first": seen},
			Target: at(t.start, t.end),
		})
	}
}

// isEasternDigit reports the digits of Arabic and of Persian.
func isEasternDigit(r rune) bool { return '٠' <= r && r <= '٩' || '۰' <= r && r <= '۹' }

// houseDigits gives the zero of the digits that the target's locale asks for by its
// -u-nu- setting; without one either system will do.
func (d *side) houseDigits() (zero rune, fixed bool) {
	if !strings.Contains(d.locale.String(), "-nu-") {
		return 0, false
	}
	return locale.Digits(d.locale).Zero(), true
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
