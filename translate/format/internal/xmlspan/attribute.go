package xmlspan

import (
	"iter"
	"strings"

	"diglot/translate/unit"
)

// Attribute is one attribute of a start tag.
type Attribute struct {
	Name  string    // as it is written, with its prefix
	Span  unit.Span // from the name to the closing quote
	Value unit.Span // between the quotes
	Quote byte      // " or '
}

// Prefix gives the prefix of the name, without the colon, or "".
func (a Attribute) Prefix() string { return a.Name[:max(strings.IndexByte(a.Name, ':'), 0)] }

// Local gives the name without its prefix.
func (a Attribute) Local() string { return a.Name[strings.IndexByte(a.Name, ':')+1:] }

// Attributes goes through the attributes of an element.
func (n Node) Attributes() iter.Seq[Attribute] {
	return func(yield func(Attribute) bool) {
		if n.Kind() != Element {
			return
		}
		for at := int(n.node().name); ; {
			a, ok := nextAttribute(n.tree.Body, at)
			if !ok || !yield(a) {
				return
			}
			at = a.Span.End
		}
	}
}

// nextAttribute reads the attribute at or behind a byte of a start tag that has
// been checked.
func nextAttribute(body string, at int) (a Attribute, ok bool) {
	at += spaces(body[at:])
	n := nameEnd(body[at:])
	if n == 0 {
		return a, false
	}
	a.Name, a.Span.Start = body[at:at+n], at
	at += n
	at += spaces(body[at:]) + len("=")
	at += spaces(body[at:])
	a.Quote = body[at]
	a.Value.Start = at + 1
	a.Value.End = a.Value.Start + strings.IndexByte(body[a.Value.Start:], a.Quote)
	a.Span.End = a.Value.End + 1
	return a, true
}

// Attribute finds an attribute by its name as it is written.
func (n Node) Attribute(name string) (Attribute, bool) {
	for a := range n.Attributes() {
		if a.Name == name {
			return a, true
		}
	}
	return Attribute{}, false
}

// Value gives the value of an attribute, references resolved, or "".
func (n Node) Value(name string) string {
	a, ok := n.Attribute(name)
	if !ok {
		return ""
	}
	return n.tree.Value(a)
}

// ValueIn gives the value of an attribute by its namespace.
func (n Node) ValueIn(space, local string) (value string, found bool) {
	for a := range n.Attributes() {
		if a.Local() == local && n.SpaceOf(a) == space {
			return n.tree.Value(a), true
		}
	}
	return "", false
}

// SpaceOf gives the namespace of an attribute of the element; one without prefix
// has none.
func (n Node) SpaceOf(a Attribute) string {
	prefix := a.Prefix()
	if prefix == "" {
		return ""
	}
	space, _ := n.tree.resolve(n.node().scope, prefix)
	return space
}

// Inherited gives the value of an attribute of the nearest element that has it,
// from this one outward, or "".
func (n Node) Inherited(name string) string {
	for ; !n.IsZero() && n.Kind() == Element; n = n.Parent() {
		if a, ok := n.Attribute(name); ok {
			return n.tree.Value(a)
		}
	}
	return ""
}

// Value gives an attribute's value as a reader of the file gets it: references
// resolved, white space characters as spaces (XML 1.0, 3.3.3).
func (t *Tree) Value(a Attribute) string {
	raw := t.Body[a.Value.Start:a.Value.End]
	if !strings.ContainsAny(raw, "&\t\r\n") {
		return raw
	}
	raw = strings.ReplaceAll(raw, "\r\n", " ")
	var b strings.Builder
	for i := 0; i < len(raw); {
		switch c := raw[i]; c {
		case '\t', '\r', '\n':
			b.WriteByte(' ')
			i++
		case '&':
			letters, n := reference(raw[i:])
			b.WriteString(letters)
			i += n
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String()
}

// The namespaces of the prefixes that need no declaration.
const (
	SpaceXML   = "http://www.w3.org/XML/1998/namespace"
	SpaceXMLNS = "http://www.w3.org/2000/xmlns/"
)

// binding ties a prefix to a namespace for an element and what is in it.
type binding struct {
	prefix, space string
	outer         int32 // the binding that was innermost before
	depth         int32 // how many there are from here on outward
}

// resolve finds the namespace of a prefix, "" being the default one.
func (t *Tree) resolve(scope int32, prefix string) (space string, ok bool) {
	switch prefix {
	case "xml":
		return SpaceXML, true
	case "xmlns":
		return SpaceXMLNS, true
	}
	for ; scope > 0; scope = t.scope[scope].outer {
		if b := &t.scope[scope]; b.prefix == prefix {
			return b.space, true
		}
	}
	return "", prefix == ""
}
