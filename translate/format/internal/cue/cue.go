// Package cue holds what subtitles of all sorts have in common: lines, times, and
// a text that ends at a blank line.
//
// A translator of subtitles changes words and never times, and decides where a
// line breaks; so the text of a cue is one block in which a line break is a line feed.
//
// Read first: [Lines], then [Letters].
package cue

import (
	"strings"

	"diglot/translate/format/internal/literal"
	"diglot/translate/unit"
)

// Lines goes through the lines of a body.
type Lines struct {
	body string
	at   int
	unit.Span
}

// NewLines starts before the first line.
func NewLines(body string) *Lines { return &Lines{body: body} }

// Next goes to the next line. Lines end with LF, CRLF or CR; the span is without.
func (l *Lines) Next() bool {
	if l.at >= len(l.body) {
		return false
	}
	l.Start = l.at
	n := strings.IndexAny(l.body[l.at:], "\r\n")
	if n < 0 {
		l.End, l.at = len(l.body), len(l.body)
		return true
	}
	l.End = l.at + n
	l.at = l.End + 1
	if strings.HasPrefix(l.body[l.End:], "\r\n") {
		l.at++
	}
	return true
}

// Text gives the letters of the line.
func (l *Lines) Text() string { return l.body[l.Start:l.End] }

// Blank reports a line of white space only.
func (l *Lines) Blank() bool { return strings.TrimSpace(l.Text()) == "" }

// Letters reads a stretch of lines: line ends are line feeds, and what spell knows
// at the start of a string are the letters that it gives.
func Letters(body string, s unit.Span, spell func(s string) (size int, letters string)) literal.String {
	m := literal.NewMaker(body, s.Start)
	for m.At() < s.End {
		rest := body[m.At():s.End]
		switch {
		case strings.HasPrefix(rest, "\r\n"):
			m.Spell(2, "\n")
		case rest[0] == '\r':
			m.Spell(1, "\n")
		default:
			if size, letters := spell(rest); size > 0 {
				m.Spell(size, letters)
			} else {
				m.Keep(1)
			}
		}
	}
	return m.String()
}

// LineEnd gives the line end that a body has first.
func LineEnd(body string) string {
	i := strings.IndexAny(body, "\r\n")
	switch {
	case i < 0:
		return "\n"
	case strings.HasPrefix(body[i:], "\r\n"):
		return "\r\n"
	}
	return body[i : i+1]
}

// Near gives the line end in a stretch of a body, or else the body's first.
func Near(body string, s unit.Span) string {
	if strings.ContainsAny(body[s.Start:s.End], "\r\n") {
		return LineEnd(body[s.Start:s.End])
	}
	return LineEnd(body)
}
