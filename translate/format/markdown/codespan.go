package markdown

// tickMemo remembers the runs of backticks that were passed while looking for
// the end of a code span, so that each is passed once.
type tickMemo struct {
	done bool        // the text was searched to its end
	last map[int]int // by length: where the last run of that length stands
}

// codeSpan reads a code span, or passes the backticks (CommonMark, section 6.1).
func (p *inline) codeSpan() {
	n := runLength(p.s[p.pos:], '`')
	if end := p.codeSpanEnd(p.pos+n, n); end > 0 {
		p.standalone(end - p.pos)
		return
	}
	p.pos += n
}

// codeSpanEnd gives the byte behind the next run of n backticks, or 0.
func (p *inline) codeSpanEnd(from, n int) int {
	if p.ticks.done && p.ticks.last[n] < from {
		return 0
	}
	for i := from; i < len(p.s); {
		if p.s[i] != '`' {
			i++
			continue
		}
		k := runLength(p.s[i:], '`')
		if k == n {
			return i + k
		}
		if !p.ticks.done {
			if p.ticks.last == nil {
				p.ticks.last = map[int]int{}
			}
			p.ticks.last[k] = i
		}
		i += k
	}
	p.ticks.done = true
	return 0
}
