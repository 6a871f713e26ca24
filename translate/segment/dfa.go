package segment

import (
	"encoding/binary"
	"slices"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// A dfa walks the states of an nfa, each built when a text first leads there
// (Russ Cox, "Regular Expression Matching in the Wild"). A step costs two
// table look-ups however many patterns there are, and no text makes it go
// back. States are shared between goroutines: reading one is an atomic load,
// only building one takes the lock.
type dfa struct {
	nfa      *nfa
	abc      *alphabet
	anchored bool // matches begin where the walk begins, not anywhere
	words    int  // of a bit set of patterns

	mu     sync.Mutex
	states map[string]*state
	size   int
	start  [4]atomic.Pointer[state] // by the kind of the rune behind
	stack  []int32
	mark   []uint32
	round  uint32
}

// maxStateBytes bounds the states that are kept. Past it all are dropped and
// built again as needed: slower, never larger.
const maxStateBytes = 16 << 20

// state is a set of instructions that wait for a rune or for an assertion.
type state struct {
	insts []int32
	prev  runeKind
	// matched are the patterns that matched just before the rune that led
	// here: only when it is known can \b and $ be decided.
	matched bitset
	next    []atomic.Pointer[state] // by class, the last for the edge of the text
	dead    bool
}

func newDFA(n *nfa, anchored bool, patterns int) *dfa {
	return &dfa{
		nfa: n, abc: newAlphabet(n.sets), anchored: anchored,
		words: (patterns + 63) / 64, states: map[string]*state{},
		mark: make([]uint32, len(n.insts)),
	}
}

// from gives the state of a walk that begins next to a rune of that kind.
func (d *dfa) from(prev runeKind) *state {
	if s := d.start[prev].Load(); s != nil {
		return s
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.begin()
	for _, s := range d.nfa.starts {
		d.follow(s, nil, nil)
	}
	s := d.intern(prev, nil)
	d.start[prev].Store(s)
	return s
}

// step gives the state after a rune of class c; the class past the last one
// stands for the edge of the text.
func (d *dfa) step(s *state, c uint16) *state {
	if t := s.next[c].Load(); t != nil {
		return t
	}
	return d.build(s, c)
}

func (d *dfa) build(s *state, c uint16) *state {
	d.mu.Lock()
	defer d.mu.Unlock()
	next := kindNone
	if int(c) < len(d.abc.kinds) {
		next = d.abc.kinds[c]
	}
	matched := make(bitset, d.words)
	ready := d.resolve(s, next, matched)
	d.begin()
	if next != kindNone {
		for _, i := range ready {
			if in := d.nfa.insts[i]; in.op == opRune && d.abc.holds(c, in.arg) {
				d.follow(in.out, nil, nil)
			}
		}
		if !d.anchored {
			for _, i := range d.nfa.starts {
				d.follow(i, nil, nil)
			}
		}
	}
	if matched.empty() {
		matched = nil
	}
	t := d.intern(next, matched)
	s.next[c].Store(t)
	return t
}

// resolve decides the assertions of s, now that both neighbours are known,
// and collects what has matched.
func (d *dfa) resolve(s *state, next runeKind, matched bitset) []int32 {
	d.begin()
	holds := func(a assertion) bool { return a.holds(s.prev, next) }
	for _, i := range s.insts {
		d.follow(i, holds, matched)
	}
	// What looks at other patterns comes when all of those are known.
	for k := 0; k < len(d.stack); k++ {
		if in := d.nfa.insts[d.stack[k]]; in.op == opSeen && matched.has(int(in.arg)) != in.not {
			d.follow(in.out, holds, matched)
		}
	}
	return slices.Clone(d.stack)
}

func (d *dfa) begin() {
	d.round++
	d.stack = d.stack[:0]
}

// follow adds the instructions that are reached from i without a rune. With
// holds nil, assertions wait.
func (d *dfa) follow(i int32, holds func(assertion) bool, matched bitset) {
	pending := []int32{i}
	for len(pending) > 0 {
		i := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		if d.mark[i] == d.round {
			continue
		}
		d.mark[i] = d.round
		switch in := d.nfa.insts[i]; in.op {
		case opSplit:
			pending = append(pending, in.arg, in.out)
		case opAssert:
			if holds == nil {
				d.stack = append(d.stack, i)
			} else if holds(in.at) {
				pending = append(pending, in.out)
			}
		case opMatch:
			if matched != nil {
				for _, number := range d.nfa.numbers[in.arg] {
					matched.set(number)
				}
			}
			d.stack = append(d.stack, i)
		default:
			d.stack = append(d.stack, i)
		}
	}
}

// intern gives the one state for the instructions collected.
func (d *dfa) intern(prev runeKind, matched bitset) *state {
	slices.Sort(d.stack)
	key := make([]byte, 0, 4*len(d.stack)+8*len(matched)+2)
	key = append(key, byte(prev), byte(len(matched)))
	for _, w := range matched {
		key = binary.LittleEndian.AppendUint64(key, w)
	}
	for _, i := range d.stack {
		key = binary.LittleEndian.AppendUint32(key, uint32(i))
	}
	if s := d.states[string(key)]; s != nil {
		return s
	}
	cost := 2*len(key) + 8*len(d.abc.kinds) + 100
	if d.size += cost; d.size > maxStateBytes {
		d.states, d.size = map[string]*state{}, cost
		for i := range d.start {
			d.start[i].Store(nil)
		}
	}
	s := &state{
		insts: slices.Clone(d.stack), prev: prev, matched: matched,
		next: make([]atomic.Pointer[state], len(d.abc.kinds)+1),
		dead: len(d.stack) == 0 && d.anchored,
	}
	d.states[string(key)] = s
	return s
}

// edge is the class of the edge of the text.
func (d *dfa) edge() uint16 { return uint16(len(d.abc.kinds)) }

func (d *dfa) kind(r rune) runeKind { return d.abc.kinds[d.abc.class(r)] }

// forward collects the patterns that match text from p on.
func (d *dfa) forward(text string, p int, limit int, into bitset) {
	prev := kindNone
	if p > 0 {
		r, _ := utf8.DecodeLastRuneInString(text[:p])
		prev = d.kind(r)
	}
	s := d.from(prev)
	for ; limit > 0; limit-- {
		if p >= len(text) {
			into.or(d.step(s, d.edge()).matched)
			return
		}
		c, size := d.abc.next(text, p)
		p += size
		s = d.step(s, c)
		if s.matched != nil {
			into.or(s.matched)
		}
		if s.dead {
			return
		}
	}
}

// backward collects the patterns, laid down in reverse, that match text up
// to p.
func (d *dfa) backward(text string, p int, limit int, into bitset) {
	prev := kindNone
	if p < len(text) {
		r, _ := utf8.DecodeRuneInString(text[p:])
		prev = d.kind(r)
	}
	s := d.from(prev)
	for ; limit > 0; limit-- {
		if p <= 0 {
			into.or(d.step(s, d.edge()).matched)
			return
		}
		c, size := d.abc.last(text, p)
		p -= size
		s = d.step(s, c)
		if s.matched != nil {
			into.or(s.matched)
		}
		if s.dead {
			return
		}
	}
}
