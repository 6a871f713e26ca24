package segment

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// parsePattern reads a pattern in the syntax of ICU and Java. Perl classes
// are Unicode-aware, as ICU has them. What cannot be matched in linear time
// is an error: back references, recursion.
func parsePattern(s string) (*node, error) {
	return parseWith(s, map[string]runeSet{})
}

// parseWith keeps the classes that it reads: rules share most of theirs.
func parseWith(s string, classes map[string]runeSet) (*node, error) {
	p := &parser{s: s, classes: classes}
	n, err := p.alternatives(0)
	if err != nil {
		return nil, fmt.Errorf("pattern %q at %d: %w", s, p.i, err)
	}
	if p.i < len(s) {
		return nil, fmt.Errorf("pattern %q at %d: unopened )", s, p.i)
	}
	if n.size() > maxSize {
		return nil, fmt.Errorf("pattern %q is too large", s)
	}
	return n, nil
}

type parser struct {
	s       string
	i       int
	flags   flags
	classes map[string]runeSet // read before, by their text
}

type flags struct{ fold, multi, dotAll, spaced bool }

const (
	maxDepth  = 200
	maxRepeat = 1000
	maxSize   = 10_000 // instructions of one pattern, which a step may cost
)

func (p *parser) more() bool { return p.i < len(p.s) }

func (p *parser) eat(prefix string) bool {
	if strings.HasPrefix(p.s[p.i:], prefix) {
		p.i += len(prefix)
		return true
	}
	return false
}

func (p *parser) rune() rune {
	r, size := utf8.DecodeRuneInString(p.s[p.i:])
	p.i += size
	return r
}

func (p *parser) alternatives(depth int) (*node, error) {
	if depth > maxDepth {
		return nil, errors.New("nested too deeply")
	}
	outer := p.flags
	defer func() { p.flags = outer }()
	var ways []*node
	for {
		way, err := p.sequence(depth)
		if err != nil {
			return nil, err
		}
		ways = append(ways, way)
		if !p.eat("|") {
			break
		}
	}
	if len(ways) == 1 {
		return ways[0], nil
	}
	return &node{op: nodeAlt, subs: ways}, nil
}

func (p *parser) sequence(depth int) (*node, error) {
	var items []*node
	for p.more() && p.s[p.i] != '|' && p.s[p.i] != ')' {
		if p.flags.spaced && p.skipSpace() {
			continue
		}
		item, err := p.atom(depth)
		if err != nil {
			return nil, err
		}
		if item, err = p.repeat(item); err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	return concat(items...), nil
}

// skipSpace passes over white space and comments of (?x).
func (p *parser) skipSpace() bool {
	switch c := p.s[p.i]; {
	case c == '#':
		if end := strings.IndexByte(p.s[p.i:], '\n'); end >= 0 {
			p.i += end + 1
		} else {
			p.i = len(p.s)
		}
		return true
	case strings.IndexByte(" \t\n\r\f\v", c) >= 0:
		p.i++
		return true
	}
	return false
}

func (p *parser) atom(depth int) (*node, error) {
	switch r := p.rune(); r {
	case '(':
		return p.group(depth)
	case '[':
		return p.bracketed(depth)
	case '.':
		if p.flags.dotAll {
			return &node{op: nodeSet, set: runeSet{{0, unicode.MaxRune}}}, nil
		}
		return &node{op: nodeSet, set: verticalSpace().negate()}, nil
	case '^':
		return p.assertion(textStart, lineStart), nil
	case '$':
		return p.assertion(textEnd, lineEnd), nil
	case '\\':
		return p.escape()
	case '*', '+', '?':
		return nil, fmt.Errorf("nothing for %c to repeat", r)
	default:
		return p.literal(setOf(r)), nil
	}
}

func (p *parser) assertion(plain, multi assertion) *node {
	if p.flags.multi {
		plain = multi
	}
	return &node{op: nodeAssert, at: plain}
}

// bracketed reads a class, or finds it among those read before.
func (p *parser) bracketed(depth int) (*node, error) {
	start := p.i
	set, ok := runeSet(nil), false
	if end := p.classEnd(); end > 0 {
		if set, ok = p.classes[p.key(start, end)]; ok {
			p.i = end
			return &node{op: nodeSet, set: set}, nil
		}
	}
	set, err := p.class(depth)
	if err != nil {
		return nil, err
	}
	n := p.literal(set)
	p.classes[p.key(start, p.i)] = n.set
	return n, nil
}

func (p *parser) key(start, end int) string {
	if p.flags.fold {
		return "i" + p.s[start:end]
	}
	return p.s[start:end]
}

// classEnd guesses where the class that begins here ends: right for one
// without a nested class, which is all that finding it again needs.
func (p *parser) classEnd() int {
	for i := p.i + 1; i < len(p.s); i++ {
		switch p.s[i] {
		case '\\':
			i++
		case '[':
			return 0
		case ']':
			return i + 1
		}
	}
	return 0
}

func (p *parser) literal(set runeSet) *node {
	if p.flags.fold {
		set = set.fold()
	}
	return &node{op: nodeSet, set: set}
}

func (p *parser) group(depth int) (*node, error) {
	op, negative := nodeEmpty, false
	outer := p.flags
	switch {
	case p.eat("?="):
		op = nodeAhead
	case p.eat("?!"):
		op, negative = nodeAhead, true
	case p.eat("?<="):
		op = nodeBehind
	case p.eat("?<!"):
		op, negative = nodeBehind, true
	case p.eat("?:"), p.eat("?>"): // what matches is the same set without backtracking, as far as one end is concerned
	case p.eat("?#"):
		end := strings.IndexByte(p.s[p.i:], ')')
		if end < 0 {
			return nil, errors.New("unclosed comment")
		}
		p.i += end + 1
		return &node{op: nodeEmpty}, nil
	case p.eat("?<"), p.eat("?P<"):
		end := strings.IndexByte(p.s[p.i:], '>')
		if end < 0 {
			return nil, errors.New("unclosed group name")
		}
		p.i += end + 1
	case p.eat("?"):
		closed, err := p.inlineFlags()
		if err != nil || closed {
			return &node{op: nodeEmpty}, err
		}
		// Flags with a group end with it.
		defer func() { p.flags = outer }()
	}
	sub, err := p.alternatives(depth + 1)
	if err != nil {
		return nil, err
	}
	if !p.eat(")") {
		return nil, errors.New("unclosed (")
	}
	if op == nodeEmpty {
		return sub, nil
	}
	return &node{op: op, subs: []*node{sub}, negative: negative}, nil
}

// inlineFlags reads (?i) and (?i-s: and reports whether the group is closed.
func (p *parser) inlineFlags() (closed bool, err error) {
	on := true
	for p.more() {
		switch r := p.rune(); r {
		case '-':
			on = false
		case 'i':
			p.flags.fold = on
		case 'm':
			p.flags.multi = on
		case 's':
			p.flags.dotAll = on
		case 'x':
			p.flags.spaced = on
		case 'u', 'U', 'w', 'd': // Unicode-aware is what we are in any case
		case ')':
			return true, nil
		case ':':
			return false, nil
		default:
			return false, fmt.Errorf("unknown group (?%c", r)
		}
	}
	return false, errors.New("unclosed (?")
}

func (p *parser) repeat(item *node) (*node, error) {
	for p.more() {
		lo, hi := 0, -1
		switch {
		case p.eat("*"):
		case p.eat("+"):
			lo = 1
		case p.eat("?"):
			hi = 1
		case p.s[p.i] == '{':
			var ok bool
			if lo, hi, ok = p.braces(); !ok {
				return nil, errors.New("malformed {n,m}")
			}
		default:
			return item, nil
		}
		// Reluctant and possessive are about which match is taken; here it
		// only counts whether there is one.
		if !p.eat("?") {
			p.eat("+")
		}
		if lo > maxRepeat || hi > maxRepeat {
			return nil, fmt.Errorf("more than %d repeats", maxRepeat)
		}
		if item.op == nodeAhead || item.op == nodeBehind {
			return nil, errors.New("repeated look-around")
		}
		item = &node{op: nodeRepeat, subs: []*node{item}, min: lo, max: hi}
	}
	return item, nil
}

func (p *parser) braces() (lo, hi int, ok bool) {
	end := strings.IndexByte(p.s[p.i:], '}')
	if end < 0 {
		return 0, 0, false
	}
	low, high, ranged := strings.Cut(p.s[p.i+1:p.i+end], ",")
	p.i += end + 1
	lo, err := strconv.Atoi(strings.TrimSpace(low))
	if err != nil || lo < 0 {
		return 0, 0, false
	}
	if !ranged {
		return lo, lo, true
	}
	if high = strings.TrimSpace(high); high == "" {
		return lo, -1, true
	}
	hi, err = strconv.Atoi(high)
	return lo, hi, err == nil && hi >= lo
}
