// Package xmlmodel checks which elements stand in which order, by models written
// in one line: "skeleton? other* notes? (unit|group)+".
//
// A translator is told at which element a file leaves its standard; the formats with a
// standard to keep say the models. Read Model.
package xmlmodel

import (
	"slices"
	"strings"
)

// Model is the content of an element: names, or names in parentheses with |
// between, with ?, * or + behind for how many; "#text" says that letters may stand
// between. At most one item of a model fits a child at each place.
type Model struct {
	Text  bool
	items []item
}

type item struct {
	names    []string
	optional bool
	many     bool
}

// New reads a model.
func New(content string) *Model {
	m := &Model{}
	for _, field := range strings.Fields(content) {
		if field == "#text" {
			m.Text = true
			continue
		}
		it := item{}
		switch field[len(field)-1] {
		case '?':
			it.optional = true
		case '*':
			it.optional, it.many = true, true
		case '+':
			it.many = true
		}
		it.names = strings.Split(strings.Trim(field, "()?*+"), "|")
		m.items = append(m.items, it)
	}
	return m
}

// Names reports that the model names an element.
func (m *Model) Names(name string) bool {
	return slices.ContainsFunc(m.items, func(it item) bool { return slices.Contains(it.names, name) })
}

// Check goes through the names of an element's children. What is wrong with the first
// that does not fit it gives as its index and in words; the index behind the last says that
// one is missing at the end.
func (m *Model) Check(children []string) (at int, wrong string) {
	i, count := 0, 0 // the item that is being filled, and by how many so far
	for at, child := range children {
		for ; i < len(m.items); i, count = i+1, 0 {
			it := &m.items[i]
			if slices.Contains(it.names, child) && (count == 0 || it.many) {
				count++
				break
			}
			if count == 0 && !it.optional {
				return at, "it cannot stand here; " + it.list() + " comes first"
			}
		}
		if i == len(m.items) {
			return at, "it cannot stand here"
		}
	}
	for ; i < len(m.items); i, count = i+1, 0 {
		if count == 0 && !m.items[i].optional {
			return len(children), "it has no " + m.items[i].list()
		}
	}
	return 0, ""
}

func (it *item) list() string { return "<" + strings.Join(it.names, "> or <") + ">" }
