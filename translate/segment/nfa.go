package segment

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
	opSeen // passes where the pattern of a number has matched, or has not
)

type inst struct {
	op  instOp
	out int32
	arg int32 // second way of a split, index of a rune set, number of a pattern
	at  assertion
	not bool // of what must not have been seen
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
	case nodeSeen:
		return n.emit(inst{op: opSeen, out: next, arg: int32(p.number), not: p.negative})
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
	key := s.key()
	if i, ok := n.setIndex[key]; ok {
		return i
	}
	i := int32(len(n.sets))
	n.sets = append(n.sets, s)
	n.setIndex[key] = i
	return i
}
