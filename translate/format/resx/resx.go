// Package resx reads and writes .NET resource files (.resx, .resw).
//
// A translator sees the strings by their names, with the developer's comments;
// images, fonts, positions and what a form's designer keeps for itself are left as
// they are.
//
// A string is the <value> of a <data> element without type and mimetype, or whose type
// is System.String, and whose name does not begin with ">>". Its white space counts.
//
// Read first: [Format].
package resx

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "resx".
type Format struct{ xmlblock.Charset }

var (
	_ format.Format    = Format{}
	_ format.Declarer  = Format{}
	_ format.Validator = Format{}
)

// Name gives "resx".
func (Format) Name() string { return "resx" }

// Sniff knows a file by its root element together with its name or what stands in it.
func (Format) Sniff(name, head string) int {
	local, _, _ := xmlspan.Head(head)
	if local != "root" && local != "" {
		return 0
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".resx", ".resw":
		return 96
	}
	if local == "root" && (strings.Contains(head, "resheader") || strings.Contains(head, "microsoft-resx") || strings.Contains(head, "msdata:IsDataSet")) {
		return 95
	}
	return 0
}

// Read makes a block of every string.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		return nil, err
	}
	root := tree.Root()
	if root.Local() != "root" {
		return nil, format.At(body, root.Start(), errors.New("the root element is not <root>"))
	}
	r := xmlblock.Reader{Tree: tree, Role: func(xmlspan.Node) xmlblock.Role { return xmlblock.Role{} }, Unwrap: true}
	var blocks []format.Block
	for data := range root.Elements() {
		value := data.Child("value")
		if !isString(data) || value.IsZero() {
			continue
		}
		b, _, err := r.Source(value, "message")
		if err != nil {
			return nil, err
		}
		b.Key = data.Value("name")
		if comment := data.Child("comment"); !comment.IsZero() {
			b.Note = strings.TrimSpace(comment.Letters())
		}
		if format.HasLetters(b.Text.Content) {
			blocks = append(blocks, b)
		}
	}
	return blocks, nil
}

func isString(data xmlspan.Node) bool {
	if data.Local() != "data" || strings.HasPrefix(data.Value("name"), ">>") || data.Value("mimetype") != "" {
		return false
	}
	kind, _, _ := strings.Cut(data.Value("type"), ",")
	return kind == "" || strings.TrimSpace(kind) == "System.String"
}

// Render spells a text.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	return xmlblock.Spelling{}.Render(d, &d.Blocks[b], t, before, after, hard)
}

// Localize changes nothing: the file's name says the locale.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

// Validate finds names that stand twice, and files without the headers that the
// readers of .NET ask for.
func (Format) Validate(body string) []*format.Error {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		var placed *format.Error
		errors.As(err, &placed)
		return []*format.Error{placed}
	}
	var faults []*format.Error
	seen := map[string]bool{}
	headers := map[string]bool{}
	for n := range tree.Root().Elements() {
		name := n.Value("name")
		switch n.Local() {
		case "resheader":
			headers[name] = true
		case "data":
			if seen[name] {
				faults = append(faults, format.At(body, n.Start(), fmt.Errorf("the name %q stands twice", name)))
			}
			seen[name] = true
			if n.Child("value").IsZero() {
				faults = append(faults, format.At(body, n.Start(), fmt.Errorf("%q has no <value>", name)))
			}
		}
	}
	for _, name := range []string{"resmimetype", "reader", "writer"} {
		if !headers[name] {
			faults = append(faults, format.At(body, tree.Root().Start(), fmt.Errorf("there is no <resheader name=%q>", name)))
		}
	}
	return faults
}
