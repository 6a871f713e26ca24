package xliff2

import (
	"strings"

	"diglot/translate/format/internal/xmlspan"
)

// modules checks what the modules ask for beyond the grammar.
func (v *validator) modules() {
	for n := range v.root.All() {
		v.style(n)
		v.size(n)
		switch name, _ := v.name(n); name {
		case "mtc:matches":
			v.once(n.Elements(), "mtc:match", "<matches>")
		case "mtc:match":
			v.match(n)
		case "gls:glossary":
			v.onceAmong(n, "glossary", "gls:glossEntry", "gls:translation")
		case "gls:glossEntry":
			if v.child(n, "gls:translation").IsZero() && v.child(n, "gls:definition").IsZero() {
				v.fault(n, "it has neither a translation nor a definition")
			}
			v.spanRef(n)
		case "gls:translation":
			v.spanRef(n)
		case "mda:metadata":
			v.onceAmong(n, "metadata", "mda:metadata", "mda:metaGroup")
		case "res:resourceData":
			v.onceAmong(n, "resourceData", "res:resourceItemRef", "res:resourceItem")
		case "res:resourceItem":
			v.item(n)
		case "val:rule":
			v.rule(n)
		case "ctr:revisions":
			v.revisions(n)
		}
	}
}

// onceAmong checks that the ids of elements of several names are different.
func (v *validator) onceAmong(around xmlspan.Node, within string, names ...string) {
	seen := map[string]bool{}
	for n := range around.All() {
		name, _ := v.name(n)
		if !has(n, "id") || !strings.Contains(" "+strings.Join(names, " ")+" ", " "+name+" ") {
			continue
		}
		if id := n.Value("id"); seen[id] {
			v.fault(n, "the id %q stands twice in one <%s>", id, within)
		} else {
			seen[id] = true
		}
	}
}

// around gives the unit and the file in which an element stands; the unit may be nil.
func (v *validator) around(n xmlspan.Node) (*file, *scope) {
	var u xmlspan.Node
	for ; !n.IsZero() && n.Kind() == xmlspan.Element; n = n.Parent() {
		if v.is(n, "unit") {
			u = n
		}
		if v.is(n, "file") {
			f := v.files[n.Value("id")]
			if f == nil || u.IsZero() {
				return f, nil
			}
			return f, f.units[u.Value("id")]
		}
	}
	return nil, nil
}

// match checks a translation candidate.
func (v *validator) match(n xmlspan.Node) {
	if has(n, "xml:lang") {
		v.fault(n, "it cannot have xml:lang")
	}
	if has(n, "subType") && !has(n, "type") {
		v.fault(n, "it has a subType and no type")
	}
	v.reserved(n, "subType")
	v.spanRef(n)
}

// spanRef checks that a ref leads to a segment or to a span of text in the unit.
func (v *validator) spanRef(n xmlspan.Node) {
	if !has(n, "ref") {
		return
	}
	f, u := v.around(n)
	ref := n.Value("ref")
	list, wrong := parseFragment(ref)
	if wrong != "" {
		v.fault(n, "ref=%q: %s", ref, wrong)
		return
	}
	if f == nil || u == nil {
		return
	}
	if list == nil {
		v.fault(n, "ref=%q is no reference to a span of text in the unit; write #ID", ref)
		return
	}
	for _, step := range list {
		if step.prefix == "f" && step.id != f.node.Value("id") || step.prefix == "u" && step.id != u.node.Value("id") {
			v.fault(n, "ref=%q leads out of the unit", ref)
			return
		}
	}
	last := list[len(list)-1]
	if last.prefix != "" && last.prefix != "t" {
		v.fault(n, "ref=%q leads to no span of text", ref)
		return
	}
	if v.leaf(u, last) != "" {
		v.fault(n, "ref=%q: there is no span of text %q in the unit", ref, last.id)
	}
}

// style checks the Format Style module.
func (v *validator) style(n xmlspan.Node) {
	if n.Space() != v.space {
		return
	}
	_, fs := n.ValueIn(spaceStyle, "fs")
	_, sub := n.ValueIn(spaceStyle, "subFs")
	switch {
	case !fs && !sub:
	case !fs:
		v.fault(n, "it has fs:subFs and no fs:fs")
	case n.Local() == "ec" && n.Value("isolated") != "yes":
		v.fault(n, "only an isolated end has fs:fs")
	}
}

// size checks the Size and Length Restriction module.
func (v *validator) size(n xmlspan.Node) {
	if n.Space() != v.space {
		return
	}
	info, hasInfo := n.ValueIn(spaceSize, "sizeInfo")
	ref, hasRef := n.ValueIn(spaceSize, "sizeInfoRef")
	_, storage := n.ValueIn(spaceSize, "equivStorage")
	if n.Local() == "ec" && n.Value("isolated") != "yes" && (hasInfo || hasRef || storage) {
		v.fault(n, "only an isolated end says its size")
	}
	if hasInfo && hasRef {
		v.fault(n, "it has both sizeInfo and sizeInfoRef")
	}
	// A profile decides what a size is; where it is a number, the standard's own
	// profiles know whole ones only.
	if hasInfo && isNumber(info) && !isInteger(info) {
		v.fault(n, "sizeInfo=%q is not a whole number", info)
	}
	if hasRef && !v.sizeData(n, ref) {
		v.fault(n, "sizeInfoRef=%q is nothing in a <data> of the module beside it or beside what is around it", ref)
	}
}

func isNumber(s string) bool {
	return strings.Trim(s, "+-0123456789.") == "" && strings.Trim(s, "+-.") != ""
}

// sizeData looks for an id in the size data that count for an element.
func (v *validator) sizeData(n xmlspan.Node, id string) bool {
	for around := n.Parent(); !around.IsZero() && around.Kind() == xmlspan.Element; around = around.Parent() {
		for c := range around.Elements() {
			if !v.is(c, "slr:data") {
				continue
			}
			for inside := range c.All() {
				if inside != c && (inside.Value("id") == id || inside.Value("xml:id") == id) {
					return true
				}
			}
		}
	}
	return false
}

// item checks a resource.
func (v *validator) item(n xmlspan.Node) {
	source, target := v.child(n, "res:source"), v.child(n, "res:target")
	if source.IsZero() && target.IsZero() && v.child(n, "res:reference").IsZero() {
		v.fault(n, "it has neither source, nor target, nor reference")
	}
	outside := false
	for _, c := range []xmlspan.Node{source, target} {
		if c.IsZero() {
			continue
		}
		outside = outside || has(c, "href")
		if empty := !hasContent(c); empty && !has(c, "href") {
			v.fault(c, "it is empty and has no href")
		} else if !empty && has(c, "href") {
			v.fault(c, "it has an href and must be empty")
		}
	}
	if outside && !has(n, "mimeType") {
		v.fault(n, "what lies elsewhere needs a mimeType")
	}
}

// hasContent reports an element with other elements or letters in it.
func hasContent(n xmlspan.Node) bool {
	for c := range n.Children() {
		if c.Kind() == xmlspan.Element || strings.TrimSpace(c.Letters()) != "" {
			return true
		}
	}
	return false
}

// rule checks one of the Validation module.
func (v *validator) rule(n xmlspan.Node) {
	count := 0
	for _, a := range []string{"isPresent", "isNotPresent", "startsWith", "endsWith"} {
		if has(n, a) {
			count++
		}
	}
	custom := annotates(n)
	switch {
	case count > 1 || count == 1 && custom:
		v.fault(n, "a rule says one thing: isPresent, isNotPresent, startsWith, endsWith or an attribute of an extension")
	case count == 0 && !custom:
		v.fault(n, "it says nothing: it has none of isPresent, isNotPresent, startsWith, endsWith, nor an attribute of an extension")
	case has(n, "occurs") && !has(n, "isPresent"):
		v.fault(n, "occurs goes with isPresent")
	case n.Value("existsInSource") == "yes" && (count == 0 || has(n, "isNotPresent")):
		v.fault(n, "existsInSource goes with isPresent, startsWith or endsWith")
	case n.Value("disabled") == "yes" && v.is(n.Parent().Parent(), "file"):
		v.fault(n, "a rule of the file cannot be disabled there")
	}
}

// revisions checks the Change Tracking module.
func (v *validator) revisions(n xmlspan.Node) {
	of := v.revised(n)
	if has(n, "ref") && of.IsZero() {
		v.fault(n, "there is no %s with the id %q beside it", n.Value("appliesTo"), n.Value("ref"))
	}
	versions := map[string]bool{}
	for revision := range n.Elements() {
		versions[revision.Value("version")] = true
		given := map[string]bool{}
		for item := range revision.Elements() {
			property := item.Value("property")
			if given[property] {
				v.fault(item, "the revision gives %s twice", property)
			}
			given[property] = true
			if property != "content" && !of.IsZero() && !has(of, property) {
				v.fault(item, "<%s id=%q> has no attribute %s", of.Name(), of.Value("id"), property)
			}
		}
	}
	if current := n.Value("currentVersion"); current != "" && !versions[current] {
		v.fault(n, "no revision has the version %q", current)
	}
}

// revised finds the element whose changes are tracked: beside the <changeTrack> or in
// what stands beside it.
func (v *validator) revised(n xmlspan.Node) xmlspan.Node {
	track := n.Parent()
	for c := range track.Parent().All() {
		if c.Local() == n.Value("appliesTo") && c.Value("id") == n.Value("ref") && c != n && has(c, "id") {
			return c
		}
	}
	return xmlspan.Node{}
}
