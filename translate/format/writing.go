package format

import (
	"errors"
	"fmt"
	"sort"
	"strings"

	"diglot/translate/unit"
)

// writing is one Write on its way.
type writing struct {
	d        *Document
	parts    map[int][]part
	changed  map[int]bool  // blocks with pieces, and those in which a changed sub-flow stands
	children map[int][]int // sub-flows by the block in which they stand, in order
	written  map[int]string
	hard     map[int]bool
	codeRuns map[int]map[sign]Run
	landings []landing // of the last compose
}

func newWriting(d *Document, pieces map[int][]Piece) (*writing, error) {
	w := &writing{
		d:        d,
		parts:    map[int][]part{},
		changed:  map[int]bool{},
		children: map[int][]int{},
		written:  map[int]string{},
		hard:     map[int]bool{},
		codeRuns: map[int]map[sign]Run{},
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
	}
	if found < len(pieces) {
		return nil, fmt.Errorf("there are pieces for a block that the document does not have; it has %d blocks", len(d.Blocks))
	}
	for i := len(d.Blocks) - 1; i >= 0; i-- {
		if p := d.Blocks[i].Parent; p >= 0 && w.changed[i] {
			w.changed[p] = true
		}
		if !w.changed[i] {
			delete(w.changed, i)
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

// cover turns the pieces of a block into parts without gaps. New texts that
// follow each other become one: what is rendered has source bytes on both sides.
func cover(b *Block, pieces []Piece) ([]part, error) {
	var parts []part
	at := unit.Pos{}
	add := func(end unit.Pos, fresh *unit.Text) {
		p := part{unit.Part{Start: at, End: end}, fresh}
		at = end
		n := len(parts)
		switch {
		case n == 0 || (parts[n-1].new == nil) != (fresh == nil):
			parts = append(parts, p)
		case fresh == nil:
			parts[n-1].End = end
		default:
			joined := parts[n-1].new.Append(*fresh)
			parts[n-1].End, parts[n-1].new = end, &joined
		}
	}
	for k, p := range pieces {
		if p.Part.Start.Less(at) || p.Part.End.Less(p.Part.Start) || !isPlace(b, p.Part.End) || !isPlace(b, p.Part.Start) {
			return nil, fmt.Errorf("piece %d does not follow the one before, or lies outside of the text", k+1)
		}
		if at.Less(p.Part.Start) {
			add(p.Part.Start, nil)
		}
		fresh := p.New
		if fresh == nil && p.Part.Start == p.Part.End {
			continue
		}
		if fresh == nil && !exact(b, p.Part) {
			kept := b.Text.Slice(p.Part.Start, p.Part.End)
			fresh = &kept
		}
		add(p.Part.End, fresh)
	}
	if end := b.Text.End(); at.Less(end) {
		add(end, nil)
	}
	return parts, nil
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
		if err != nil {
			return w.wrap(i, err)
		}
		w.written[i] = s
	}
	return nil
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
	if parts, ok := w.parts[i]; ok {
		return parts
	}
	return []part{{Part: unit.Part{End: w.d.Blocks[i].Text.End()}}}
}

// kept gives a part as it stands in the source, with its sub-flows as they are now.
func (w *writing) kept(i int, p unit.Part) string {
	b := &w.d.Blocks[i]
	start, _ := b.BodyAt(p.Start)
	end, _ := b.BodyAt(p.End)
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
	codes := make([]unit.Code, 0, len(t.Codes))
	for k, c := range t.Codes {
		if c.Offset < 0 || c.Offset > len(t.Content) || k > 0 && c.Offset < t.Codes[k-1].Offset {
			return t, errors.New("the inline codes of the new text are not in order")
		}
		run, ok := w.runs(i)[sign{c.ID, c.Kind}]
		if !ok {
			return t, fmt.Errorf("the source has no inline code %s; its codes are %s", c.Tag(), tags(w.d.Blocks[i].Text))
		}
		own := w.d.Blocks[i].Text.Codes[run.Code]
		own.Offset = c.Offset
		own.Original = w.splice(i, run.Body)
		codes = append(codes, own)
	}
	if len(codes) == 0 {
		codes = nil
	}
	return unit.Text{Content: t.Content, Codes: codes}, nil
}

// sign is what tells the codes of a text apart.
type sign struct {
	id   int
	kind unit.Kind
}

// runs gives the runs of a block's codes.
func (w *writing) runs(i int) map[sign]Run {
	if found, ok := w.codeRuns[i]; ok {
		return found
	}
	b := &w.d.Blocks[i]
	found := map[sign]Run{}
	for _, r := range b.Runs {
		if r.Code >= 0 {
			c := b.Text.Codes[r.Code]
			found[sign{c.ID, c.Kind}] = r
		}
	}
	w.codeRuns[i] = found
	return found
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
