package xliff2

import (
	"strings"

	"diglot/translate/format/internal/xmlspan"
)

// file is one <file> with what references look for in it.
type file struct {
	node          xmlspan.Node
	groups, units map[string]*scope
	list          []*scope // the units, in their order
}

// scope is a unit, or the element of a module that holds text as a unit does: the
// ids of its inline elements are among themselves.
type scope struct {
	node  xmlspan.Node
	parts []part
	data  map[string]bool // ids of its original data
	match bool            // it is a <mtc:match>

	ids    map[string]xmlspan.Node // of segments, ignorables and what is in sources
	target map[string]xmlspan.Node // of what is in targets
}

// part is a segment or an ignorable.
type part struct {
	node, source, target xmlspan.Node
	order                int  // of its target
	explicit             bool // the target says the order
}

// document checks what goes beyond the grammar.
func (v *validator) document() {
	v.once(v.root.Elements(), "file", "file")
	for n := range v.root.Elements() {
		if v.is(n, "file") {
			v.index(n)
		}
	}
	for n := range v.root.Elements() {
		if f := v.files[n.Value("id")]; f != nil && f.node == n {
			v.file(f)
		}
	}
	v.languages()
	v.notes()
	v.modules()
	v.its()
}

// once checks that the ids of elements of a name are different.
func (v *validator) once(list func(func(xmlspan.Node) bool), name, within string) {
	seen := map[string]bool{}
	for n := range list {
		if !v.is(n, name) || !has(n, "id") {
			continue
		}
		id := n.Value("id")
		if seen[id] {
			v.fault(n, "the id %q stands twice among the <%s> of one %s", id, n.Name(), within)
		}
		seen[id] = true
	}
}

// index takes in the groups and units of a file.
func (v *validator) index(n xmlspan.Node) {
	f := &file{node: n, groups: map[string]*scope{}, units: map[string]*scope{}}
	if id := n.Value("id"); v.files[id] == nil {
		v.files[id] = f
	}
	v.once(n.All(), "group", "file")
	v.once(n.All(), "unit", "file")
	for c := range n.All() {
		switch {
		case v.is(c, "group"):
			f.groups[c.Value("id")] = &scope{node: c}
		case v.is(c, "unit"):
			u := v.scope(c)
			f.units[c.Value("id")] = u
			f.list = append(f.list, u)
		}
	}
}

// scope reads what a unit or a match holds.
func (v *validator) scope(n xmlspan.Node) *scope {
	s := &scope{node: n, data: map[string]bool{}, match: v.is(n, "mtc:match"), ids: map[string]xmlspan.Node{}, target: map[string]xmlspan.Node{}}
	for c := range n.Elements() {
		switch name, _ := v.name(c); name {
		case "segment", "ignorable":
			s.parts = append(s.parts, v.part(c, len(s.parts)+1))
		case "originalData":
			for d := range c.Elements() {
				s.data[d.Value("id")] = true
			}
		}
	}
	if s.match {
		s.parts = append(s.parts, v.part(n, 1))
	}
	return s
}

func (v *validator) part(n xmlspan.Node, position int) part {
	p := part{node: n, source: v.child(n, "source"), target: v.child(n, "target"), order: position}
	if !p.target.IsZero() && has(p.target, "order") {
		p.order, p.explicit = number(p.target.Value("order")), true
	}
	return p
}

func (v *validator) file(f *file) {
	if s := v.child(f.node, "skeleton"); !s.IsZero() {
		empty := s.Inside().Len() == 0
		if empty && !has(s, "href") {
			v.fault(s, "it is empty and has no href")
		} else if !empty && has(s, "href") {
			v.fault(s, "it has an href and must be empty")
		}
	}
	for _, u := range f.list {
		v.unit(f, u)
	}
}

func (v *validator) unit(f *file, u *scope) {
	segments := 0
	for _, p := range u.parts {
		if v.is(p.node, "segment") {
			segments++
			v.state(p)
		}
		if !p.target.IsZero() && !has(v.root, "trgLang") {
			v.fault(p.target, "the file has targets, but <%s> has no trgLang", v.root.Name())
		}
	}
	if segments == 0 {
		v.fault(u.node, "it has no <segment>")
	}
	v.order(u)
	v.check(f, u)
	for n := range u.node.All() {
		if v.is(n, "mtc:match") {
			v.check(f, v.scope(n))
		}
	}
}

// check checks the inline elements of a scope.
func (v *validator) check(f *file, s *scope) {
	v.data(s)
	v.ids(s)
	for _, side := range []side{{s, false}, {s, true}} {
		v.codes(f, side)
		v.pairs(side)
		v.markers(f, side)
	}
	v.editing(s)
}

// state checks how far a segment is said to be.
func (v *validator) state(p part) {
	switch state := p.node.Value("state"); {
	case has(p.node, "subState") && state == "":
		v.fault(p.node, "it has a subState and no state")
	case p.target.IsZero() && state != "" && state != "initial":
		v.fault(p.node, "its state is %s, but it has no target", state)
	}
	v.reserved(p.node, "subState")
}

// reserved refuses values that begin with "xlf:", which the standard keeps for its own.
func (v *validator) reserved(n xmlspan.Node, attribute string) {
	if value := n.Value(attribute); strings.HasPrefix(value, "xlf:") {
		v.fault(n, "%s=%q: the prefix xlf is the standard's own", attribute, value)
	}
}

// order checks that no two targets of a unit claim one place.
func (v *validator) order(u *scope) {
	taken := map[int]bool{}
	complete := side{u, true}.complete()
	for _, p := range u.parts {
		if p.target.IsZero() {
			continue
		}
		if p.order > len(u.parts) {
			v.fault(p.target, "order %d is more than the %d segments and ignorables of the unit", p.order, len(u.parts))
		} else if taken[p.order] {
			v.fault(p.target, "two targets of the unit have the order %d", p.order)
		}
		taken[p.order] = true
	}
	for i, p := range u.parts {
		if complete && p.explicit && !taken[i+1] {
			v.fault(p.target, "it leaves its place %d, which no other target takes", i+1)
		}
	}
}

// languages checks that what a source and a target inherit as xml:lang is what the
// root element says. The test suites call other languages of the targets of
// resources valid, so those are not looked at.
func (v *validator) languages() {
	source, target := v.root.Value("srcLang"), v.root.Value("trgLang")
	for n := range v.root.All() {
		if n.Local() != "source" && n.Local() != "target" {
			continue
		}
		name, _ := v.name(n)
		parent, _ := v.name(n.Parent())
		is := n.Inherited("xml:lang")
		if is == "" || parent != "segment" && parent != "ignorable" && parent != "mtc:match" && parent != "res:resourceItem" {
			continue
		}
		switch {
		case strings.HasSuffix(name, "source") && !strings.EqualFold(is, source):
			v.fault(n, "its language is %s, that of the file %s", is, source)
		case name == "target" && !strings.EqualFold(is, target) && n.Parent().Value("reference") != "yes":
			v.fault(n, "its language is %s, that of the file %s", is, target)
		}
	}
}

// notes checks that notes have different ids where they stand together.
func (v *validator) notes() {
	for n := range v.root.All() {
		switch name, _ := v.name(n); name {
		case "notes":
			v.once(n.Elements(), "note", "<notes>")
		case "group", "unit":
			v.reserved(n, "type")
		}
	}
}
