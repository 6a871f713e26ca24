package check

import "diglot/translate/unit"

// startPunct finds a beginning that lost its bullet or dash, or the ellipsis by
// which a sentence goes on: the target then looks like another kind of line.
func startPunct() rule {
	return rule{Info{
		Name: "start_punct", Severity: unit.Warning,
		Good: example("• The army left", "en", "• غادر الجيش", "ar"),
		Bad:  example("• The army left", "en", "غادر الجيش", "ar"),
	}, findStartPunct}
}

func findStartPunct(v *view) {
	s, sAt := v.source.beginning()
	t, tAt := v.target.beginning()
	if s == t || !v.target.hasContent() {
		return
	}
	i := unit.Issue{
		Args:   map[string]string{"source": v.source.s[sAt.Start:sAt.End], "target": v.target.s[tAt.Start:tAt.End]},
		Source: []unit.Span{sAt}, Target: []unit.Span{tAt},
	}
	if t == otherMark {
		v.report("missing", i)
	} else {
		v.report("added", i)
	}
}

// beginning gives the class of the mark that a text begins with, if it is one that
// tells the kind of line; bullets of all shapes are one class with the dash.
func (d *side) beginning() (class, unit.Span) {
	for _, t := range d.tokens {
		switch {
		case t.kind == isSpace || t.kind == isHidden || t.kind == isOpaque:
			continue
		case t.kind == isMark:
			span := unit.Span{Start: t.start, End: t.end}
			switch {
			case t.mark == dash, t.mark == hyphen, t.first == '•', t.first == '·', t.first == '*', t.first == '‣', t.first == '▪', t.first == '●', t.first == '・':
				return dash, span
			case t.mark == ellipsis:
				return ellipsis, span
			}
		}
		break
	}
	return otherMark, unit.Span{}
}
