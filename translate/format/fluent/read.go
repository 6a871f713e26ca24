package fluent

import (
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/literal"
	"diglot/translate/unit"
)

// reader goes through a file once.
type reader struct {
	parser
	notes  []string // of the comments just above
	blocks []format.Block
}

// entry reads what begins at the start of a line.
func (r *reader) entry() error {
	start := r.at
	if r.is("#") {
		r.comment()
		return nil
	}
	prefix := ""
	if r.takes("-") {
		prefix = "-"
	}
	name, ok := r.identifier()
	if !ok {
		r.at = start
		if r.atEnd() {
			r.notes = nil
		}
		r.skip()
		return nil
	}
	r.spaces()
	ok = r.takes("=")
	var values []named
	if ok {
		values, ok = r.values(prefix + name)
	}
	if !ok || len(values) == 0 || prefix != "" && values[0].key != prefix+name {
		r.at = start
		r.junk()
		return nil
	}
	note := strings.Join(r.notes, "\n")
	r.notes = nil
	for i := range values {
		if err := r.add(&values[i].pattern, values[i].key, note, -1); err != nil {
			return err
		}
	}
	return nil
}

// comment reads a line of one; those with more than one # speak of a group.
func (r *reader) comment() {
	start := r.at
	r.skip()
	line := strings.TrimSpace(r.body[start:r.at])
	text := strings.TrimLeft(line, "#")
	if len(line)-len(text) > 1 {
		r.notes = nil
		return
	}
	if text = strings.TrimSpace(text); text != "" {
		r.notes = append(r.notes, text)
	}
}

// skip goes to the start of the next line.
func (r *reader) skip() {
	n := strings.IndexByte(r.body[r.at:], '\n')
	if n < 0 {
		r.at = len(r.body)
		return
	}
	r.at += n + 1
}

// junk goes to the next line that could begin an entry.
func (r *reader) junk() {
	r.notes = nil
	for r.skip(); r.at < len(r.body); r.skip() {
		if c := r.body[r.at]; isLetter(c) || c == '#' || c == '-' {
			return
		}
	}
}

// named is a value or an attribute.
type named struct {
	key string
	pattern
}

// values reads the value of an entry and its attributes, up to the end of the line.
func (r *reader) values(name string) ([]named, bool) {
	var list []named
	value, ok := r.pattern()
	if !ok {
		return nil, false
	}
	if len(value.pieces) > 0 {
		list = append(list, named{name, value})
	}
	for {
		from := r.at
		r.spaces()
		if !r.atEnd() {
			return nil, false
		}
		end := r.at
		r.blank()
		if !r.takes(".") || end == r.at-1 {
			r.at = from
			r.skip()
			return list, true
		}
		attribute, ok := r.identifier()
		if !ok {
			return nil, false
		}
		r.spaces()
		if !r.takes("=") {
			return nil, false
		}
		p, ok := r.pattern()
		if !ok || len(p.pieces) == 0 {
			return nil, false
		}
		list = append(list, named{name + "." + attribute, p})
	}
}

// add makes the block of a pattern and those of the variants in it.
func (r *reader) add(p *pattern, key, note string, parent int) error {
	s, marks := r.literal(p)
	holder.Number(s.Letters, marks)
	b, err := s.Block("message", 0, len(s.Letters), marks)
	if err != nil {
		return err
	}
	if format.HasLetters(b.Text.Content) {
		b.Key, b.Note, b.Parent, b.Where = key, note, parent, indentOf(p)
		parent = len(r.blocks)
		r.blocks = append(r.blocks, b)
	}
	for _, x := range p.pieces {
		if x.placeable == nil {
			continue
		}
		for i := range x.placeable.variants {
			v := &x.placeable.variants[i]
			if err := r.add(&v.pattern, key+"["+v.key+"]", note, parent); err != nil {
				return err
			}
		}
	}
	return nil
}

// literal gives the letters of a pattern, with marks for its placeables and tags.
func (r *reader) literal(p *pattern) (literal.String, []literal.Mark) {
	if len(p.pieces) == 0 {
		return literal.String{}, nil
	}
	m := literal.NewMaker(r.body, p.pieces[0].Start)
	var marks, codes []literal.Mark
	for _, x := range p.pieces {
		from := m.Len()
		switch {
		case x.breaks:
			r.breaks(m, x, max(p.indent, 0))
		case x.placeable == nil:
			m.Keep(x.Len())
		default:
			expression := r.body[x.placeable.expression.Start:x.placeable.expression.End]
			if letter, ok := single(expression); ok && x.placeable.variants == nil {
				m.Spell(x.Len(), letter)
				continue
			}
			m.Keep(x.Len())
			codes = append(codes, literal.Mark{From: from, To: m.Len(), Code: &unit.Code{NoDelete: !strings.HasPrefix(expression, `"`)}})
		}
	}
	s := m.String()
	at := 0
	for _, c := range codes {
		marks = append(marks, holder.Marks(s.Letters, at, c.From, holder.Tags)...)
		marks = append(marks, c)
		at = c.To
	}
	return s, append(marks, holder.Marks(s.Letters, at, len(s.Letters), holder.Tags)...)
}

// breaks passes line ends with what of the indentation all lines have.
func (r *reader) breaks(m *literal.Maker, x piece, common int) {
	for m.At() < x.End {
		n := 1
		if r.body[m.At()] == '\r' {
			n = 2
		}
		rest := r.body[m.At()+n : x.End]
		spaces := len(rest) - len(strings.TrimLeft(rest, " "))
		last := spaces == len(rest)
		if last {
			spaces = min(spaces, common)
		}
		m.Spell(n+spaces, "\n")
		if last {
			m.Keep(x.End - m.At())
		}
	}
}
