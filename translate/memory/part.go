package memory

import (
	"bytes"
	"sync/atomic"

	"diglot/translate/memory/index"
)

// part is a run of entries with its index. The entries of a memory are its parts
// one after the other: the large one that was there at first, those that were added
// since, the newest in a tail that still grows. Only removal changes an entry of an
// older part.
type part struct {
	first int // what Candidate.order begins with
	dead  bits
	gone  int // how many are dead

	segment *index.Segment // with shelf
	shelf   shelf

	tail    *index.Tail // or this with entries
	entries []Entry

	damaged atomic.Bool // an entry could not be read
}

// bits is a set of small numbers; the empty one takes no memory.
type bits []uint64

func (b bits) has(i int) bool { return i/64 < len(b) && b[i/64]&(1<<(i%64)) != 0 }

func (b *bits) set(i, of int) {
	if *b == nil {
		*b = make(bits, (of+63)/64)
	}
	for i/64 >= len(*b) {
		*b = append(*b, 0)
	}
	(*b)[i/64] |= 1 << (i % 64)
}

func (p *part) len() int {
	if p.tail != nil {
		return len(p.entries)
	}
	return p.shelf.len()
}

// entry gives one entry, dead or not.
func (p *part) entry(i int) (Entry, error) {
	if p.tail != nil {
		return p.entries[i], nil
	}
	e, err := p.shelf.entry(i)
	if err != nil {
		p.damaged.Store(true)
	}
	return e, err
}

// descent gives what is stored once for many entries.
func (p *part) descent(i int) descent {
	if p.tail != nil {
		return descentOf(&p.entries[i])
	}
	if len(p.shelf.descents) == 1 {
		return p.shelf.descents[0] // without touching the record
	}
	if n := descentNumber(p.shelf.record(i)); n < len(p.shelf.descents) {
		return p.shelf.descents[n]
	}
	return descent{} // of a damaged record
}

func (p *part) kill(i int) {
	if !p.dead.has(i) {
		p.dead.set(i, p.len())
		p.gone++
	}
}

// search visits groups of sentences; sentences tells the entries of one.
func (p *part) search(s *index.Searcher, bound index.Bound, visit index.Visit) {
	if p.tail != nil {
		s.SearchTail(p.tail, bound, visit)
	} else if p.segment != nil {
		s.Search(p.segment, bound, visit)
	}
}

func (p *part) sentences(group int, yield func(int) bool) {
	if p.tail != nil {
		yield(group)
		return
	}
	p.segment.Sentences(group)(yield)
}

// newPart makes a part in memory of entries.
func newPart(first int, entries func(yield func(*Entry) error) error) (*part, error) {
	var records bytes.Buffer
	shelves, builder := newShelfWriter(&records), index.NewBuilder()
	err := entries(func(e *Entry) error {
		if !builder.Add(letters(e.Source)) {
			return errFull
		}
		shelves.add(e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	segment, err := builder.Finish()
	if err != nil {
		return nil, err
	}
	return &part{first: first, segment: segment,
		shelf: shelf{records.Bytes(), shelves.ends, shelves.descents}}, nil
}
