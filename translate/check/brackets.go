package check

import "diglot/translate/unit"

// brackets finds a bracket that was lost or turned the wrong way: "(Hama" says to
// the reader that something is missing. Brackets count by shape, so that Chinese
// full-width ones equal the plain ones.
func brackets() rule {
	return rule{Info{
		Name: "brackets", Severity: unit.Warning,
		Good: example("Hama (the city) fell.", "en", "سقطت حماة (المدينة).", "ar"),
		Bad:  example("Hama (the city) fell.", "en", "سقطت حماة (المدينة.", "ar"),
	}, findBrackets}
}

func findBrackets(v *view) {
	for open := openRound; open <= openCurly; open += 2 {
		loose, ok := v.target.looseBracket(open)
		if !ok {
			continue
		}
		if _, inSource := v.source.looseBracket(open); inSource {
			continue // a list mark "a)", or a fault that came with the source
		}
		v.report("unpaired", unit.Issue{
			Args:   map[string]string{"bracket": v.target.piece(loose)},
			Target: at(loose.start, loose.end),
		})
	}
}

// looseBracket finds the first bracket of a shape that has no partner.
func (d *side) looseBracket(open class) (token, bool) {
	var opened token
	depth := 0
	for _, t := range d.tokens {
		if t.kind != isMark {
			continue
		}
		switch t.mark {
		case open:
			if depth == 0 {
				opened = t
			}
			depth++
		case open + 1:
			if depth == 0 {
				return t, true
			}
			depth--
		}
	}
	return opened, depth > 0
}
