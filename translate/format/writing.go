package format

import (
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"diglot/translate/unit"
)

// writing is one Write on its way. Its slices have an entry for each block.
type writing struct {
	d        *Document
	parts    [][]part
	changed  []bool // the block has new text, or a changed sub-flow stands in it
	written  []string
	hard     []bool
	children map[int][]int          // sub-flows by the block in which they stand, in order
	indexes  map[int]map[codeID]int // of blocks with many codes
	landings []landing              // of the last compose
}

// codeID is what tells the codes of a text apart.
type codeID struct {
	id   int
	kind unit.Kind
}

func newWriting(d *Document, pieces map[int][]Piece) (*writing, error) {
	n := len(d.Blocks)
	w := &writing{
		d:        d,
		parts:    make([][]part, n),
		changed:  make([]bool, n),
		written:  make([]string, n),
		hard:     make([]bool, n),
		children: map[int][]int{},
		indexes:  map[int]map[codeID]int{},
	}
	found := 0
	for i := range d.Blocks {
		if p := d.Blocks[i].Parent; p >= 0 {
			w.children[p] = append(w.children[p], i)
		}
		list, ok := pieces[i]
		if !ok {
			continue
		}
		found++
		parts, err := cover(&d.Blocks[i], list)
		if err != nil {
			return nil, w.wrap(i, err)
		}
		w.parts[i], w.changed[i] = parts, changes(parts)
		if d.Blocks[i].Target != nil {
			w.changed[i] = slices.ContainsFunc(list, func(p Piece) bool { return p.New != nil })
		}
	}
	if found < len(pieces) {
		return nil, fmt.Errorf("there are pieces for a block that the document does not have; it has %d blocks", n)
	}
	for i := n - 1; i >= 0; i-- {
		if p := d.Blocks[i].Parent; p >= 0 && w.changed[i] {
			w.changed[p] = true
		}
	}
	return w, nil
}

func changes(parts []part) bool {
	for _, p := range parts {
		if p.new != nil {
			return true
		}
	}
	return false
}

// cover turns the pieces of a block into parts without gaps. What is kept between
// two new texts is one part, and so are new texts that follow each other: what is
// rendered has source bytes on both sides.
func cover(b *Block, pieces []Piece) ([]part, error) {
	var parts []part
	at := unit.Pos{}
	add := func(p part) {
		n := len(parts)
		switch {
		case p.new == nil && p.Start == p.End:
		case p.new == nil && n > 0 && parts[n-1].new == nil:
			parts[n-1].End = p.End
		default:
			parts = append(parts, p)
		}
		at = p.End
	}
	for k, p := range pieces {
		if p.Part.Start.Less(at) || p.Part.End.Less(p.Part.Start) || !isPlace(b, p.Part.End) || !isPlace(b, p.Part.Start) {
			return nil, fmt.Errorf("piece %d does not follow the one before, or lies outside of the text", k+1)
		}
		add(part{Part: unit.Part{Start: at, End: p.Part.Start}})
		add(part{p.Part, p.New, p.State})
	}
	add(part{Part: unit.Part{Start: at, End: b.Text.End()}})
	respell(b, parts)
	parts = joinNew(parts)
	joinGaps(b, parts)
	return parts, nil
}

// respell makes new texts of kept parts that begin or end amid letters which the
// body spells in one, such as a CDATA section.
func respell(b *Block, parts []part) {
	for k, p := range parts {
		if p.new == nil && !exact(b, p.Part) {
			kept := b.Text.Slice(p.Start, p.End)
			parts[k].new, parts[k].state = &kept, unit.Final // it does not hold the others back
		}
	}
}

// joinNew makes one part of new texts that follow each other.
func joinNew(parts []part) []part {
	var joined []part
	for k := 0; k < len(parts); k++ {
		p := parts[k]
		if p.new == nil || k+1 == len(parts) || parts[k+1].new == nil {
			joined = append(joined, p)
			continue
		}
		texts := []unit.Text{*p.new}
		for ; k+1 < len(parts) && parts[k+1].new != nil; k++ {
			texts = append(texts, *parts[k+1].new)
			p.End, p.state = parts[k+1].End, min(p.state, parts[k+1].state)
		}
		whole := join(texts)
		p.new = &whole
		joined = append(joined, p)
	}
	return joined
}

// join puts texts one behind the other.
func join(texts []unit.Text) unit.Text {
	var content strings.Builder
	var codes []unit.Code
	for _, t := range texts {
		for _, c := range t.Codes {
			c.Offset += content.Len()
			codes = append(codes, c)
		}
		content.WriteString(t.Content)
	}
	return unit.Text{Content: content.String(), Codes: codes}
}

// joinGaps looks at texts that were left empty between two gaps. The gap before is
// spelled anew with the text: as bytes the two might not be a gap but, say, a blank
// line.
func joinGaps(b *Block, parts []part) {
	letters := b.Text.Content
	for k := 1; k+1 < len(parts); k++ {
		if parts[k].new == nil || !parts[k].new.IsEmpty() || !startsWithSpace(b.Text.Slice(parts[k+1].Start, parts[k+1].End)) {
			continue
		}
		before := parts[k-1].Part
		least := before.Start.Offset
		if before.End.Code > 0 {
			least = max(least, b.Text.Codes[before.End.Code-1].Offset)
		}
		gap := unit.Pos{Offset: least + len(strings.TrimRightFunc(letters[least:before.End.Offset], unicode.IsSpace)), Code: before.End.Code}
		if _, ok := b.BodyAt(gap); ok && gap.Less(before.End) {
			fresh := unit.Plain(letters[gap.Offset:before.End.Offset])
			parts[k-1].End, parts[k].Start, parts[k].new = gap, gap, &fresh
		}
	}
}

func startsWithSpace(t unit.Text) bool {
	r, _ := utf8.DecodeRuneInString(t.Content)
	return unicode.IsSpace(r) && (len(t.Codes) == 0 || t.Codes[0].Offset > 0)
}

// isPlace reports that a place is one of the block's text: no code that p counts
// as past stands behind it, and none that it does not stands before it.
func isPlace(b *Block, p unit.Pos) bool {
	codes := b.Text.Codes
	if p.Offset < 0 || p.Offset > len(b.Text.Content) || p.Code < 0 || p.Code > len(codes) {
		return false
	}
	return (p.Code == 0 || codes[p.Code-1].Offset <= p.Offset) && (p.Code == len(codes) || codes[p.Code].Offset >= p.Offset)
}

func exact(b *Block, p unit.Part) bool {
	_, start := b.BodyAt(p.Start)
	_, end := b.BodyAt(p.End)
	return start && end
}

// render writes all changed blocks, sub-flows before the blocks that they stand in.
func (w *writing) render() error {
	for i := len(w.d.Blocks) - 1; i >= 0; i-- {
		if !w.changed[i] {
			continue
		}
		s, err := w.block(i)
		if err != nil && w.makeWhole(i) {
			s, err = w.block(i)
		}
		if err != nil {
			return w.wrap(i, err)
		}
		w.written[i] = s
	}
	return nil
}

// makeWhole makes one new text of all parts of a block, kept ones too: some
// spellings can only change as a whole, as a YAML value that comes to need quotes.
// It reports false where the block is one text already, or has a slot.
func (w *writing) makeWhole(i int) bool {
	b := &w.d.Blocks[i]
	parts := w.partsOf(i)
	if len(parts) < 2 || b.Target != nil || !changes(parts) {
		return false
	}
	var texts []unit.Text
	for _, p := range parts {
		if p.new != nil {
			texts = append(texts, *p.new)
		} else {
			texts = append(texts, b.Text.Slice(p.Start, p.End))
		}
	}
	whole := join(texts)
	w.parts[i] = []part{{Part: unit.Part{End: b.Text.End()}, new: &whole}}
	return true
}

func (w *writing) block(i int) (string, error) {
	parts := w.partsOf(i)
	var out strings.Builder
	for k, p := range parts {
		if p.new == nil {
			out.WriteString(w.kept(i, p.Part))
			continue
		}
		t, err := w.adopt(i, *p.new)
		if err != nil {
			return "", err
		}
		after := ""
		if k+1 < len(parts) {
			after = w.kept(i, parts[k+1].Part)
		}
		s, err := w.d.Format.Render(w.d, i, t, out.String(), after, w.hard[i])
		if err != nil {
			return "", err
		}
		out.WriteString(s)
	}
	return out.String(), nil
}

// partsOf gives the parts of a block; one that has no pieces is one part, kept.
func (w *writing) partsOf(i int) []part {
	if w.parts[i] != nil {
		return w.parts[i]
	}
	return []part{{Part: unit.Part{End: w.d.Blocks[i].Text.End()}}}
}

// kept gives a part as it stands in the source, with its sub-flows as they are now.
func (w *writing) kept(i int, p unit.Part) string {
	b := &w.d.Blocks[i]
	start, _ := b.BodyAt(p.Start)
	end, _ := b.BodyAt(p.End)
	if p.End == b.Text.End() {
		end = b.Span.End // the block may end in bytes that stand for no letters
	}
	return w.splice(i, unit.Span{Start: start, End: end})
}

// splice gives a stretch of block i with its changed sub-flows in place.
func (w *writing) splice(i int, s unit.Span) string {
	var out strings.Builder
	done := s.Start
	for _, c := range w.within(i, s) {
		child := w.d.Blocks[c].Span
		if !w.changed[c] {
			continue
		}
		out.WriteString(w.d.Body[done:child.Start])
		out.WriteString(w.written[c])
		done = child.End
	}
	if done == s.Start {
		return w.d.Body[s.Start:s.End]
	}
	out.WriteString(w.d.Body[done:s.End])
	return out.String()
}

// within gives the sub-flows of block i in a stretch of it.
func (w *writing) within(i int, s unit.Span) []int {
	all := w.children[i]
	from := sort.Search(len(all), func(k int) bool { return w.d.Blocks[all[k]].Span.Start >= s.Start })
	to := from
	for to < len(all) && w.d.Blocks[all[to]].Span.End <= s.End {
		to++
	}
	return all[from:to]
}

// adopt gives the codes of a new text the bytes that are to be written for them.
func (w *writing) adopt(i int, t unit.Text) (unit.Text, error) {
	if len(t.Codes) == 0 {
		return t, nil
	}
	codes := make([]unit.Code, 0, len(t.Codes))
	for k, c := range t.Codes {
		if c.Offset < 0 || c.Offset > len(t.Content) || k > 0 && c.Offset < t.Codes[k-1].Offset {
			return t, errors.New("the inline codes of the new text are not in order")
		}
		index := w.code(i, c)
		if index < 0 {
			return t, fmt.Errorf("the source has no inline code %s; its codes are %s", c.Tag(), tags(w.d.Blocks[i].Text))
		}
		own := w.d.Blocks[i].Text.Codes[index]
		own.Offset = c.Offset
		if len(w.children[i]) > 0 {
			own.Original = w.splice(i, w.d.Blocks[i].codeSpan(index))
		}
		codes = append(codes, own)
	}
	return unit.Text{Content: t.Content, Codes: codes}, nil
}

// code finds the code of block i with the ID and kind of c, or gives -1.
func (w *writing) code(i int, c unit.Code) int {
	const few = 16
	codes := w.d.Blocks[i].Text.Codes
	if len(codes) <= few {
		return slices.IndexFunc(codes, func(own unit.Code) bool { return own.ID == c.ID && own.Kind == c.Kind })
	}
	if w.indexes[i] == nil {
		w.indexes[i] = map[codeID]int{}
		for k, own := range codes {
			w.indexes[i][codeID{own.ID, own.Kind}] = k
		}
	}
	if k, ok := w.indexes[i][codeID{c.ID, c.Kind}]; ok {
		return k
	}
	return -1
}

func tags(t unit.Text) string {
	if len(t.Codes) == 0 {
		return "none"
	}
	list := make([]string, len(t.Codes))
	for i, c := range t.Codes {
		list[i] = c.Tag()
	}
	return strings.Join(list, " ")
}
