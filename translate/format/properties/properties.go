// Package properties reads and writes Java's .properties files, in which Java
// programs and many others keep the words of their windows.
//
// A translator gets the values, each under its key and with the comment that stands
// above it; keys, separators, escapes and the lines that a long value is broken into stay as
// they are. Files of old programs are ISO 8859-1 with \uXXXX for everything else: in a
// file of ASCII alone, and where its charset lacks a character, new letters are
// written so.
//
// The format is that of java.util.Properties.load. Placeholders as in {0}, %s and
// ${x}, and markup tags, are inline codes.
//
// Read first: [Format].
package properties

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/literal"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "properties".
type Format struct{}

var _ format.Format = Format{}

// Name gives "properties".
func (Format) Name() string { return "properties" }

// Sniff knows a file by its name, and less surely by lines that all have a key
// and an equals sign.
func (Format) Sniff(name, head string) int {
	if strings.EqualFold(filepath.Ext(name), ".properties") {
		return 90
	}
	if filepath.Ext(name) != "" {
		return 0
	}
	pairs := 0
	for _, line := range strings.FieldsFunc(head, func(r rune) bool { return r == '\n' || r == '\r' }) {
		line = strings.TrimSpace(line)
		key, _, ok := strings.Cut(line, "=")
		switch {
		case line == "" || line[0] == '#' || line[0] == '!':
		case !ok || key == "" || strings.ContainsAny(strings.TrimSpace(key), " \t\"'<>{}()[]"):
			return 0
		default:
			pairs++
		}
	}
	return min(2*pairs, 20)
}

// Localize changes nothing: the file's name says the language.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

// Render spells a text. The hard spelling escapes all spaces.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	ascii := d.Blocks[b].Where == asNumbers
	start := atStart(before)
	return literal.Render(t, func(letters string) string {
		var out strings.Builder
		for _, r := range letters {
			out.WriteString(spell(d, r, ascii, start || hard))
			start = false
		}
		return out.String()
	}), nil
}

// atStart reports that white space would be dropped behind what has been written.
func atStart(before string) bool {
	rest := strings.TrimRight(before, " \t\f")
	return rest == "" || strings.HasSuffix(rest, "\n") || strings.HasSuffix(rest, "\r")
}

// spell writes a character; at the start of a value, spaces and separators with a
// backslash.
func spell(d *format.Document, r rune, ascii, start bool) string {
	if i := strings.IndexRune(meanings, r); i >= 0 && r != ' ' {
		return `\` + escaped[i:i+1]
	}
	switch {
	case r == '\\', start && strings.ContainsRune(" =:", r):
		return `\` + string(r)
	case r < ' ' || r == 0x7F || !literal.Plain(d, ascii, r):
		return literal.UTF16(`\u%04X`, r)
	}
	return string(r)
}

// asNumbers is the Where of blocks in files of ASCII, where other characters are
// spelled by their numbers: the file may be read as ISO 8859-1.
const asNumbers = "numbers"

// What follows the backslash of an escape, and what it means.
const (
	escaped  = "tnrf"
	meanings = "\t\n\r\f"
)

// Read makes a block of every value that has letters.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	r := &reader{body: body, ascii: literal.ASCII(body)}
	for r.at < len(r.body) {
		if err := r.line(); err != nil {
			return nil, err
		}
	}
	return r.blocks, nil
}

// isLineEnd reports LF and CR.
func isLineEnd(c byte) bool { return c == '\n' || c == '\r' }

// isBlank reports white space within a line.
func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\f' }

// firstRune gives the size of the character at the start of s.
func firstRune(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// styles are the placeholders of Java's MessageFormat and Formatter, and of the
// template engines that Java programs use.
const styles = holder.Braces | holder.Printf | holder.Dollar | holder.Tags
