package xmlspan

import "strings"

// Head tells the local name and the namespace of the root element from the
// beginning of a file, and its version attribute. It is "" where no root element is
// found; a start tag that is cut off is read as far as it goes.
func Head(head string) (local, space, version string) {
	p := parser{Tree: Tree{Body: head, unbound: -1, nodes: make([]node, 1), scope: make([]binding, 1)}, open: []int32{0}, last: []int32{0}}
	p.at = len(head) - len(strings.TrimLeft(head, "\ufeff"))
	p.Body, p.at = head[p.at:], 0
	for p.at < len(p.Body) {
		rest := p.Body[p.at:]
		n := nameEnd(rest[1:])
		if rest[0] == '<' && n > 0 {
			return rootTag(rest[1:1+n], rest[1+n:])
		}
		if p.next() != nil {
			break
		}
	}
	return "", "", ""
}

// rootTag reads the attributes of a start tag as far as they go.
func rootTag(name, rest string) (local, space, version string) {
	prefix, local, found := strings.Cut(name, ":")
	declares := "xmlns:" + prefix
	if !found {
		local, declares = name, "xmlns"
	}
	for {
		rest = rest[spaces(rest):]
		n := nameEnd(rest)
		attribute := rest[:n]
		rest = rest[n:]
		rest = rest[spaces(rest):]
		rest, found = strings.CutPrefix(rest, "=")
		rest = rest[spaces(rest):]
		if n == 0 || !found || rest == "" || rest[0] != '"' && rest[0] != '\'' {
			return local, space, version
		}
		value, behind, ends := strings.Cut(rest[1:], rest[:1])
		if !ends {
			return local, space, version
		}
		switch attribute {
		case declares:
			space = value
		case "version":
			version = value
		}
		rest = behind
	}
}
