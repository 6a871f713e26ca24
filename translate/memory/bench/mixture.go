package bench

import (
	"crypto/sha1"
	"encoding/binary"
	"hash/fnv"
	"iter"
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"diglot/translate/text"
)

// Pair is a source with its target.
type Pair struct{ Source, Target string }

// Shuffle puts pairs into an order that only their sources and the salt decide, so
// that any number of the first ones is a fair sample. A source comes once, with its
// first target; one without a token does not come.
func Shuffle(pairs []Pair, salt string) []Pair {
	type keyed struct {
		Pair
		key uint64
	}
	seen := map[string]bool{}
	var list []keyed
	for _, p := range pairs {
		if !seen[p.Source] && len(text.Tokens(p.Source)) > 0 {
			seen[p.Source] = true
			sum := sha1.Sum([]byte(salt + p.Source))
			list = append(list, keyed{p, binary.BigEndian.Uint64(sum[:8])})
		}
	}
	slices.SortStableFunc(list, func(a, b keyed) int {
		if a.key < b.key {
			return -1
		}
		return 1
	})
	shuffled := make([]Pair, len(list))
	for i, k := range list {
		shuffled[i] = k.Pair
	}
	return shuffled
}

// Mixture gives pairs without end: those of base first, then ones made of them, each
// source once. What is made looks like a large memory to a look-up: halves of two
// sentences joined (60 of 100), many words replaced (25), or one or two edits (15).
// Its targets are no translations.
func Mixture(base []Pair, seed uint64) iter.Seq[Pair] {
	return func(yield func(Pair) bool) {
		m := mixer{words: make([][]string, len(base))}
		seen := map[uint64]bool{}
		for i, p := range base {
			m.words[i] = strings.Fields(p.Source)
			seen[fingerprint(p.Source)] = true
			if !yield(p) {
				return
			}
		}
		if len(base) == 0 {
			return
		}
		for i := uint64(0); ; i++ {
			m.random = splitMix(seed<<40 ^ i*0x100000001b3)
			of := m.random.below(len(base))
			words := m.mix(m.words[of])
			if len(words) == 0 || len(words) > 80 {
				continue
			}
			source := strings.Join(words, " ")
			if mark := fingerprint(source); !seen[mark] {
				seen[mark] = true
				if !yield(Pair{source, base[of].Target}) {
					return
				}
			}
		}
	}
}

func fingerprint(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// splitMix is the generator of Steele, Lea and Flood (2014): the same numbers on
// every machine.
type splitMix uint64

func (s *splitMix) next() uint64 {
	*s += 0x9E3779B97F4A7C15
	z := uint64(*s)
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB
	return z ^ (z >> 31)
}

func (s *splitMix) below(n int) int {
	high, _ := bits.Mul64(s.next(), uint64(n))
	return int(high)
}

// mixer makes one sentence of others.
type mixer struct {
	words  [][]string
	random splitMix
}

func (m *mixer) word() string {
	words := m.words[m.random.below(len(m.words))]
	return words[m.random.below(len(words))]
}

// mix gives nothing for a sentence that is too short.
func (m *mixer) mix(words []string) []string {
	switch kind := m.random.below(100); {
	case kind < 60:
		return m.cross(words)
	case len(words) < 4:
		return nil
	case kind < 85:
		return m.replace(words)
	default:
		return m.edit(slices.Clone(words))
	}
}

// cross joins the beginning of a sentence and the end of another.
func (m *mixer) cross(words []string) []string {
	other := m.words[m.random.below(len(m.words))]
	if len(words) < 3 || len(other) < 3 {
		return nil
	}
	head := len(words) * (30 + m.random.below(41)) / 100
	tail := len(other) * (30 + m.random.below(41)) / 100
	return slices.Concat(words[:max(1, head)], other[tail:])
}

// replace puts other words in the place of 30 to 50 of 100.
func (m *mixer) replace(words []string) []string {
	share := 30 + m.random.below(21)
	out := make([]string, len(words))
	for i, word := range words {
		if m.random.below(100) < share {
			word = m.word()
		}
		out[i] = word
	}
	return out
}

// edit makes one or two small changes.
func (m *mixer) edit(words []string) []string {
	for range 1 + m.random.below(2) {
		at := m.random.below(len(words))
		switch m.random.below(4) {
		case 0:
			words[at] = m.word()
		case 1:
			if len(words) > 2 {
				words = slices.Delete(words, at, at+1)
			}
		case 2:
			words = slices.Insert(words, at, m.word())
		case 3:
			m.otherNumber(words)
		}
	}
	return words
}

// otherNumber changes the digits of the first word that has some.
func (m *mixer) otherNumber(words []string) {
	for i, word := range words {
		if !strings.ContainsFunc(word, unicode.IsDigit) {
			continue
		}
		by := 1 + m.random.below(9)
		words[i] = strings.Map(func(r rune) rune {
			if value, ok := text.DigitValue(r); ok {
				return r - rune(value) + rune((value+by)%10)
			}
			return r
		}, word)
		return
	}
}
