// Package icu reads and writes JSON whose values are messages of ICU
// MessageFormat, as FormatJS and many servers have them.
//
// A translator gets every message under the path of its key, and each branch of a
// plural or select as a block of its own, under "key[one]". A message that is broken, as
// one without its closing brace, is refused with its place: the program could
// not show it.
//
// Read first: [Format].
package icu

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/icumsg"
	"diglot/translate/format/internal/jsonspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "icu".
type Format struct{}

var _ format.Format = Format{}

// Name gives "icu".
func (Format) Name() string { return "icu" }

// signs finds an argument with a type that only ICU has.
var signs = regexp.MustCompile(`\{\s*[\w.]+\s*,\s*(plural|select|selectordinal)\s*,`)

// Sniff knows a JSON file by a plural or select at its beginning.
func (Format) Sniff(name, head string) int {
	if !jsonspan.Begins(head) || !signs.MatchString(head) {
		return 0
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".json":
		return 86
	case "":
		return 55
	}
	return 0
}

// Localize changes nothing: the file's name says the language.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

// Render spells a text.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	return icumsg.InJSON(d, b, t, after), nil
}

// Read makes a block of every message and branch that has letters. In an object
// with a "defaultMessage", as FormatJS extracts it, only that is a message, and the description
// its note.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	tree, err := jsonspan.Parse(body)
	if err != nil {
		return nil, err
	}
	r := &reader{body: body}
	err = r.value(tree.Root(), "", "")
	return jsonspan.Settle(body, r.blocks), err
}

type reader struct {
	body   string
	blocks []format.Block
}

func (r *reader) value(n jsonspan.Node, key, note string) error {
	if n.Kind() == jsonspan.String {
		more, err := icumsg.FromJSON(r.body, n, key, note, len(r.blocks))
		r.blocks = append(r.blocks, more...)
		return err
	}
	if message := n.Child("defaultMessage"); message.Kind() == jsonspan.String {
		if id := n.Child("id").String(); id != "" {
			key = id
		}
		return r.value(message, key, n.Child("description").String())
	}
	i := 0
	for c := range n.Children() {
		path := fmt.Sprintf("%s[%d]", key, i)
		if n.Kind() == jsonspan.Object {
			path = strings.TrimPrefix(key+"."+c.Key(), ".")
		}
		if err := r.value(c, path, ""); err != nil {
			return err
		}
		i++
	}
	return nil
}
