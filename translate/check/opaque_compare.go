package check

import (
	"strings"

	"diglot/translate/unit"
)

// compareOpaque reports pieces of some kinds that one side has more often than the
// other, each once. The message's argument bears the rule's own name for such a piece.
func (v *view) compareOpaque(arg string, kinds ...opaqueKind) {
	if len(v.source.opaque) == 0 && len(v.target.opaque) == 0 {
		return
	}
	source, target := v.source.countOpaque(kinds), v.target.countOpaque(kinds)
	for _, o := range v.source.opaque {
		if piece := v.source.opaqueName(o); target[piece] < source[piece] {
			delete(source, piece)
			v.report("missing", unit.Issue{Args: map[string]string{arg: v.source.s[o.start:o.end]}, Source: at(o.start, o.end)})
		}
	}
	source = v.source.countOpaque(kinds)
	for _, o := range v.target.opaque {
		if piece := v.target.opaqueName(o); target[piece] > source[piece] {
			delete(target, piece)
			v.report("added", unit.Issue{Args: map[string]string{arg: v.target.s[o.start:o.end]}, Target: at(o.start, o.end)})
		}
	}
}

// countOpaque counts the pieces of some kinds by what they read.
func (d *side) countOpaque(kinds []opaqueKind) map[string]int {
	counts := map[string]int{}
	for _, o := range d.opaque {
		if o.among(kinds) {
			counts[d.opaqueName(o)]++
		}
	}
	return counts
}

// opaqueName is what a piece is compared by: an address with and without the last
// slash is one.
func (d *side) opaqueName(o opaque) string {
	name := d.s[o.start:o.end]
	if o.kind == address {
		name = strings.TrimSuffix(name, "/")
	}
	return name
}

func (o opaque) among(kinds []opaqueKind) bool {
	for _, k := range kinds {
		if o.kind == k {
			return true
		}
	}
	return false
}
