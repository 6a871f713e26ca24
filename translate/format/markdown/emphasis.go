package markdown

import (
	"unicode"
	"unicode/utf8"

	"diglot/translate/unit"
)

// delim is a run of *, _ or ~ that may open or close emphasis.
type delim struct {
	c                 byte
	start, end        int // what is left of it
	length            int // what it was
	canOpen, canClose bool
	prev, next        int // in the stack; -1 is none
}

// delimiters reads a run of delimiters.
func (p *inline) delimiters(c byte) {
	n := runLength(p.s[p.pos:], c)
	d := delim{c: c, start: p.pos, end: p.pos + n, length: n, prev: p.top, next: -1}
	d.canOpen, d.canClose = flanking(c, runeBefore(p.s, p.pos), runeAfter(p.s, p.pos+n))
	if c == '~' && n > 2 || !d.canOpen && !d.canClose {
		p.pos += n
		return
	}
	if p.top >= 0 {
		p.delims[p.top].next = len(p.delims)
	}
	p.top = len(p.delims)
	p.delims = append(p.delims, d)
	p.add(token{kind: run, start: p.pos, end: p.pos + n})
}

// flanking tells what a run of delimiters between two runes can do (CommonMark,
// section 6.2). The edges of a text count as white space.
func flanking(c byte, before, after rune) (canOpen, canClose bool) {
	left := !isWhite(after) && (!isPunctuation(after) || isWhite(before) || isPunctuation(before))
	right := !isWhite(before) && (!isPunctuation(before) || isWhite(after) || isPunctuation(after))
	if c == '_' {
		return left && (!right || isPunctuation(before)), right && (!left || isPunctuation(after))
	}
	return left, right
}

func runeBefore(s string, i int) rune {
	if i == 0 {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r
}

func runeAfter(s string, i int) rune {
	if i == len(s) {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}

func isWhite(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\f' || r == '\r' || r >= 0x80 && unicode.Is(unicode.Zs, r)
}

func isPunctuation(r rune) bool {
	if r < 0x80 {
		return isPunct(byte(r))
	}
	return unicode.IsPunct(r) || unicode.IsSymbol(r)
}

// emphasis pairs the delimiters above bottom and takes them off the stack.
func (p *inline) emphasis(bottom int) {
	var floor [18]int // by kind of closer: below here no opener for it was found
	for i := range floor {
		floor[i] = bottom + 1
	}
	closer := p.top
	for closer > bottom && p.delims[closer].prev > bottom {
		closer = p.delims[closer].prev
	}
	for closer > bottom {
		c := &p.delims[closer]
		if !c.canClose {
			closer = c.next
			continue
		}
		opener := c.prev
		for opener >= floor[c.class()] && !pairs(&p.delims[opener], c) {
			opener = p.delims[opener].prev
		}
		if opener >= floor[c.class()] {
			closer = p.pair(opener, closer)
			continue
		}
		floor[c.class()] = closer
		next := c.next
		if !c.canOpen {
			p.unstack(closer)
		}
		closer = next
	}
	p.top = bottom
	if bottom >= 0 {
		p.delims[bottom].next = -1
	}
}

// class groups closers for which the same openers fit.
func (d *delim) class() int {
	n := d.length % 3
	if d.canOpen {
		n += 3
	}
	switch d.c {
	case '_':
		n += 6
	case '~':
		n += 12
	}
	return n
}

// pairs reports whether two runs make a pair. A run that can both open and close
// must not make up a multiple of three with the other one.
func pairs(o, c *delim) bool {
	if o.c != c.c || !o.canOpen {
		return false
	}
	if c.c == '~' {
		return o.length == c.length
	}
	return !(c.canOpen || o.canClose) || c.length%3 == 0 || (o.length+c.length)%3 != 0
}

// pair marks the delimiters of a pair and gives the closer to go on with.
func (p *inline) pair(opener, closer int) int {
	o, c := &p.delims[opener], &p.delims[closer]
	n := 1
	if o.end-o.start >= 2 && c.end-c.start >= 2 {
		n = 2
	}
	p.pairs++
	p.marks = append(p.marks,
		mark{o.end - n, o.end, unit.Open, p.pairs},
		mark{c.start, c.start + n, unit.Close, p.pairs})
	o.end -= n
	c.start += n
	o.next, c.prev = closer, opener // what stands between them is no emphasis any more
	if o.start == o.end {
		p.unstack(opener)
	}
	if c.start < c.end {
		return closer
	}
	next := c.next
	p.unstack(closer)
	return next
}

// unstack takes a run off the stack.
func (p *inline) unstack(i int) {
	d := &p.delims[i]
	if d.prev >= 0 {
		p.delims[d.prev].next = d.next
	}
	if d.next >= 0 {
		p.delims[d.next].prev = d.prev
	} else {
		p.top = d.prev
	}
}
