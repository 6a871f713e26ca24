package odt

import (
	"errors"
	"fmt"

	"diglot/translate/format"
	"diglot/translate/format/internal/archive"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/unit"
)

// The namespaces of OpenDocument in which letters, tables and styles stand.
const (
	spaceText   = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
	spaceTable  = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
	spaceStyle  = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
	spaceSVG    = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
	spaceOffice = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
)

// reader goes through the parts of a body.
type reader struct {
	at     int // where the part begins in the body
	xml    xmlblock.Reader
	blocks []format.Block
}

// Read makes a block of every paragraph and heading that has letters.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	parts, err := archive.Parts(body)
	if err != nil {
		return nil, err
	}
	var blocks []format.Block
	for _, p := range parts {
		tree, err := parse(p)
		if err != nil {
			return nil, err
		}
		r := reader{at: p.Start, xml: xmlblock.Reader{Tree: tree, Role: role, Fold: true}, blocks: blocks}
		for _, n := range textsIn(tree.Root()) {
			if err := r.block(n, -1); err != nil {
				return nil, fmt.Errorf("in %s: %w", p.Name, err)
			}
		}
		blocks = r.blocks
	}
	return blocks, nil
}

// parse reads one part; its errors name the part, and line and column in it.
func parse(p archive.Part) (*xmlspan.Tree, error) {
	tree, err := xmlspan.Parse(p.XML)
	var placed *format.Error
	if errors.As(err, &placed) {
		return nil, &format.Error{Line: placed.Line, Column: placed.Column, Err: fmt.Errorf("in %s: %w", p.Name, placed.Err)}
	}
	return tree, err
}

// textsIn lists the elements with text in an element that stand in no other of
// them.
func textsIn(n xmlspan.Node) []xmlspan.Node {
	var list []xmlspan.Node
	end := -1
	for c := range n.All() {
		switch {
		case c.Start() < end || c == n:
		case holdsText(c):
			list = append(list, c)
			end = c.Span().End
		case c.Is(spaceText, "tracked-changes"):
			end = c.Span().End
		}
	}
	return list
}

func holdsText(n xmlspan.Node) bool {
	return n.Is(spaceText, "p") || n.Is(spaceText, "h") || n.Is(spaceSVG, "title") || n.Is(spaceSVG, "desc")
}

// block reads a paragraph, and those in its notes and frames.
func (r *reader) block(n xmlspan.Node, parent int) error {
	b, _, err := r.xml.Source(n, kind(n))
	if err != nil {
		return err
	}
	if format.HasLetters(b.Text.Content) {
		b.Parent = parent
		r.move(&b)
		parent = len(r.blocks)
		r.blocks = append(r.blocks, b)
	}
	for _, inner := range textsIn(n) {
		if err := r.block(inner, parent); err != nil {
			return err
		}
	}
	return nil
}

// move makes the spans of a part those of the body.
func (r *reader) move(b *format.Block) {
	shift := func(s *unit.Span) { s.Start, s.End = s.Start+r.at, s.End+r.at }
	shift(&b.Span)
	for i := range b.Runs {
		shift(&b.Runs[i].Body)
	}
}

// role says what an element in a text is.
func role(n xmlspan.Node) xmlblock.Role {
	fixed := xmlblock.Role{NoDelete: true, NoCopy: true}
	if n.Space() != spaceText {
		return fixed
	}
	switch n.Local() {
	case "span", "a", "meta":
		return xmlblock.Role{Sort: xmlblock.Pair}
	case "line-break":
		return xmlblock.Role{Break: true}
	case "s", "tab":
		return xmlblock.Role{}
	}
	return fixed
}

// kind says what a paragraph is, by itself or by the nearest thing around it.
func kind(p xmlspan.Node) string {
	if p.Is(spaceText, "h") {
		return "heading"
	}
	if p.Space() == spaceSVG {
		return "alt"
	}
	for n := p.Parent(); !n.IsZero() && n.Kind() == xmlspan.Element; n = n.Parent() {
		switch space, local := n.Space(), n.Local(); {
		case space == spaceText && local == "note-body":
			return "note"
		case space == spaceOffice && local == "annotation":
			return "comment"
		case space == spaceText && local == "list-item":
			return "list-item"
		case space == spaceTable && local == "table-cell":
			return "cell"
		case space == spaceStyle && len(local) >= 6 && (local[:6] == "header" || local[:6] == "footer"):
			return local[:6]
		}
	}
	return "paragraph"
}
