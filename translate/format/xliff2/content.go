package xliff2

import (
	"slices"
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

// named reports that a rule names a child; what it does not name is "other" where it
// has another namespace.
func named(list []particle, child string) bool {
	return slices.ContainsFunc(list, func(p particle) bool { return slices.Contains(p.names, child) })
}

// particle is one item of a rule's content.
type particle struct {
	names    []string
	optional bool
	many     bool
}

// particles reads the content of a rule.
func particles(content string) (list []particle, text bool) {
	for _, field := range strings.Fields(content) {
		if field == "text" {
			text = true
			continue
		}
		p := particle{}
		switch field[len(field)-1] {
		case '?':
			p.optional = true
		case '*':
			p.optional, p.many = true, true
		case '+':
			p.many = true
		}
		p.names = strings.Split(strings.Trim(field, "()?*+"), "|")
		list = append(list, p)
	}
	return list, text
}

// content checks the children of an element.
func (v *validator) content(n xmlspan.Node, name string, r *parsed) {
	list := r.content
	v.letters(n, r.text)
	at, count := 0, 0 // the particle that is being filled, and by how many so far
	seen := map[string]bool{}
	for c := range n.Elements() {
		child, known := v.name(c)
		if name == "xliff" && !v.v22 && child != "file" {
			v.fault(c, "only <file> can stand in <xliff>")
			continue
		}
		if !v.place(list, &at, &count, child, known && c.Space() == n.Space() || named(list, child)) {
			v.fault(c, "it cannot stand here in <%s>%s", n.Name(), v.expected(list, at, count))
			return
		}
		if list[at].names[0] == "other" && known {
			v.foreign(c, n, child, r.modules, seen)
		}
	}
	for ; at < len(list); at, count = at+1, 0 {
		if count == 0 && !list[at].optional {
			v.fault(n, "it has no <%s>", strings.Join(list[at].names, "> or <"))
			return
		}
	}
}

// place finds the particle that a child fills, from where the last one stood.
func (v *validator) place(list []particle, at, count *int, child string, known bool) bool {
	for ; *at < len(list); *at, *count = *at+1, 0 {
		p := &list[*at]
		if p.fits(child, known) && (*count == 0 || p.many) {
			*count++
			return true
		}
		if *count == 0 && !p.optional {
			return false
		}
	}
	return false
}

func (p *particle) fits(child string, known bool) bool {
	for _, name := range p.names {
		if name == child && known || name == "other" && !known {
			return true
		}
	}
	return false
}

// expected says what should stand where a child does not fit.
func (v *validator) expected(list []particle, at, count int) string {
	if at < len(list) && count == 0 && !list[at].optional {
		return "; <" + strings.Join(list[at].names, "> or <") + "> comes first"
	}
	return ""
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
