package segment

import (
	"errors"
	"math/bits"
	"strconv"
	"strings"
	"sync"
)

// ruleSet is rules in order, ready to be matched. A side is what stands
// before the place or after it: its pattern number i belongs to rule i, the
// numbers past the rules to further conditions.
type ruleSet struct {
	source        []Rule // as given, those that could not be matched too
	rules         []compiledRule
	before, after *side
	ends          bitset // the rules that break
}

type compiledRule struct {
	Rule
	more  []condition
	whole bool // it is decided by a walk through the whole text only
}

type condition struct {
	after, negative bool
	number          int
}

// side holds the patterns of one side. Each is laid down once however many
// rules have it, and in the direction of the walk that will need it.
type side struct {
	patterns []*node
	numbers  [][]int // the rules and conditions of each pattern
	index    map[string]int
	count    int
	always   bitset // the numbers of the empty pattern

	near, far func() *dfa
}

// maxRules bounds the rules of a language in instructions. The largest public
// file has a twentieth of it.
const maxRules = 500_000

// compileRules readies rules in their order. Those that cannot be matched
// come back as errors by index.
func compileRules(rules []Rule) (*ruleSet, map[int]error) {
	s := &ruleSet{source: rules, before: &side{index: map[string]int{}}, after: &side{index: map[string]int{}}}
	bad, classes := map[int]error{}, map[string]runeSet{}
	var parsed []draft
	size := 0
	for i, r := range rules {
		ds, err := drafts(r, classes)
		for _, d := range ds {
			size += d.before.size() + d.after.size()
		}
		if err == nil && size > maxRules {
			err = errors.New("the rules before it are too large together")
		}
		if err != nil {
			bad[i] = err
			continue
		}
		for _, d := range ds {
			s.rules = append(s.rules, compiledRule{Rule: r, whole: d.whole()})
			s.before.put(d.before)
			s.after.put(d.after)
			parsed = append(parsed, d)
		}
	}
	for i, d := range parsed {
		for _, n := range d.before.seen() {
			n.number = s.before.put(n.subs[0])
		}
		for _, n := range d.after.seen() {
			n.number = s.after.put(n.subs[0])
		}
		for _, l := range d.more {
			on := s.before
			if l.after {
				on = s.after
			}
			s.rules[i].more = append(s.rules[i].more, condition{l.after, l.negative, on.put(l.pattern)})
		}
	}
	s.before.finish(true)
	s.after.finish(false)
	s.ends = s.breaking(false)
	return s, bad
}

// put gives the pattern the next number of the side.
func (s *side) put(p *node) int {
	key := p.key()
	i, ok := s.index[key]
	if !ok {
		i = len(s.patterns)
		s.index[key] = i
		s.patterns = append(s.patterns, p)
		s.numbers = append(s.numbers, nil)
	}
	s.numbers[i] = append(s.numbers[i], s.count)
	s.count++
	return s.count - 1
}

func (s *side) finish(before bool) {
	s.always = make(bitset, (s.count+63)/64)
	if i, ok := s.index[(&node{op: nodeEmpty}).key()]; ok {
		for _, n := range s.numbers[i] {
			s.always.set(n)
		}
	}
	// From a place, the text before it is walked backwards; through a whole
	// text it is the text after each place that must be.
	s.near = sync.OnceValue(func() *dfa { return s.build(before, true) })
	s.far = sync.OnceValue(func() *dfa { return s.build(!before, false) })
}

func (s *side) build(reverse, anchored bool) *dfa {
	n := newNFA(reverse)
	for i, p := range s.patterns {
		if p.op != nodeEmpty && (!anchored || len(p.seen()) == 0) {
			n.add(p, s.numbers[i])
		}
	}
	return newDFA(n, anchored, s.count)
}

// deciding gives the first rule whose patterns have matched, -1 for none.
func (s *ruleSet) deciding(before, after bitset) int {
	for w := range before {
		if w >= len(after) {
			break
		}
		for both := before[w] & after[w]; both != 0; both &= both - 1 {
			i := w<<6 + bits.TrailingZeros64(both)
			if i >= len(s.rules) {
				return -1
			}
			if s.rules[i].holds(before, after) {
				return i
			}
		}
	}
	return -1
}

func (r *compiledRule) holds(before, after bitset) bool {
	for _, c := range r.more {
		on := before
		if c.after {
			on = after
		}
		if on.has(c.number) == c.negative {
			return false
		}
	}
	return true
}

// key is the same for patterns that are the same.
func (p *node) key() string {
	var b strings.Builder
	p.writeKey(&b)
	return b.String()
}

func (p *node) writeKey(b *strings.Builder) {
	b.Write([]byte{'(', byte(p.op), byte(p.at)})
	b.WriteString(strconv.Itoa(p.min) + "," + strconv.Itoa(p.max))
	b.WriteString(p.set.key())
	for _, s := range p.subs {
		s.writeKey(b)
	}
	b.WriteByte(')')
}
