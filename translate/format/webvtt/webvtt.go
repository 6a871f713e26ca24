// Package webvtt reads and writes WebVTT, the subtitles of the web.
//
// A translator gets the text of each cue as a block, with its times as the note and
// its identifier as the key. The header, regions, styles, comments, times and settings come
// back as they were. A line break within a cue is a line feed; tags (<v Name>, <c.yellow>,
// times for karaoke) are inline codes; references (&amp;, &lrm;) are the characters that they
// stand for.
//
// The format is that of the W3C's WebVTT. What a browser would drop in silence, a cue with
// times that it cannot read, is refused.
//
// Read first: [Format].
package webvtt

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

// Format is the format "webvtt".
type Format struct{}

var _ format.Format = Format{}

const clock = `(\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}`

var (
	times    = regexp.MustCompile(`^[ \t\f]*` + clock + `[ \t\f]*-->[ \t\f]*` + clock + `([ \t\f].*)?$`)
	magic    = regexp.MustCompile(`^\x{feff}?WEBVTT([ \t\r\n]|$)`)
	language = regexp.MustCompile(`^(Language:[ \t]*)(\S*)[ \t]*$`)
)

// Name gives "webvtt".
func (Format) Name() string { return "webvtt" }

// Sniff knows a file by the word that it begins with, and by its name.
func (Format) Sniff(name, head string) int {
	switch {
	case magic.MatchString(head):
		return 97
	case strings.EqualFold(filepath.Ext(name), ".vtt"):
		return 90
	}
	return 0
}

// Localize names the target where the header names a language.
func (Format) Localize(d *format.Document, target locale.Tag) []format.Edit {
	for l := cue.NewLines(d.Body); l.Next() && !l.Blank(); {
		if m := language.FindStringSubmatchIndex(l.Text()); m != nil && l.Text()[m[4]:m[5]] != target.String() {
			return []format.Edit{{Span: unit.Span{Start: l.Start + m[4], End: l.Start + m[5]}, New: target.String()}}
		}
	}
	return nil
}

// references are those that cue texts have by the standard, but for numbers.
var references = []struct{ spelling, letters string }{
	{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", "\u00a0"}, {"&lrm;", "\u200e"}, {"&rlm;", "\u200f"},
}

func reference(s string) (int, string) {
	if s[0] == '&' {
		for _, r := range references {
			if strings.HasPrefix(s, r.spelling) {
				return len(r.spelling), r.letters
			}
		}
	}
	return 0, ""
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// Render spells a text with references and the file's line ends. A blank line
// would end the cue, so a text with one is refused.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	if blankLine.MatchString(t.Content) {
		return "", fmt.Errorf("a blank line would end the cue, and %q has one: %w", t.String(), format.ErrCannotHold)
	}
	end := cue.Near(d.Body, d.Blocks[b].Span)
	return literal.Render(t, func(letters string) string { return strings.ReplaceAll(escapes.Replace(letters), "\n", end) }), nil
}

var blankLine = regexp.MustCompile(`\n\s*\n`)

// Read makes a block of the text of every cue.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	if body == "" {
		return nil, nil
	}
	if !magic.MatchString(body) {
		return nil, format.At(body, 0, errors.New("the file does not begin with WEBVTT"))
	}
	r := &reader{body: body, lines: cue.NewLines(body)}
	r.lines.Next()
	r.other = true // the header
	for r.lines.Next() {
		if err := r.line(); err != nil {
			return nil, err
		}
	}
	return r.blocks, r.finish()
}

// reader goes through the cues of a file once.
type reader struct {
	body   string
	lines  *cue.Lines
	other  bool   // within a comment, a style or a region
	key    string // the identifier of the cue
	times  string
	text   *unit.Span // of the lines so far
	blocks []format.Block
}

func (r *reader) line() error {
	line := r.lines.Text()
	switch {
	case line == "" || r.lines.Blank():
		return r.finish()
	case strings.Contains(line, "-->"):
		if !times.MatchString(line) {
			return format.At(r.body, r.lines.Start, fmt.Errorf("%.60q are no times; they look like 00:01.000 --> 00:03.500", strings.TrimSpace(line)))
		}
		key := r.key
		if err := r.finish(); err != nil {
			return err
		}
		r.key, r.times = key, strings.TrimSpace(line)
	case r.other:
	case r.times != "" && r.text == nil:
		span := r.lines.Span
		r.text = &span
	case r.times != "":
		r.text.End = r.lines.End
	case r.key == "":
		word, _, _ := strings.Cut(strings.ReplaceAll(line, "\t", " "), " ")
		r.other = word == "NOTE" || line == "STYLE" || line == "REGION"
		r.key = line
	}
	return nil
}

// finish makes the block of a cue that has a text.
func (r *reader) finish() error {
	text, key, note := r.text, r.key, r.times
	r.text, r.key, r.times, r.other = nil, "", "", false
	if text == nil {
		return nil
	}
	marks := holder.Marks(r.body, text.Start, text.End, holder.Tags)
	s, marks := r.letters(*text, marks)
	b, err := s.Block("caption", 0, len(s.Letters), marks)
	if err != nil || !format.HasLetters(b.Text.Content) {
		return err
	}
	b.Key, b.Note = key, note
	r.blocks = append(r.blocks, b)
	return nil
}

// letters reads a text; the marks, which are in bytes of the body, become marks in
// its letters.
func (r *reader) letters(text unit.Span, tags []literal.Mark) (literal.String, []literal.Mark) {
	holder.Number(r.body, tags)
	m := literal.NewMaker(r.body, text.Start)
	pass := func(end int) {
		for m.At() < end {
			rest := r.body[m.At():end]
			size, letters := reference(rest)
			switch {
			case strings.HasPrefix(rest, "\r\n"):
				m.Spell(2, "\n")
			case rest[0] == '\r':
				m.Spell(1, "\n")
			case size > 0:
				m.Spell(size, letters)
			default:
				m.Keep(1)
			}
		}
	}
	for i, tag := range tags {
		pass(tag.From)
		tags[i].From = m.Len()
		m.Keep(tag.To - tag.From)
		tags[i].To = m.Len()
	}
	pass(text.End)
	return m.String(), tags
}
