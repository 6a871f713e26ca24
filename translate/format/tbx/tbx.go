// Package tbx reads terminology files (TBX 2, ISO 30042:2008, and TBX 3, ISO
// 30042:2019) as documents.
//
// A terminology file is not translated but imported into a glossary, so it has no
// blocks here: it is known for what it is, checked as well-formed, and comes back
// unchanged. Whether it keeps the rules of its version and dialect [Format.Validate]
// tells.
package tbx

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

// Format is the format "tbx".
type Format struct{ xmlblock.Charset }

var (
	_ format.Format    = Format{}
	_ format.Declarer  = Format{}
	_ format.Validator = Format{}
)

// Name gives "tbx".
func (Format) Name() string { return "tbx" }

// Sniff knows a file by its root element, and where that cannot be read by its name.
func (Format) Sniff(name, head string) int {
	switch local, _, _ := xmlspan.Head(head); {
	case local == "martif" || local == "tbx":
		return 96
	case local == "" && strings.EqualFold(filepath.Ext(name), ".tbx"):
		return 40
	}
	return 0
}

// Read checks that the file is XML and a terminology file. It has no blocks.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		return nil, err
	}
	if root := tree.Root(); root.Local() != "martif" && root.Local() != "tbx" {
		return nil, format.At(body, root.Start(), errors.New("the root element is neither <tbx> nor <martif>"))
	}
	return nil, nil
}

// Render is never asked, since there are no blocks.
func (Format) Render(*format.Document, int, unit.Text, string, string, bool) (string, error) {
	return "", format.ErrCannotHold
}

// Localize changes nothing: the file holds all its languages.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }
