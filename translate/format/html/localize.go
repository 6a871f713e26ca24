package html

import (
	"strings"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Localize sets lang and dir of the html element for the target: lang is added
// where it is missing, xml:lang changed where it stands. dir is added for a locale that is
// written right to left, and changed wherever it stands, on the body too: it would
// undo what the root says.
func (Format) Localize(d *format.Document, target locale.Tag) []format.Edit {
	var edits []format.Edit
	direction := string(locale.DirectionOf(target))
	s := scanner{body: d.Body}
	for s.nextTag() {
		t := &s.token
		switch t.name {
		case "html":
			edits = append(edits, set(d.Body, t, "lang", target.String(), true)...)
			edits = append(edits, set(d.Body, t, "xml:lang", target.String(), false)...)
			edits = append(edits, set(d.Body, t, "dir", direction, direction == "rtl")...)
		case "body":
			edits = append(edits, set(d.Body, t, "lang", target.String(), false)...)
			return append(edits, set(d.Body, t, "dir", direction, false)...)
		}
	}
	return edits
}

// set gives the edit that gives an attribute a value, where it stands or add says
// so.
func set(body string, t *token, name, value string, add bool) []format.Edit {
	a, found := t.attribute(body, name)
	switch {
	case !found && !add:
		return nil
	case !found:
		behind := t.start + len("<") + len(t.name)
		return []format.Edit{{Span: unit.Span{Start: behind, End: behind}, New: " " + name + `="` + value + `"`}}
	case strings.EqualFold(body[a.value.Start:a.value.End], value):
		return nil
	case a.quote == 0, a.quote == '=' && a.value.Len() == 0:
		return []format.Edit{{Span: unit.Span{Start: a.key.End, End: a.value.End}, New: `="` + value + `"`}}
	}
	return []format.Edit{{Span: a.value, New: value}}
}
