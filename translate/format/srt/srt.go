// Package srt reads and writes SubRip subtitles.
//
// A translator gets the text of each cue as a block, with its times as the note; the
// numbers and times come back as they were. A line break within a cue is a line feed. Tags
// (<i>, <font …>) and commands of players ({\an8}) are inline codes.
//
// There is no standard. What is read: an optional number, a line of times as in
// "00:00:01,000 --> 00:00:03,500" (hours to milliseconds, a comma or a point before those)
// with or without coordinates behind, lines of text, and a blank line. Text behind a blank
// line that no times follow belongs to no cue and is a block, too.
//
// Read first: [Format].
package srt

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/cue"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/literal"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "srt".
type Format struct{}

var _ format.Format = Format{}

const clock = `-?\d{1,3}:\d{1,2}:\d{1,2}[,.]\d{1,3}`

var (
	times   = regexp.MustCompile(`^[ \t]*` + clock + `[ \t]*-->[ \t]*` + clock + `([ \t].*)?$`)
	attempt = regexp.MustCompile(`^[ \t]*-?\d.*-->`)
	number  = regexp.MustCompile(`^[ \t]*\d+[ \t]*$`)
	command = regexp.MustCompile(`^\{\\[^{}\n]{1,200}\}`)
	start   = regexp.MustCompile(`^[\x{feff}\s]*(\d+[ \t]*(\r\n|\r|\n))?[ \t]*` + clock + `[ \t]*-->`)
)

// Name gives "srt".
func (Format) Name() string { return "srt" }

// Sniff knows a file by its name, and by the times of its first cue.
func (Format) Sniff(name, head string) int {
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case ext == ".srt":
		return 95
	case (ext == "" || ext == ".txt") && start.MatchString(head):
		return 92
	}
	return 0
}

// Localize changes nothing: the file's name says the language.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

// Render gives the letters with the file's line ends. A blank line would end the
// cue, so a text with one is refused.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	if blankLine.MatchString(t.Content) {
		return "", fmt.Errorf("a blank line would end the cue, and %q has one: %w", t.String(), format.ErrCannotHold)
	}
	end := cue.Near(d.Body, d.Blocks[b].Span)
	return literal.Render(t, func(letters string) string { return strings.ReplaceAll(letters, "\n", end) }), nil
}

var blankLine = regexp.MustCompile(`\n\s*\n`)

// Read makes a block of the text of every cue.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	r := &reader{body: body, lines: cue.NewLines(body)}
	for r.lines.Next() {
		if err := r.line(); err != nil {
			return nil, err
		}
	}
	return r.blocks, r.finish()
}

// reader goes through a file once.
type reader struct {
	body   string
	lines  *cue.Lines
	key    string     // the number that stood last
	number unit.Span  // where; it may be a text, if no times follow
	times  string     // of the cue
	text   *unit.Span // of the lines so far
	cues   int
	blocks []format.Block
}

func (r *reader) line() error {
	line := r.lines.Text()
	switch {
	case r.lines.Blank():
		return r.finish()
	case times.MatchString(line):
		key := ""
		if r.text == nil && r.times == "" { // the number is that of this cue
			key, r.key = r.key, ""
		}
		if err := r.finish(); err != nil {
			return err
		}
		r.key, r.times = key, strings.TrimSpace(line)
		r.cues++
	case attempt.MatchString(line):
		return format.At(r.body, r.lines.Start, fmt.Errorf("%.60q are no times; they look like 00:00:01,000 --> 00:00:03,500", strings.TrimSpace(line)))
	case r.text == nil && r.times == "" && r.key == "" && number.MatchString(line):
		r.key, r.number = strings.TrimSpace(line), r.lines.Span
	case r.cues == 0:
		return format.At(r.body, r.lines.Start, errors.New("text stands where the number or the times of the first cue should"))
	case r.text == nil:
		span := r.lines.Span
		if r.key != "" && r.times == "" { // the number was text
			span.Start, r.key = r.number.Start, ""
		}
		r.text = &span
	default:
		r.text.End = r.lines.End
	}
	return nil
}

// finish makes the block of a cue that has a text.
func (r *reader) finish() error {
	text, key, note := r.text, r.key, r.times
	if text == nil && key != "" && note == "" && r.cues > 0 { // a number that was text
		text, key = &unit.Span{Start: r.number.Start, End: r.number.End}, ""
	}
	r.text, r.key, r.times = nil, "", ""
	if text == nil {
		return nil
	}
	s := cue.Letters(r.body, *text, func(string) (int, string) { return 0, "" })
	if !format.HasLetters(s.Letters) {
		return nil
	}
	b, err := s.Block("caption", 0, len(s.Letters), codes(s.Letters))
	if err != nil || !format.HasLetters(b.Text.Content) {
		return err
	}
	b.Key, b.Note = key, note
	r.blocks = append(r.blocks, b)
	return nil
}

// codes finds tags, and commands in braces.
func codes(letters string) []literal.Mark {
	var marks []literal.Mark
	at := 0
	for i := strings.IndexByte(letters, '{'); i >= 0; {
		if n := len(command.FindString(letters[i:])); n > 0 {
			marks = append(marks, holder.Marks(letters, at, i, holder.Tags)...)
			marks = append(marks, literal.Mark{From: i, To: i + n, Code: &unit.Code{}})
			at = i + n
		}
		next := strings.IndexByte(letters[i+1:], '{')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	marks = append(marks, holder.Marks(letters, at, len(letters), holder.Tags)...)
	holder.Number(letters, marks)
	return marks
}
