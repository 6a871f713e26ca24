// Package i18next reads and writes the JSON of i18next, which programs in
// JavaScript use.
//
// A translator gets every value under its key, with the plural form in brackets:
// "cart.items_one" is "cart.items[one]". What i18next puts something in place of ({{count}},
// $t(key)) and the tags of its React components (<1>, <strong>) are inline codes;
// single braces are letters.
//
// The suffixes are those of the formats v1 to v4: _zero, _one, _two, _few, _many, _other
// (after _ordinal for ordinal numbers), _plural, and numbers.
//
// Read first: [Format].
package i18next

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/jsonspan"
	"diglot/translate/format/internal/literal"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "i18next".
type Format struct{}

var _ format.Format = Format{}

// Name gives "i18next".
func (Format) Name() string { return "i18next" }

// signs finds what no other dialect has: a plural suffix, {{name}} that is no
// template of Go, and $t(.
var signs = regexp.MustCompile(`"[^"\n]+_(zero|one|two|few|many|other|plural)"\s*:\s*"|\{\{-? *[A-Za-z][^{}\n]*\}\}|\$t\(`)

// Sniff knows a JSON file by a plural suffix or a placeholder at its beginning.
func (Format) Sniff(name, head string) int {
	if !jsonspan.Begins(head) || !signs.MatchString(head) {
		return 0
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".json":
		return 85
	case "":
		return 50
	}
	return 0
}

// Localize changes nothing: the file's folder says the language.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

// Render spells a text.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	ascii := jsonspan.Numbered(&d.Blocks[b])
	return literal.Render(t, func(letters string) string { return jsonspan.Spell(d, letters, ascii) }), nil
}

// Read makes a block of every string that has letters.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	tree, err := jsonspan.Parse(body)
	if err != nil {
		return nil, err
	}
	blocks, err := appendBlocks(nil, tree.Root(), "")
	return jsonspan.Settle(body, blocks), err
}

func appendBlocks(blocks []format.Block, n jsonspan.Node, key string) ([]format.Block, error) {
	if n.Kind() == jsonspan.String {
		b, ok, err := holder.Block(n.Literal(), "message", holder.Mustache|holder.Nest|holder.Tags)
		if ok {
			b.Key = withForm(key)
			blocks = append(blocks, b)
		}
		return blocks, err
	}
	i := 0
	for c := range n.Children() {
		path := fmt.Sprintf("%s[%d]", key, i)
		if n.Kind() == jsonspan.Object {
			path = strings.TrimPrefix(key+"."+c.Key(), ".")
		}
		var err error
		if blocks, err = appendBlocks(blocks, c, path); err != nil {
			return nil, err
		}
		i++
	}
	return blocks, nil
}

var suffix = regexp.MustCompile(`^(.+?)_(ordinal_)?(zero|one|two|few|many|other|plural|[0-9]+)$`)

// withForm puts the plural form of a key into brackets.
func withForm(key string) string {
	m := suffix.FindStringSubmatch(key)
	if m == nil {
		return key
	}
	return m[1] + "[" + strings.TrimSuffix(m[2], "_") + strings.Repeat(" ", min(len(m[2]), 1)) + m[3] + "]"
}
