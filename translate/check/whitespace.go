package check

import (
	"strings"

	"diglot/translate/unit"
)

// whitespace finds space that the source does not have: before, behind, or twice
// between two words. On a page it shows as a ragged edge or a hole in the line.
func whitespace() rule {
	return rule{Info{
		Name: "whitespace", Severity: unit.Warning,
		Good: example("Hama fell.", "en", "سقطت حماة.", "ar"),
		Bad:  example("Hama fell.", "en", "سقطت  حماة.", "ar"),
	}, findWhitespace}
}

func findWhitespace(v *view) {
	tokens := v.target.tokens
	if len(tokens) == 0 || !v.target.hasContent() {
		return
	}
	first, last := tokens[0], tokens[len(tokens)-1]
	if lead := v.source.leadingSpace(); lead != v.target.leadingSpace() {
		v.edge("leading", first, lead)
	}
	if trail := v.source.trailingSpace(); trail != v.target.trailingSpace() {
		v.edge("trailing", last, trail)
	}
	if v.source.hasDoubleSpace() {
		return
	}
	for i, t := range tokens {
		if i > 0 && i < len(tokens)-1 && v.target.isDoubleSpace(t) {
			v.report("double", unit.Issue{Target: at(t.start, t.end)})
		}
	}
}

// edge reports space that is wrongly there, or wrongly missing, at one end.
func (v *view) edge(end string, t token, wanted bool) {
	if wanted {
		v.report(end+"_missing", unit.Issue{})
		return
	}
	v.report(end, unit.Issue{Target: at(t.start, t.end)})
}

func (d *side) leadingSpace() bool { return len(d.tokens) > 0 && d.tokens[0].kind == isSpace }

func (d *side) trailingSpace() bool {
	return len(d.tokens) > 0 && d.tokens[len(d.tokens)-1].kind == isSpace
}

func (d *side) hasDoubleSpace() bool {
	for _, t := range d.tokens {
		if d.isDoubleSpace(t) {
			return true
		}
	}
	return false
}

// isDoubleSpace reports two spaces in a row, or a tab, on one line.
func (d *side) isDoubleSpace(t token) bool {
	if t.kind != isSpace {
		return false
	}
	s := d.piece(t)
	return s != " " && len(s) > 1 && !strings.ContainsAny(s, "\n\r") && (strings.HasPrefix(s, "  ") || strings.HasSuffix(s, "  ") || strings.ContainsRune(s, '\t') || countRunes(s) > 1)
}
