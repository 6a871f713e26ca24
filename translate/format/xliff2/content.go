package xliff2

import (
	"strings"

	"diglot/translate/format/internal/xmlspan"
)

// structure checks an element and all in it against the grammar. Extensions are
// not looked into.
func (v *validator) structure(n xmlspan.Node) {
	name, known := v.name(n)
	if !known {
		return
	}
	r := v.ruleOf(name)
	if r == nil {
		v.fault(n, "the standard has no such element")
		return
	}
	v.attributes(n, r)
	v.content(n, name, r)
	for c := range n.Elements() {
		v.structure(c)
	}
}

// content checks the children of an element. One that the rule does not name and
// that has another namespace is "other".
func (v *validator) content(n xmlspan.Node, name string, r *parsed) {
	v.letters(n, r.content.Text)
	var children []xmlspan.Node
	var names []string
	for c := range n.Elements() {
		child, _ := v.name(c)
		if name == "xliff" && !v.v22 && child != "file" {
			v.fault(c, "only <file> can stand in <xliff>")
			continue
		}
		if !r.content.Names(child) && c.Space() != n.Space() {
			child = "other"
		}
		children, names = append(children, c), append(names, child)
	}
	if at, wrong := r.content.Check(names); wrong != "" && at < len(children) {
		v.fault(children[at], "%s (in <%s>)", wrong, n.Name())
		return
	} else if wrong != "" {
		v.fault(n, "%s", wrong)
	}
	seen := map[string]bool{}
	for i, c := range children {
		if child, known := v.name(c); names[i] == "other" && known {
			v.foreign(c, n, child, r.modules, seen)
		}
	}
}

// foreign checks an element of a module that stands where any other may: the
// standard says which modules can, and that they stand there once.
func (v *validator) foreign(c, parent xmlspan.Node, child, modules string, seen map[string]bool) {
	if modules == "*" {
		return
	}
	if !strings.Contains(" "+modules+" ", " "+child+" ") {
		if !strings.HasPrefix(child, "its:") {
			v.fault(c, "this element of a module cannot stand in <%s>", parent.Name())
		}
		return
	}
	if seen[child] && child != "ctr:changeTrack" && child != "slr:data" && !strings.HasPrefix(child, "its:") {
		v.fault(c, "it stands twice in <%s>", parent.Name())
	}
	seen[child] = true
}

// letters refuses text between elements where there can be none.
func (v *validator) letters(n xmlspan.Node, allowed bool) {
	if allowed {
		return
	}
	for c := range n.Children() {
		if k := c.Kind(); (k == xmlspan.Text || k == xmlspan.CData) && strings.TrimLeft(c.Letters(), " \t\r\n") != "" {
			v.faultAt(c.Start(), "text cannot stand in <%s>", n.Name())
			return
		}
	}
}
