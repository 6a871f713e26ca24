package markdown

import (
	"strings"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// Normal gives a text as it reads back after it was written: Markdown drops
// spaces and tabs at the edges of a block and of its lines. Where the source keeps such
// spaces, by writing them as entities, they are kept in its translation too. A link
// that finds its target by its own words, as [word] and [word][] do, keeps the
// target when it gets other words: it is written as [other words][word].
func (Format) Normal(b *format.Block, t unit.Text) unit.Text {
	p := placeOf(b.Where)
	if p.isValue() {
		return trimValue(b, t)
	}
	if tidy(b, &p) {
		t = p.trim(t, true, true)
	}
	return relabel(selfLinks(b), t)
}

// trimValue drops the spaces at the edges of a front matter value without quotes.
func trimValue(b *format.Block, t unit.Text) unit.Text {
	if strings.HasPrefix(b.Where, "yp") {
		t.Content = strings.Trim(t.Content, " \t")
	}
	return t
}

// tidy reports whether the source drops spaces as Markdown does.
func tidy(b *format.Block, p *place) bool {
	return p.trim(b.Text, true, true).Content == b.Text.Content
}

// trim drops the spaces that Markdown drops. start and end tell whether the text
// begins and ends at the edge of a line.
func (p *place) trim(t unit.Text, start, end bool) unit.Text {
	if !strings.ContainsAny(t.Content, " \t\n") {
		return t
	}
	keep := p.kept(t, start && !p.within, end && !p.within)
	var b strings.Builder
	out := unit.Text{}
	next := 0
	for i := 0; i <= len(t.Content); i++ {
		for next < len(t.Codes) && t.Codes[next].Offset == i {
			c := t.Codes[next]
			c.Offset = b.Len()
			out.Codes = append(out.Codes, c)
			next++
		}
		if i < len(t.Content) && keep[i] {
			b.WriteByte(t.Content[i])
		}
	}
	out.Content = b.String()
	return out
}

// kept tells which bytes of a text stay.
func (p *place) kept(t unit.Text, start, end bool) []bool {
	keep := make([]bool, len(t.Content))
	next, edge := 0, start
	for i := range keep {
		for ; next < len(t.Codes) && t.Codes[next].Offset == i; next++ {
			start, edge = endsLine(&t.Codes[next]), false
		}
		switch c := t.Content[i]; {
		case c == '\n':
			keep[i] = !edge && !(start && p.manner == 'h') // HTML has one line end where there are more
			start = start || p.lines
		case isSpace(c):
			keep[i] = !start
		default:
			keep[i], start, edge = true, false, false
		}
	}
	next, edge = len(t.Codes), end
	for i := len(keep) - 1; i >= 0; i-- {
		for ; next > 0 && t.Codes[next-1].Offset == i+1; next-- {
			c := &t.Codes[next-1]
			end, edge = endsLine(c) && c.Original[0] != '\\', false
		}
		switch c := t.Content[i]; {
		case !keep[i]:
		case c == '\n':
			keep[i] = !edge
			end = end || p.lines
		case c == ' ' && end || c == '\t' && (edge || end && p.manner == 'h'):
			keep[i] = false
		default:
			end, edge = false, false
		}
	}
	return keep
}

// endsLine reports whether a code is a hard line break at a line's end.
func endsLine(c *unit.Code) bool { return c.Break && strings.ContainsAny(c.Original, "\r\n") }
