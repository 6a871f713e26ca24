// Package strings reads and writes Apple's .strings files, which hold the words
// of programs for iOS and macOS.
//
// A translator gets the values, each under its key and with the comment that stands
// above it. Xcode writes such files in UTF-16, others in UTF-8; both come back as
// they were. Placeholders (%@, %1$@, %lld) and markup tags are inline codes.
//
// The format is the old one for property lists ("Old-Style ASCII Property Lists"),
// without data and lists: pairs of strings, quoted or bare, each with a semicolon.
// Files that are property lists in XML, or compiled ones, are not for this package.
//
// Read first: [Format].
package strings

import (
	"path/filepath"
	"regexp"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/literal"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "strings".
type Format struct{}

var _ format.Format = Format{}

// Name gives "strings".
func (Format) Name() string { return "strings" }

var pairStart = regexp.MustCompile(`^(\s|/\*(?s:.*?)\*/|//[^\n\r]*)*"(\\.|[^"\\])*"\s*=\s*"`)

// Sniff knows a file by its name, unless it is a property list in XML or a compiled
// one, and by a quoted key with a quoted value at its beginning.
func (Format) Sniff(name, head string) int {
	if strings.EqualFold(filepath.Ext(name), ".strings") {
		if start := strings.TrimLeft(head, "\ufeff \t\r\n"); strings.HasPrefix(start, "<") || strings.HasPrefix(start, "bplist") {
			return 0
		}
		return 95
	}
	if filepath.Ext(name) == "" && pairStart.MatchString(head) {
		return 50
	}
	return 0
}

// Localize changes nothing: the file's folder says the language.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

const styles = holder.Printf | holder.Dollar | holder.Braces | holder.Tags

// What follows the backslash of an escape, and what it means.
const (
	escaped  = `ntrabfv"\`
	meanings = "\n\t\r\a\b\f\v\"\\"
)

// Render spells a text. Where a value has no quotes, there are none around what takes its
// place either, so all that would need them is refused.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	ascii := d.Blocks[b].Where == asNumbers
	return literal.Render(t, func(letters string) string {
		var out strings.Builder
		for _, r := range letters {
			i := strings.IndexRune(meanings, r)
			switch {
			case i >= 0:
				out.WriteString(`\` + escaped[i:i+1])
			case r < ' ' || r == 0x7F || !literal.Plain(d, ascii, r):
				out.WriteString(literal.UTF16(`\U%04X`, r))
			default:
				out.WriteRune(r)
			}
		}
		return out.String()
	}), nil
}

// asNumbers is the Where of blocks in files of ASCII that spell other characters
// by their numbers.
const asNumbers = "numbers"
