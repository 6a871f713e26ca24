package check

import (
	"strings"

	"diglot/translate/unit"
)

// compareOpaque reports pieces of some kinds that one side has more often than the
// other. The message's argument bears the rule's own name for such a piece.
func (v *view) compareOpaque(arg string, kinds ...opaqueKind) {
	for _, o := range v.source.opaque {
		if o.among(kinds) && v.target.countOpaque(v.source.s[o.start:o.end]) < v.source.countOpaque(v.source.s[o.start:o.end]) && v.source.isFirst(o) {
			v.report("missing", unit.Issue{Args: map[string]string{arg: v.source.s[o.start:o.end]}, Source: at(o.start, o.end)})
		}
	}
	for _, o := range v.target.opaque {
		if o.among(kinds) && v.target.countOpaque(v.target.s[o.start:o.end]) > v.source.countOpaque(v.target.s[o.start:o.end]) && v.target.isFirst(o) {
			v.report("added", unit.Issue{Args: map[string]string{arg: v.target.s[o.start:o.end]}, Target: at(o.start, o.end)})
		}
	}
}

func (o opaque) among(kinds []opaqueKind) bool {
	for _, k := range kinds {
		if o.kind == k {
			return true
		}
	}
	return false
}

// countOpaque counts the pieces that read as piece does.
func (d *side) countOpaque(piece string) int {
	n := 0
	for _, o := range d.opaque {
		if strings.TrimSuffix(d.s[o.start:o.end], "/") == strings.TrimSuffix(piece, "/") {
			n++
		}
	}
	return n
}

// isFirst reports the first of equal pieces, at which all are reported together.
func (d *side) isFirst(o opaque) bool {
	for _, other := range d.opaque {
		if other.start == o.start {
			return true
		}
		if d.s[other.start:other.end] == d.s[o.start:o.end] {
			return false
		}
	}
	return true
}
