package index

import (
	"cmp"
	"encoding/binary"
	"hash/maphash"
	"math"
	"math/bits"
	"slices"

	"diglot/translate/text"
)

// Builder collects sentences for a [Segment].
type Builder struct {
	tokenizer text.Tokenizer
	ids       map[string]uint32 // token to its number, in order of appearance
	names     []string          // the tokens by number

	// Groups: the different rows of tokens. Sentences with one row share a group.
	tokens []uint32 // of all groups, one behind the other
	starts []uint32 // of each group in tokens, and the end
	rows   []uint32 // by sentence: its group
	seed   uint64
	byHash map[uint64]uint32 // hash of a row to the newest group with it
	older  []uint32          // by group: an older one with the same hash, or none
}

const none = math.MaxUint32

// maxTokens bounds the tokens and the sentences of one segment.
const maxTokens = 1<<31 - 1

// NewBuilder begins a segment.
func NewBuilder() *Builder {
	return &Builder{ids: map[string]uint32{}, starts: []uint32{0},
		seed: maphash.String(maphash.MakeSeed(), ""), byHash: map[uint64]uint32{}}
}

// Len gives the number of sentences that were added.
func (b *Builder) Len() int { return len(b.rows) }

// Add adds a sentence, in NFC, and gives it the next number, from 0. It returns
// false when the segment is full.
func (b *Builder) Add(sentence string) bool {
	begin := len(b.tokens)
	for b.tokenizer.Reset(sentence); b.tokenizer.Next(); {
		id, ok := b.ids[string(b.tokenizer.Bytes())]
		if !ok {
			id = uint32(len(b.names))
			name := string(b.tokenizer.Bytes())
			b.ids[name] = id
			b.names = append(b.names, name)
		}
		b.tokens = append(b.tokens, id)
	}
	if len(b.tokens) > maxTokens || len(b.starts) > maxGroups {
		b.tokens = b.tokens[:begin]
		return false
	}
	row := b.tokens[begin:]
	hash := b.hash(row)
	newest, ok := b.byHash[hash]
	if !ok {
		newest = none
	}
	for group := newest; group != none; group = b.older[group] {
		if slices.Equal(row, b.row(group)) {
			b.tokens = b.tokens[:begin]
			b.rows = append(b.rows, group)
			return true
		}
	}
	group := uint32(len(b.older))
	b.older = append(b.older, newest)
	b.byHash[hash] = group
	b.starts = append(b.starts, uint32(len(b.tokens)))
	b.rows = append(b.rows, group)
	return true
}

func (b *Builder) row(group uint32) []uint32 { return b.tokens[b.starts[group]:b.starts[group+1]] }

// hash serves only to find rows that may be equal; no result depends on it. It
// begins with a random number, so that nobody can choose rows with equal hashes.
func (b *Builder) hash(row []uint32) uint64 {
	h := b.seed
	for _, id := range row {
		high, low := bits.Mul64(h^uint64(id), 0x9E3779B97F4A7C15)
		h = high ^ low + 0x632BE59BD9B4E019
	}
	return h
}

// features are the tokens and their repetitions, numbered so that the most
// frequent one is 0.
type features struct {
	names  []string          // by number; a repetition is the token, repeatMark and the count
	first  []uint32          // by the Builder's token: the feature of its first appearance
	repeat map[uint64]uint32 // token and count to the feature of a later one
}

// repeatMark cannot stand in a token, which is UTF-8.
const repeatMark = "\xff"

func repeatKey(token uint32, count int) uint64 { return uint64(token)<<32 | uint64(count) }

func repeatName(token string, count int) string {
	return string(binary.AppendUvarint([]byte(token+repeatMark), uint64(count)))
}

// counter tells for each token of a row how often it stood there before.
type counter struct {
	row   []uint32 // by token: the row, counted from 1, in which it was last seen
	count []uint32
	now   uint32
}

func newCounter(tokens int) *counter {
	return &counter{row: make([]uint32, tokens), count: make([]uint32, tokens)}
}

// next counts a token; begin starts a row.
func (c *counter) begin() { c.now++ }
func (c *counter) next(token uint32) int {
	if c.row[token] != c.now {
		c.row[token], c.count[token] = c.now, 0
	}
	c.count[token]++
	return int(c.count[token])
}

// features numbers the features by the number of groups that have them.
func (b *Builder) features() features {
	f := features{names: slices.Clone(b.names), repeat: map[uint64]uint32{}}
	frequency := make([]uint32, len(b.names))
	count := newCounter(len(b.names))
	for group := range b.older {
		count.begin()
		for _, token := range b.row(uint32(group)) {
			feature := token
			if n := count.next(token); n > 1 {
				key := repeatKey(token, n)
				var ok bool
				if feature, ok = f.repeat[key]; !ok {
					feature = uint32(len(f.names))
					f.repeat[key] = feature
					f.names = append(f.names, repeatName(b.names[token], n))
					frequency = append(frequency, 0)
				}
			}
			frequency[feature]++
		}
	}
	return f.ranked(frequency, len(b.names))
}

// ranked renumbers the features, the most frequent first.
func (f features) ranked(frequency []uint32, tokens int) features {
	order := make([]uint32, len(f.names))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(x, y uint32) int {
		return cmp.Or(cmp.Compare(frequency[y], frequency[x]), cmp.Compare(x, y))
	})
	number := make([]uint32, len(order))
	names := make([]string, len(order))
	for i, old := range order {
		number[old], names[i] = uint32(i), f.names[old]
	}
	for key, feature := range f.repeat {
		f.repeat[key] = number[feature]
	}
	return features{names, number[:tokens], f.repeat}
}

// byLength gives the groups in the order in which the segment has them: by their
// number of tokens, and as they came.
func (b *Builder) byLength() []uint32 {
	longest := 0
	for group := range b.older {
		longest = max(longest, len(b.row(uint32(group))))
	}
	next := make([]uint32, longest+2) // where the next group of each length goes
	for group := range b.older {
		next[len(b.row(uint32(group)))+1]++
	}
	for i := range next[1:] {
		next[i+1] += next[i]
	}
	order := make([]uint32, len(b.older))
	for group := range b.older {
		n := len(b.row(uint32(group)))
		order[next[n]] = uint32(group)
		next[n]++
	}
	return order
}

// Signature of a set of features: a bit for each, by hash. A bit that only one of
// two signatures has stands for a feature at least that only this one has.
func signatureBit(feature uint32) uint64 {
	return 1 << (uint64(feature) * 0x9E3779B97F4A7C15 >> 58)
}

// prefixLength is how many features of a row of n tokens are kept for look-up:
// as many as a similarity of a half needs.
func prefixLength(n int) int { return n/2 + 1 }

func hashName(name []byte) uint32 {
	h := uint64(14695981039346656037) // FNV-1a
	for _, c := range name {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return uint32(bits.RotateLeft64(h*0x9E3779B97F4A7C15, 32))
}
