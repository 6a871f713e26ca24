package xcstrings

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/cue"
	"diglot/translate/format/internal/jsonspan"
	"diglot/translate/unit"
)

// Fill writes values into their slots, sets their states, and adds what a
// language lacks.
func (Format) Fill(d *format.Document, fillings []format.Filling) ([]format.Edit, error) {
	tree, err := jsonspan.Parse(d.Body)
	if err != nil {
		return nil, err
	}
	f := &filler{d: d, tree: tree, target: newReader(tree, d.Settings.Target).target}
	for n := range tree.Root().Child("strings").Children() {
		f.entries = append(f.entries, n)
	}
	more := map[int]*member{} // by entry: what is to be added
	var order []int
	for _, filling := range fillings {
		number, path, _ := strings.Cut(d.Blocks[filling.Block].Where, " ")
		path, _, _ = strings.Cut(path, " ")
		k, err := strconv.Atoi(number)
		if err != nil || k >= len(f.entries) {
			return nil, fmt.Errorf("the catalog has no string %s", number)
		}
		if f.existing(k, path, filling) {
			continue
		}
		if more[k] == nil {
			more[k] = &member{}
			order = append(order, k)
		}
		leaf := more[k].at(append([]string{"localizations", f.target}, strings.Split(path, "/")...))
		leaf.at([]string{"state"}).value = stateName(filling.State)
		leaf.at([]string{"value"}).value = filling.Text
	}
	for _, k := range order {
		f.add(f.entries[k], more[k])
	}
	slices.SortStableFunc(f.edits, func(a, b format.Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return f.edits, nil
}

type filler struct {
	d       *format.Document
	tree    *jsonspan.Tree
	target  string
	entries []jsonspan.Node
	edits   []format.Edit
}

// existing replaces a value that is there, and its state.
func (f *filler) existing(k int, path string, filling format.Filling) bool {
	n := f.entries[k].Child("localizations").Child(f.target)
	for _, name := range strings.Split(path, "/") {
		n = n.Child(name)
	}
	value, state := n.Child("value"), n.Child("state")
	if value.Kind() != jsonspan.String {
		return false
	}
	f.edits = append(f.edits, format.Edit{Span: value.Literal().Span, New: filling.Text})
	if filling.State != unit.Initial && state.Kind() == jsonspan.String {
		f.edits = append(f.edits, format.Edit{Span: state.Literal().Span, New: stateName(filling.State)})
	}
	return true
}

// stateName writes a state as Xcode does.
func stateName(s unit.State) string {
	if s == unit.Draft {
		return "needs_review"
	}
	return "translated"
}

// member is an object that is to be added, or a string.
type member struct {
	name    string
	value   string // spelled
	members []*member
}

// at gives the member at the end of a path, which is made where it is missing.
func (m *member) at(path []string) *member {
	for _, name := range path {
		k := slices.IndexFunc(m.members, func(c *member) bool { return c.name == name })
		if k < 0 {
			m.members = append(m.members, &member{name: name})
			k = len(m.members) - 1
		}
		m = m.members[k]
	}
	return m
}

// add puts what is missing into an object that is there.
func (f *filler) add(n jsonspan.Node, more *member) {
	for _, m := range more.members {
		if c := n.Child(m.name); c.Kind() == jsonspan.Object {
			f.add(c, m)
			continue
		} else if m.members == nil && !c.IsZero() { // a state
			continue
		}
		f.insert(n, m)
	}
}

// insert writes a member at the end of an object, indented as the line on which
// that ends and two spaces more, as Xcode writes.
func (f *filler) insert(n jsonspan.Node, m *member) {
	newline := cue.LineEnd(f.d.Body)
	end := n.Span().End - 1
	line := f.d.Body[strings.LastIndexAny(f.d.Body[:end], "\r\n")+1 : end]
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	span, empty := endOf(n)
	comma := ","
	if empty {
		comma = ""
	}
	text := comma + newline + indent + "  " + m.write(newline, indent+"  ")
	if line != indent || empty { // the closing brace does not have a line of its own
		text += newline + indent
	}
	if k := slices.IndexFunc(f.edits, func(e format.Edit) bool { return e.Span == span }); k >= 0 {
		f.edits[k].New = strings.TrimSuffix(f.edits[k].New, newline+indent) + "," + strings.TrimPrefix(text, comma)
		return
	}
	f.edits = append(f.edits, format.Edit{Span: span, New: text})
}

// write gives a member in Xcode's layout.
func (m *member) write(newline, indent string) string {
	key := fmt.Sprintf("%q : ", m.name)
	if m.members == nil {
		return key + `"` + m.value + `"`
	}
	var lines []string
	for _, c := range m.members {
		lines = append(lines, indent+"  "+c.write(newline, indent+"  "))
	}
	return key + "{" + newline + strings.Join(lines, ","+newline) + newline + indent + "}"
}
