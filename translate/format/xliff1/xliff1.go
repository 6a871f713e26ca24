package xliff1

import (
	"path/filepath"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "xliff1".
type Format struct{ xmlblock.Charset }

var (
	_ format.Format    = Format{}
	_ format.Bilingual = Format{}
	_ format.Declarer  = Format{}
	_ format.Validator = Format{}
)

// Name gives "xliff1".
func (Format) Name() string { return "xliff1" }

// Sniff knows a file by its root element, and where that cannot be read by its name.
func (Format) Sniff(name, head string) int {
	local, space, version := xmlspan.Head(head)
	switch {
	case local == "xliff" && (strings.HasPrefix(space, "urn:oasis:names:tc:xliff:document:2") || strings.HasPrefix(version, "2")):
		return 0
	case local == "xliff":
		return 96
	case local != "":
		return 0
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".poxliff":
		return 40
	}
	return 0
}

// Render spells a text.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	return xmlblock.Spelling{}.Render(d, &d.Blocks[b], t, before, after, hard)
}

// Localize sets target-language of the files, and xml:lang of the targets that named
// the old one.
func (Format) Localize(d *format.Document, target locale.Tag) []format.Edit {
	tree, err := xmlspan.Parse(d.Body)
	if err != nil {
		return nil
	}
	var edits []format.Edit
	for file := range tree.Root().Elements() {
		if file.Local() != "file" {
			continue
		}
		old := file.Value("target-language")
		if strings.EqualFold(old, target.String()) {
			continue
		}
		edits = append(edits, xmlblock.SetAttribute(tree, file, "target-language", target.String()))
		for n := range file.All() {
			if old != "" && n.Local() == "target" && n.Parent().Local() == "trans-unit" && strings.EqualFold(n.Value("xml:lang"), old) {
				edits = append(edits, xmlblock.SetAttribute(tree, n, "xml:lang", target.String()))
			}
		}
	}
	return edits
}
