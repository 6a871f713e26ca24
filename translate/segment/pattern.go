package segment

import (
	"slices"
	"sync"
	"unicode"
)

// node is a pattern as it was read: the syntax that SRX files use, which is
// that of ICU and Java.
type node struct {
	op       nodeOp
	subs     []*node
	set      runeSet
	min, max int // of a repeat; max < 0 is no bound
	at       assertion
	negative bool // of a look-around
	number   int  // of what was seen
}

type nodeOp uint8

const (
	nodeEmpty nodeOp = iota
	nodeSet
	nodeConcat
	nodeAlt
	nodeRepeat
	nodeAssert
	nodeAhead
	nodeBehind
	nodeSeen // a look-around in the direction from which a whole text is walked
)

// assertion is a condition on the place between two runes.
type assertion uint8

const (
	textStart assertion = iota
	textEnd
	lineStart
	lineEnd
	wordEdge
	noWordEdge
)

// mirrored is the same condition for a walk in the other direction.
func (a assertion) mirrored() assertion {
	switch a {
	case textStart:
		return textEnd
	case textEnd:
		return textStart
	case lineStart:
		return lineEnd
	case lineEnd:
		return lineStart
	}
	return a
}

func (a assertion) holds(prev, next runeKind) bool {
	switch a {
	case textStart:
		return prev == kindNone
	case textEnd:
		return next == kindNone
	case lineStart:
		return prev == kindNone || prev == kindNewline
	case lineEnd:
		return next == kindNone || next == kindNewline
	case wordEdge:
		return (prev == kindWord) != (next == kindWord)
	}
	return (prev == kindWord) == (next == kindWord)
}

// wordRunes is what \w and \b mean: letters of every script with their
// marks, numbers and the underscore (UTS #18, annex C).
var wordRunes = sync.OnceValue(func() runeSet {
	return fromTable(unicode.L).union(fromTable(unicode.M)).union(fromTable(unicode.N)).union(setOf('_', 0x200C, 0x200D))
})

var spaceRunes = sync.OnceValue(func() runeSet {
	return fromTable(unicode.Z).union(runeSet{{'\t', '\r'}, {0x85, 0x85}})
})

func horizontalSpace() runeSet {
	return fromTable(unicode.Zs).union(setOf('\t', 0x180E))
}

func verticalSpace() runeSet { return runeSet{{'\n', '\r'}, {0x85, 0x85}, {0x2028, 0x2029}} }

func concat(subs ...*node) *node {
	var flat []*node
	for _, s := range subs {
		switch s.op {
		case nodeEmpty:
		case nodeConcat:
			flat = append(flat, s.subs...)
		default:
			flat = append(flat, s)
		}
	}
	switch len(flat) {
	case 0:
		return &node{op: nodeEmpty}
	case 1:
		return flat[0]
	}
	return &node{op: nodeConcat, subs: flat}
}

// width is the length in runes of everything that the pattern matches, -1
// where lengths differ.
func (p *node) width() int {
	switch p.op {
	case nodeSet:
		return 1
	case nodeConcat:
		sum := 0
		for _, s := range p.subs {
			w := s.width()
			if w < 0 {
				return -1
			}
			sum += w
		}
		return sum
	case nodeAlt:
		w := p.subs[0].width()
		for _, s := range p.subs[1:] {
			if s.width() != w {
				return -1
			}
		}
		return w
	case nodeRepeat:
		if w := p.subs[0].width(); w >= 0 && p.min == p.max {
			return w * p.min
		}
		return -1
	}
	return 0 // assertions and look-around
}

// hasLook reports whether a look-around stands anywhere inside.
func (p *node) hasLook() bool {
	return p.op == nodeAhead || p.op == nodeBehind || slices.ContainsFunc(p.subs, (*node).hasLook)
}

// seen are the look-arounds inside that need a walk through the whole text.
func (p *node) seen() []*node {
	if p.op == nodeSeen {
		return []*node{p}
	}
	var all []*node
	for _, s := range p.subs {
		all = append(all, s.seen()...)
	}
	return all
}

// size is about the number of instructions that the pattern takes.
func (p *node) size() int {
	sum := 1
	for _, s := range p.subs {
		sum += s.size()
	}
	if p.op == nodeRepeat {
		sum *= max(p.min, p.max, 1)
	}
	return min(sum, 1<<30)
}
