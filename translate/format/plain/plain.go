// Package plain reads and writes plain text, as agencies and old systems send
// it: an article with one paragraph on each line, or one whose lines were broken
// by hand at some width and whose paragraphs have blank lines between.
//
// Which of the two a file is decides what a translator sees, a paragraph or a
// scrap of one, so it is found out by a rule (see [Wrapped]) and can be said in
// Settings.Paragraph: "line" or "blank".
//
// A line ends with LF, CRLF, CR, NEL, form feed or the paragraph separator U+2029;
// the last two end a paragraph in both sorts of file. VT and the line separator U+2028
// break a line within a paragraph and count as its letters. White space at both ends of
// a paragraph lies outside of it.
//
// In a file of broken lines a line end is a space to the reader, several spaces
// are one, and a line end between two ideographs or kana is nothing. Before a list mark
// ("- ", "3. ") it is a line feed. What is written there is broken again at the width of
// the file.
//
// Read first: [Format].
package plain

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// The values of Settings.Paragraph.
const (
	Line  = "line"  // each line is a paragraph
	Blank = "blank" // blank lines stand between paragraphs
)

// Format is the format "text".
type Format struct{}

var (
	_ format.Format     = Format{}
	_ format.Settler    = Format{}
	_ format.Normalizer = Format{}
)

// Name gives "text".
func (Format) Name() string { return "text" }

// Sniff is sure by the file's name only; any other text may be plain text, too.
func (Format) Sniff(name, head string) int {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".txt", ".text":
		return 90
	}
	return 5
}

// Settle finds out how paragraphs are set apart, unless the settings say it.
func (Format) Settle(body string, s format.Settings) format.Settings {
	if s.Paragraph == "" {
		s.Paragraph = Line
		if Wrapped(body) {
			s.Paragraph = Blank
		}
	}
	return s
}

// Read finds the paragraphs.
func (f Format) Read(body string, s format.Settings) ([]format.Block, error) {
	switch s = f.Settle(body, s); s.Paragraph {
	case Line:
		return readLines(body)
	case Blank:
		return readWrapped(body)
	}
	return nil, fmt.Errorf("paragraph is %q; the settings are %q and %q", s.Paragraph, Line, Blank)
}

// Localize changes nothing: a text file says nothing of its language.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

// Normal drops white space at the ends of a paragraph and, where lines are broken
// and may be broken anew, makes one space of several.
func (Format) Normal(b *format.Block, t unit.Text) unit.Text {
	letters := t.Content
	if b.Where != "" {
		letters = normalWrapped(letters)
	}
	return unit.Plain(strings.TrimSpace(letters))
}

// Render gives the letters themselves, in a file of broken lines with line ends.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	if d.Settings.Paragraph == Blank {
		return renderWrapped(d, b, t.Content, before)
	}
	if r := findLineEnd(t.Content); r >= 0 {
		return "", fmt.Errorf("a paragraph of this file is one line, and %q holds a line end: %w", t.String(), format.ErrCannotHold)
	}
	return t.Content, nil
}

// readLines makes a block of every line that is not blank.
func readLines(body string) ([]format.Block, error) {
	var blocks []format.Block
	for l := range lines(body) {
		s := trimmed(body, l.Span)
		if s.Len() == 0 {
			continue
		}
		b := format.NewBuilder(body, s.Start)
		b.Literal(s)
		block, err := b.Block("paragraph")
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, block)
	}
	return blocks, nil
}

// trimmed narrows a span by the white space at its ends.
func trimmed(body string, s unit.Span) unit.Span {
	for s.Len() > 0 {
		r, n := utf8.DecodeRuneInString(body[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += n
	}
	for s.Len() > 0 {
		r, n := utf8.DecodeLastRuneInString(body[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}
