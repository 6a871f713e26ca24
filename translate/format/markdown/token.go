package markdown

import (
	"sort"

	"diglot/translate/unit"
)

// token is a stretch of flat text in its role.
type token struct {
	kind       tokenKind
	start, end int
	letters    string    // of a spelled one: what it stands for
	code       unit.Kind // of a code
	pair       int       // of an opening or closing code: the number of its pair
	breaks     bool      // of a code: it ends a line
	name       string    // of a code that is an HTML tag: "/b" for </b>
	flows      []flow    // of a code: texts that stand in it
}

type tokenKind uint8

const (
	literal tokenKind = iota // letters
	spelled                  // letters that are written in another way
	code                     // markup
	run                      // delimiters of emphasis; what is marked of them is markup
)

// flow is a text inside a code.
type flow struct {
	kind       string // alt, title
	where      string
	start, end int
	tokens     []token
}

// mark is a stretch of a delimiter run that turned out to be markup.
type mark struct {
	start, end int
	code       unit.Kind
	pair       int
}

// sortMarks puts the marks in the order of the text.
func sortMarks(marks []mark) {
	sort.Slice(marks, func(i, k int) bool { return marks[i].start < marks[k].start })
}

// add ends the letters that were passed at start, and adds a token.
func (p *inline) add(t token) {
	p.flush(t.start)
	p.tokens = append(p.tokens, t)
	p.pos, p.letters = t.end, t.end
}

// flush makes a token of the letters passed before end.
func (p *inline) flush(end int) {
	if p.letters < end {
		p.tokens = append(p.tokens, token{kind: literal, start: p.letters, end: end})
	}
	p.letters = end
}
