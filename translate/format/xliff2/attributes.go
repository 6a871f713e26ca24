package xliff2

import (
	"strings"

	"diglot/translate/format/internal/xmlspan"
)

// attribute is the type of one that a rule allows, "" for any text.
type attribute string

// allowed reads the attributes of a rule.
func allowed(attributes string) (list map[string]attribute, required []string, other bool) {
	list = map[string]attribute{}
	for _, field := range strings.Fields(attributes) {
		if field == "other" {
			other = true
			continue
		}
		name, kind := field, ""
		if head, tail, must := strings.Cut(field, "!"); must {
			name, kind = head, strings.TrimPrefix(tail, ":")
			required = append(required, name)
		} else if i := strings.LastIndexByte(field, ':'); i >= 0 && isType(field[i+1:]) {
			name, kind = field[:i], field[i+1:]
		}
		list[name] = attribute(kind)
	}
	return list, required, other
}

func isType(s string) bool {
	_, enumerated := enumerations[s]
	_, checked := types[s]
	return enumerated || checked
}

// attributes checks those of an element against the grammar.
func (v *validator) attributes(n xmlspan.Node, r *parsed) {
	found := map[string]bool{}
	for a := range n.Attributes() {
		if a.Name == "xmlns" || a.Prefix() == "xmlns" {
			continue
		}
		name, known := a.Local(), true
		switch space := n.SpaceOf(a); {
		case space == xmlspan.SpaceXML:
			name = "xml:" + name
		case a.Prefix() != "":
			var prefix string
			prefix, known = prefixes[space]
			if space == v.space || space == n.Space() {
				known, prefix = true, prefixes[space]
			}
			name = prefix + name
		}
		if !known {
			if !r.other && !strings.HasPrefix(n.SpaceOf(a), "http://www.w3.org/2001/XMLSchema-instance") {
				v.faultAt(a.Span.Start, "<%s>: it cannot have the attribute %s of an extension", n.Name(), a.Name)
			}
			continue
		}
		found[name] = true
		kind, ok := r.attributes[name]
		if !ok {
			v.faultAt(a.Span.Start, "<%s>: it cannot have the attribute %s", n.Name(), a.Name)
			continue
		}
		if wrong := typeFault(string(kind), v.tree.Value(a)); wrong != "" {
			v.faultAt(a.Span.Start, "<%s>: %s=%q is %s", n.Name(), a.Name, v.tree.Value(a), wrong)
		}
	}
	for _, name := range r.required {
		if !found[name] {
			v.fault(n, "it has no %s", name)
		}
	}
}
