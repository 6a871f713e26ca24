package index

import (
	"encoding/binary"

	"diglot/translate/text"
)

// Tail is a small set of sentences that grows. It is searched from end to end, so
// it should become a [Segment] when it has some hundred sentences. Each sentence is a
// group of its own. The zero Tail is empty.
type Tail struct {
	tokenizer text.Tokenizer
	features  map[string]uint32
	rows      []tailRow
}

type tailRow struct {
	length int
	tokens []byte // as in a Segment
	sign   uint64
}

// Len gives the number of sentences.
func (t *Tail) Len() int { return len(t.rows) }

// Add adds a sentence, in NFC, and gives it the next number.
func (t *Tail) Add(sentence string) {
	if t.features == nil {
		t.features = map[string]uint32{}
	}
	var row tailRow
	count := map[uint32]int{}
	for t.tokenizer.Reset(sentence); t.tokenizer.Next(); row.length++ {
		token := t.feature(string(t.tokenizer.Bytes()))
		row.tokens = binary.AppendUvarint(row.tokens, uint64(token))
		feature := token
		if count[token]++; count[token] > 1 {
			feature = t.feature(repeatName(string(t.tokenizer.Bytes()), count[token]))
		}
		row.sign |= signatureBit(feature)
	}
	t.rows = append(t.rows, row)
}

func (t *Tail) feature(name string) uint32 {
	id, ok := t.features[name]
	if !ok {
		id = uint32(len(t.features))
		t.features[name] = id
	}
	return id
}

// SearchTail is Search for a Tail; groups are sentences.
func (s *Searcher) SearchTail(t *Tail, bound Bound, visit Visit) {
	if len(s.tokens) == 0 || len(t.rows) == 0 || bound.Same > bound.Of {
		return
	}
	s.translate(func(name []byte, _ uint32) int {
		if id, ok := t.features[string(name)]; ok {
			return int(id)
		}
		return -1
	})
	w := walk{Searcher: s, bound: bound, visit: visit}
	for i, row := range t.rows {
		w.look(row.length)
		if min(row.length, len(w.tokens)) >= w.need && w.signFits(row.sign) {
			w.measureRow(i, row.tokens)
		}
	}
}
