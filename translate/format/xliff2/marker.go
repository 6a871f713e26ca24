package xliff2

import (
	"strings"

	"diglot/translate/format/internal/xmlspan"
)

// markers checks the annotations of a side: mrk and sm.
func (v *validator) markers(f *file, s side) {
	for _, n := range s.elements() {
		if n.Local() != "mrk" && n.Local() != "sm" {
			continue
		}
		ref, value := has(n, "ref"), has(n, "value")
		switch or(n, "type", "generic") {
		case "comment":
			if ref == value {
				v.fault(n, "a comment has either a value or a ref to a note")
			} else if ref {
				v.noteRef(f, s.scope, n)
			}
		case "generic":
			if !has(n, "translate") && !ref && !value && !annotates(n) {
				v.fault(n, "it says nothing: it has no translate, and no other type")
			}
		case "mtc:match":
			if ref {
				v.fault(n, "a match refers to it; it has no ref itself")
			}
		case "term":
		default:
			v.reserved(n, "type")
		}
		if ref {
			v.reference(f, s.scope, n, "ref")
		}
	}
}

// annotates reports that a marker carries attributes of a module or an extension.
func annotates(n xmlspan.Node) bool {
	for a := range n.Attributes() {
		if a.Prefix() != "" && a.Prefix() != "xmlns" {
			return true
		}
	}
	return false
}

// noteRef checks that a comment points to a note of its unit.
func (v *validator) noteRef(f *file, s *scope, n xmlspan.Node) {
	parts, wrong := parseFragment(n.Value("ref"))
	if wrong != "" || parts == nil {
		v.fault(n, "ref=%q is no reference to a note, which reads #n=ID", n.Value("ref"))
		return
	}
	unit := s.node
	for v.isNot(unit, "unit") {
		unit = unit.Parent()
	}
	last := parts[len(parts)-1]
	here := last.prefix == "n" && !unit.IsZero()
	for _, p := range parts[:len(parts)-1] {
		switch p.prefix {
		case "u":
			here = here && p.id == unit.Value("id")
		case "f":
			here = here && p.id == f.node.Value("id") && len(parts) > 2
		default:
			here = false
		}
	}
	if !here || v.note(unit, last.id).IsZero() {
		v.fault(n, "ref=%q is no note of the unit", n.Value("ref"))
	}
}

func (v *validator) isNot(n xmlspan.Node, name string) bool {
	return !n.IsZero() && n.Kind() == xmlspan.Element && !v.is(n, name)
}

// note finds a note by its id among those of a file, group or unit.
func (v *validator) note(n xmlspan.Node, id string) xmlspan.Node {
	if notes := v.child(n, "notes"); !notes.IsZero() {
		for c := range notes.Elements() {
			if c.Value("id") == id && id != "" {
				return c
			}
		}
	}
	return xmlspan.Node{}
}

// selector is one step of a fragment identifier: "u=12", or "s1" without prefix.
type selector struct{ prefix, id string }

// parseFragment reads a reference within XLIFF (section "Fragment Identification"):
// "#" and selectors with "/" between. It gives nil for references to other files, and
// says what is wrong with one that is none.
func parseFragment(ref string) (list []selector, wrong string) {
	inside, ok := strings.CutPrefix(ref, "#")
	if !ok {
		return nil, ""
	}
	inside = strings.TrimPrefix(inside, "/")
	rank := -1
	for _, step := range strings.Split(inside, "/") {
		s := selector{id: step}
		if prefix, id, found := strings.Cut(step, "="); found {
			s = selector{prefix, id}
			if !xmlspan.IsNameToken(prefix) {
				return nil, "the prefix " + prefix + " is no name token"
			}
		}
		if !xmlspan.IsNameToken(s.id) {
			return nil, "the id " + s.id + " is no name token"
		}
		next := selectorRank(s.prefix)
		switch {
		case next < 0:
			return nil, "the prefix " + s.prefix + " is none of f, g, u, n, d, t; those of modules and extensions have two letters or more"
		case next == 1 && rank == 1: // groups in groups may each be named? only one selects
			return nil, "it selects two groups"
		case next <= rank:
			return nil, "its selectors are not in the order file, group, unit, and then one that is in it"
		}
		rank = next
		list = append(list, s)
	}
	return list, ""
}

// selectorRank orders the prefixes; those that select what is in a unit, or are of a
// module, come last.
func selectorRank(prefix string) int {
	switch prefix {
	case "f":
		return 0
	case "g":
		return 1
	case "u":
		return 2
	case "", "n", "d", "t":
		return 3
	}
	if len(prefix) >= 2 {
		return 3
	}
	return -1
}

// reference checks a reference of an element in a scope: that it is well formed
// and leads to something.
func (v *validator) reference(f *file, s *scope, n xmlspan.Node, attribute string) {
	ref := n.Value(attribute)
	list, wrong := parseFragment(ref)
	if wrong != "" {
		v.fault(n, "%s=%q: %s", attribute, ref, wrong)
		return
	}
	if list == nil {
		return
	}
	if missing := v.lookup(f, s, list, strings.HasPrefix(ref, "#/")); missing != "" {
		v.fault(n, "%s=%q: there is no %s", attribute, ref, missing)
	}
}

// lookup follows selectors; what it does not find it names.
func (v *validator) lookup(f *file, s *scope, list []selector, absolute bool) (missing string) {
	around := s.node // the file, group or unit that the steps lead to
	for _, step := range list {
		switch step.prefix {
		case "f":
			if f = v.files[step.id]; f == nil {
				return "file " + step.id
			}
			around, s = f.node, nil
		case "g":
			if g := f.groups[step.id]; g != nil {
				around, s = g.node, nil
			} else {
				return "group " + step.id
			}
		case "u":
			if s = f.units[step.id]; s == nil {
				return "unit " + step.id
			}
			around = s.node
		case "n":
			if v.note(around, step.id).IsZero() {
				return "note " + step.id
			}
		default:
			if missing := v.leaf(s, step); missing != "" {
				return missing
			}
		}
	}
	return ""
}

// leaf looks for what is in a unit; what modules and extensions have they know best.
func (v *validator) leaf(s *scope, step selector) string {
	if len(step.prefix) > 1 {
		return ""
	}
	if s == nil {
		return "unit to look for " + step.id + " in"
	}
	found := false
	switch step.prefix {
	case "d":
		found = s.data[step.id]
	case "t":
		_, found = s.target[step.id]
	case "":
		_, found = s.ids[step.id]
	}
	if !found {
		return "element " + step.id + " in the unit"
	}
	return ""
}
