// Package yamlspan reads YAML and keeps the place of every string in it.
//
// A translation goes into one value and leaves comments, anchors and indentation as they
// are. The yaml package says what the file means and on which line and column each value
// begins; the bytes are read once more here, and a value that is then not what yaml says
// is left alone. Aliases are not followed. A key that stands twice in one mapping is refused.
//
// Read first: [Parse], then [Spell].
package yamlspan

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/format/internal/literal"
	"diglot/translate/unit"

	"go.yaml.in/yaml/v4"
)

// maxDepth is how deep values may be nested.
const maxDepth = 200

// Entry is a string in a file.
type Entry struct {
	Path   []string       // keys from the outside in; places in sequences count from 0
	Value  literal.String //
	Style  Style
	Note   string // comments above and behind
	Indent string // of the lines of a block scalar
}

// Style is how a string is written.
type Style string

// The styles. Plain is one without quotes, Flow one of those in brackets or braces.
const (
	Plain   Style = "plain"
	Flow    Style = "flow"
	Single  Style = "'"
	Double  Style = `"`
	Literal Style = "|"
	Folded  Style = ">"
)

// File is what a file holds.
type File struct {
	Entries []Entry
	Key     unit.Span // of a mapping that has one member only: where its key stands, else empty
}

// Parse gives the strings of a file in their order, those of all its documents.
// Errors are of type *format.Error.
func Parse(body string) (File, error) {
	if at := deep(body); at >= 0 {
		return File{}, format.At(body, at, fmt.Errorf("brackets are nested more than %d deep", maxDepth))
	}
	r := &reader{body: body, lines: lineStarts(body)}
	decoder := yaml.NewDecoder(strings.NewReader(body))
	for {
		var document yaml.Node
		err := decoder.Decode(&document)
		if errors.Is(err, io.EOF) {
			return r.file, nil
		}
		if err != nil {
			return File{}, r.placed(err)
		}
		if len(document.Content) == 0 {
			continue
		}
		root := document.Content[0]
		if root.Kind == yaml.MappingNode && len(root.Content) == 2 && len(r.file.Entries) == 0 {
			if at, ok := r.offset(root.Content[0]); ok && strings.HasPrefix(body[at:], root.Content[0].Value) {
				r.file.Key = unit.Span{Start: at, End: at + len(root.Content[0].Value)}
			}
		}
		if err := r.node(root, nil, "", false); err != nil {
			return File{}, err
		}
	}
}

// deep finds brackets that follow each other too often for a parser that calls
// itself, or gives -1.
func deep(body string) int {
	depth := 0
	for i := 0; i < len(body); i++ {
		switch body[i] {
		case '[', '{':
			if depth++; depth > maxDepth {
				return i
			}
		case ']', '}':
			depth = max(depth-1, 0)
		case '\n', '\r':
			if i+1 < len(body) && body[i+1] != ' ' && body[i+1] != ']' && body[i+1] != '}' && body[i+1] != '[' && body[i+1] != '{' {
				depth = 0
			}
		}
	}
	return -1
}

// lineStarts gives where the lines begin, as YAML counts them.
func lineStarts(body string) []int {
	lines := []int{0}
	for i := 0; i < len(body); i++ {
		switch {
		case body[i] == '\n' || body[i] == '\r' && !strings.HasPrefix(body[i+1:], "\n"):
			lines = append(lines, i+1)
		case strings.HasPrefix(body[i:], "\u0085"):
			lines = append(lines, i+2)
		case strings.HasPrefix(body[i:], "\u2028") || strings.HasPrefix(body[i:], "\u2029"):
			lines = append(lines, i+3)
		}
	}
	return lines
}

// reader walks through the nodes of a file.
type reader struct {
	body  string
	lines []int
	file  File
	last  place // that was looked for
}

// placed gives an error of the yaml package its place.
func (r *reader) placed(err error) error {
	var fault *yaml.LoadError
	if !errors.As(err, &fault) || fault.Mark.Line < 1 {
		return format.At(r.body, 0, err)
	}
	at, _ := r.at(fault.Mark.Line, max(fault.Mark.Column, 1))
	return format.At(r.body, at, errors.New(fault.Message))
}

// at gives the byte of a line and a column, which counts runes from 1.
func (r *reader) at(line, column int) (int, bool) {
	if line < 1 || line > len(r.lines) {
		return len(r.body), false
	}
	at, here := r.lines[line-1], 1
	if r.last.line == line && r.last.column <= column { // lines can be long, and have many nodes
		at, here = r.last.at, r.last.column
	}
	for ; here < column && at < len(r.body); here++ {
		_, n := utf8.DecodeRuneInString(r.body[at:])
		at += n
	}
	r.last = place{line, here, at}
	return at, here == column
}

// place is a byte, and where it stands.
type place struct{ line, column, at int }

func (r *reader) offset(n *yaml.Node) (int, bool) { return r.at(n.Line, n.Column) }

func (r *reader) node(n *yaml.Node, path []string, note string, flow bool) error {
	if len(path) > maxDepth {
		at, _ := r.offset(n)
		return format.At(r.body, at, fmt.Errorf("values are nested more than %d deep", maxDepth))
	}
	flow = flow || n.Style&yaml.FlowStyle != 0
	switch n.Kind {
	case yaml.MappingNode:
		return r.mapping(n, path, flow)
	case yaml.SequenceNode:
		for i, c := range n.Content {
			if err := r.node(c, append(path[:len(path):len(path)], fmt.Sprint(i)), comments(c), flow); err != nil {
				return err
			}
		}
	case yaml.ScalarNode:
		if n.ShortTag() == "!!str" && n.Style&yaml.TaggedStyle == 0 {
			r.scalar(n, path, note, flow)
		}
	}
	return nil
}

func (r *reader) mapping(n *yaml.Node, path []string, flow bool) error {
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind == yaml.ScalarNode {
			if seen[key.Value] && key.Value != "<<" {
				at, _ := r.offset(key)
				return format.At(r.body, at, fmt.Errorf("the key %.60q stands twice in this mapping; delete one of them", key.Value))
			}
			seen[key.Value] = true
		}
		note := comments(key)
		if more := comments(value); more != "" {
			note = strings.TrimPrefix(note+"\n"+more, "\n")
		}
		if err := r.node(value, append(path[:len(path):len(path)], key.Value), note, flow); err != nil {
			return err
		}
	}
	return nil
}

// comments gives those above a node and behind it.
func comments(n *yaml.Node) string {
	var lines []string
	for _, line := range strings.Split(n.HeadComment+"\n"+n.LineComment, "\n") {
		if line = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), "#")); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// scalar adds a string.
func (r *reader) scalar(n *yaml.Node, path []string, note string, flow bool) {
	at, ok := r.offset(n)
	if !ok || at >= len(r.body) {
		return
	}
	if n.Anchor != "" { // yaml gives the place of the anchor
		return
	}
	e := Entry{Path: path, Note: note}
	s := scanner{body: r.body}
	meaning := n.Value
	switch n.Style &^ yaml.FlowStyle {
	case yaml.DoubleQuotedStyle:
		e.Style, ok = Double, r.body[at] == '"' && s.double(at+1)
	case yaml.SingleQuotedStyle:
		e.Style, ok = Single, r.body[at] == '\'' && s.single(at+1)
	case yaml.LiteralStyle, yaml.FoldedStyle:
		e.Style = Style(r.body[at : at+1])
		meaning = strings.TrimRight(meaning, "\n")
		e.Indent, ok = s.block(at, meaning)
	default:
		e.Style = Plain
		if flow {
			e.Style = Flow
		}
		ok = s.plain(at, meaning)
	}
	if !ok {
		return
	}
	if e.Value = s.m.String(); e.Value.Letters == meaning {
		r.file.Entries = append(r.file.Entries, e)
	}
}
