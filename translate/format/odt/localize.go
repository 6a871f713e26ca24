package odt

import (
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/archive"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Localize sets the writing mode of pages, of paragraphs and tables by default, and of
// every style that has one (ODF 1.3 part 3, 20.404). For a locale that is
// written left to right only what says otherwise is changed.
func (Format) Localize(d *format.Document, target locale.Tag) []format.Edit {
	parts, err := archive.Parts(d.Body)
	if err != nil {
		return nil // Read has gone the same way
	}
	var edits []format.Edit
	for _, p := range parts {
		tree, err := xmlspan.Parse(p.XML)
		if err != nil {
			return nil
		}
		m := modes{tree: tree, at: p.Start, right: locale.DirectionOf(target) == locale.RightToLeft}
		m.part(p.Name == styles)
		edits = append(edits, m.edits...)
	}
	return edits
}

// modes collects the edits of a part.
type modes struct {
	tree  *xmlspan.Tree
	at    int // where the part begins in the body
	right bool
	edits []format.Edit
}

func (m *modes) part(isStyles bool) {
	paragraph := false
	for n := range m.tree.Root().All() {
		if n.Space() != spaceStyle {
			continue
		}
		family := n.Parent().Value(n.Prefix() + "family")
		byDefault := n.Parent().Local() == "default-style"
		switch n.Local() {
		case "page-layout-properties", "section-properties":
			m.set(n, n.Local() == "page-layout-properties")
		case "paragraph-properties":
			m.set(n, byDefault && family == "paragraph")
			paragraph = paragraph || byDefault && family == "paragraph"
		case "table-properties":
			m.set(n, true)
		}
	}
	if isStyles && m.right && !paragraph {
		m.addDefault()
	}
}

// set gives an element the writing mode of the target, where it has another one or
// add says so.
func (m *modes) set(n xmlspan.Node, add bool) {
	name := n.Prefix() + "writing-mode"
	mode, has := n.ValueIn(spaceStyle, "writing-mode")
	isRight := strings.HasPrefix(mode, "rl")
	if has && isRight == m.right && mode != "page" || !m.right && !isRight || !has && !add || strings.HasPrefix(mode, "tb") {
		return
	}
	value := "lr-tb"
	if m.right {
		value = "rl-tb"
	}
	e := xmlblock.SetAttribute(m.tree, n, name, value)
	m.edit(e.Span, e.New)
}

// addDefault adds a default style of paragraphs, or what it lacks.
func (m *modes) addDefault() {
	root := m.tree.Root()
	all := root.Child("styles")
	if all.IsZero() || all.SelfClosed() {
		return
	}
	for n := range all.Elements() {
		if n.Local() == "default-style" && n.Value(n.Prefix()+"family") == "paragraph" {
			if !n.SelfClosed() {
				m.insert(n.Tag().End, "<"+n.Prefix()+`paragraph-properties `+n.Prefix()+`writing-mode="rl-tb"/>`)
			}
			return
		}
	}
	for a := range root.Attributes() {
		if prefix := a.Local(); a.Prefix() == "xmlns" && m.tree.Value(a) == spaceStyle {
			m.insert(all.Tag().End, "<"+prefix+":default-style "+prefix+`:family="paragraph"><`+prefix+":paragraph-properties "+
				prefix+`:writing-mode="rl-tb"/></`+prefix+":default-style>")
			return
		}
	}
}

func (m *modes) insert(at int, written string) { m.edit(unit.Span{Start: at, End: at}, written) }

func (m *modes) edit(s unit.Span, written string) {
	s.Start += m.at
	s.End += m.at
	m.edits = append(m.edits, format.Edit{Span: s, New: written})
}
