package xliff2

import (
	"slices"

	"diglot/translate/format/internal/xmlspan"
)

// editing checks what a target did to the codes of its source (section "Editing
// Hints"): none is gone that cannot be deleted, none moved that cannot be reordered.
func (v *validator) editing(s *scope) {
	if s.match {
		return
	}
	v.deleted(s)
	sources, targets := side{s, false}, side{s, true}
	from := v.sequences(sources)
	to := v.sequences(targets)
	byFirst := map[string][]string{}
	for _, list := range from {
		byFirst[list.ids[0]] = list.ids
	}
	for _, list := range to {
		want, ok := byFirst[list.ids[0]]
		if !ok {
			continue
		}
		if !slices.Equal(want, list.ids) && (targets.complete() || len(list.ids) > len(want) || !slices.Equal(want[:len(list.ids)], list.ids)) {
			v.fault(list.first, "the codes that follow %q are not those of the source in their order", list.ids[0])
		}
	}
}

// deleted looks for codes with canDelete="no" of segments that have a target; they
// may stand in any target of the unit.
func (v *validator) deleted(s *scope) {
	kept := map[string]bool{}
	for _, n := range (side{s, true}).elements() {
		kept[codeID(n)] = true
		if n.Local() == "pc" {
			kept[endOf+n.Value("id")] = true
		}
	}
	for _, p := range s.parts {
		if p.target.IsZero() {
			continue
		}
		for _, n := range inlines(p.source) {
			if isCode(n) && n.Value("canDelete") == "no" && !kept[codeID(n)] {
				v.fault(p.target, "the code %q cannot be deleted, but is gone", codeID(n))
			}
		}
	}
}

const endOf = "the end of "

// codeID names a code; an end by its start.
func codeID(n xmlspan.Node) string {
	if n.Local() == "ec" && !has(n, "id") {
		return endOf + n.Value("startRef")
	}
	return n.Value("id")
}

// sequence is a run of codes that stay in their order: the first has
// canReorder="firstNo", the others "no".
type sequence struct {
	first xmlspan.Node
	ids   []string
}

// sequences lists those of a side, and refuses codes with "no" that follow none.
func (v *validator) sequences(s side) []sequence {
	var list []sequence
	open := false
	for _, n := range s.elements() {
		if !isCode(n) {
			continue
		}
		switch or(n, "canReorder", "yes") {
		case "firstNo":
			list, open = append(list, sequence{n, []string{codeID(n)}}), true
		case "no":
			if !open {
				if !s.targets || s.complete() {
					v.fault(n, "canReorder=\"no\" continues a sequence, but no code with firstNo or no stands before it")
				}
				continue
			}
			last := &list[len(list)-1]
			last.ids = append(last.ids, codeID(n))
		default:
			open = false
		}
	}
	return list
}
