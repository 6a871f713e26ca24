// Package fluent reads and writes Fluent (.ftl), in which Mozilla and others keep
// messages that know plurals, genders and cases.
//
// A translator gets the value of every message and term and of every attribute, under
// "id" and "id.attribute", with the comment above as the note. Placeables are inline
// codes. A select expression is one too, and each of its variants is a block of its own, under
// "id[one]", that stands in that code. A line break within a text is a line feed;
// indentation is not shown.
//
// What is broken is junk to a Fluent program, which goes on behind it; here it is no
// block, and comes back as it was. New text is spelled so that it stays text: braces, and what
// has a meaning at the beginning of a line, become string literals ({"{"}).
//
// The syntax is that of Fluent 1.0 (fluent.ebnf of Project Fluent).
//
// Read first: [Format].
package fluent

import (
	"path/filepath"
	"regexp"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/literal"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "fluent".
type Format struct{}

var _ format.Format = Format{}

// Name gives "fluent".
func (Format) Name() string { return "fluent" }

// signs finds what few other files have: a term, an attribute or a placeable of a variable.
var signs = regexp.MustCompile(`(?m)^(-[a-z][\w-]* *= *\S|    \.[a-z][\w-]* *= *\S|[a-zA-Z][\w-]* *=.*\{ *\$[a-z])`)

// Sniff knows a file by its name, and less surely by messages at its beginning.
func (Format) Sniff(name, head string) int {
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case ext == ".ftl":
		return 95
	case ext == "" && signs.MatchString(head):
		return 40
	}
	return 0
}

// Localize changes nothing: the file's folder says the language.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

// Render spells a text. Lines get the indentation that the block has, or four
// spaces.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	s := speller{lineEnd: lineEndOf(d.Body) + d.Blocks[b].Where, hard: hard}
	s.line = before != "" || beginsLine(d.Body[:d.Blocks[b].Span.Start])
	s.first = before == "" || strings.HasSuffix(strings.TrimRight(before, " "), "\n")
	at := 0
	for _, c := range t.Codes {
		s.letters(t.Content[at:c.Offset], false)
		s.out.WriteString(c.Original)
		s.first = false
		at = c.Offset
	}
	s.letters(t.Content[at:], after == "" || strings.HasPrefix(strings.TrimLeft(after, " "), "\n") || strings.HasPrefix(strings.TrimLeft(after, " "), "\r\n"))
	return s.out.String(), nil
}

// speller writes the letters of one text.
type speller struct {
	out     strings.Builder
	lineEnd string // with the indentation of the next line
	first   bool   // a line begins, or the text
	line    bool   // it is a line
	hard    bool   // no line ends: all are spelled by number
}

// letters writes letters; last says that the line ends behind them.
func (s *speller) letters(letters string, last bool) {
	for i, r := range letters {
		rest := letters[i+len(string(r)):]
		ends := rest == "" && last || strings.HasPrefix(rest, "\n")
		switch {
		case r == '\n' && !s.hard && s.out.Len() > 0 && !s.first && strings.Trim(rest, " \n") != "":
			s.out.WriteString(s.lineEnd)
			s.first, s.line = true, true
			continue
		case r == '\n':
			s.out.WriteString(`{"\u000A"}`)
		case r == '\r':
			s.out.WriteString(`{"\u000D"}`)
		case r == '{' || r == '}' || r == ' ' && (s.first || ends) || s.first && s.line && strings.ContainsRune("[*.", r):
			s.out.WriteString(`{"` + string(r) + `"}`)
		default:
			s.out.WriteRune(r)
		}
		s.first = false
	}
}

// beginsLine reports that nothing but spaces stands on the last line of a body.
func beginsLine(body string) bool {
	body = strings.TrimRight(body, " ")
	return body == "" || strings.HasSuffix(body, "\n")
}

// lineEndOf gives the line end that a body has first; a lone CR is none.
func lineEndOf(body string) string {
	if i := strings.IndexByte(body, '\n'); i > 0 && body[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// Read makes a block of every pattern that has letters.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	r := &reader{parser: parser{body: body}}
	for r.at < len(r.body) {
		if err := r.entry(); err != nil {
			return nil, err
		}
	}
	return r.blocks, nil
}

// indentOf gives the white space that the lines of a pattern begin with.
func indentOf(p *pattern) string {
	if p.indent < 0 {
		return "    "
	}
	return strings.Repeat(" ", p.indent)
}

// single gives the character that a string literal stands for, where it is one.
func single(expression string) (string, bool) {
	inner, ok := strings.CutPrefix(strings.TrimSpace(expression), `"`)
	inner, ok2 := strings.CutSuffix(inner, `"`)
	if !ok || !ok2 || inner == "" {
		return "", false
	}
	switch {
	case inner == `\"` || inner == `\\`:
		return inner[1:], true
	case strings.HasPrefix(inner, `\u`) && len(inner) == 6:
		r, ok := literal.Unit(inner[2:], 4)
		return string(r), ok && (r < 0xD800 || r > 0xDFFF)
	case len([]rune(inner)) == 1 && inner != `"` && inner != `\`:
		return inner, true
	}
	return "", false
}
