// Package goi18n reads and writes the message files of go-i18n and of Hugo, in
// TOML, JSON and YAML.
//
// A translator gets each message under its id; one with plural forms is a block for
// each, under "id[one]", and its description is the note. Hashes, ids and delimiters
// come back as they were. What a template puts in ({{.Name}}) is an inline code.
//
// Read are the layouts that go-i18n reads: a table for each message ("other" or a plural
// form, "description", "hash", …), a message that is only a string, a list of messages with
// "id" (and "translation", as version 1 has it), and the active.* and translate.* files that
// its command writes. Gotext's JSON ("messages" with "id" and "translation") is read too.
//
// Read first: [Format].
package goi18n

import (
	"path/filepath"
	"regexp"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/cue"
	"diglot/translate/format/internal/jsonspan"
	"diglot/translate/format/internal/literal"
	"diglot/translate/format/internal/tomlspan"
	"diglot/translate/format/internal/yamlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "goi18n".
type Format struct{}

var _ format.Format = Format{}

// Name gives "goi18n".
func (Format) Name() string { return "goi18n" }

var (
	fileName = regexp.MustCompile(`(?i)(^|[/\\])(active|translate)\.[A-Za-z0-9-]+\.(toml|json|ya?ml)$`)
	template = regexp.MustCompile(`\{\{-?\s*\.\w`)
	tomlForm = regexp.MustCompile(`(?m)^\s*(zero|one|two|few|many|other)\s*=|^\[\[messages\]\]|^hash\s*=`)
	jsonForm = regexp.MustCompile(`"[^"\n]+"\s*:\s*\{\s*"(zero|one|two|few|many|other|hash)"\s*:\s*"|"id"\s*:\s*"[^"\n]*"\s*,\s*"(message|translation)"\s*:`)
	yamlForm = regexp.MustCompile(`(?m)^\s+(one|other):\s|^- id:\s`)
)

// Sniff knows a file by the name that go-i18n's command gives it, and by plural
// forms or templates at its beginning.
func (Format) Sniff(name, head string) int {
	named := fileName.MatchString(name)
	head = strings.ReplaceAll(head, "\r", "\n")
	found := template.MatchString(head)
	switch strings.ToLower(filepath.Ext(name)) {
	case ".toml":
		found = found || tomlForm.MatchString(head)
	case ".yaml", ".yml":
		found = found || yamlForm.MatchString(head)
	case ".json":
		found = found || jsonForm.MatchString(head)
	default:
		return 0
	}
	switch {
	case named:
		return 94
	case found:
		return 87
	}
	return 0
}

// Localize names the target in gotext's "language" or "lang".
func (Format) Localize(d *format.Document, target locale.Tag) []format.Edit {
	if syntaxOf(d.Body) != inJSON {
		return nil
	}
	tree, err := jsonspan.Parse(d.Body)
	if err != nil {
		return nil
	}
	for _, key := range []string{"language", "lang"} {
		if n := tree.Root().Child(key); n.Kind() == jsonspan.String && n.String() != target.String() && tree.Root().Child("messages").Kind() == jsonspan.Array {
			return []format.Edit{{Span: n.Literal().Span, New: target.String()}}
		}
	}
	return nil
}

// Render spells a text in the syntax of the file.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (_ string, err error) {
	block := &d.Blocks[b]
	syntax, style, _ := strings.Cut(block.Where, " ")
	newline := cue.Near(d.Body, block.Span)
	switch syntax { // "json" may have more behind it
	case inTOML:
		out := literal.Render(t, func(letters string) string {
			s, fault := tomlspan.Spell(d, letters, style, newline)
			if fault != nil {
				err = fault
			}
			return s
		})
		return out, err
	case inYAML:
		style, indent, _ := strings.Cut(style, " ")
		return yamlspan.Spell(d, t, yamlspan.Place{
			Style:   yamlspan.Style(style),
			Indent:  indent,
			Newline: newline,
			Before:  before,
			After:   after,
			Ends:    strings.HasSuffix(d.Body[:block.Span.End], after),
			Hard:    hard,
		})
	}
	ascii := jsonspan.Numbered(block)
	return literal.Render(t, func(letters string) string { return jsonspan.Spell(d, letters, ascii) }), nil
}
