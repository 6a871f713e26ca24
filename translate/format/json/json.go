// Package json reads and writes JSON that a program keeps its words in, whatever
// the layout: keys with values, lists of entries, one inside the other.
//
// A translator gets every value that is prose, under the path of its key
// ("menu.items[2].label"). Since no schema says what is prose, rules do, see [Format.Read].
// Everything else, from the indentation to the way in which other values are escaped,
// comes back as it was. Dialects with rules of their own have packages beside this one:
// arb, i18next, icu, xcstrings, goi18n.
//
// Placeholders ({name}, {{name}}, ${name}, %s) and markup tags are inline codes.
//
// Read first: [Format.Read].
package json

import (
	"fmt"
	"path/filepath"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/jsonspan"
	"diglot/translate/format/internal/literal"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "json".
type Format struct{}

var _ format.Format = Format{}

// Name gives "json".
func (Format) Name() string { return "json" }

// Sniff knows a file by its name, and less surely by its beginning.
func (Format) Sniff(name, head string) int {
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case ext == ".json" || ext == ".resjson" || ext == ".webmanifest":
		return 80
	case ext == "" && jsonspan.Begins(head):
		return 45
	}
	return 0
}

// Localize changes nothing: the file's name says the language.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

// Render spells a text.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	ascii := jsonspan.Numbered(&d.Blocks[b])
	return literal.Render(t, func(letters string) string { return jsonspan.Spell(d, letters, ascii) }), nil
}

// Read makes a block of every string that has letters, except
//   - addresses: a URL, or the name of a picture, sound or script, and nothing else;
//   - in an object that has "key" or "id" beside "value", "translation", "message", "text",
//     "string", "label" or "defaultMessage": that name, which becomes the block's key;
//   - in an object that has a "message" and a "description" or "placeholders", as the
//     extensions of browsers have it: all but the message; the description is its note;
//   - what stands under a key that begins with "_" or "@", by which comments are known: the note
//     of the entry whose name follows, as in "_title.comment".
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	tree, err := jsonspan.Parse(body)
	if err != nil {
		return nil, err
	}
	r := &reader{}
	err = r.value(tree.Root(), "", "")
	return jsonspan.Settle(body, r.blocks), err
}

// reader goes through a tree once.
type reader struct {
	blocks []format.Block
}

func (r *reader) value(n jsonspan.Node, key, note string) error {
	switch n.Kind() {
	case jsonspan.String:
		return r.string(n, key, note)
	case jsonspan.Array:
		i := 0
		for c := range n.Children() {
			if err := r.value(c, fmt.Sprintf("%s[%d]", key, i), ""); err != nil {
				return err
			}
			i++
		}
	case jsonspan.Object:
		return r.object(n, key)
	}
	return nil
}

func (r *reader) string(n jsonspan.Node, key, note string) error {
	s := n.Literal()
	if holder.IsAddress(s.Letters) {
		return nil
	}
	b, ok, err := holder.Block(s, "message", holder.All)
	if ok {
		b.Key, b.Note = key, note
		r.blocks = append(r.blocks, b)
	}
	return err
}

func (r *reader) object(n jsonspan.Node, key string) error {
	e := entryOf(n)
	if e.name != "" {
		key = e.name
	}
	notes := notesOf(n)
	for c := range n.Children() {
		name := c.Key()
		if strings.HasPrefix(name, "_") || strings.HasPrefix(name, "@") || e.only != "" && name != e.only || e.name != "" && name == e.nameKey {
			continue
		}
		path := name
		switch {
		case e.only != "":
			path = key
		case key != "":
			path = key + "." + name
		}
		note := notes[name]
		if e.only != "" {
			note = e.note
		}
		if err := r.value(c, path, note); err != nil {
			return err
		}
	}
	return nil
}

// entry is what an object says of itself where it is one entry of a list.
type entry struct {
	nameKey, name string // the member that names it
	only          string // the one member that is prose; "" for all
	note          string
}

func entryOf(n jsonspan.Node) entry {
	var e entry
	prose := false
	for c := range n.Children() {
		if c.Kind() != jsonspan.String {
			continue
		}
		switch name := c.Key(); name {
		case "key", "id":
			if e.name == "" {
				e.nameKey, e.name = name, c.String()
			}
		case "value", "translation", "message", "text", "string", "label", "defaultMessage":
			prose = true
		}
	}
	if !prose {
		e.nameKey, e.name = "", ""
	}
	message, description := n.Child("message"), n.Child("description")
	if message.Kind() == jsonspan.String && (description.Kind() == jsonspan.String || n.Child("placeholders").Kind() == jsonspan.Object) {
		e.only, e.note = "message", description.String()
	}
	return e
}

// notesOf gives the comments in an object by the keys that they speak of.
func notesOf(n jsonspan.Node) map[string]string {
	notes := map[string]string{}
	for c := range n.Children() {
		name, ok := strings.CutPrefix(c.Key(), "_")
		if ok && c.Kind() == jsonspan.String {
			notes[strings.TrimSuffix(name, ".comment")] = c.String()
		}
	}
	return notes
}
