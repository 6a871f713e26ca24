// Package android reads and writes the string resources of Android apps
// (res/values/strings.xml).
//
// A translator sees the strings, the items of string arrays and the forms of plurals
// as blocks of their own, with the comment that stands before them; markup inside
// is inline codes, and what is wrapped in <xliff:g> is one code that stays.
//
// What counts as what:
//   - Strings with translatable="false" are left alone, and so are references to other
//     resources, as "@string/ok".
//   - Several characters of white space are one space, and none stand at the edges,
//     unless the whole text is between quotes. The escapes \' \" \\ \n \t \@ \? and \uXXXX
//     are the characters that they stand for.
//
// Read first: [Format], then escape.go.
package android

import (
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "android".
type Format struct{ xmlblock.Charset }

var (
	_ format.Format     = Format{}
	_ format.Declarer   = Format{}
	_ format.Normalizer = Format{}
	_ format.Validator  = Format{}
)

// Name gives "android".
func (Format) Name() string { return "android" }

// Sniff knows a file by its root element.
func (Format) Sniff(name, head string) int {
	local, _, _ := xmlspan.Head(head)
	switch {
	case local != "resources":
		return 0
	case strings.Contains(head, "<string") || strings.Contains(head, "<plurals"),
		strings.EqualFold(filepath.Ext(name), ".xml"):
		return 95
	}
	return 80
}

// reader goes through a file once.
type reader struct {
	xmlblock.Reader
	blocks []format.Block
}

// Read makes a block of every string, array item and plural form.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		return nil, err
	}
	root := tree.Root()
	if root.Local() != "resources" {
		return nil, format.At(body, root.Start(), errors.New("the root element is not <resources>"))
	}
	r := reader{Reader: xmlblock.Reader{Tree: tree, Role: role, Fold: true, Unwrap: true, Quoted: true, Escape: unescape}}
	note := ""
	for n := range root.Children() {
		switch n.Kind() {
		case xmlspan.Comment:
			note = n.Said()
		case xmlspan.Element:
			if err := r.resource(n, note); err != nil {
				return nil, err
			}
			note = ""
		}
	}
	return r.blocks, nil
}

// resource reads one element below the root.
func (r *reader) resource(n xmlspan.Node, note string) error {
	if n.Value("translatable") == "false" {
		return nil
	}
	name := n.Value("name")
	switch n.Local() {
	case "string":
		return r.text(n, name, note)
	case "string-array", "array", "plurals":
		i := 0
		for item := range n.Elements() {
			key := item.Value("quantity")
			if n.Local() != "plurals" {
				key = strconv.Itoa(i)
				i++
			}
			if err := r.text(item, name+"["+key+"]", note); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *reader) text(n xmlspan.Node, key, note string) error {
	b, _, err := r.Source(n, "message")
	if err != nil {
		return err
	}
	b.Key, b.Note = key, note
	if format.HasLetters(b.Text.Content) && !isReference(r.Tree.Body[b.Span.Start:b.Span.End]) {
		r.blocks = append(r.blocks, b)
	}
	return nil
}

// isReference reports a value that names another resource or an attribute of a
// theme, as "@string/ok" or "?attr/label".
func isReference(written string) bool {
	return (written[0] == '@' || written[0] == '?') && strings.Contains(written, "/") && !strings.ContainsAny(written, " \n<")
}

// spaceXLIFF is the namespace of <xliff:g>.
const spaceXLIFF = "urn:oasis:names:tc:xliff:document:1.2"

func role(n xmlspan.Node) xmlblock.Role {
	switch {
	case n.Is(spaceXLIFF, "g") || n.Local() == "g":
		return xmlblock.Role{NoDelete: true}
	case n.Local() == "br":
		return xmlblock.Role{Break: true}
	}
	return xmlblock.Role{Sort: xmlblock.Pair}
}

// Normal gives t as block b reads it back.
func (Format) Normal(b *format.Block, t unit.Text) unit.Text { return xmlblock.Normal(b, t) }

// Render spells a text with the escapes of Android.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	block := &d.Blocks[b]
	s := xmlblock.Spelling{Fold: !xmlblock.KeepsSpace(block), Letter: escape}
	return s.Render(d, block, t, before, after, hard)
}

// Localize changes nothing: the folder's name says the locale.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }
