package html

import (
	"strings"
	"unicode"

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

func (s *stretch) reset() { s.items, s.inner = s.items[:0], nil }

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
		if hasLetters(b.Text.Content) {
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

func hasLetters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) }) >= 0
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

// pair numbers the codes and joins each end tag with the last open start tag of
// its name. A tag without its other half stays where it is in relation to others.
func pair(codes []unit.Code, items []item) {
	var waiting map[string][]int
	id, i := 0, -1
	for _, t := range items {
		if i++; t.sort == letters || i >= len(codes) {
			i--
			continue
		}
		if t.pairing == closing {
			if starts := waiting[t.name]; len(starts) > 0 {
				start := &codes[starts[len(starts)-1]]
				waiting[t.name] = starts[:len(starts)-1]
				start.Kind, start.NoReorder, start.NoCopy, start.NoDelete = unit.Open, false, false, false
				codes[i].Kind, codes[i].ID = unit.Close, start.ID
				continue
			}
		}
		id++
		codes[i].ID = id
		if t.pairing == opening {
			if waiting == nil {
				waiting = map[string][]int{}
			}
			waiting[t.name] = append(waiting[t.name], i)
		}
		if t.pairing != alone || t.fixed {
			codes[i].NoReorder, codes[i].NoCopy, codes[i].NoDelete = true, true, true
		}
	}
}
