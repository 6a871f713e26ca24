// Package tomlspan reads TOML and keeps the place of every string in it.
//
// A translation goes into one value and leaves comments, the order of tables and the
// sort of quotes as they are. go-toml says what the file means and what is wrong with
// it; its parser of tokens says where each string stands, and the bytes are read once
// more here, so that each letter has its place.
//
// Read first: [Parse], then [Spell].
package tomlspan

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/format/internal/literal"
	"diglot/translate/unit"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// maxDepth is how deep arrays and inline tables may be nested.
const maxDepth = 200

// Entry is a string in a file.
type Entry struct {
	Path  []string       // keys from the outside in; places in arrays count from 0
	Value literal.String //
	Style string         // the quotes: ", ', """ or '''
	Note  string         // comments just above
}

// Parse gives the strings of a file in their order. Errors are of type *format.Error.
func Parse(body string) ([]Entry, error) {
	text := []byte(withLF(body))
	if err := deep(body); err != nil {
		return nil, err
	}
	var whole map[string]any
	if err := toml.Unmarshal(text, &whole); err != nil {
		return nil, placed(body, err)
	}
	r := &reader{body: body, counts: map[string]int{}}
	r.parser.Reset(text)
	for r.parser.NextExpression() {
		if err := r.expression(r.parser.Expression()); err != nil {
			return nil, err
		}
	}
	return r.entries, r.parser.Error()
}

// withLF gives a body of the same length in which a lone CR, which is no line end
// in TOML, is one.
func withLF(body string) string {
	if !strings.Contains(body, "\r") {
		return body
	}
	b := []byte(body)
	for i, c := range b {
		if c == '\r' && (i+1 == len(b) || b[i+1] != '\n') {
			b[i] = '\n'
		}
	}
	return string(b)
}

// deep refuses brackets that follow each other too often, before a parser that
// calls itself sees them.
func deep(body string) error {
	depth := 0
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c == '[' || c == '{':
			if depth++; depth > maxDepth {
				return format.At(body, i, fmt.Errorf("brackets are nested more than %d deep", maxDepth))
			}
		case c == ']' || c == '}':
			depth = max(depth-1, 0)
		case c == '\'' || c == '"' || c == '#': // brackets in texts and comments are none
			if end := strings.IndexAny(body[i+1:], "\r\n"+string(c)); end >= 0 {
				i += end + 1
			}
		}
	}
	return nil
}

// placed gives an error of go-toml its place.
func placed(body string, err error) error {
	var fault *toml.DecodeError
	if !errors.As(err, &fault) {
		return format.At(body, 0, err)
	}
	line, column := fault.Position()
	at := 0
	for ; line > 1; line-- {
		n := strings.IndexAny(body[at:], "\r\n")
		if n < 0 {
			break
		}
		at += n + 1
		if strings.HasPrefix(body[at-1:], "\r\n") {
			at++
		}
	}
	return format.At(body, min(at+max(column-1, 0), len(body)), errors.New(strings.TrimPrefix(fault.Error(), "toml: ")))
}

// reader goes through the expressions of a file.
type reader struct {
	body    string
	parser  unstable.Parser
	table   []string
	counts  map[string]int // of the tables of an array, by name
	entries []Entry

	line, seen int      // where the line begins that was looked at last, and as far as it has no line end
	notes      []string // of the comments above it
}

func (r *reader) expression(n *unstable.Node) error {
	switch n.Kind {
	case unstable.Table, unstable.ArrayTable:
		r.table = r.tableOf(n)
	case unstable.KeyValue:
		return r.keyValue(n, r.table)
	}
	return nil
}

// tableOf gives the path of a table. Where an array of tables is on it, the last
// of those is meant.
func (r *reader) tableOf(n *unstable.Node) []string {
	var path []string
	name := ""
	keys := keysOf(n)
	for i, key := range keys {
		path = append(path, key)
		name += "\x00" + key
		k, ok := r.counts[name]
		if n.Kind == unstable.ArrayTable && i == len(keys)-1 {
			if ok {
				k++
			}
			r.counts[name], ok = k, true
		}
		if ok {
			path = append(path, fmt.Sprint(k))
		}
	}
	return path
}

func keysOf(n *unstable.Node) []string {
	var keys []string
	for it := n.Key(); it.Next(); {
		keys = append(keys, string(it.Node().Data))
	}
	return keys
}

func (r *reader) keyValue(n *unstable.Node, path []string) error {
	path = append(path[:len(path):len(path)], keysOf(n)...)
	return r.value(n.Value(), path)
}

func (r *reader) value(n *unstable.Node, path []string) error {
	switch n.Kind {
	case unstable.String:
		return r.string(unit.Span{Start: int(n.Raw.Offset), End: int(n.Raw.Offset + n.Raw.Length)}, string(n.Data), path)
	case unstable.Array:
		i := 0
		for it := n.Children(); it.Next(); {
			if err := r.value(it.Node(), append(path[:len(path):len(path)], fmt.Sprint(i))); err != nil {
				return err
			}
			i++
		}
	case unstable.InlineTable:
		for it := n.Children(); it.Next(); {
			if err := r.keyValue(it.Node(), path); err != nil {
				return err
			}
		}
	}
	return nil
}

// string adds a string. One that is read otherwise than go-toml does is left alone.
func (r *reader) string(s unit.Span, meaning string, path []string) error {
	raw := r.body[s.Start:s.End]
	e := Entry{Path: path, Note: r.note(s.Start)}
	for _, style := range []string{`"""`, `'''`, `"`, `'`} {
		if strings.HasPrefix(raw, style) && len(raw) >= 2*len(style) {
			e.Style = style
			break
		}
	}
	if e.Style == "" {
		return nil
	}
	e.Value = letters(r.body, unit.Span{Start: s.Start + len(e.Style), End: s.End - len(e.Style)}, e.Style)
	if e.Value.Letters == strings.ReplaceAll(meaning, "\r\n", "\n") {
		r.entries = append(r.entries, e)
	}
	return nil
}

// note gives the comments on the lines above the one of a byte, which is asked for
// from the beginning of the file to its end.
func (r *reader) note(at int) string {
	for {
		end := len(r.body)
		if n := strings.IndexAny(r.body[max(r.line, min(r.seen, end)):], "\r\n"); n >= 0 {
			end = max(r.line, r.seen) + n
		}
		if r.seen = end; at <= end || end == len(r.body) {
			return strings.TrimSpace(strings.Join(r.notes, "\n"))
		}
		text, ok := strings.CutPrefix(strings.TrimSpace(r.body[r.line:end]), "#")
		if ok {
			r.notes = append(r.notes, strings.TrimSpace(text))
		} else {
			r.notes = nil
		}
		r.line = end + max(lineEnd(r.body[end:]), 1)
		r.seen = r.line
	}
}

// What follows the backslash of an escape, and what it means.
const (
	escaped  = `btnfr"\`
	meanings = "\b\t\n\f\r\"\\"
)

// letters reads what stands between the quotes.
func letters(body string, s unit.Span, style string) literal.String {
	m := literal.NewMaker(body, s.Start)
	if len(style) == 3 { // the first line end is nothing
		if n := lineEnd(body[s.Start:s.End]); n > 0 {
			m.Spell(n, "")
		}
	}
	for m.At() < s.End {
		rest := body[m.At():s.End]
		switch n := lineEnd(rest); {
		case n > 0:
			spellOrKeep(m, rest[:n], "\n")
		case rest[0] == '\\' && style[0] == '"':
			size, meaning := unescape(rest)
			m.Spell(size, meaning)
		default:
			m.Keep(1)
		}
	}
	return m.String()
}

func spellOrKeep(m *literal.Maker, bytes, letters string) {
	if bytes == letters {
		m.Keep(len(bytes))
	} else {
		m.Spell(len(bytes), letters)
	}
}

func lineEnd(s string) int {
	switch {
	case strings.HasPrefix(s, "\r\n"):
		return 2
	case strings.HasPrefix(s, "\n"), strings.HasPrefix(s, "\r"):
		return 1
	}
	return 0
}

// unescape reads the escape at the start of s, which go-toml has found to be one.
func unescape(s string) (size int, meaning string) {
	if len(s) < 2 {
		return 1, ""
	}
	if i := strings.IndexByte(escaped, s[1]); i >= 0 {
		return 2, meanings[i : i+1]
	}
	hex := map[byte]int{'u': 4, 'U': 8, 'x': 2}[s[1]]
	if hex > 0 {
		if r, ok := literal.Unit(s[2:], hex); ok && utf8.ValidRune(r) {
			return 2 + hex, string(r)
		}
		return 2, string(utf8.RuneError)
	}
	if s[1] == 'e' {
		return 2, "\x1b"
	}
	return len(s) - len(strings.TrimLeft(s[1:], " \t\r\n")), ""
}

// Spell writes letters between quotes of a style.
func Spell(d *format.Document, letters, style, newline string) (string, error) {
	if style[0] == '\'' {
		bad := strings.IndexFunc(letters, func(r rune) bool {
			return r == '\'' || r < ' ' && r != '\t' && (r != '\n' || style == `'`) || r == 0x7F || !literal.Plain(d, false, r)
		})
		if bad >= 0 {
			return "", fmt.Errorf("a string in %s cannot hold the character %q; put the value into double quotes in the source: %w", style, letters[bad:bad+1], format.ErrCannotHold)
		}
		return strings.ReplaceAll(letters, "\n", newline), nil
	}
	var out strings.Builder
	for _, r := range letters {
		i := strings.IndexRune(meanings, r)
		switch {
		case r == '\n' && len(style) == 3 && out.Len() > 0:
			out.WriteString(newline)
		case r == '\t':
			out.WriteByte('\t')
		case i >= 0:
			out.WriteString(`\` + escaped[i:i+1])
		case r < ' ' || r == 0x7F || !literal.Plain(d, false, r):
			fmt.Fprintf(&out, map[bool]string{true: `\u%04X`, false: `\U%08X`}[r < 0x10000], r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String(), nil
}
