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
	"errors"
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"

	"diglot/translate/format"
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

// What follows the backslash of an escape, and what it means.
const (
	escaped  = `"\/bfnrt`
	meanings = "\"\\/\b\f\n\r\t"
)

// unescape reads the escape at the start of s; size is 0 where it is none.
func unescape(s string) (size int, letters string) {
	if len(s) < 2 {
		return 0, ""
	}
	if i := strings.IndexByte(escaped, s[1]); i >= 0 {
		return 2, meanings[i : i+1]
	}
	if s[1] != 'u' {
		return 0, ""
	}
	size, letters, _ = literal.Escape16(s)
	return size, letters
}

// Spell writes letters as they stand in a JSON string of a document. ascii says
// that the document spells other characters by their numbers.
func Spell(d *format.Document, letters string, ascii bool) string {
	var out strings.Builder
	for _, r := range letters {
		i := -1
		if r != '/' {
			i = strings.IndexRune(meanings, r)
		}
		switch {
		case i >= 0:
			out.WriteString(`\` + escaped[i:i+1])
		case r < ' ' || r == 0x7F || !literal.Plain(d, ascii, r):
			out.WriteString(literal.UTF16(`\u%04x`, r))
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// ByNumbers reports a file of ASCII that spells other characters by their numbers.
func ByNumbers(body string) bool { return literal.ASCII(body) && strings.Contains(body, `\u`) }

// parser goes through a file once.
type parser struct {
	tree *Tree
	at   int
}

func (p *parser) fail(at int, err error) error { return format.At(p.tree.Body, at, err) }

func (p *parser) unexpected(want string) error {
	if p.at >= len(p.tree.Body) {
		return p.fail(p.at, fmt.Errorf("the file ends where %s should stand", want))
	}
	c, _ := utf8.DecodeRuneInString(p.tree.Body[p.at:])
	return p.fail(p.at, fmt.Errorf("%q stands where %s should", c, want))
}

func (p *parser) space() {
	for p.at < len(p.tree.Body) && strings.IndexByte(" \t\n\r", p.tree.Body[p.at]) >= 0 {
		p.at++
	}
}

// byte takes one byte, where it comes next behind white space.
func (p *parser) byte(c byte) bool {
	p.space()
	if p.at < len(p.tree.Body) && p.tree.Body[p.at] == c {
		p.at++
		return true
	}
	return false
}

// value reads a value and appends its nodes.
func (p *parser) value(key, depth int) error {
	p.space()
	if p.at >= len(p.tree.Body) {
		return p.unexpected("a value")
	}
	if depth > maxDepth {
		return p.fail(p.at, fmt.Errorf("objects and arrays are nested more than %d deep", maxDepth))
	}
	own := len(p.tree.nodes)
	p.tree.nodes = append(p.tree.nodes, node{start: int32(p.at), key: int32(key)})
	var err error
	switch c := p.tree.Body[p.at]; {
	case c == '"':
		p.tree.nodes[own].kind = String
		err = p.string()
	case c == '{':
		p.tree.nodes[own].kind = Object
		err = p.object(depth)
	case c == '[':
		p.tree.nodes[own].kind = Array
		err = p.array(depth)
	default:
		err = p.word()
	}
	p.tree.nodes[own].end = int32(p.at)
	return err
}

func (p *parser) array(depth int) error {
	p.at++
	if p.byte(']') {
		return nil
	}
	for last := 0; ; {
		last = p.link(last)
		if err := p.value(-1, depth+1); err != nil {
			return err
		}
		if p.byte(']') {
			return nil
		}
		if !p.byte(',') {
			return p.unexpected("a comma or the closing ]")
		}
	}
}

// link notes at the node before that the next one follows it.
func (p *parser) link(last int) int {
	next := len(p.tree.nodes)
	if last > 0 {
		p.tree.nodes[last].next = int32(next)
	}
	return next
}

func (p *parser) object(depth int) error {
	p.at++
	if p.byte('}') {
		return nil
	}
	seen := map[string]bool{}
	for last := 0; ; {
		p.space()
		key := p.at
		if p.at >= len(p.tree.Body) || p.tree.Body[p.at] != '"' {
			return p.unexpected("a key in quotes")
		}
		if err := p.string(); err != nil {
			return err
		}
		name := p.tree.text(key).Letters
		if seen[name] {
			return p.fail(key, fmt.Errorf("the key %.60q stands twice in this object; delete one of them", name))
		}
		seen[name] = true
		if !p.byte(':') {
			return p.unexpected("the colon behind the key")
		}
		last = p.link(last)
		if err := p.value(key, depth+1); err != nil {
			return err
		}
		if p.byte('}') {
			return nil
		}
		if !p.byte(',') {
			return p.unexpected("a comma or the closing }")
		}
	}
}

// string goes over a string.
func (p *parser) string() error {
	start := p.at
	for p.at++; ; {
		rest := p.tree.Body[p.at:]
		n := 0
		for n < len(rest) && rest[n] >= ' ' && rest[n] != '"' && rest[n] != '\\' {
			n++
		}
		p.at += n
		switch {
		case n == len(rest):
			return p.fail(start, errors.New("the string is not closed"))
		case rest[n] == '"':
			p.at++
			return nil
		case rest[n] != '\\':
			return p.fail(p.at, fmt.Errorf("%q cannot stand in a string; it is written as an escape", rest[n]))
		}
		size, _ := unescape(rest[n:])
		if size == 0 {
			return p.fail(p.at, fmt.Errorf("%.2q is no escape of JSON", rest[n:]))
		}
		p.at += size
	}
}

// word goes over a number, true, false or null.
func (p *parser) word() error {
	start := p.at
	for p.at < len(p.tree.Body) && isWord(p.tree.Body[p.at]) {
		p.at++
	}
	switch w := p.tree.Body[start:p.at]; {
	case w == "true" || w == "false" || w == "null" || isNumber(w):
		return nil
	case w == "":
		return p.unexpected("a value")
	default:
		return p.fail(start, fmt.Errorf("%.30q is no value of JSON; strings stand in double quotes", w))
	}
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("+-._$'", c) >= 0
}

// isNumber reports a number as RFC 8259 has it.
func isNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole := digits(s)
	if whole == 0 || whole > 1 && s[0] == '0' {
		return false
	}
	s = s[whole:]
	if strings.HasPrefix(s, ".") {
		n := digits(s[1:])
		if n == 0 {
			return false
		}
		s = s[1+n:]
	}
	if s != "" && (s[0] == 'e' || s[0] == 'E') {
		s = s[1:]
		if s != "" && (s[0] == '+' || s[0] == '-') {
			s = s[1:]
		}
		n := digits(s)
		return n > 0 && n == len(s)
	}
	return s == ""
}

func digits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }

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
