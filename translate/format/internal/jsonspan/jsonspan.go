// Package jsonspan reads JSON and keeps the place of every string in it.
//
// Programs keep their words in JSON in a dozen dialects. A translation has to go
// into one value and leave the indentation, the order of keys and the escapes of all
// others as they are, which no decoder into Go values can promise. So this reader
// gives a tree that knows where each string stands; strings come as
// [literal.String], of which blocks are made.
//
// It is strict: what RFC 8259 does not allow is refused with its place, and so is a
// key that stands twice in one object, because programs differ in which of the two
// they take. An empty file is an empty tree.
//
// Read first: [Parse], then [Node].
package jsonspan

import (
	"iter"
	"strings"

	"diglot/translate/format/internal/literal"
	"diglot/translate/unit"
)

// maxDepth is how deep objects and arrays may be nested.
const maxDepth = 500

// Kind is what a value is.
type Kind uint8

// The kinds of values.
const (
	Other  Kind = iota // a number, true, false or null
	String             //
	Array              //
	Object             //
)

// Tree is a whole file.
type Tree struct {
	Body  string
	nodes []node
}

// node is kept small: a file can have a value for every two of its bytes.
type node struct {
	kind       Kind
	start, end int32 // of the value, with its quotes or brackets
	key        int32 // where the key's opening quote stands, or -1
	next       int32 // node behind this one in the same object or array, or 0
}

// Node is a value in a tree. The zero Node is none.
type Node struct {
	tree *Tree
	i    int32
}

// Parse reads a file. Errors are of type *format.Error.
func Parse(body string) (*Tree, error) {
	p := &parser{tree: &Tree{Body: body}}
	p.space()
	if p.at == len(body) {
		return p.tree, nil
	}
	if err := p.value(-1, 0); err != nil {
		return nil, err
	}
	if p.space(); p.at < len(body) {
		return nil, p.unexpected("the end of the file")
	}
	return p.tree, nil
}

// Root gives the value that the file is; the zero Node for an empty file.
func (t *Tree) Root() Node {
	if len(t.nodes) == 0 {
		return Node{}
	}
	return Node{t, 0}
}

// IsZero reports that there is no such value.
func (n Node) IsZero() bool { return n.tree == nil }

// Kind gives what a value is; of the zero Node, Other.
func (n Node) Kind() Kind {
	if n.IsZero() {
		return Other
	}
	return n.tree.nodes[n.i].kind
}

// Span gives the place of a value, with its quotes or brackets.
func (n Node) Span() unit.Span {
	own := n.tree.nodes[n.i]
	return unit.Span{Start: int(own.start), End: int(own.end)}
}

// Key gives the key of a member of an object, else "".
func (n Node) Key() string {
	if n.IsZero() || n.tree.nodes[n.i].key < 0 {
		return ""
	}
	return n.tree.text(int(n.tree.nodes[n.i].key)).Letters
}

// KeyLiteral gives the key of a member with the places of its letters.
func (n Node) KeyLiteral() literal.String { return n.tree.text(int(n.tree.nodes[n.i].key)) }

// Source gives a stretch of the file.
func (n Node) Source(s unit.Span) string { return n.tree.Body[s.Start:s.End] }

// String gives the letters of a string; of other values, "".
func (n Node) String() string {
	if n.Kind() != String {
		return ""
	}
	return n.Literal().Letters
}

// Literal gives a string with the places of its letters.
func (n Node) Literal() literal.String { return n.tree.text(int(n.tree.nodes[n.i].start)) }

// Children goes through the members of an object or the values of an array.
func (n Node) Children() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if n.IsZero() || n.Kind() < Array || int(n.i)+1 == len(n.tree.nodes) {
			return
		}
		first := n.tree.nodes[n.i+1]
		if first.start >= n.tree.nodes[n.i].end {
			return
		}
		for i := n.i + 1; i > 0; i = n.tree.nodes[i].next {
			if !yield(Node{n.tree, i}) {
				return
			}
		}
	}
}

// Child gives the member of an object with a key, or the zero Node.
func (n Node) Child(key string) Node {
	for c := range n.Children() {
		if c.Key() == key {
			return c
		}
	}
	return Node{}
}

// text reads the string whose opening quote stands at a byte. Parse has read it
// already, so there is no fault in it.
func (t *Tree) text(quote int) literal.String {
	m := literal.NewMaker(t.Body, quote+1)
	for {
		rest := t.Body[m.At():]
		n := strings.IndexAny(rest, `"\`)
		m.Keep(n)
		if rest[n] == '"' {
			return m.String()
		}
		size, letters := unescape(rest[n:])
		m.Spell(size, letters)
	}
}

// Begins reports that a file's beginning is that of an object or array of JSON.
func Begins(head string) bool {
	s := strings.TrimLeft(head, "\ufeff \t\r\n")
	if s == "" || s[0] != '{' && s[0] != '[' {
		return false
	}
	closing := s[0] + 2 // } and ] in ASCII
	switch s = strings.TrimLeft(s[1:], " \t\r\n"); {
	case s == "":
		return false
	case closing == '}':
		return s[0] == '"' || s[0] == '}'
	}
	return strings.IndexByte(`"{[]-0123456789tfn`, s[0]) >= 0
}
