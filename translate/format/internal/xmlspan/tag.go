package xmlspan

import (
	"strings"
)

// startTag reads a start tag and opens its element.
func (p *parser) startTag() error {
	start := p.at
	n := nameEnd(p.Body[start+1:])
	switch {
	case n == 0:
		return p.fault(start, "a bare <; write &lt;")
	case n > MaxName:
		return p.fault(start, "a name of more than %d bytes", MaxName)
	case len(p.open) == 1 && p.root:
		return p.fault(start, "a second root element")
	case len(p.open) > MaxDepth:
		return p.fault(start, "elements stand more than %d deep in one another", MaxDepth)
	}
	p.root = true
	e := node{kind: Element, start: int32(start), name: int32(start + 1 + n), scope: p.nodes[p.open[len(p.open)-1]].scope}
	at, err := p.attributes(&e)
	if err != nil {
		return err
	}
	empty := p.Body[at] == '/'
	if empty {
		at++
	}
	e.end = int32(at + 1)
	e.inner, e.outer = e.end, e.end
	index := p.add(e)
	p.prefix(int(e.start)+1, p.Body[e.start+1:e.name], e.scope)
	if !empty {
		p.open, p.last = append(p.open, index), append(p.last, 0)
	}
	p.at = at + 1
	return nil
}

// attributes checks those of a start tag and gives the byte of its ">" or "/>".
func (p *parser) attributes(e *node) (int, error) {
	at, count := int(e.name), 0
	for {
		gap := spaces(p.Body[at:])
		at += gap
		rest := p.Body[at:]
		if strings.HasPrefix(rest, ">") || strings.HasPrefix(rest, "/>") {
			return at, p.names(e, count)
		}
		n := nameEnd(rest)
		switch count++; {
		case rest == "":
			return 0, p.fault(int(e.start), "the tag <%.40s has no end", p.Body[e.start+1:e.name])
		case n == 0:
			return 0, p.fault(at, "%.1q in the tag <%.40s>", rest, p.Body[e.start+1:e.name])
		case gap == 0:
			return 0, p.fault(at, "no space before an attribute")
		case n > MaxName:
			return 0, p.fault(at, "a name of more than %d bytes", MaxName)
		case count > MaxAttributes:
			return 0, p.fault(at, "more than %d attributes in one tag", MaxAttributes)
		}
		var err error
		if at, err = p.value(at, n); err != nil {
			return 0, err
		}
	}
}

// value checks the value of the attribute at a byte whose name has n bytes.
func (p *parser) value(at, n int) (int, error) {
	name := p.Body[at : at+n]
	eq := at + n + spaces(p.Body[at+n:])
	if !strings.HasPrefix(p.Body[eq:], "=") {
		return 0, p.fault(at, "the attribute %.40s has no value", name)
	}
	quote := eq + 1 + spaces(p.Body[eq+1:])
	if quote == len(p.Body) || p.Body[quote] != '"' && p.Body[quote] != '\'' {
		return 0, p.fault(at, "the value of the attribute %.40s has no quotes", name)
	}
	end := strings.IndexByte(p.Body[quote+1:], p.Body[quote])
	if end < 0 {
		return 0, p.fault(at, "the value of the attribute %.40s has no end", name)
	}
	if end > MaxValue {
		return 0, p.fault(at, "the value of the attribute %.40s has %d bytes, more than %d", name, end, MaxValue)
	}
	a, _ := nextAttribute(p.Body, at)
	if i := strings.IndexByte(p.Body[a.Value.Start:a.Value.End], '<'); i >= 0 {
		return 0, p.fault(a.Value.Start+i, "< in the value of the attribute %.40s; write &lt;", name)
	}
	return a.Span.End, p.references(a.Value)
}

// names checks that no attribute stands twice, and takes in the namespaces that
// the tag declares.
func (p *parser) names(e *node, count int) error {
	prefixed := false
	p.once.reset(count)
	for at := int(e.name); count > 0; {
		a, ok := nextAttribute(p.Body, at)
		if !ok {
			break
		}
		at = a.Span.End
		if !p.once.add(a.Name) {
			return p.fault(a.Span.Start, "the attribute %.40s stands twice", a.Name)
		}
		colon := strings.IndexByte(a.Name, ':')
		switch {
		case a.Name == "xmlns":
			if err := p.bind(e, "", a); err != nil {
				return err
			}
		case colon > 0 && a.Name[:colon] == "xmlns":
			if err := p.bind(e, a.Name[colon+1:], a); err != nil {
				return err
			}
		case colon > 0 && a.Name[:colon] != "xml":
			prefixed = true
		}
	}
	if !prefixed {
		return nil
	}
	return p.prefixes(e, count)
}

// prefixes checks the attributes with prefixes: one may not stand twice under two
// prefixes of one namespace.
func (p *parser) prefixes(e *node, count int) error {
	p.once.reset(count)
	for at := int(e.name); ; {
		a, ok := nextAttribute(p.Body, at)
		if !ok {
			return nil
		}
		at = a.Span.End
		prefix := a.Prefix()
		if prefix == "" || prefix == "xmlns" {
			continue
		}
		p.prefix(a.Span.Start, a.Name, e.scope)
		if space, bound := p.resolve(e.scope, prefix); bound && count > 1 && !p.once.add(space+" "+a.Local()) {
			return p.fault(a.Span.Start, "the attribute %.40s stands twice, under two prefixes", a.Name)
		}
	}
}

// once tells whether a name came before: a few names in a list, many in a map.
type once struct {
	list []string
	many map[string]bool
}

func (o *once) reset(count int) {
	o.list, o.many = o.list[:0], nil
	if count > 16 {
		o.many = make(map[string]bool, count)
	}
}

// add reports whether the name is new.
func (o *once) add(name string) bool {
	if o.many != nil {
		fresh := !o.many[name]
		o.many[name] = true
		return fresh
	}
	for _, s := range o.list {
		if s == name {
			return false
		}
	}
	o.list = append(o.list, name)
	return true
}

// bind takes in xmlns:prefix="…".
func (p *parser) bind(e *node, prefix string, a Attribute) error {
	space := p.Value(a)
	switch {
	case prefix == "xmlns", prefix == "xml" && space != SpaceXML, prefix != "xml" && (space == SpaceXML || space == SpaceXMLNS):
		return p.fault(a.Span.Start, "%.40s cannot be declared so", a.Name)
	case space == "" && prefix != "":
		return p.fault(a.Span.Start, "%.40s has an empty value", a.Name)
	}
	b := binding{prefix: prefix, space: space, outer: e.scope, depth: p.scope[e.scope].depth + 1}
	if b.depth > MaxBindings {
		return p.fault(a.Span.Start, "more than %d namespaces are in scope", MaxBindings)
	}
	p.scope = append(p.scope, b)
	e.scope = int32(len(p.scope) - 1)
	return nil
}

// prefix notes the first prefix that is not declared.
func (p *parser) prefix(at int, name string, scope int32) {
	i := strings.IndexByte(name, ':')
	if i < 0 || p.unbound >= 0 {
		return
	}
	if _, ok := p.resolve(scope, name[:i]); !ok {
		p.unbound, p.unboundAs = at, name[:i]
	}
}
