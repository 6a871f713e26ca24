package index

import (
	"bytes"
	"encoding/binary"
	"slices"

	"diglot/translate/text"
)

// Searcher asks for one sentence after the other. It keeps its buffers, so that a
// search makes no garbage, and so it serves one goroutine at a time. The zero
// Searcher is ready.
type Searcher struct {
	tokenizer text.Tokenizer
	letters   []byte // the tokens of the sentence, one behind the other
	tokens    []askedToken
	kinds     []kind    // the different tokens
	slots     []int32   // hash table over kinds: index + 1
	pattern   []uint64  // by kind: the places where it stands, in blocks of 64 bits
	blocks    int       // of the pattern, per kind
	whole     []uint64  // of a huge sentence, instead of a pattern: the kind + 1 of each token,
	places    []int32   // the places of all kinds,
	placeEnds []int     // where those of each kind + 1 end
	vertical  []uint64  // the state of the measuring, see distance
	features  []uint32  // of the sentence in the segment that is searched
	unknown   int       // how many features the segment does not have
	sign      uint64    // of the others
	byToken   kindTable // finds the kind of a segment's token
	row       []uint64  // the row that is being measured, see distance
	seen      groupSet
	name      []byte
}

// askedToken is a token of the sentence.
type askedToken struct {
	kind   int
	repeat int // 1 where it stands for the first time
}

// kind is one of the different tokens of a sentence.
type kind struct {
	start, end int // in letters
	hash       uint32
	count      int
	token      int // in the segment that is searched; -1 where it has none
}

// Ask sets the sentence, in NFC, and gives its number of tokens.
func (s *Searcher) Ask(sentence string) int {
	s.letters, s.tokens, s.kinds = s.letters[:0], s.tokens[:0], s.kinds[:0]
	s.slots = cleared(s.slots, 64)
	for s.tokenizer.Reset(sentence); s.tokenizer.Next(); {
		k := s.kindOf(s.tokenizer.Bytes())
		s.kinds[k].count++
		s.tokens = append(s.tokens, askedToken{k, s.kinds[k].count})
	}
	s.blocks = (len(s.tokens) + 63) / 64
	if s.blocks > maxBlocks {
		s.writeOut()
		return len(s.tokens)
	}
	s.pattern = cleared(s.pattern, s.blocks*len(s.kinds))
	for i, t := range s.tokens {
		s.pattern[t.kind*s.blocks+i/64] |= 1 << (i % 64)
	}
	return len(s.tokens)
}

// maxBlocks bounds the pattern, which grows with the square of a sentence.
const maxBlocks = 64

// writeOut sets what a sentence has that is too long for a pattern.
func (s *Searcher) writeOut() {
	s.whole = s.whole[:0]
	s.placeEnds = append(s.placeEnds[:0], 0)
	for i := range s.kinds {
		s.placeEnds = append(s.placeEnds, s.placeEnds[i]+s.kinds[i].count)
	}
	s.places = cleared(s.places, len(s.tokens))
	for i, t := range s.tokens {
		s.whole = append(s.whole, uint64(t.kind)+1)
		s.places[s.placeEnds[t.kind]+t.repeat-1] = int32(i)
	}
}

// cleared gives n zeros, in the memory of a slice where they fit.
func cleared[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n, 2*n)
	}
	old = old[:n]
	clear(old)
	return old
}

func (s *Searcher) letter(k *kind) []byte { return s.letters[k.start:k.end] }

// kindOf finds a token among the kinds, or makes it one.
func (s *Searcher) kindOf(token []byte) int {
	if 2*len(s.kinds) >= len(s.slots) {
		s.slots = cleared(s.slots, 2*len(s.slots))
		for i := range s.kinds {
			s.slots[s.freeSlot(s.kinds[i].hash)] = int32(i) + 1
		}
	}
	hash := hashName(token)
	mask := uint32(len(s.slots) - 1)
	for slot := hash & mask; s.slots[slot] != 0; slot = (slot + 1) & mask {
		if k := &s.kinds[s.slots[slot]-1]; k.hash == hash && bytes.Equal(s.letter(k), token) {
			return int(s.slots[slot] - 1)
		}
	}
	start := len(s.letters)
	s.letters = append(s.letters, token...)
	s.kinds = append(s.kinds, kind{start: start, end: len(s.letters), hash: hash})
	s.slots[s.freeSlot(hash)] = int32(len(s.kinds))
	return len(s.kinds) - 1
}

func (s *Searcher) freeSlot(hash uint32) uint32 {
	mask := uint32(len(s.slots) - 1)
	slot := hash & mask
	for s.slots[slot] != 0 {
		slot = (slot + 1) & mask
	}
	return slot
}

// translate puts the sentence into the features of a segment, rarest first.
func (s *Searcher) translate(find func(name []byte, hash uint32) int) {
	s.features, s.unknown, s.sign = s.features[:0], 0, 0
	s.byToken.reset(len(s.kinds))
	for i := range s.kinds {
		k := &s.kinds[i]
		k.token = find(s.letter(k), k.hash)
		if k.token >= 0 {
			s.byToken.put(uint32(k.token), s.sought(i))
		}
	}
	for _, t := range s.tokens {
		feature := s.kinds[t.kind].token
		if feature >= 0 && t.repeat > 1 {
			s.name = append(append(s.name[:0], s.letter(&s.kinds[t.kind])...), repeatMark...)
			s.name = binary.AppendUvarint(s.name, uint64(t.repeat))
			feature = find(s.name, hashName(s.name))
		}
		if feature < 0 {
			s.unknown++
			continue
		}
		s.sign |= signatureBit(uint32(feature))
		s.features = append(s.features, uint32(feature))
	}
	slices.SortFunc(s.features, func(a, b uint32) int { return cmp32(b, a) })
}

// sought gives what distance has to know of a kind.
func (s *Searcher) sought(kind int) uint64 {
	if s.blocks == 1 {
		return s.pattern[kind]
	}
	return uint64(kind) + 1
}

// kindTable finds what a token of a segment is in the sentence.
type kindTable struct {
	entries []kindEntry
	shift   uint
}

type kindEntry struct {
	token  uint32 // + 1; 0 where the entry is free
	sought uint64
}

func (t *kindTable) reset(kinds int) {
	size, bits := 8, uint(3)
	for size < 3*kinds {
		size, bits = 2*size, bits+1
	}
	t.entries, t.shift = cleared(t.entries, size), 32-bits
}

func (t *kindTable) slot(token uint32) uint32 { return token * 0x9E3779B1 >> t.shift }

func (t *kindTable) put(token uint32, sought uint64) {
	slot := t.slot(token)
	for t.entries[slot].token != 0 {
		slot = (slot + 1) & uint32(len(t.entries)-1)
	}
	t.entries[slot] = kindEntry{token + 1, sought}
}

// get gives what was put for a token, 0 where the sentence does not have it.
func (t *kindTable) get(token uint32) uint64 {
	entries := t.entries
	for slot := t.slot(token); ; slot++ {
		e := &entries[slot&uint32(len(entries)-1)]
		if e.token == token+1 || e.token == 0 {
			return e.sought
		}
	}
}

// groupSet holds the groups that were measured already.
type groupSet struct {
	slots []uint32 // group + 1
	count int
}

func (g *groupSet) reset() {
	g.slots = cleared(g.slots, 64)
	g.count = 0
}

// add reports whether the group is new.
func (g *groupSet) add(group int) bool {
	if 2*g.count >= len(g.slots) {
		old := slices.Clone(g.slots)
		g.slots, g.count = cleared(g.slots, 2*len(old)), 0
		for _, entry := range old {
			if entry != 0 {
				g.add(int(entry) - 1)
			}
		}
	}
	mask := uint32(len(g.slots) - 1)
	slot := uint32(group) * 0x9E3779B1 >> 7 & mask
	for ; g.slots[slot] != 0; slot = (slot + 1) & mask {
		if g.slots[slot] == uint32(group)+1 {
			return false
		}
	}
	g.slots[slot] = uint32(group) + 1
	g.count++
	return true
}
