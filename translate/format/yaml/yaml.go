// Package yaml reads and writes YAML that a program keeps its words in, such as
// the locales of Rails and Symfony.
//
// A translator gets every string that is prose under the path of its key
// ("en.menu.open"), with the comments above as the note. Addresses (a URL, the name of a
// picture) are left alone. Comments, anchors, indentation and quotes come back as they
// were; a value without quotes gets some where its translation needs them. Where the
// file is one mapping under the name of its language, as Rails has it, that name becomes the
// target's. Files of go-i18n have a package of their own, goi18n.
//
// Placeholders (%{name}, {{name}}, {name}, %name%) and markup tags are inline codes.
//
// Read first: [Format].
package yaml

import (
	"path/filepath"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/cue"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/yamlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "yaml".
type Format struct{}

var _ format.Format = Format{}

// Name gives "yaml".
func (Format) Name() string { return "yaml" }

// Sniff knows a file by its name only.
func (Format) Sniff(name, head string) int {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml":
		return 80
	}
	return 0
}

// Localize names the target where the file is one mapping under its language's name.
func (Format) Localize(d *format.Document, target locale.Tag) []format.Edit {
	file, err := yamlspan.Parse(d.Body)
	if err != nil || file.Key.Len() == 0 {
		return nil
	}
	own, err := locale.Parse(d.Body[file.Key.Start:file.Key.End])
	if err != nil || own == target || d.Settings.Source.IsZero() || own.Base() != d.Settings.Source.Base() {
		return nil
	}
	return []format.Edit{{Span: file.Key, New: target.String()}}
}

// Render spells a text in the style of its value.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	block := &d.Blocks[b]
	style, indent, _ := strings.Cut(block.Where, " ")
	return yamlspan.Spell(d, t, yamlspan.Place{
		Style:   yamlspan.Style(style),
		Indent:  indent,
		Newline: cue.Near(d.Body, block.Span),
		Before:  before,
		After:   after,
		Ends:    strings.HasSuffix(d.Body[:block.Span.End], after),
		Hard:    hard,
	})
}

// Read makes a block of every string that has letters and is no address.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	file, err := yamlspan.Parse(body)
	if err != nil {
		return nil, err
	}
	var blocks []format.Block
	for _, e := range file.Entries {
		if holder.IsAddress(e.Value.Letters) {
			continue
		}
		b, ok, err := holder.Block(e.Value, "message", holder.All|holder.Percents)
		if err != nil {
			return nil, err
		}
		if ok {
			b.Key, b.Note, b.Where = strings.Join(e.Path, "."), e.Note, string(e.Style)+" "+e.Indent
			blocks = append(blocks, b)
		}
	}
	return blocks, nil
}
