// Package xcstrings reads and writes Apple's string catalogs (.xcstrings), which
// hold the words of a program in all of its languages.
//
// Where the settings name a target, each string of the source language is a block whose
// slot is the target's value, with its state; a value that is not there is written with all that
// has to stand around it. A plural has a slot for each category of the target's
// language: two in English, six in Arabic. Without a target the values of the source language
// themselves are the blocks, and the file that is written is one in the target's. Comments are notes; strings that are not to be translated are
// no blocks.
//
// Keys are those of the catalog, with the branch in brackets: "%lld files[one]",
// "welcome[iphone]". Placeholders (%@, %1$@, %lld, %arg) are inline codes.
//
// Read first: [Format].
package xcstrings

import (
	"path/filepath"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/jsonspan"
	"diglot/translate/format/internal/literal"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "xcstrings".
type Format struct{}

var (
	_ format.Format    = Format{}
	_ format.Bilingual = Format{}
)

const styles = holder.Printf | holder.Dollar | holder.Tags

// Name gives "xcstrings".
func (Format) Name() string { return "xcstrings" }

// Sniff knows a file by its name, and by the members that every catalog has.
func (Format) Sniff(name, head string) int {
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case ext == ".xcstrings":
		return 96
	case (ext == ".json" || ext == "") && jsonspan.Begins(head) && strings.Contains(head, `"sourceLanguage"`) && strings.Contains(head, `"strings"`):
		return 90
	}
	return 0
}

// Localize makes the source language the target, in a catalog that was read
// without one: its values are the target's then. Where the target has values already, it
// has to be named in the settings, and so the file that comes out is refused.
func (Format) Localize(d *format.Document, target locale.Tag) []format.Edit {
	tree, err := jsonspan.Parse(d.Body)
	if err != nil || !d.Settings.Target.IsZero() {
		return nil
	}
	source := tree.Root().Child("sourceLanguage")
	if source.Kind() != jsonspan.String || source.String() == target.String() {
		return nil
	}
	edits := []format.Edit{{Span: source.Literal().Span, New: target.String()}}
	for entry := range tree.Root().Child("strings").Children() {
		if own := entry.Child("localizations").Child(source.String()); !own.IsZero() {
			edits = append(edits, format.Edit{Span: own.KeyLiteral().Span, New: target.String()})
		}
	}
	return edits
}

// Render spells a text.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	ascii := jsonspan.Numbered(&d.Blocks[b])
	return literal.Render(t, func(letters string) string { return jsonspan.Spell(d, letters, ascii) }), nil
}

// Read makes a block of every string to be translated, and of every branch.
func (Format) Read(body string, s format.Settings) ([]format.Block, error) {
	tree, err := jsonspan.Parse(body)
	if err != nil {
		return nil, err
	}
	r := newReader(tree, s.Target)
	for n := range tree.Root().Child("strings").Children() {
		if err := r.entry(n); err != nil {
			return nil, err
		}
	}
	return jsonspan.Settle(body, r.blocks), nil
}
