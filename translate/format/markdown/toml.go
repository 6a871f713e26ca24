package markdown

import (
	"errors"
	"strconv"
	"strings"

	"diglot/translate/unit"

	"github.com/pelletier/go-toml/v2/unstable"
)

func itoa(i int) string { return strconv.Itoa(i) }

// readTOML finds the translatable values in body[start:end].
func (v *values) readTOML(start, end int) error {
	text := []byte(v.body[start:end])
	for i, c := range text { // a lone CR is a line end to us, and none to TOML
		if c == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			text[i] = '\n'
		}
	}
	var p unstable.Parser
	p.Reset(text)
	t := tomlReader{values: v, parser: &p, offset: start, items: map[string]int{}}
	for p.NextExpression() {
		t.expression(p.Expression())
	}
	if err := p.Error(); err != nil {
		at := start
		var fault *unstable.ParserError
		if errors.As(err, &fault) && len(fault.Highlight) > 0 {
			at += int(p.Range(fault.Highlight).Offset)
			err = errors.New(fault.Message)
		}
		return malformed(v.body, at, "TOML", err)
	}
	return nil
}

// tomlReader walks through a TOML document.
type tomlReader struct {
	*values
	parser *unstable.Parser
	offset int // of the document in the body
	table  []string
	items  map[string]int // tables in each array of tables so far
}

func (t *tomlReader) expression(n *unstable.Node) {
	switch n.Kind {
	case unstable.Table, unstable.ArrayTable:
		t.table = keys(n.Key())
		if n.Kind == unstable.ArrayTable {
			name := strings.Join(t.table, ".")
			t.table = append(t.table, itoa(t.items[name]))
			t.items[name]++
		}
	case unstable.KeyValue:
		t.keyValue(n, t.table)
	}
}

func keys(it unstable.Iterator) (path []string) {
	for it.Next() {
		path = append(path, string(it.Node().Data))
	}
	return path
}

func (t *tomlReader) keyValue(n *unstable.Node, path []string) {
	t.value(n.Value(), append(path[:len(path):len(path)], keys(n.Key())...))
}

func (t *tomlReader) value(n *unstable.Node, path []string) {
	if len(path) > maxDepth {
		return
	}
	switch n.Kind {
	case unstable.InlineTable:
		for it := n.Children(); it.Next(); {
			t.keyValue(it.Node(), path)
		}
	case unstable.Array:
		i := 0
		for it := n.Children(); it.Next(); i++ {
			t.value(it.Node(), append(path[:len(path):len(path)], itoa(i)))
		}
	case unstable.String:
		if t.rules.match(path) {
			t.text(n, path)
		}
	}
}

// text adds the block of a string.
func (t *tomlReader) text(n *unstable.Node, path []string) {
	start := t.offset + int(n.Raw.Offset)
	span := unit.Span{Start: start, End: start + int(n.Raw.Length)}
	raw := t.body[span.Start:span.End]
	style := byte('d')
	quotes := 1
	switch {
	case len(raw) >= 6 && (strings.HasPrefix(raw, `"""`) || strings.HasPrefix(raw, "'''")):
		quotes = 3
		style = map[byte]byte{'"': 'D', '\'': 'S'}[raw[0]]
	case len(raw) >= 2 && raw[0] == '\'':
		style = 's'
	case len(raw) < 2 || raw[0] != '"':
		return
	}
	r := scalarReader{s: t.body[:span.End-quotes], at: start + quotes}
	if !r.toml(style) || joined(r.list) != strings.ReplaceAll(string(n.Data), "\r\n", "\n") {
		return
	}
	t.add(path, "m"+string(style), span, r.list)
}

// toml reads the inside of a TOML string to the end of r.s.
func (r *scalarReader) toml(style byte) (ok bool) {
	lines := style == 'D' || style == 'S'
	if n := lineEndLength(r.s[r.at:]); lines && n > 0 {
		r.at += n // the first line end is not part of the string
	}
	for r.at < len(r.s) {
		c := r.s[r.at]
		switch n := lineEndLength(r.s[r.at:]); {
		case n > 0:
			r.spelled(n, "\n")
		case c == '\\' && style == 'D' && tomlContinues(r.s[r.at+1:]):
			end, _ := r.space(r.at + 1)
			r.spelled(end-r.at, "")
		case c == '\\' && (style == 'd' || style == 'D'):
			n, letters := escaped(r.s[r.at:])
			if n == 0 {
				return false
			}
			r.spelled(n, letters)
		default:
			r.letter(firstRune(r.s[r.at:]))
		}
	}
	return true
}

// lineEndLength gives the length of the line end at the start of s.
func lineEndLength(s string) int {
	switch {
	case strings.HasPrefix(s, "\r\n"):
		return 2
	case s != "" && (s[0] == '\n' || s[0] == '\r'):
		return 1
	}
	return 0
}

// tomlContinues reports whether a backslash before s ends its line.
func tomlContinues(s string) bool {
	return lineEndLength(strings.TrimLeft(s, " \t")) > 0
}
