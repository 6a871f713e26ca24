// Package toml reads and writes TOML that a program keeps its words in.
//
// A translator gets every string that is prose under the path of its key
// ("menu.items.2.label"), with the comments above as the note. Addresses (a URL, the name
// of a picture) are left alone. Quotes, comments and the order of tables come back as they
// were; files of go-i18n have a package of their own, goi18n.
//
// Placeholders ({name}, {{name}}, ${name}, %s) and markup tags are inline codes.
//
// Read first: [Format].
package toml

import (
	"path/filepath"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/cue"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/literal"
	"diglot/translate/format/internal/tomlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "toml".
type Format struct{}

var _ format.Format = Format{}

// Name gives "toml".
func (Format) Name() string { return "toml" }

// Sniff knows a file by its name only.
func (Format) Sniff(name, head string) int {
	if strings.EqualFold(filepath.Ext(name), ".toml") {
		return 80
	}
	return 0
}

// Localize changes nothing: the file's name says the language.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

// Render spells a text for the quotes that it stands in.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (_ string, err error) {
	block := &d.Blocks[b]
	out := literal.Render(t, func(letters string) string {
		s, fault := tomlspan.Spell(d, letters, block.Where, cue.Near(d.Body, block.Span))
		if fault != nil {
			err = fault
		}
		return s
	})
	return out, err
}

// Read makes a block of every string that has letters and is no address.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	entries, err := tomlspan.Parse(body)
	if err != nil {
		return nil, err
	}
	var blocks []format.Block
	for _, e := range entries {
		if holder.IsAddress(e.Value.Letters) {
			continue
		}
		b, ok, err := holder.Block(e.Value, "message", holder.All)
		if err != nil {
			return nil, err
		}
		if ok {
			b.Key, b.Note, b.Where = strings.Join(e.Path, "."), e.Note, e.Style
			blocks = append(blocks, b)
		}
	}
	return blocks, nil
}
