package markdown

import (
	"sort"
	"strings"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// flat is the text of a leaf as the inline reader sees it: its lines without
// the marks of containers, joined by "\n", and in a cell "|" for "\|". Its segments
// tell where in the body each byte stands.
type flat struct {
	s        string
	segments []segment
}

// segment is a stretch of flat text that stands in the body in one piece.
type segment struct {
	at, body int
	pipe     bool // one byte, "|", that stands for the body's "\|"
}

// flatten joins lines. The line end and what the next line begins with stand for
// one "\n". The segments go into memory that is given.
func flatten(body string, lines []unit.Span, segments []segment) flat {
	segments = segments[:0]
	first, last := lines[0], lines[len(lines)-1]
	if isFlat(body, lines) {
		return flat{body[first.Start:last.End], append(segments, segment{0, first.Start, false})}
	}
	var b strings.Builder
	b.Grow(last.End - first.Start)
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		segments = append(segments, segment{b.Len(), l.Start, false})
		b.WriteString(body[l.Start:l.End])
	}
	return flat{b.String(), segments}
}

// isFlat reports whether lines stand in the body as flat text has them.
func isFlat(body string, lines []unit.Span) bool {
	for i := 1; i < len(lines); i++ {
		if end := lines[i-1].End; lines[i].Start != end+1 || body[end] != '\n' {
			return false
		}
	}
	return true
}

// flattenCell makes the flat text of a cell.
func flattenCell(body string, cell unit.Span, segments []segment) flat {
	s := body[cell.Start:cell.End]
	i := strings.Index(s, `\|`)
	if i < 0 {
		return flatten(body, []unit.Span{cell}, segments)
	}
	segments = segments[:0]
	var b strings.Builder
	at := cell.Start
	for ; i >= 0; i = strings.Index(s, `\|`) {
		if i > 0 {
			segments = append(segments, segment{b.Len(), at, false})
			b.WriteString(s[:i])
		}
		segments = append(segments, segment{b.Len(), at + i, true})
		b.WriteByte('|')
		s, at = s[i+2:], at+i+2
	}
	segments = append(segments, segment{b.Len(), at, false})
	b.WriteString(s)
	return flat{b.String(), segments}
}

// body gives the place in the body of a byte of the flat text.
func (f *flat) body(i int) int {
	k := len(f.segments) - 1
	if k > 0 {
		k = sort.Search(len(f.segments), func(k int) bool { return f.segments[k].at > i }) - 1
	}
	return f.segments[k].body + i - f.segments[k].at
}

func (f *flat) span(start, end int) unit.Span {
	return unit.Span{Start: f.body(start), End: f.body(end)}
}

// literal adds letters that the flat text has as they are.
func (f *flat) literal(b *format.Builder, start, end int) {
	for start < end {
		k := sort.Search(len(f.segments), func(k int) bool { return f.segments[k].at > start }) - 1
		if f.segments[k].pipe {
			b.Spelled(f.span(start, start+1), "|")
			start++
			continue
		}
		stop := end
		if k+1 < len(f.segments) {
			stop = min(end, f.segments[k+1].at)
		}
		from := f.body(start)
		b.Literal(unit.Span{Start: from, End: from + stop - start})
		start = stop
	}
}
