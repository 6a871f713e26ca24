package html

import (
	"slices"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// item is a piece of a stretch.
type item struct {
	sort    itemSort
	span    unit.Span
	name    string // of a tag that may have another half
	pairing pairing
	unseen  bool // lies outside of the block at its edges
	kept    bool // a code of what is not to be translated, which may still grow
	fixed   bool // what is around it depends on where it stands
}

type itemSort uint8

const (
	letters itemSort = iota
	code
)

// pairing is which half of a pair a tag may be.
type pairing uint8

const (
	alone pairing = iota
	opening
	closing
)

// stretch is what stands between two boundaries of blocks.
type stretch struct {
	items []item
	inner []format.Block // blocks of attributes in codes
}

func (s *stretch) reset() { s.items, s.inner = s.items[:0], s.inner[:0] }

func (s *stretch) add(it item) { s.items = append(s.items, it) }

// keep adds what is not to be translated. inside says that already what stands
// before it was not: at the beginning of a stretch, text cannot come before such a code.
func (s *stretch) keep(span unit.Span, inside bool) {
	if n := len(s.items); n > 0 && s.items[n-1].kept {
		s.items[n-1].span.End = span.End
		return
	}
	s.add(item{sort: code, span: span, kept: true, unseen: inside})
}

// seal ends the kept code that stands last, so that the next one does not grow
// onto it.
func (s *stretch) seal() { s.items[len(s.items)-1].kept = false }

// fix notes that the last code is not a whole element.
func (s *stretch) fix() { s.items[len(s.items)-1].fixed = true }

// blocks appends what the stretch comes to: one block when it has letters, and
// those of the attributes in it, which are sub-flows of it or stand for themselves.
func (s *stretch) blocks(body string, builder *format.Builder, list []format.Block, inside opened) ([]format.Block, error) {
	if last := &s.items[len(s.items)-1]; last.kept {
		last.unseen = true // it is still open: text cannot come behind it
	}
	parent := -1
	if items := trim(body, s.items); len(items) > 0 {
		b, err := build(body, builder, items, inside)
		if err != nil {
			return nil, err
		}
		if format.HasLetters(b.Text.Content) {
			parent = len(list)
			list = append(list, b)
		}
	}
	for _, b := range s.inner {
		b.Parent = parent
		list = append(list, b)
	}
	return list, nil
}

// trim takes white space and what nobody sees off both ends.
func trim(body string, items []item) []item {
	for ; len(items) > 0; items = items[1:] {
		first := &items[0]
		if first.sort == letters {
			first.span = trimmedStart(body, first.span)
		}
		if first.span.Len() > 0 && !first.unseen {
			break
		}
	}
	for ; len(items) > 0; items = items[:len(items)-1] {
		last := &items[len(items)-1]
		if last.sort == letters {
			last.span = trimmedEnd(body, last.span)
		}
		if last.span.Len() > 0 && !last.unseen {
			break
		}
	}
	return items
}

// build makes the block of trimmed items.
func build(body string, b *format.Builder, items []item, inside opened) (format.Block, error) {
	b.Reset(items[0].span.Start)
	for _, it := range items {
		if it.sort == letters {
			addLetters(b, body, it.span, spelling{pre: inside.pre})
		} else {
			b.Code(it.span, unit.Code{Break: it.name == "br"})
		}
	}
	pair(b.Codes(), items)
	built, err := b.Block(inside.kind)
	if inside.pre {
		built.Where = inPre
	}
	return built, err
}

// reach is how many open start tags an end tag looks back at for its own. No page
// has more open in one paragraph, unless it was made to cost time.
const reach = 64

// pair numbers the codes and joins each end tag with the last open start tag of
// its name. A tag without its other half stays where it is in relation to others.
func pair(codes []unit.Code, items []item) {
	type start struct {
		name string
		code int
	}
	var open []start
	id, i := 0, 0
	for _, t := range items {
		if t.sort == letters || i >= len(codes) {
			continue
		}
		c := &codes[i]
		i++
		if t.pairing == closing {
			k := len(open) - 1
			for k >= max(0, len(open)-reach) && open[k].name != t.name {
				k--
			}
			if k >= max(0, len(open)-reach) {
				first := &codes[open[k].code]
				open = slices.Delete(open, k, k+1)
				first.Kind, first.NoReorder, first.NoCopy, first.NoDelete = unit.Open, false, false, false
				c.Kind, c.ID = unit.Close, first.ID
				continue
			}
		}
		id++
		c.ID = id
		if t.pairing == opening {
			open = append(open, start{t.name, i - 1})
		}
		if t.pairing != alone || t.fixed {
			c.NoReorder, c.NoCopy, c.NoDelete = true, true, true
		}
	}
}
