package segment

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// escape reads what follows a backslash outside a class.
func (p *parser) escape() (*node, error) {
	if !p.more() {
		return nil, errors.New("trailing backslash")
	}
	assert := func(a assertion) (*node, error) {
		p.i++
		return &node{op: nodeAssert, at: a}, nil
	}
	switch c := p.s[p.i]; c {
	case 'b':
		return assert(wordEdge)
	case 'B':
		return assert(noWordEdge)
	case 'A':
		return assert(textStart)
	case 'z', 'Z':
		return assert(textEnd)
	case 'Q':
		return p.quoted(), nil
	case 'R':
		p.i++
		crlf := concat(&node{op: nodeSet, set: setOf('\r')}, &node{op: nodeSet, set: setOf('\n')})
		return &node{op: nodeAlt, subs: []*node{crlf, {op: nodeSet, set: verticalSpace()}}}, nil
	case 'X', 'G', 'k':
		return nil, fmt.Errorf(`\%c has no linear-time form`, c)
	case '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return nil, fmt.Errorf(`back reference \%c has no linear-time form`, c)
	}
	set, err := p.escapedSet()
	return p.literal(set), err
}

func (p *parser) quoted() *node {
	p.i++
	text := p.s[p.i:]
	if end := strings.Index(text, `\E`); end >= 0 {
		text = text[:end]
		p.i += 2
	}
	p.i += len(text)
	var items []*node
	for _, r := range text {
		items = append(items, p.literal(setOf(r)))
	}
	return concat(items...)
}

var controlEscapes = map[byte]rune{'t': '\t', 'n': '\n', 'r': '\r', 'f': '\f', 'a': '\a', 'e': 0x1B}

// escapedSet reads an escape that stands for a rune or a set of runes.
func (p *parser) escapedSet() (runeSet, error) {
	if !p.more() {
		return nil, errors.New("trailing backslash")
	}
	if r, ok := controlEscapes[p.s[p.i]]; ok {
		p.i++
		return setOf(r), nil
	}
	switch c := p.rune(); c {
	case 's':
		return spaceRunes(), nil
	case 'S':
		return spaceRunes().negate(), nil
	case 'd':
		return fromTable(unicode.Nd), nil
	case 'D':
		return fromTable(unicode.Nd).negate(), nil
	case 'w':
		return wordRunes(), nil
	case 'W':
		return wordRunes().negate(), nil
	case 'h':
		return horizontalSpace(), nil
	case 'H':
		return horizontalSpace().negate(), nil
	case 'v':
		return verticalSpace(), nil
	case 'V':
		return verticalSpace().negate(), nil
	case 'p', 'P':
		set, err := p.property()
		if c == 'P' {
			set = set.negate()
		}
		return set, err
	case 'u':
		return p.hex(4, 4)
	case 'U':
		return p.hex(8, 8)
	case 'x':
		if p.eat("{") {
			set, err := p.hex(1, 6)
			if err == nil && !p.eat("}") {
				err = errors.New(`unclosed \x{`)
			}
			return set, err
		}
		return p.hex(2, 2)
	case 'c':
		if !p.more() {
			return nil, errors.New(`unfinished \c`)
		}
		return setOf(p.rune() & 0x1F), nil
	case '0':
		return p.octal()
	default:
		if c < 0x80 && (unicode.IsLetter(c) || unicode.IsDigit(c)) {
			return nil, fmt.Errorf(`unknown escape \%c`, c)
		}
		return setOf(c), nil
	}
}

func (p *parser) hex(least, most int) (runeSet, error) {
	n := 0
	for n < most && p.i+n < len(p.s) && strings.IndexByte("0123456789abcdefABCDEF", p.s[p.i+n]) >= 0 {
		n++
	}
	v, err := strconv.ParseUint(p.s[p.i:p.i+n], 16, 32)
	if n < least || err != nil || v > unicode.MaxRune {
		return nil, errors.New("malformed hexadecimal escape")
	}
	p.i += n
	return setOf(rune(v)), nil
}

func (p *parser) octal() (runeSet, error) {
	v, n := rune(0), 0
	for n < 3 && p.more() && p.s[p.i] >= '0' && p.s[p.i] <= '7' && v*8 <= 0377 {
		v, n = v*8+rune(p.s[p.i]-'0'), n+1
		p.i++
	}
	if n == 0 {
		return nil, errors.New("malformed octal escape")
	}
	return setOf(v), nil
}

// posix are the classes that Java and ICU name besides Unicode's.
func posix(name string) (runeSet, bool) {
	table := func(t ...*unicode.RangeTable) runeSet {
		var s runeSet
		for _, t := range t {
			s = s.union(fromTable(t))
		}
		return s
	}
	switch strings.ToLower(name) {
	case "lower", "lowercase":
		return table(unicode.Ll, unicode.Other_Lowercase), true
	case "upper", "uppercase":
		return table(unicode.Lu, unicode.Other_Uppercase), true
	case "alpha", "alphabetic":
		return table(unicode.L, unicode.Nl, unicode.Other_Alphabetic), true
	case "digit":
		return table(unicode.Nd), true
	case "alnum":
		return table(unicode.L, unicode.Nd), true
	case "punct", "punctuation":
		return table(unicode.P), true
	case "space", "whitespace", "white_space":
		return spaceRunes(), true
	case "blank":
		return horizontalSpace(), true
	case "cntrl":
		return table(unicode.Cc), true
	case "ascii":
		return runeSet{{0, 0x7F}}, true
	case "any":
		return runeSet{{0, unicode.MaxRune}}, true
	case "l&", "lc":
		return table(unicode.Lu, unicode.Ll, unicode.Lt), true
	}
	return nil, false
}

// property reads \pL, \p{Lu}, \p{^Lu}, \p{IsHan}, \p{script=Han}, \p{InArabic}.
func (p *parser) property() (runeSet, error) {
	if !p.more() {
		return nil, errors.New(`unfinished \p`)
	}
	if p.s[p.i] != '{' {
		name := string(p.rune())
		if t := unicode.Categories[name]; t != nil {
			return fromTable(t), nil
		}
		return nil, fmt.Errorf(`unknown property \p%s`, name)
	}
	end := strings.IndexByte(p.s[p.i:], '}')
	if end < 0 {
		return nil, errors.New(`unclosed \p{`)
	}
	full := p.s[p.i+1 : p.i+end]
	p.i += end + 1
	name, negated := strings.CutPrefix(strings.TrimSpace(full), "^")
	if _, value, ok := strings.Cut(name, "="); ok {
		name = value
	}
	set, ok := namedSet(name)
	if !ok {
		return nil, fmt.Errorf(`unknown property \p{%s}`, full)
	}
	if negated {
		set = set.negate()
	}
	return set, nil
}

func namedSet(name string) (runeSet, bool) {
	for _, prefix := range []string{"", "Is", "In", "java"} {
		bare, ok := strings.CutPrefix(name, prefix)
		if !ok {
			continue
		}
		if t := unicode.Categories[bare]; t != nil {
			return fromTable(t), true
		}
		if set, ok := posix(bare); ok {
			return set, true
		}
		for _, tables := range []map[string]*unicode.RangeTable{unicode.Scripts, unicode.Properties} {
			if t := tables[bare]; t != nil {
				return fromTable(t), true
			}
		}
	}
	// Scripts are written in any case: \p{IsHAN}, \p{InArabic}.
	bare := strings.TrimPrefix(strings.TrimPrefix(name, "Is"), "In")
	for script, t := range unicode.Scripts {
		if strings.EqualFold(script, bare) {
			return fromTable(t), true
		}
	}
	return nil, false
}

// class reads a bracketed class after its [, nested classes and && included.
func (p *parser) class(depth int) (runeSet, error) {
	if depth > maxDepth {
		return nil, errors.New("nested too deeply")
	}
	negated := p.eat("^")
	var whole, part runeSet
	intersecting := false
	finish := func() {
		if intersecting {
			whole = whole.intersect(part)
		} else {
			whole = part
		}
		part = nil
	}
	for first := true; ; first = false {
		if !p.more() {
			return nil, errors.New("unclosed [")
		}
		if p.eat("&&") {
			finish()
			intersecting = true
			continue
		}
		if p.s[p.i] == ']' && !first {
			p.i++
			break
		}
		set, err := p.classItem(depth)
		if err != nil {
			return nil, err
		}
		part = part.union(set)
	}
	finish()
	if negated {
		// With fold the negation must exclude both cases.
		if p.flags.fold {
			whole = whole.fold()
		}
		whole = whole.negate()
	}
	return whole, nil
}

func (p *parser) classItem(depth int) (runeSet, error) {
	if p.eat("[:") {
		end := strings.Index(p.s[p.i:], ":]")
		if end < 0 {
			return nil, errors.New("unclosed [: class")
		}
		name, negated := strings.CutPrefix(p.s[p.i:p.i+end], "^")
		p.i += end + 2
		set, ok := namedSet(name)
		if !ok {
			return nil, fmt.Errorf("unknown class [:%s:]", name)
		}
		if negated {
			set = set.negate()
		}
		return set, nil
	}
	if p.eat("[") {
		return p.class(depth + 1)
	}
	low, err := p.classRune()
	if err != nil || len(low) != 1 || low[0].lo != low[0].hi {
		return low, err
	}
	rest := p.s[p.i:]
	if !strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "-]") || strings.HasPrefix(rest, "-[") || strings.HasPrefix(rest, "-&&") {
		return low, nil
	}
	p.i++
	high, err := p.classRune()
	if err != nil {
		return nil, err
	}
	if len(high) != 1 || high[0].lo != high[0].hi || high[0].lo < low[0].lo {
		return nil, errors.New("malformed range in a class")
	}
	return runeSet{{low[0].lo, high[0].lo}}, nil
}

func (p *parser) classRune() (runeSet, error) {
	if !p.more() {
		return nil, errors.New("unclosed [")
	}
	if p.eat(`\`) {
		if p.eat("b") {
			return setOf('\b'), nil
		}
		return p.escapedSet()
	}
	return setOf(p.rune()), nil
}
