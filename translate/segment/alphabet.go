package segment

import (
	"encoding/binary"
	"slices"
	"unicode/utf8"
)

// alphabet sorts the runes into classes that no set of the nfa tells apart,
// so that a state needs one transition a class and not one a rune.
type alphabet struct {
	ascii   [128]uint16
	pages   [maxRune >> 8][]uint16 // by rune>>8
	kinds   []runeKind             // by class
	members [][]uint64             // by class: bit set of the rune sets that hold it
}

// maxRune is past the last rune.
const maxRune = 0x110000

// runeKind is what assertions ask of a neighbouring rune.
type runeKind uint8

const (
	kindNone runeKind = iota // the edge of the text
	kindNewline
	kindWord
	kindOther
)

// stretch is runes from lo on that belong to the same sets.
type stretch struct {
	lo   rune
	mark []uint64
}

func newAlphabet(sets []runeSet) *alphabet {
	all := append(slices.Clone(sets), wordRunes(), setOf('\n'))
	a := &alphabet{}
	a.number(stretches(all), len(sets))
	return a
}

func stretches(sets []runeSet) []stretch {
	cuts := []rune{0}
	for _, s := range sets {
		for _, r := range s {
			cuts = append(cuts, r.lo, r.hi+1)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	words := (len(sets) + 63) / 64
	marks := make([]uint64, words*len(cuts))
	out := make([]stretch, len(cuts))
	for i, c := range cuts {
		out[i] = stretch{c, marks[i*words : (i+1)*words]}
	}
	for n, s := range sets {
		for _, r := range s {
			i, _ := slices.BinarySearch(cuts, r.lo)
			for ; i < len(cuts) && cuts[i] <= r.hi; i++ {
				out[i].mark[n>>6] |= 1 << (n & 63)
			}
		}
	}
	return out
}

// number gives each distinct mark a class and fills the table by pages.
// Pages of a single class, which most are, are shared.
func (a *alphabet) number(all []stretch, nsets int) {
	classes := map[string]uint16{}
	uniform := map[uint16][]uint16{}
	for i, s := range all {
		hi := rune(maxRune)
		if i+1 < len(all) {
			hi = all[i+1].lo
		}
		var key []byte
		for _, w := range s.mark {
			key = binary.LittleEndian.AppendUint64(key, w)
		}
		c, ok := classes[string(key)]
		if !ok {
			c = uint16(len(classes))
			classes[string(key)] = c
			a.members = append(a.members, s.mark)
			a.kinds = append(a.kinds, kindOf(s.mark, nsets))
		}
		a.fill(s.lo, min(hi, maxRune), c, uniform)
	}
	for i := range a.ascii {
		a.ascii[i] = a.pages[0][i]
	}
}

// fill puts the runes from lo to before hi into class c.
func (a *alphabet) fill(lo, hi rune, c uint16, uniform map[uint16][]uint16) {
	for lo < hi {
		p, end := lo>>8, min((lo|255)+1, hi)
		if end-lo == 256 {
			if uniform[c] == nil {
				uniform[c] = slices.Repeat([]uint16{c}, 256)
			}
			a.pages[p] = uniform[c]
			lo = end
			continue
		}
		if a.pages[p] == nil {
			a.pages[p] = make([]uint16, 256)
		}
		for ; lo < end; lo++ {
			a.pages[p][lo&255] = c
		}
	}
}

func kindOf(mark []uint64, nsets int) runeKind {
	bit := func(s int) bool { return mark[s>>6]>>(s&63)&1 == 1 }
	switch {
	case bit(nsets + 1):
		return kindNewline
	case bit(nsets):
		return kindWord
	}
	return kindOther
}

func (a *alphabet) class(r rune) uint16 {
	return a.pages[r>>8][r&255]
}

func (a *alphabet) holds(class uint16, set int32) bool {
	return a.members[class][set>>6]>>(set&63)&1 == 1
}

// next gives the class of the character at p and its size.
func (a *alphabet) next(text string, p int) (class uint16, size int) {
	if b := text[p]; b < utf8.RuneSelf {
		return a.ascii[b], 1
	}
	r, size := utf8.DecodeRuneInString(text[p:])
	return a.class(r), size
}

// last gives the class of the character before p and its size.
func (a *alphabet) last(text string, p int) (class uint16, size int) {
	if b := text[p-1]; b < utf8.RuneSelf {
		return a.ascii[b], 1
	}
	r, size := utf8.DecodeLastRuneInString(text[:p])
	return a.class(r), size
}
