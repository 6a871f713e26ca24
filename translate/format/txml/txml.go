// Package txml reads and writes Wordfast TXML, the bilingual files of Wordfast Pro.
//
// A translator sees each segment as a block with its target; the skeleton around and
// between them, revisions and comments stay as they are. <ut> is an inline code.
//
// Read first: [Format].
package txml

import (
	"errors"
	"path/filepath"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "txml".
type Format struct{ xmlblock.Charset }

var (
	_ format.Format    = Format{}
	_ format.Bilingual = Format{}
	_ format.Declarer  = Format{}
)

// Name gives "txml".
func (Format) Name() string { return "txml" }

// Sniff knows a file by its root element, and where that cannot be read by its name.
func (Format) Sniff(name, head string) int {
	switch local, _, _ := xmlspan.Head(head); {
	case local == "txml":
		return 96
	case local == "" && strings.EqualFold(filepath.Ext(name), ".txml"):
		return 40
	}
	return 0
}

// Read makes a block of every segment.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		return nil, err
	}
	root := tree.Root()
	if root.Local() != "txml" {
		return nil, format.At(body, root.Start(), errors.New("the root element is not <txml>"))
	}
	r := xmlblock.Reader{Tree: tree, Role: role}
	target, _ := locale.Parse(strings.ReplaceAll(root.Value("targetlocale"), "_", "-")) // one that is no tag is none
	var blocks []format.Block
	for n := range root.All() {
		source := segmentSource(n)
		if source.IsZero() {
			continue
		}
		b, ids, err := r.Source(source, "segment")
		if err != nil {
			return nil, err
		}
		if !format.HasLetters(b.Text.Content) {
			continue
		}
		b.Key = n.Parent().Value("blockId") + "/" + n.Value("segmentId")
		if to := n.Child("target"); to.IsZero() {
			at, _ := xmlblock.Behind(tree, before(n))
			b.Target = &format.Slot{Span: at}
		} else if b.Target, err = r.Target(to, ids); err != nil {
			return nil, err
		}
		b.Target.Locale = target
		if !b.Target.Text.IsEmpty() {
			b.Target.State = state(n)
		}
		blocks = append(blocks, b)
	}
	return blocks, nil
}

func role(n xmlspan.Node) xmlblock.Role {
	return xmlblock.Role{Ref: n.Local() + ":" + n.Value("x")}
}

// segmentSource gives the source of a segment, none for other elements.
func segmentSource(n xmlspan.Node) xmlspan.Node {
	if n.Local() != "segment" || n.Parent().Local() != "translatable" {
		return xmlspan.Node{}
	}
	return n.Child("source")
}

// before gives the element that a target stands behind: the source, or the white
// space that follows it.
func before(segment xmlspan.Node) xmlspan.Node {
	last := segment.Child("source")
	for c := range segment.Elements() {
		if c.Local() == "ws" && c.Start() > last.Start() {
			last = c
		}
	}
	return last
}

// state takes what a machine or a memory filled in for a draft.
func state(segment xmlspan.Node) unit.State {
	if segment.Value("gtmt") == "true" && segment.Value("modified") != "true" {
		return unit.Draft
	}
	return unit.Translated
}

// Render spells a text.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	return xmlblock.Spelling{}.Render(d, &d.Blocks[b], t, before, after, hard)
}

// Localize sets the target locale of the file.
func (Format) Localize(d *format.Document, target locale.Tag) []format.Edit {
	tree, err := xmlspan.Parse(d.Body)
	if err != nil {
		return nil
	}
	name := strings.ToUpper(target.String())
	if strings.EqualFold(tree.Root().Value("targetlocale"), name) {
		return nil
	}
	return []format.Edit{xmlblock.SetAttribute(tree, tree.Root(), "targetlocale", name)}
}

// Fill puts texts into the targets of segments, and makes those that are missing.
func (Format) Fill(d *format.Document, fillings []format.Filling) ([]format.Edit, error) {
	tree, err := xmlspan.Parse(d.Body)
	if err != nil {
		return nil, err
	}
	at := map[int]format.Filling{}
	for _, f := range fillings {
		at[d.Blocks[f.Block].Span.Start] = f
	}
	var edits []format.Edit
	for n := range tree.Root().All() {
		source := segmentSource(n)
		if source.IsZero() {
			continue
		}
		f, ok := at[source.Inside().Start]
		if !ok {
			continue
		}
		if to := n.Child("target"); !to.IsZero() {
			edits = append(edits, xmlblock.FillElement(tree, to, f.Text))
		} else {
			place, gap := xmlblock.Behind(tree, before(n))
			edits = append(edits, format.Edit{Span: place, New: gap + "<target>" + f.Text + "</target>"})
		}
		if f.State > unit.Draft && n.Value("gtmt") == "true" && n.Value("modified") != "true" {
			edits = append(edits, xmlblock.SetAttribute(tree, n, "modified", "true"))
		}
	}
	return edits, nil
}
