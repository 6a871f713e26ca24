package markdown

import (
	"strings"

	"diglot/translate/unit"
)

// inline reads the inline structure of one flat text, in time linear in its
// length: CommonMark's delimiter stack for emphasis and its bracket stack for
// links (appendix "A parsing strategy", phase 2), with GitHub's strikethrough and
// plain addresses, footnote references, formulas, and the placeholders of site
// generators. read may be called again and again.
type inline struct {
	defined func(label string) bool // whether there is a link reference definition
	noted   func(label string) bool // whether there is a footnote
	label   bool                    // the text stands in brackets, as that of an image does
	where   string                  // of the block that is read

	s        string
	pos      int // the byte looked at
	letters  int // start of the letters before pos that are in no token yet
	tokens   []token
	delims   []delim
	top      int // the innermost delimiter run, or -1
	brackets []bracket
	marks    []mark
	pairs    int
	ticks    tickMemo
	ends     endMemo
}

// special are the letters at which the reader stops to look.
var special = [256]bool{
	'\\': true, '&': true, '`': true, '*': true, '_': true, '~': true, '[': true, ']': true, '!': true,
	'<': true, '{': true, '$': true, ':': true, '@': true, 'w': true, '\n': true,
}

// read finds the tokens of s; they are valid until the next read.
func (p *inline) read(s string) ([]token, []mark) {
	p.s, p.pos, p.letters, p.pairs, p.top = s, 0, 0, 0, -1
	p.tokens, p.delims, p.brackets, p.marks = p.tokens[:0], p.delims[:0], p.brackets[:0], p.marks[:0]
	p.ticks, p.ends = tickMemo{}, endMemo{}
	for {
		for p.pos < len(s) && !special[s[p.pos]] {
			p.pos++
		}
		if p.pos == len(s) {
			break
		}
		p.step(s[p.pos])
	}
	p.flush(len(s))
	p.emphasis(-1)
	sortMarks(p.marks)
	return p.tokens, p.marks
}

// step looks at a special letter and consumes at least this one.
func (p *inline) step(c byte) {
	before := p.pos
	switch c {
	case '\\':
		p.backslash()
	case '&':
		if n, letters := entity(p.s[p.pos:]); n > 0 {
			p.add(token{kind: spelled, start: p.pos, end: p.pos + n, letters: letters})
		}
	case '`':
		p.codeSpan()
	case '*', '_', '~':
		p.delimiters(c)
	case '[', '!':
		p.openBracket(c)
	case ']':
		p.closeBracket()
	case '<':
		p.angle()
	case '{':
		if n := placeholder(p.s[p.pos:]); n > 0 {
			p.add(token{kind: code, start: p.pos, end: p.pos + n, flows: parameters(p.s, p.pos, p.pos+n, p.where)})
		}
	case '$':
		p.standalone(p.formula())
	case ':', 'w', '@':
		p.address(c)
	case '\n':
		p.lineEnd()
	}
	if p.pos == before {
		p.pos++
	}
}

// standalone adds a code of n bytes, if n is not 0.
func (p *inline) standalone(n int) {
	if n > 0 {
		p.add(token{kind: code, start: p.pos, end: p.pos + n})
	}
}

// backslash reads an escape, or a hard line break.
func (p *inline) backslash() {
	i := p.pos
	switch {
	case i+1 == len(p.s):
	case p.s[i+1] == '\n':
		p.add(token{kind: code, start: i, end: i + 2, breaks: true})
	case isPunct(p.s[i+1]):
		p.add(token{kind: spelled, start: i, end: i + 2, letters: p.s[i+1 : i+2]})
	}
}

// lineEnd reads a line end with the spaces before it: two or more make it a hard
// line break.
func (p *inline) lineEnd() {
	start := p.pos
	for start > p.letters && p.s[start-1] == ' ' {
		start--
	}
	t := token{kind: spelled, start: start, end: p.pos + 1, letters: "\n"}
	if p.pos-start >= 2 {
		t = token{kind: code, start: start, end: p.pos + 1, breaks: true}
	}
	p.add(t)
}

// angle reads what begins with "<": an address or a tag.
func (p *inline) angle() {
	s := p.s[p.pos:]
	if n := angleAddress(s); n > 0 {
		p.standalone(n)
		return
	}
	n := htmlTag(p.s, p.pos, &p.ends)
	if n == 0 {
		return
	}
	t := token{kind: code, start: p.pos, end: p.pos + n}
	if name, _ := tagName(strings.TrimPrefix(s[1:n], "/")); name != "" {
		t.name = strings.ToLower(name)
		t.breaks = t.name == "br"
		if s[1] == '/' {
			t.name = "/" + t.name
		}
		t.flows = attributes(p.s, p.pos, p.pos+n, p.where)
	}
	p.add(t)
}

// formula gives the length of "$…$" or "$$…$$" at pos, or 0. A single dollar must
// touch its formula, and must not look like an amount of money.
func (p *inline) formula() int {
	s := p.s[p.pos:]
	if strings.HasPrefix(s, "$$") {
		end := p.ends.find(p.s, endMath, p.pos+2)
		if end < 0 || end == p.pos+2 {
			return 0
		}
		return end + 2 - p.pos
	}
	if p.pos > 0 && isWord(p.s[p.pos-1]) || len(s) < 3 || isSpaceOrEnd(s[1]) {
		return 0
	}
	end := 1
	for end < len(s) && s[end] != '$' {
		if s[end] == '\\' {
			end++
		}
		end++
	}
	if end >= len(s) || isSpaceOrEnd(s[end-1]) || end+1 < len(s) && isWord(s[end+1]) {
		return 0
	}
	if inner := s[1:end]; strings.ContainsAny(inner, " \n") && !strings.ContainsAny(inner, `\^_={}+<>`) {
		return 0
	}
	return end + 1
}

// isWord reports whether a byte is of a word: a letter or digit of ASCII, or of
// any other script.
func isWord(c byte) bool { return isLetter(c) || isDigit(c) || c >= 0x80 }

// plainTokens reads a text that has no inline markup, in the manner of a title (t),
// an attribute of HTML (q) or a parameter of a shortcode (g); see place.
func plainTokens(s string, start, end int, manner byte) []token {
	var tokens []token
	done := start
	add := func(t token) {
		if done < t.start {
			tokens = append(tokens, token{kind: literal, start: done, end: t.start})
		}
		tokens = append(tokens, t)
		done = t.end
	}
	for i := start; i < end; {
		switch c := s[i]; {
		case c == '\\' && i+1 < end && (manner == 't' && isPunct(s[i+1]) || manner == 'g' && (s[i+1] == '"' || s[i+1] == '\\')):
			add(token{kind: spelled, start: i, end: i + 2, letters: s[i+1 : i+2]})
		case c == '&' && manner != 'g':
			if n, letters := entity(s[i:end]); n > 0 {
				add(token{kind: spelled, start: i, end: i + n, letters: letters})
			}
		case c == '{' && manner != 'g':
			if n := placeholder(s[i:end]); n > 0 {
				add(token{kind: code, start: i, end: i + n, code: unit.Standalone})
			}
		case c == '\n':
			from := i
			for from > done && s[from-1] == ' ' {
				from--
			}
			add(token{kind: spelled, start: from, end: i + 1, letters: "\n"})
		}
		i = max(i+1, done)
	}
	if done < end {
		tokens = append(tokens, token{kind: literal, start: done, end: end})
	}
	return tokens
}
