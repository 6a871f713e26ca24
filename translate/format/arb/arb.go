// Package arb reads and writes ARB, the Application Resource Bundle of Flutter.
//
// A translator gets every message under its key, with what "@key" says of it as the
// note: its description, and an example of each placeholder. Messages are ICU
// MessageFormat: each branch of a plural or select is a block, under "key[one]". In Arabic,
// @@locale becomes ar.
//
// The format is that of the ARB specification, version 2020 ("resource attributes").
//
// Read first: [Format].
package arb

import (
	"path/filepath"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/icumsg"
	"diglot/translate/format/internal/jsonspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "arb".
type Format struct{}

var _ format.Format = Format{}

// Name gives "arb".
func (Format) Name() string { return "arb" }

// Sniff knows a file by its name, and by "@@locale" in JSON.
func (Format) Sniff(name, head string) int {
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case ext == ".arb":
		return 95
	case (ext == ".json" || ext == "") && jsonspan.Begins(head) && strings.Contains(head, `"@@locale"`):
		return 88
	}
	return 0
}

// Localize names the target in @@locale, with underscores where the file has them.
func (Format) Localize(d *format.Document, target locale.Tag) []format.Edit {
	tree, err := jsonspan.Parse(d.Body)
	if err != nil {
		return nil
	}
	n := tree.Root().Child("@@locale")
	name := strings.ReplaceAll(target.String(), "-", "_")
	if n.Kind() != jsonspan.String || strings.ReplaceAll(n.String(), "-", "_") == name {
		return nil
	}
	if strings.Contains(n.String(), "-") {
		name = target.String()
	}
	return []format.Edit{{Span: n.Literal().Span, New: name}}
}

// Render spells a text.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	return icumsg.InJSON(d, b, t, after), nil
}

// Read makes a block of every message and branch that has letters.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	tree, err := jsonspan.Parse(body)
	if err != nil {
		return nil, err
	}
	root := tree.Root()
	attributes := map[string]jsonspan.Node{}
	for n := range root.Children() {
		if key, ok := strings.CutPrefix(n.Key(), "@"); ok {
			attributes[key] = n
		}
	}
	var blocks []format.Block
	for n := range root.Children() {
		if n.Kind() != jsonspan.String || strings.HasPrefix(n.Key(), "@") {
			continue
		}
		more, err := icumsg.FromJSON(body, n, n.Key(), note(attributes[n.Key()]), len(blocks))
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, more...)
	}
	return jsonspan.Settle(body, blocks), nil
}

// note gives what the attributes of a message say to the translator.
func note(attributes jsonspan.Node) string {
	var lines []string
	for _, key := range []string{"description", "context"} {
		if s := attributes.Child(key).String(); s != "" {
			lines = append(lines, s)
		}
	}
	for p := range attributes.Child("placeholders").Children() {
		if s := p.Child("example").String(); s != "" {
			lines = append(lines, "{"+p.Key()+"}: "+s)
		}
	}
	return strings.Join(lines, "\n")
}
