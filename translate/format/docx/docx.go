// Package docx reads and writes the documents of Word (.docx, .docm, .dotx): the
// text itself, notes, comments, headers and footers, and what stands in text boxes.
//
// A translator sees paragraphs with a code where the formatting changes, not the
// runs into which Word cuts a sentence whenever somebody saves it: neighbouring
// runs with the same properties are one stretch, and revision numbers, spelling marks and
// languages cut nothing. Tabs, breaks, pictures, notes and fields are codes;
// hyperlinks and tracked insertions are pairs around their text; what was deleted is one
// code. The formatting that all runs of a paragraph share needs no code at all.
//
// In writing, a word that changes is spliced into its <w:t>; every other byte of
// the part stays, and every other part of the archive. For a locale that is written right to
// left paragraphs, runs, tables and sections get their bidi properties (ECMA-376-1, 17.3.1.6,
// 17.3.2.30, 17.4.1).
//
// Read first: [Format], then block.go for how a paragraph becomes a block, and
// render.go for the way back.
package docx

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/archive"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/locale"
)

// Format is the format "docx".
type Format struct{}

var (
	_ format.Format    = Format{}
	_ format.Container = Format{}
	_ format.Finisher  = Format{}
)

// Name gives "docx".
func (Format) Name() string { return "docx" }

// Sniff knows a file by its name; what is in the archive is asked by Knows.
func (Format) Sniff(name, _ string) int {
	switch strings.ToLower(path.Ext(name)) {
	case ".docx", ".docm", ".dotx", ".dotm":
		return 95
	}
	return 0
}

// Knows reports an archive that says it holds a Word document.
func (Format) Knows(src []byte) bool {
	if !archive.IsZip(src) {
		return false
	}
	a, err := archive.Open(src)
	if err != nil || !a.Has(contentTypes) {
		return false
	}
	_, err = texts(a)
	return err == nil
}

// Open gives the document's texts.
func (Format) Open(src []byte) (string, error) {
	a, err := archive.Open(src)
	if err != nil {
		return "", fmt.Errorf("reading a Word document: %w", err)
	}
	names, err := texts(a)
	if err != nil {
		return "", err
	}
	return a.Join(names)
}

// Pack puts the texts back.
func (Format) Pack(src []byte, body string) ([]byte, error) { return archive.Pack(src, body) }

// Read makes a block of every paragraph that has letters.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	parts, err := archive.Parts(body)
	if err != nil {
		return nil, err
	}
	r := reader{body: body, build: format.NewBuilder(body, 0)}
	for _, p := range parts {
		tree, err := parse(p)
		if err != nil {
			return nil, err
		}
		r.tree, r.at, r.part = tree, p.Start, partKind(tree.Root().Local())
		r.flow(tree.Root(), -1)
		if r.err != nil {
			return nil, fmt.Errorf("in %s: %w", p.Name, r.err)
		}
	}
	return r.blocks, nil
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

// partKind gives the kind of the paragraphs in a part with that root element,
// where the part says more than the paragraph.
func partKind(root string) string {
	switch root {
	case "hdr":
		return "header"
	case "ftr":
		return "footer"
	case "footnotes", "endnotes":
		return "note"
	case "comments":
		return "comment"
	}
	return ""
}

// Localize changes nothing: all that a locale asks for can lie within blocks, so
// Finish does it.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }
