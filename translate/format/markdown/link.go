package markdown

import (
	"strings"

	"diglot/translate/unit"

	"golang.org/x/text/cases"
)

// maxLabel is the greatest length of a link label (CommonMark, section 4.7).
const maxLabel = 999

// bracket is a "[" or "![" that may begin a link or an image.
type bracket struct {
	start  int // of the text in it
	image  bool
	dead   bool // a link stands in it: it can be none itself
	nested bool // another bracket stands in it: it can be no label
	token  int  // its token
	bottom int  // the delimiter run below it
	images int  // how many images are open, with this one
}

// maxImages bounds how deep images nest whose texts are shown to translators.
const maxImages = 4

// openBracket reads "[", "![" or a footnote reference.
func (p *inline) openBracket(c byte) {
	s := p.s[p.pos:]
	n := 1
	if c == '!' {
		if len(s) < 2 || s[1] != '[' {
			return
		}
		n = 2
	} else if k := noteLabel(s); k > 0 && p.noted(normalLabel(s[2:k-1])) {
		p.standalone(k)
		return
	}
	images := n - 1
	if k := len(p.brackets); k > 0 {
		p.brackets[k-1].nested = true
		images += p.brackets[k-1].images
	}
	p.add(token{kind: literal, start: p.pos, end: p.pos + n})
	p.brackets = append(p.brackets, bracket{start: p.pos, image: n == 2, token: len(p.tokens) - 1, bottom: p.top, images: images})
}

// closeBracket reads "]", which may end a link or an image.
func (p *inline) closeBracket() {
	n := len(p.brackets)
	if n == 0 {
		return
	}
	b := p.brackets[n-1]
	p.brackets = p.brackets[:n-1]
	if b.dead {
		return
	}
	end, flows := p.target(b)
	if end == 0 {
		return
	}
	p.flush(p.pos)
	p.emphasis(b.bottom)
	if b.image {
		p.image(b, end, flows)
		return
	}
	p.pairs++
	open := &p.tokens[b.token]
	open.kind, open.code, open.pair = code, unit.Open, p.pairs
	p.add(token{kind: code, code: unit.Close, pair: p.pairs, start: p.pos, end: end, flows: flows})
	for k := len(p.brackets) - 1; k >= 0 && !p.brackets[k].dead; k-- {
		if !p.brackets[k].image {
			p.brackets[k].dead = true
		}
	}
}

// image makes one code of an image; what stands in its brackets is a text in it.
func (p *inline) image(b bracket, end int, flows []flow) {
	inner := append([]token(nil), p.tokens[b.token+1:]...)
	start := p.tokens[b.token].start
	p.tokens = p.tokens[:b.token]
	switch {
	case b.images > maxImages:
		flows = nil
	case p.s[p.pos:end] != "]" && p.s[p.pos:end] != "][]": // else it is also the label
		alt := flow{kind: "alt", where: "a" + p.where, start: b.start, end: p.pos, tokens: inner}
		flows = append([]flow{alt}, flows...)
	}
	p.letters = start
	p.add(token{kind: code, start: start, end: end, flows: flows})
}

// target reads what follows the text of a link: (destination "title"), [label],
// [] or nothing. It gives where the link ends, or 0.
func (p *inline) target(b bracket) (end int, flows []flow) {
	i := p.pos + 1
	if i < len(p.s) && p.s[i] == '(' {
		if end, flows = p.destination(i + 1); end > 0 {
			return end, flows
		}
	}
	if n := labelLength(p.s[i:]); n > 2 {
		if p.defined(normalLabel(p.s[i+1 : i+n-1])) {
			return i + n, nil
		}
		return 0, nil
	} else if n == 2 {
		end = i + 2
	} else {
		end = i
	}
	if b.nested || p.pos-b.start > maxLabel || p.pos == b.start || !p.defined(normalLabel(p.s[b.start:p.pos])) {
		return 0, nil
	}
	return end, nil
}

// destination reads the inside of a link's parentheses from a byte on.
func (p *inline) destination(i int) (end int, flows []flow) {
	s := p.s
	i = skipSpace(s, i)
	if i < len(s) && s[i] != ')' {
		n, ok := linkDestination(s[i:])
		if !ok {
			return 0, nil
		}
		i += n
	}
	title := skipSpace(s, i)
	if title > i && title < len(s) && s[title] != ')' {
		n := linkTitle(s[title:])
		if n == 0 {
			return 0, nil
		}
		flows = []flow{p.title(title, n)}
		title = skipSpace(s, title+n)
	}
	if title >= len(s) || s[title] != ')' {
		return 0, nil
	}
	return title + 1, flows
}

// title makes the flow of a title of n bytes, its quotes among them.
func (p *inline) title(at, n int) flow {
	return flow{
		kind:  "title",
		where: "t" + p.s[at:at+1] + p.where,
		start: at + 1, end: at + n - 1,
		tokens: plainTokens(p.s, at+1, at+n-1, 't'),
	}
}

func skipSpace(s string, i int) int {
	for i < len(s) && isSpaceOrEnd(s[i]) {
		i++
	}
	return i
}

// linkDestination gives the length of a link's destination at the start of s.
// Placeholders in it may have spaces and quotes.
func linkDestination(s string) (n int, ok bool) {
	if s[0] == '<' {
		for i := 1; i < len(s); i++ {
			switch s[i] {
			case '>':
				return i + 1, true
			case '<', '\n':
				return 0, false
			case '\\':
				i++
			case '{':
				i += max(placeholder(s[i:])-1, 0)
			}
		}
		return 0, false
	}
	depth := 0
	i := 0
loop:
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && isPunct(s[i+1]):
			i++
		case c == '{':
			i += max(placeholder(s[i:])-1, 0)
		case c == '(':
			if depth++; depth > 32 {
				return 0, false
			}
		case c == ')':
			if depth == 0 {
				break loop
			}
			depth--
		case c <= ' ' || c == 0x7f:
			break loop
		}
	}
	return i, depth == 0 && i > 0
}

// linkTitle gives the length of a title in quotes or parentheses at the start of
// s, or 0.
func linkTitle(s string) int {
	end := s[0]
	switch end {
	case '"', '\'':
	case '(':
		end = ')'
	default:
		return 0
	}
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == end:
			return i + 1
		case c == '(' && end == ')':
			return 0
		case c == '\\':
			i++
		case c == '{':
			i += max(placeholder(s[i:])-1, 0)
		}
	}
	return 0
}

// labelLength gives the length of "[label]" at the start of s: 2 for "[]", 0 for
// none.
func labelLength(s string) int {
	if s == "" || s[0] != '[' {
		return 0
	}
	for i := 1; i < len(s) && i <= maxLabel+1; i++ {
		switch s[i] {
		case ']':
			return i + 1
		case '[':
			return 0
		case '\\':
			i++
		}
	}
	return 0
}

// normalLabel gives the form in which labels are compared.
func normalLabel(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r < 0x80 && isSpaceOrEnd(byte(r)) }), " ")
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return cases.Fold().String(s)
		}
	}
	return strings.ToLower(s)
}
