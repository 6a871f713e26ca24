package xliff2

import (
	"path/filepath"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "xliff2".
type Format struct{ xmlblock.Charset }

var (
	_ format.Format    = Format{}
	_ format.Bilingual = Format{}
	_ format.Declarer  = Format{}
	_ format.Validator = Format{}
)

// corePrefix begins the namespaces of the core of all versions 2.
const corePrefix = "urn:oasis:names:tc:xliff:document:2."

// Name gives "xliff2".
func (Format) Name() string { return "xliff2" }

// Sniff knows a file by its root element, and where that cannot be read by its name.
func (Format) Sniff(name, head string) int {
	local, space, version := xmlspan.Head(head)
	switch {
	case local == "xliff" && (strings.HasPrefix(space, corePrefix) || strings.HasPrefix(version, "2.")):
		return 97
	case local != "":
		return 0
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlf", ".xliff":
		return 30
	}
	return 0
}

// Render spells a text; characters that XML cannot hold are written as <cp/>.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	block := &d.Blocks[b]
	s := xmlblock.Spelling{Letter: func(r rune, _ bool) (string, bool) { return codePoint(block.Where, r) }}
	return s.Render(d, block, t, before, after, hard)
}

// Localize sets trgLang, and xml:lang of the targets that named the old one.
func (Format) Localize(d *format.Document, target locale.Tag) []format.Edit {
	tree, err := xmlspan.Parse(d.Body)
	if err != nil {
		return nil
	}
	root := tree.Root()
	old := root.Value("trgLang")
	if strings.EqualFold(old, target.String()) {
		return nil
	}
	edits := []format.Edit{xmlblock.SetAttribute(tree, root, "trgLang", target.String())}
	for n := range root.All() {
		if n.Local() == "target" && strings.EqualFold(n.Value("xml:lang"), old) && old != "" {
			edits = append(edits, xmlblock.SetAttribute(tree, n, "xml:lang", target.String()))
		}
	}
	return edits
}
