package check

import "diglot/translate/unit"

// endPunct finds an end that lost or changed its mark: a question that became a
// statement, a sentence without its full stop. Marks count by class, so ؟ and 。
// equal ? and full stop.
func endPunct() rule {
	return rule{Info{
		Name: "end_punct", Severity: unit.Warning,
		Good: example("Did Hama fall?", "en", "هل سقطت حماة؟", "ar"),
		Bad:  example("Did Hama fall?", "en", "هل سقطت حماة.", "ar"),
	}, findEndPunct}
}

func findEndPunct(v *view) {
	if !v.target.hasContent() {
		return
	}
	s, sAt := v.source.ending()
	t, tAt := v.target.ending()
	if s.compatible(t) {
		return
	}
	args := map[string]string{"source": v.source.s[sAt.Start:sAt.End], "target": v.target.s[tAt.Start:tAt.End]}
	i := unit.Issue{Args: args, Source: []unit.Span{sAt}, Target: []unit.Span{tAt}}
	severity := unit.Warning
	if s.quiet() && t.quiet() {
		// A headline may end with a stop in one language and with none in the other,
		// and a stop may become a comma where a sentence goes on.
		severity = unit.Info
	}
	switch {
	case t == 0 && v.target.endsQuoted() && s.quiet():
		v.reportAs(unit.Info, "missing", i) // many houses put no stop behind a quotation
	case t == 0:
		v.report("missing", i)
	case s == 0:
		v.reportAs(severity, "added", i)
	default:
		v.reportAs(severity, "different", i)
	}
}

// quiet reports an ending that neither asks nor calls.
func (e endingMarks) quiet() bool { return !e.has(question) }

// endingMarks is a set of the classes of marks that end a text.
type endingMarks uint16

// abbreviation says that the stop at the end may be that of "p.m." alone.
const abbreviation endingMarks = 1 << 15

func (e endingMarks) has(c class) bool { return e&(1<<c) != 0 }

// compatible reports two endings that say the same: they share a mark, or both
// have none. An ellipsis is a kind of full stop.
func (e endingMarks) compatible(o endingMarks) bool {
	if e&abbreviation != o&abbreviation && (e|o)&^(abbreviation|1<<stop) == 0 {
		return true
	}
	e, o = e&^abbreviation, o&^abbreviation
	if e == 0 || o == 0 {
		return e == o
	}
	e, o = e.plain(), o.plain()
	return e&o != 0
}

func (e endingMarks) plain() endingMarks {
	if e.has(ellipsis) {
		e |= 1 << stop
	}
	return e
}

// ending gives the marks that end a text and where they stand. Quotes and brackets
// among them are passed over, because languages put the full stop on different
// sides of them; so are markup and addresses behind the end.
func (d *side) ending() (marks endingMarks, place unit.Span) {
	i := len(d.tokens) - 1
	for ; i >= 0; i-- {
		t := d.tokens[i]
		if t.kind != isSpace && t.kind != isHidden && t.kind != isOpaque {
			break
		}
	}
	if i < 0 {
		return 0, unit.Span{Start: len(d.s), End: len(d.s)}
	}
	place = unit.Span{Start: d.tokens[i].end, End: d.tokens[i].end}
	for ; i >= 0; i-- {
		t := d.tokens[i]
		switch {
		case t.kind == isSpace || t.kind == isHidden || t.kind == isOpaque:
			continue
		case t.mark.ends():
			marks |= 1 << t.mark
			if t.first == '.' && d.dotted(i) {
				marks |= abbreviation
			}
			place.Start = t.start
			continue
		case t.mark.closes():
			continue
		}
		break
	}
	return marks, place
}

// dotted reports a stop behind a letter that another stop stands before: p.m., U.S.
func (d *side) dotted(i int) bool {
	if i < 2 || d.tokens[i-1].kind != isWord || countRunes(d.piece(d.tokens[i-1])) > 2 {
		return false
	}
	before := d.tokens[i-2]
	if before.kind == isSpace && i > 2 {
		before = d.tokens[i-3] // EE. UU.
	}
	return before.kind == isMark && before.first == '.'
}

// endsQuoted reports a text whose last mark closes a quotation.
func (d *side) endsQuoted() bool {
	for i := len(d.tokens) - 1; i >= 0; i-- {
		switch t := d.tokens[i]; t.kind {
		case isSpace, isHidden, isOpaque:
		default:
			return t.kind == isMark && (t.mark.quotes() || t.mark == apostrophe)
		}
	}
	return false
}
