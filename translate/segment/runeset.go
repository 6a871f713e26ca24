package segment

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// runeSet is a sorted list of ranges that neither touch nor overlap.
type runeSet []runeRange

type runeRange struct{ lo, hi rune }

func setOf(runes ...rune) runeSet {
	s := make(runeSet, 0, len(runes))
	for _, r := range runes {
		s = append(s, runeRange{r, r})
	}
	return s.normal()
}

// tables keeps what fromTable has read: the same few tables come again and
// again, and a set is never changed once it is made.
var tables sync.Map

// fromTable reads the tables of package unicode, strides included.
func fromTable(t *unicode.RangeTable) runeSet {
	if s, ok := tables.Load(t); ok {
		return s.(runeSet)
	}
	s := readTable(t)
	tables.Store(t, s)
	return s
}

func readTable(t *unicode.RangeTable) runeSet {
	var s runeSet
	add := func(lo, hi, stride rune) {
		if stride == 1 {
			s = append(s, runeRange{lo, hi})
			return
		}
		for r := lo; r <= hi; r += stride {
			s = append(s, runeRange{r, r})
		}
	}
	for _, r := range t.R16 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range t.R32 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	return s.normal()
}

func (s runeSet) normal() runeSet {
	slices.SortFunc(s, func(a, b runeRange) int { return int(a.lo - b.lo) })
	out := s[:0]
	for _, r := range s {
		if n := len(out); n > 0 && r.lo <= out[n-1].hi+1 {
			out[n-1].hi = max(out[n-1].hi, r.hi)
			continue
		}
		out = append(out, r)
	}
	return out
}

func (s runeSet) union(t runeSet) runeSet {
	return slices.Concat(s, t).normal()
}

func (s runeSet) negate() runeSet {
	var out runeSet
	next := rune(0)
	for _, r := range s {
		if r.lo > next {
			out = append(out, runeRange{next, r.lo - 1})
		}
		next = r.hi + 1
	}
	if next <= unicode.MaxRune {
		out = append(out, runeRange{next, unicode.MaxRune})
	}
	return out
}

func (s runeSet) intersect(t runeSet) runeSet {
	return s.negate().union(t.negate()).negate()
}

// fold adds every rune that differs from one of the set by case only.
func (s runeSet) fold() runeSet {
	out := slices.Clone(s)
	for _, r := range s {
		// No letter with case lies beyond this, the end of Adlam.
		for c := r.lo; c <= min(r.hi, 0x1E943); c++ {
			for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
				out = append(out, runeRange{f, f})
			}
		}
	}
	return out.normal()
}

// key is the same for sets that are the same. A large set is known by where
// it lies in memory: it comes from a table or from a class that was kept.
func (s runeSet) key() string {
	if len(s) > 16 {
		return fmt.Sprintf("%p", s)
	}
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r.lo)
		b.WriteRune(r.hi)
	}
	return b.String()
}
