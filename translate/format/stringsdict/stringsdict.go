// Package stringsdict reads and writes the plural rules of Apple's platforms
// (.stringsdict), which are property lists.
//
// A translator sees the format of each message and, as blocks of their own, its
// forms for the plural categories: "%d files selected/files/one". The names of rules and
// the types of values are left alone.
//
// Read first: [Format].
package stringsdict

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

// Format is the format "stringsdict".
type Format struct{ xmlblock.Charset }

var (
	_ format.Format   = Format{}
	_ format.Declarer = Format{}
)

// Name gives "stringsdict".
func (Format) Name() string { return "stringsdict" }

// Sniff knows a property list by its root element, and this kind by its name or by
// the keys in it.
func (Format) Sniff(name, head string) int {
	local, _, _ := xmlspan.Head(head)
	switch {
	case local != "plist":
		return 0
	case strings.EqualFold(filepath.Ext(name), ".stringsdict"), strings.Contains(head, formatKey):
		return 96
	}
	return 0
}

// formatKey is the key of a message's format; the others below are not for people.
const formatKey = "NSStringLocalizedFormatKey"

var internalKeys = map[string]bool{"NSStringFormatSpecTypeKey": true, "NSStringFormatValueTypeKey": true}

// reader goes through a file once.
type reader struct {
	xmlblock.Reader
	blocks []format.Block
}

// Read makes a block of every string that people see.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		return nil, err
	}
	root := tree.Root()
	if root.Local() != "plist" {
		return nil, format.At(body, root.Start(), errors.New("the root element is not <plist>"))
	}
	r := reader{Reader: xmlblock.Reader{Tree: tree, Role: func(xmlspan.Node) xmlblock.Role { return xmlblock.Role{} }, Unwrap: true}}
	for n := range root.Elements() {
		if n.Local() != "dict" {
			return nil, format.At(body, n.Start(), errors.New("a <dict> should stand here"))
		}
		if err := r.dict(n, ""); err != nil {
			return nil, err
		}
	}
	return r.blocks, nil
}

// dict reads keys and their values.
func (r *reader) dict(n xmlspan.Node, path string) error {
	key, note := xmlspan.Node{}, ""
	for c := range n.Children() {
		switch {
		case c.Kind() == xmlspan.Comment:
			note = c.Said()
		case c.Kind() != xmlspan.Element:
		case key.IsZero():
			if c.Local() != "key" {
				return format.At(r.Tree.Body, c.Start(), errors.New("a <key> should stand here"))
			}
			key = c
		default:
			if err := r.value(c, path, key.Letters(), note); err != nil {
				return err
			}
			key, note = xmlspan.Node{}, ""
		}
	}
	if !key.IsZero() {
		return format.At(r.Tree.Body, key.Start(), errors.New("the key has no value"))
	}
	return nil
}

func (r *reader) value(n xmlspan.Node, path, key, note string) error {
	if path != "" {
		key = path + "/" + key
	}
	switch n.Local() {
	case "dict":
		return r.dict(n, key)
	case "string":
		if internalKeys[key[strings.LastIndexByte(key, '/')+1:]] {
			return nil
		}
		b, _, err := r.Source(n, "message")
		if err != nil {
			return err
		}
		if b.Key, b.Note = key, note; format.HasLetters(b.Text.Content) {
			r.blocks = append(r.blocks, b)
		}
	}
	return nil
}

// Render spells a text.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	return xmlblock.Spelling{}.Render(d, &d.Blocks[b], t, before, after, hard)
}

// Localize changes nothing: the folder's name says the locale.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }
