package xmlspan

import (
	"iter"
	"strings"

	"diglot/translate/unit"
)

// Tree is a parsed file: its nodes in the order in which they stand in it.
type Tree struct {
	Body  string
	nodes []node
	scope []binding

	Declaration unit.Span // <?xml …?>, or empty
	Doctype     unit.Span // <!DOCTYPE …>, or empty

	entities  map[string]bool // that the DTD declares
	openDTD   bool            // a part of the DTD lies elsewhere: it may declare more
	unbound   int             // byte of the first prefix that nothing declares, or -1
	unboundAs string          // that prefix
}

// Kind says what a node is.
type Kind uint8

// The kinds of nodes. Document is the root of all, above the root element.
const (
	Document Kind = iota
	Element
	Text
	CData
	Comment
	Instruction
)

// node is one entry of the table; its first child, if it has one, stands behind it.
type node struct {
	kind       Kind
	start, end int32 // of the start tag, or of the whole token
	name       int32 // where the element's name ends
	inner      int32 // of elements: where the end tag begins
	outer      int32 // of elements: where the end tag ends
	parent     int32
	next       int32 // the next sibling, or 0
	scope      int32 // of elements: the innermost binding of a prefix, or 0
}

// Node is one node of a tree. The zero Node is none.
type Node struct {
	tree *Tree
	at   int32
}

// Root gives the root element.
func (t *Tree) Root() Node {
	for n := range (Node{t, 0}).Children() {
		if n.Kind() == Element {
			return n
		}
	}
	return Node{}
}

// Top gives the document node, whose children are the root element and what stands
// beside it.
func (t *Tree) Top() Node { return Node{t, 0} }

// Unbound gives the first prefix that no namespace is declared for, and where it
// stands. A reader of a format without namespaces need not mind.
func (t *Tree) Unbound() (prefix string, at int, found bool) {
	return t.unboundAs, t.unbound, t.unbound >= 0
}

func (n Node) node() *node { return &n.tree.nodes[n.at] }

// IsZero reports that there is no such node.
func (n Node) IsZero() bool { return n.tree == nil }

// Kind gives the node's kind.
func (n Node) Kind() Kind { return n.node().kind }

// Start gives the byte where the node begins.
func (n Node) Start() int { return int(n.node().start) }

// Tag gives the span of an element's start tag, or of the whole of another node.
func (n Node) Tag() unit.Span { return unit.Span{Start: n.Start(), End: int(n.node().end)} }

// Span gives the span of the node, of an element with all that is in it.
func (n Node) Span() unit.Span {
	if n.Kind() == Element {
		return unit.Span{Start: n.Start(), End: int(n.node().outer)}
	}
	return n.Tag()
}

// Inside gives the span between an element's tags. For <a/> it is empty.
func (n Node) Inside() unit.Span {
	return unit.Span{Start: int(n.node().end), End: int(n.node().inner)}
}

// EndTag gives the span of an element's end tag. For <a/> it is empty.
func (n Node) EndTag() unit.Span {
	return unit.Span{Start: int(n.node().inner), End: int(n.node().outer)}
}

// SelfClosed reports that an element is written as <a/>.
func (n Node) SelfClosed() bool { return n.node().end == n.node().outer }

// Name gives an element's name as it is written, with its prefix.
func (n Node) Name() string {
	if n.Kind() != Element {
		return ""
	}
	return n.tree.Body[n.Start()+1 : n.node().name]
}

// Prefix gives the prefix of an element's name, with the colon, or "".
func (n Node) Prefix() string {
	name := n.Name()
	return name[:strings.IndexByte(name, ':')+1]
}

// Local gives an element's name without its prefix.
func (n Node) Local() string {
	name := n.Name()
	return name[strings.IndexByte(name, ':')+1:]
}

// Space gives the namespace of an element.
func (n Node) Space() string {
	space, _ := n.tree.resolve(n.node().scope, strings.TrimSuffix(n.Prefix(), ":"))
	return space
}

// Is reports an element of that namespace and local name.
func (n Node) Is(space, local string) bool {
	return !n.IsZero() && n.Kind() == Element && n.Local() == local && n.Space() == space
}

// Parent gives the node around this one; that of the document node is none.
func (n Node) Parent() Node {
	if n.at == 0 {
		return Node{}
	}
	return Node{n.tree, n.node().parent}
}

// Children goes through the nodes directly in this one.
func (n Node) Children() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for c := n.first(); !c.IsZero(); c = c.Next() {
			if !yield(c) {
				return
			}
		}
	}
}

// first gives the node's first child.
func (n Node) first() Node {
	if next := n.at + 1; int(next) < len(n.tree.nodes) && n.tree.nodes[next].parent == n.at {
		return Node{n.tree, next}
	}
	return Node{}
}

// Next gives the node behind this one in the same parent.
func (n Node) Next() Node {
	if next := n.node().next; next > 0 {
		return Node{n.tree, next}
	}
	return Node{}
}

// Elements goes through the elements directly in this one.
func (n Node) Elements() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for c := range n.Children() {
			if c.Kind() == Element && !yield(c) {
				return
			}
		}
	}
}

// All goes through the elements in this one, at any depth, in their order; this
// one is the first.
func (n Node) All() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for at := n.at; int(at) < len(n.tree.nodes); at++ {
			c := Node{n.tree, at}
			if at > n.at && c.Start() >= n.Span().End && n.at > 0 {
				return
			}
			if c.Kind() == Element && !yield(c) {
				return
			}
		}
	}
}

// Child gives the first element of that local name directly in this one.
func (n Node) Child(local string) Node {
	for c := range n.Elements() {
		if c.Local() == local {
			return c
		}
	}
	return Node{}
}

// Letters gives all text in the node, references resolved, comments and tags left
// out.
func (n Node) Letters() string {
	switch n.Kind() {
	case Text:
		return n.tree.Letters(n.Tag())
	case CData:
		return lineEnds(n.tree.Body[n.Start()+len(cdataStart) : int(n.node().end)-len(cdataEnd)])
	case Comment, Instruction:
		return ""
	}
	var b strings.Builder
	for at := n.at + 1; int(at) < len(n.tree.nodes); at++ {
		c := Node{n.tree, at}
		if n.at > 0 && c.Start() >= n.Span().End {
			break
		}
		if k := c.Kind(); k == Text || k == CData {
			b.WriteString(c.Letters())
		}
	}
	return b.String()
}

// Said gives what a comment says, without its marks and the space around it.
func (n Node) Said() string {
	s := n.tree.Body[n.Start():n.node().end]
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(s, commentStart), commentEnd))
}
