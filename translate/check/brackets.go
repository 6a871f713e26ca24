package check

import "diglot/translate/unit"

// brackets finds a bracket that was lost or turned the wrong way: "(Hama" says to
// the reader that something is missing. Brackets count by shape, so that Chinese
// full-width ones equal the plain ones. Arabic that comes out of a program which laid
// it out from left to right has its brackets mirrored: )حماة(.
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
		if last := v.target.lastBracket(open); loose.mark == open+1 && last.mark == open {
			v.report("mirrored", unit.Issue{
				Args:   map[string]string{"bracket": v.target.piece(loose) + "…" + v.target.piece(last)},
				Target: []unit.Span{{Start: loose.start, End: loose.end}, {Start: last.start, End: last.end}},
			})
			continue
		}
		v.report("unpaired", unit.Issue{
			Args:   map[string]string{"bracket": v.target.piece(loose)},
			Target: at(loose.start, loose.end),
		})
	}
}

// lastBracket finds the last bracket of a shape; the zero token where there is none.
func (d *side) lastBracket(open class) (last token) {
	for _, t := range d.tokens {
		if t.kind == isMark && (t.mark == open || t.mark == open+1) {
			last = t
		}
	}
	return last
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
