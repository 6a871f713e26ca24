package markdown

import (
	"fmt"
	"strings"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// Render spells a text so that it reads back as it is. It begins with the
// letters as they are, reads them as Markdown, escapes what turned out to be
// markup, and reads again until nothing does; so a target has no more backslashes
// than it needs.
func (Format) Render(d *format.Document, i int, t unit.Text, before, after string, hard bool) (string, error) {
	b := &d.Blocks[i]
	p := placeOf(b.Where)
	if p.isValue() {
		return renderValue(d, b, t, before, after)
	}
	s := &speller{
		place:  p,
		before: p.flatten(before),
		after:  p.flatten(after),
		hard:   hard,
	}
	links := selfLinks(b)
	defined := mayBeDefined(d.Body, b.Text, links)
	s.inline = inline{defined: defined, noted: defined, label: p.within, where: "p"}
	lineStart := strings.HasSuffix("\n"+strings.TrimRight(s.before, " \t"), "\n")
	lineEnd := after == "" || strings.HasPrefix(strings.TrimLeft(s.after, " "), "\n")
	if tidy(b, &p) {
		t = p.trim(t, lineStart, lineEnd)
	}
	if p.manner == 'g' && strings.ContainsAny(t.Content, "\r\n") {
		return "", fmt.Errorf("a parameter of a shortcode cannot hold a line end: %w", format.ErrCannotHold)
	}
	if p.manner == 'p' && blankLine(t.Content) && !blankLine(b.Text.Content) {
		return "", fmt.Errorf("a blank line would end the %s: %w", b.Kind, format.ErrCannotHold)
	}
	s.links, s.bracketed = linksByID(links), hasBrackets(b.Text)
	s.split(relabel(links, t))
	if err := s.settle(before == "" && after == ""); err != nil {
		return "", err
	}
	out := s.write(lineEndOf(d, b))
	if hard && before == "" && after == "" && t.IsEmpty() && p.start {
		return "&#32;", nil // it keeps the place, so that what follows stays what it is
	}
	if l := following(links, d.Body, before, after); l != nil && !(t.Equal(l.words) && strings.HasSuffix(before, "[")) {
		out += "][" + l.label
	} else if l != nil && l.collapsed {
		out += "]["
	}
	return out, nil
}

// mayBeDefined reports labels for which there may be a link reference definition
// or a footnote: those of the block's own links, and any that stands in the document
// between "[" and "]:".
func mayBeDefined(body string, source unit.Text, links []selfLink) func(string) bool {
	own := map[string]bool{}
	for _, l := range links {
		own[normalLabel(l.label)] = true
	}
	for _, c := range source.Codes {
		if label, ok := strings.CutPrefix(c.Original, "]["); ok && len(label) > 1 {
			own[normalLabel(label[:len(label)-1])] = true
		}
	}
	var all map[string]bool
	return func(label string) bool {
		if own[label] {
			return true
		}
		if all == nil {
			all = definedLabels(body)
		}
		return all[label]
	}
}

// definedLabels gives all labels that stand before "]:".
func definedLabels(body string) map[string]bool {
	labels := map[string]bool{}
	for {
		head, rest, found := strings.Cut(body, "]:")
		if !found {
			return labels
		}
		labels[normalLabel(strings.TrimPrefix(head[strings.LastIndexByte(head, '[')+1:], "^"))] = true
		body = rest
	}
}

// blankLine reports whether a text has a blank line.
func blankLine(s string) bool {
	_, rest, found := strings.Cut(s, "\n")
	for found {
		var line string
		line, rest, found = strings.Cut(rest, "\n")
		if found && strings.Trim(line, " \t") == "" {
			return true
		}
	}
	return false
}

// lineEndOf gives the line end that is used at a block.
func lineEndOf(d *format.Document, b *format.Block) string {
	rest := d.Body[b.Span.Start:]
	at := strings.IndexAny(rest, "\r\n")
	if at < 0 {
		rest = d.Body
		at = strings.IndexAny(rest, "\r\n")
	}
	switch {
	case at < 0:
		return "\n"
	case strings.HasPrefix(rest[at:], "\r\n"):
		return "\r\n"
	}
	return rest[at : at+1]
}

// flatten gives source bytes beside a text as the inline reader sees them.
func (p *place) flatten(s string) string {
	if p.cell {
		return strings.ReplaceAll(s, `\|`, "|")
	}
	if !strings.ContainsAny(s, "\r\n") {
		return s
	}
	var b strings.Builder
	ls := newLines(s, 0)
	for first := true; ; first = false {
		l, ok := ls.next()
		if !ok {
			return b.String()
		}
		text := s[l.start:l.end]
		if !first {
			text = strings.TrimLeft(text, " \t>")
		}
		b.WriteString(text)
		if l.next > l.end {
			b.WriteByte('\n')
		}
	}
}
