// Package csv reads and writes tables with a separator: CSV and TSV.
//
// A translator gets cells. Which, the first row says: where it names a column of the
// source and one of the target ("source" and "target", or the languages of the project), each row is
// a block whose slot is the target's cell. Where it only names a key ("key", "id", "name"),
// every other column is to be translated. Without such a row, every cell with letters is.
// Keys and notes ("comment", "note", "description", "context") are given along. Separators, quotes and line ends
// come back as they were; a cell without quotes gets some where its translation needs them.
//
// The format is that of RFC 4180, with a comma, semicolon or tab between cells: the
// one that the first line has most of.
//
// Read first: [Format].
package csv

import (
	"fmt"
	"path/filepath"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/literal"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "csv".
type Format struct{}

var (
	_ format.Format    = Format{}
	_ format.Bilingual = Format{}
)

// Name gives "csv".
func (Format) Name() string { return "csv" }

// Sniff knows a file by its name only.
func (Format) Sniff(name, head string) int {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv", ".tab":
		return 85
	}
	return 0
}

// Localize changes nothing: the first row is no text.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

// What a block's Where says: whether its cell has quotes, and the separator.
const (
	quoted = "quoted"
	bare   = "bare"
)

// Render spells a text for its cell, or for the cell of its slot.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	block := &d.Blocks[b]
	style, separator, _ := strings.Cut(block.Where, " ")
	if block.Target != nil { // Fill adds the quotes
		return literal.Render(t, doubled), nil
	}
	if style == quoted {
		return literal.Render(t, doubled), nil
	}
	whole := literal.Render(t, func(letters string) string { return letters })
	open := strings.HasPrefix(before, `"`)
	needs := needsQuotes(before+whole+after, separator)
	switch {
	case before == "" && (hard || needs):
		open = true
	case open && closed(before), before != "" && !open && hard && needs:
		return "", fmt.Errorf("the cell needs quotes because of %q, and a part of it stays as it is, without; translate the whole: %w", t.String(), format.ErrCannotHold)
	}
	if !open {
		return whole, nil
	}
	if after != "" && (strings.Contains(after, `"`) || strings.HasSuffix(d.Body[:block.Span.End], after)) {
		return "", fmt.Errorf("the cell needs quotes because of %q, and its end stays as it is, without; translate the whole: %w", t.String(), format.ErrCannotHold)
	}
	for _, c := range t.Codes {
		if strings.Contains(c.Original, `"`) {
			return "", fmt.Errorf("the cell needs quotes because of %q, and a code in it has some: %w", t.String(), format.ErrCannotHold)
		}
	}
	out := literal.Render(t, doubled)
	if before == "" {
		out = `"` + out
	}
	if after == "" {
		out += `"`
	}
	return out, nil
}

func doubled(letters string) string { return strings.ReplaceAll(letters, `"`, `""`) }

// closed reports that a cell that begins with a quote has its closing one.
func closed(s string) bool { return strings.Count(s, `"`)%2 == 0 }

// needsQuotes reports letters that would not be one cell without quotes, or not
// the same.
func needsQuotes(s, separator string) bool {
	return s == "" || strings.HasPrefix(s, `"`) || strings.ContainsAny(s, "\r\n"+separator)
}

// Fill writes texts into the cells of their slots, in quotes where the cell has
// them or the text needs them.
func (Format) Fill(d *format.Document, fillings []format.Filling) ([]format.Edit, error) {
	var edits []format.Edit
	for _, f := range fillings {
		b := &d.Blocks[f.Block]
		_, separator, _ := strings.Cut(b.Where, " ")
		text, span := f.Text, b.Target.Span
		inQuotes := span.Start > 0 && d.Body[span.Start-1] == '"'
		if !inQuotes && (strings.Contains(text, `"`) || text != "" && needsQuotes(text, separator)) {
			text = `"` + text + `"`
		}
		edits = append(edits, format.Edit{Span: span, New: text})
	}
	return edits, nil
}

const styles = holder.All
