package segment

import (
	"fmt"
	"sort"
)

// An nfa holds many patterns at once, so that one walk over the text tells
// which of them match. It is Thompson's construction; a pattern may be laid
// down backwards, to be matched from its end to its beginning.
type nfa struct {
	insts   []inst
	starts  []int32
	reverse bool

	sets     []runeSet
	setIndex map[string]int32
	numbers  [][]int // what each pattern stands for
}

type instOp uint8

const (
	opRune instOp = iota
	opSplit
	opAssert
	opMatch
	opNone
)

type inst struct {
	op  instOp
	out int32
	arg int32 // second way of a split, index of a rune set, number of a pattern
	at  assertion
}

func newNFA(reverse bool) *nfa {
	return &nfa{reverse: reverse, setIndex: map[string]int32{}}
}

// add lays down a pattern; its numbers come back where it matches.
func (n *nfa) add(p *node, numbers []int) {
	end := n.emit(inst{op: opMatch, arg: int32(len(n.numbers))})
	n.numbers = append(n.numbers, numbers)
	n.starts = append(n.starts, n.compile(p, end))
}

func (n *nfa) emit(i inst) int32 {
	n.insts = append(n.insts, i)
	return int32(len(n.insts) - 1)
}

// compile lays p down in front of the instruction next and gives its start.
// Patterns are free of look-around here, and parsePattern bounds their size.
func (n *nfa) compile(p *node, next int32) int32 {
	switch p.op {
	case nodeSet:
		return n.emit(inst{op: opRune, out: next, arg: n.set(p.set)})
	case nodeAssert:
		at := p.at
		if n.reverse {
			at = at.mirrored()
		}
		return n.emit(inst{op: opAssert, out: next, at: at})
	case nodeConcat:
		for i := range p.subs {
			if !n.reverse {
				i = len(p.subs) - 1 - i
			}
			next = n.compile(p.subs[i], next)
		}
	case nodeAlt:
		start := n.compile(p.subs[len(p.subs)-1], next)
		for i := len(p.subs) - 2; i >= 0; i-- {
			start = n.emit(inst{op: opSplit, out: n.compile(p.subs[i], next), arg: start})
		}
		return start
	case nodeRepeat:
		return n.repeat(p, next)
	}
	return next
}

func (n *nfa) repeat(p *node, next int32) int32 {
	sub, start := p.subs[0], next
	if p.max < 0 {
		// The loop: a split that enters the body, whose end comes back to it.
		start = n.emit(inst{op: opSplit, arg: next})
		n.insts[start].out = n.compile(sub, start)
	}
	for i := p.min; i < p.max; i++ {
		start = n.emit(inst{op: opSplit, out: n.compile(sub, start), arg: next})
	}
	for i := 0; i < p.min; i++ {
		start = n.compile(sub, start)
	}
	return start
}

func (n *nfa) set(s runeSet) int32 {
	key := fmt.Sprint([]runeRange(s))
	if i, ok := n.setIndex[key]; ok {
		return i
	}
	i := int32(len(n.sets))
	n.sets = append(n.sets, s)
	n.setIndex[key] = i
	return i
}

// alphabet sorts the runes into classes that no set of the nfa tells apart,
// so that a state needs one transition a class and not one a rune.
type alphabet struct {
	pages   [][]uint16 // by rune>>8
	kinds   []runeKind // by class
	members [][]uint64 // by class: bit set of the rune sets that hold it
}

// runeKind is what assertions ask of a neighbouring rune.
type runeKind uint8

const (
	kindNone runeKind = iota // the edge of the text
	kindNewline
	kindWord
	kindOther
)

func newAlphabet(sets []runeSet) *alphabet {
	all := append(append([]runeSet{}, sets...), wordRunes(), setOf('\n'))
	cuts := map[rune]bool{0: true}
	for _, s := range all {
		for _, r := range s {
			cuts[r.lo] = true
			cuts[r.hi+1] = true
		}
	}
	points := make([]rune, 0, len(cuts))
	for c := range cuts {
		points = append(points, c)
	}
	sort.Slice(points, func(i, j int) bool { return points[i] < points[j] })
	words := (len(all) + 63) / 64
	marks := make([][]uint64, len(points))
	for i := range marks {
		marks[i] = make([]uint64, words)
	}
	for s, set := range all {
		for _, r := range set {
			i := sort.Search(len(points), func(i int) bool { return points[i] >= r.lo })
			for ; i < len(points) && points[i] <= r.hi; i++ {
				marks[i][s/64] |= 1 << (s % 64)
			}
		}
	}
	a := &alphabet{}
	a.number(points, marks, len(sets))
	return a
}

// number gives each distinct mark a class and fills the pages of the table.
func (a *alphabet) number(points []rune, marks [][]uint64, nsets int) {
	classes := map[string]uint16{}
	table := make([]uint16, 0x110000)
	for i, lo := range points {
		hi := rune(0x110000)
		if i+1 < len(points) {
			hi = points[i+1]
		}
		key := fmt.Sprint(marks[i])
		c, ok := classes[key]
		if !ok {
			c = uint16(len(classes))
			classes[key] = c
			a.members = append(a.members, marks[i])
			a.kinds = append(a.kinds, kindOf(marks[i], nsets))
		}
		for r := lo; r < hi && r < 0x110000; r++ {
			table[r] = c
		}
	}
	pages := map[string][]uint16{}
	for p := 0; p < 0x1100; p++ {
		page := table[p<<8 : p<<8+256]
		key := fmt.Sprint(page)
		if pages[key] == nil {
			pages[key] = append([]uint16(nil), page...)
		}
		a.pages = append(a.pages, pages[key])
	}
}

func kindOf(mark []uint64, nsets int) runeKind {
	bit := func(s int) bool { return mark[s/64]>>(s%64)&1 == 1 }
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
	return a.members[class][set/64]>>(set%64)&1 == 1
}
