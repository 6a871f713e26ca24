// Package odt reads and writes text documents of LibreOffice and others in the
// OpenDocument format (.odt, .ott).
//
// A translator sees headings and paragraphs, those of tables, lists, notes, comments, text
// boxes, headers and footers too, and the titles and descriptions of pictures. A span or a
// link is a pair of codes around its text; tabs, several spaces, line breaks, notes, fields
// and frames are one code each. What tracked changes keep of deleted text is left as it is.
//
// White space in a paragraph folds, as OpenDocument has it (ODF 1.3 part 3, 6.1.2), so two
// spaces in a translation become one. All that is not changed in the archive keeps its bytes.
// For a locale that is written right to left the default and page styles say so
// (style:writing-mode), and tables mirror.
//
// Read first: [Format], then read.go.
package odt

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/archive"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/unit"
)

// Format is the format "odt".
type Format struct{}

var (
	_ format.Format     = Format{}
	_ format.Container  = Format{}
	_ format.Normalizer = Format{}
)

// Name gives "odt".
func (Format) Name() string { return "odt" }

// Sniff knows a file by its name; what is in the archive is asked by Knows.
func (Format) Sniff(name, _ string) int {
	switch strings.ToLower(path.Ext(name)) {
	case ".odt", ".ott":
		return 95
	}
	return 0
}

// textType begins the media types of text documents and their templates.
const textType = "application/vnd.oasis.opendocument.text"

// The parts of a document (ODF 1.3 part 2, 3.1).
const (
	mediaType = "mimetype"
	manifest  = "META-INF/manifest.xml"
	content   = "content.xml"
	styles    = "styles.xml"
)

// Knows reports an archive that says it holds a text document.
func (Format) Knows(src []byte) bool {
	if !archive.IsZip(src) {
		return false
	}
	a, err := archive.Open(src)
	return err == nil && isText(a)
}

func isText(a *archive.Archive) bool {
	said, err := a.Text(mediaType)
	return err == nil && strings.HasPrefix(said, textType) && a.Has(content)
}

// Open gives the document's texts.
func (Format) Open(src []byte) (string, error) {
	a, err := archive.Open(src)
	if err != nil {
		return "", fmt.Errorf("reading an OpenDocument text: %w", err)
	}
	if !isText(a) {
		return "", errors.New("the archive holds no OpenDocument text: its mimetype says otherwise, or there is no content.xml")
	}
	if said, err := a.Text(manifest); err == nil && strings.Contains(said, "encryption-data") {
		return "", errors.New("the document is encrypted; save it without a password")
	}
	names := []string{content}
	if a.Has(styles) {
		names = append(names, styles)
	}
	return a.Join(names)
}

// Pack puts the texts back.
func (Format) Pack(src []byte, body string) ([]byte, error) { return archive.Pack(src, body) }

// Render spells a text.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	return xmlblock.Spelling{Fold: true}.Render(d, &d.Blocks[b], t, before, after, hard)
}

// Normal folds white space.
func (Format) Normal(b *format.Block, t unit.Text) unit.Text { return xmlblock.Normal(b, t) }
