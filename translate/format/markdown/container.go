package markdown

import "strings"

// container is an open block that holds other blocks.
type container struct {
	kind   containerKind
	indent int  // columns of white space that continue it
	filled bool // something is in it
}

type containerKind uint8

const (
	quote containerKind = iota
	item
	note
	definition
)

// maxDepth bounds how deep containers nest. Marks beyond it are read as
// letters; no document that people write comes near, and a file made to nest
// deeper would cost time for each line times each level.
const maxDepth = 128

// matchContainers lets the open containers consume their marks on a new line
// and gives how many of them go on.
func (r *blockReader) matchContainers() int {
	l := &r.line
	for i := range r.open {
		c := &r.open[i]
		width, at := l.indent()
		switch {
		case c.kind == quote:
			if width > 3 || at == l.end || l.body[at] != '>' {
				return i
			}
			l.takeQuote(width, at)
		case at == l.end: // a blank line
			if !c.filled {
				return i
			}
			l.skip(width)
		case width < c.indent:
			return i
		default:
			l.skip(c.indent)
		}
	}
	return len(r.open)
}

func (l *line) takeQuote(width, at int) {
	l.skip(width)
	l.take(at + 1)
	if at+1 < l.end && isSpace(l.body[at+1]) {
		l.skip(1)
	}
}

// startContainer consumes the mark that opens a container, if one stands at a
// byte of the line. inside tells that the line could continue a paragraph
// instead.
func (r *blockReader) startContainer(width, at, matched int, inside bool) (container, bool) {
	if matched >= maxDepth {
		return container{}, false
	}
	l := &r.line
	switch c := l.body[at]; {
	case c == '>':
		l.takeQuote(width, at)
		return container{kind: quote}, true
	case c == '[':
		return r.startNote(width, at)
	case c == ':':
		return r.startDefinition(width, at, matched, inside)
	case c == '-' || c == '+' || c == '*' || isDigit(c):
		return l.startItem(width, at, inside)
	}
	return container{}, false
}

// startItem reads the mark of a list item (CommonMark, section 5.2).
func (l *line) startItem(width, at int, inside bool) (container, bool) {
	mark := itemMark(l.rest(at))
	end := at + mark
	if mark == 0 || end < l.end && !isSpace(l.body[end]) {
		return container{}, false
	}
	empty := trimRight(l.body, end, l.end) == end
	if inside && (empty || mark > 1 && l.body[at:end-1] != "1") {
		return container{}, false
	}
	l.skip(width)
	l.take(end)
	gap, _ := l.indent()
	if empty || gap > 4 {
		gap = 1
	}
	l.skip(gap)
	return container{kind: item, indent: width + mark + gap}, true
}

// itemMark gives the length of a bullet or number at the start of s.
func itemMark(s string) int {
	n := 0
	for n < len(s) && n < 10 && isDigit(s[n]) {
		n++
	}
	switch {
	case n == 0 && s != "" && (s[0] == '-' || s[0] == '+' || s[0] == '*'):
		return 1
	case n > 0 && n < 10 && n < len(s) && (s[n] == '.' || s[n] == ')'):
		return n + 1
	}
	return 0
}

// startNote reads "[^label]:", which begins a footnote.
func (r *blockReader) startNote(width, at int) (container, bool) {
	l := &r.line
	n := noteLabel(l.rest(at))
	if n == 0 || at+n == l.end || l.body[at+n] != ':' {
		return container{}, false
	}
	r.notes[normalLabel(l.body[at+2:at+n-1])] = true
	l.skip(width)
	l.take(at + n + 1)
	gap, _ := l.indent()
	l.skip(gap)
	return container{kind: note, indent: 4}, true
}

// noteLabel gives the length of "[^label]" at the start of s, or 0.
func noteLabel(s string) int {
	if !strings.HasPrefix(s, "[^") {
		return 0
	}
	for i := 2; i < len(s) && i < maxLabel; i++ {
		switch s[i] {
		case ']':
			if i == 2 {
				return 0
			}
			return i + 1
		case '[', ' ', '\t', '\n':
			return 0
		}
	}
	return 0
}

// startDefinition reads the ":" of a definition list, as PHP Markdown Extra and
// Hugo have it. It must follow its term or another definition.
func (r *blockReader) startDefinition(width, at, matched int, inside bool) (container, bool) {
	l := &r.line
	if at+1 >= l.end || !isSpace(l.body[at+1]) || trimRight(l.body, at+1, l.end) == at+1 {
		return container{}, false
	}
	if !inside && r.term != matched && (matched == len(r.open) || r.open[matched].kind != definition) {
		return container{}, false
	}
	l.skip(width)
	l.take(at + 1)
	gap, _ := l.indent()
	if gap > 4 {
		gap = 1
	}
	l.skip(gap)
	return container{kind: definition, indent: width + 1 + gap}, true
}

// push opens a container within those that go on.
func (r *blockReader) push(c container, matched int, opened bool) {
	if !opened {
		r.closeTo(matched)
	}
	r.closeLeaf()
	if c.kind == definition && r.term == matched && r.termLeaf >= 0 {
		r.makeTerms(&r.leaves[r.termLeaf])
	}
	r.begin(matched, opened)
	r.open = append(r.open, c)
	r.indented = -1
}

// makeTerms turns a paragraph into the terms of a definition list, a line each.
func (r *blockReader) makeTerms(l *leaf) {
	l.kind, l.form, l.where = "term", termForm, "s"+l.where[1:]
	for k := l.first; k < l.last; k++ {
		r.spans[k].End = trimRight(r.body, r.spans[k].Start, r.spans[k].End)
	}
}

// prefix gives what a new line of the innermost container starts with.
func (r *blockReader) prefix() string {
	if len(r.open) == 0 {
		return ""
	}
	if r.indented != len(r.open) {
		var b strings.Builder
		for _, c := range r.open {
			if c.kind == quote {
				b.WriteString("> ")
			} else {
				b.WriteString(strings.Repeat(" ", c.indent))
			}
		}
		r.indents, r.indented = b.String(), len(r.open)
	}
	return r.indents
}
