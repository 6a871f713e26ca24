// Package xml reads and writes XML of any kind: DITA, DocBook, feeds, and what
// somebody made up.
//
// A translator sees the texts between the tags: an element with letters of its own
// is a block, and the elements amid these letters are inline codes. What a file says by
// ITS 2.0 (Internationalization Tag Set) counts before what can be guessed.
//
// What counts as what:
//   - An element that has no letters of its own holds others. One that has letters is a
//     block; an element among them is inline, unless it holds several elements and
//     no letters itself: then it breaks the block, as a list in a paragraph does.
//   - its:translate="no" leaves an element alone; its:withinText, "yes", "no" or
//     "nested", says whether it is inline; its:locNote and the notes of rules become notes.
//     its:rules in the file count with selectors of names: "//p", "/doc/head//title", "//p | //li".
//   - White space folds, unless xml:space="preserve" says otherwise.
//   - A CDATA section is letters.
//
// On export xml:lang of the root element follows the target locale, where it stands.
//
// Read first: [Format], then reader in read.go.
package xml

import (
	"path/filepath"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "xml".
type Format struct{ xmlblock.Charset }

var (
	_ format.Format     = Format{}
	_ format.Declarer   = Format{}
	_ format.Normalizer = Format{}
)

// Name gives "xml".
func (Format) Name() string { return "xml" }

// Sniff takes any file that begins as XML, with less confidence than the formats
// that know it.
func (Format) Sniff(name, head string) int {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xml", ".dita", ".ditamap", ".dbk", ".docbook", ".svg", ".rss", ".atom":
		return 60
	}
	local, space, _ := xmlspan.Head(head)
	switch {
	case local == "":
		return 0
	case strings.HasPrefix(strings.TrimLeft(head, "\ufeff"), "<?xml"), space != "":
		return 50
	}
	return 0 // it may be anything with a < in it
}

// Normal gives t as block b reads it back.
func (Format) Normal(b *format.Block, t unit.Text) unit.Text { return xmlblock.Normal(b, t) }

// Render spells a text.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	block := &d.Blocks[b]
	return xmlblock.Spelling{Fold: !xmlblock.KeepsSpace(block)}.Render(d, block, t, before, after, hard)
}

// Localize sets xml:lang of the root element, where it stands.
func (Format) Localize(d *format.Document, target locale.Tag) []format.Edit {
	tree, err := xmlspan.Parse(d.Body)
	if err != nil {
		return nil
	}
	a, ok := tree.Root().Attribute("xml:lang")
	if !ok || strings.EqualFold(tree.Value(a), target.String()) {
		return nil
	}
	return []format.Edit{{Span: a.Value, New: target.String()}}
}
