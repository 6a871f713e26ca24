package markdown

import "diglot/translate/unit"

// The block structure of a document is found line by line, as CommonMark's
// appendix "A parsing strategy" has it. At any time there is a stack of open
// containers (block quote, list item, footnote, definition) and at most one open
// leaf in the innermost of them. A line first goes through the containers, each
// consuming its mark; then it may open new ones; what is left goes to the leaf.
// Lists themselves, and whether they are loose, do not matter to a translator.

// leaf is a stretch of the document that holds text: its lines are spans of the
// body without line ends and without the marks of containers.
type leaf struct {
	kind        string // of the block
	form        form
	where       string // as Block.Where
	first, last int    // its lines are blockReader.spans[first:last]; of titleForm: first is its index in titles
}

// form tells in which spelling the text of a leaf is written.
type form uint8

const (
	inlineForm form = iota // Markdown with inline markup
	titleForm              // the title of a link reference definition: escapes and entities only
	htmlForm               // lines of an HTML block
	termForm               // like inlineForm, but each line is a text of its own
)

// blockReader finds the leaves of a body.
type blockReader struct {
	body   string
	lines  lines
	line   line
	open   []container
	leaf   openLeaf
	spans  []unit.Span // the lines of all leaves
	leaves []leaf
	titles []definitionTitle
	refs   map[string]bool // link reference definitions, by normalised label
	notes  map[string]bool // footnotes, by normalised label

	term      int    // depth at which a paragraph or definition ended and a definition may follow, or -1
	termLeaf  int    // that paragraph
	noMathEnd int    // before this byte of body no display formula ends
	indents   string // what prefix gave last
	indented  int    // for how many containers
}

// openLeaf is the leaf that may take the next line.
type openLeaf struct {
	kind   leafKind
	first  int    // of its lines
	fence  byte   // of a fenced code block: ` or ~
	length int    // of that fence; of a table: the number of columns
	end    string // of an HTML block or formula: what ends it; "" is a blank line
	prefix string // of a paragraph: what its second line starts with, where that has all the containers' marks
}

type leafKind uint8

const (
	noLeaf leafKind = iota
	paragraphLeaf
	fenceLeaf
	indentLeaf
	htmlLeaf
	mathLeaf
	tableLeaf
)

// readBlocks finds the leaves of body from a byte on.
func readBlocks(body string, at int) *blockReader {
	r := &blockReader{body: body, lines: newLines(body, at), refs: map[string]bool{}, notes: map[string]bool{}, term: -1}
	for {
		l, ok := r.lines.next()
		if !ok {
			break
		}
		r.line = l
		r.readLine()
	}
	r.closeLeaf()
	return r
}

// readLine takes one line.
func (r *blockReader) readLine() {
	matched := r.matchContainers()
	all := matched == len(r.open)
	if all && r.continueLeaf() {
		return
	}
	opened, done := r.openBlocks(matched)
	if done {
		return
	}
	blank := r.line.blank()
	if r.leaf.kind == paragraphLeaf && !opened && !blank {
		r.addLine(!all)
		return
	}
	if !opened {
		r.closeTo(matched)
	}
	switch {
	case blank:
		r.closeLeaf()
	case r.leaf.kind == tableLeaf:
		r.tableRow()
	default:
		r.startParagraph(opened)
	}
}

// openBlocks opens the blocks that begin at the place reached. opened reports
// that there is a new container, so that the line is no continuation of what was
// open; done that the line is used up.
func (r *blockReader) openBlocks(matched int) (opened, done bool) {
	for {
		width, at := r.line.indent()
		if at == r.line.end {
			return opened, false
		}
		text := r.leaf.kind == paragraphLeaf && !opened // the line could continue a paragraph
		inside := text && matched == len(r.open)        // and has all the marks for it
		if width >= 4 {
			if text || r.leaf.kind == tableLeaf && !opened && matched == len(r.open) {
				return opened, false
			}
			r.begin(matched, opened)
			r.leaf = openLeaf{kind: indentLeaf}
			return opened, true
		}
		if r.openLeaf(at, matched, opened, text, inside) {
			return opened, true
		}
		c, ok := r.startContainer(width, at, matched, inside)
		if !ok {
			return opened, inside && r.startTable(r.line.rest(at))
		}
		r.push(c, matched, opened)
		opened = true
		matched = len(r.open)
	}
}

// openLeaf tries the blocks without children that begin at a byte of the line.
func (r *blockReader) openLeaf(at, matched int, opened, text, inside bool) bool {
	l := &r.line
	s := l.rest(at)
	switch c := s[0]; {
	case c == '#':
		if start, end, ok := atxHeading(s); ok {
			r.begin(matched, opened)
			r.emit("heading", inlineForm, "#", unit.Span{Start: at + start, End: at + end})
			return true
		}
	case c == '`' || c == '~':
		if n := fenceStart(s); n > 0 {
			r.begin(matched, opened)
			r.leaf = openLeaf{kind: fenceLeaf, fence: c, length: n}
			return true
		}
	case c == '<':
		if end, ok := htmlStart(s, text); ok {
			r.begin(matched, opened)
			r.startHTML(end)
			return true
		}
	case c == '$':
		if r.startsMath(at) {
			r.begin(matched, opened)
			r.leaf = openLeaf{kind: mathLeaf, end: "$$"}
			r.continueMath(s[2:])
			return true
		}
	}
	if inside && r.setext(s) {
		return true
	}
	if isThematicBreak(s) {
		r.begin(matched, opened)
		return true
	}
	return false
}

// begin makes room for a new block: it closes what the line does not continue.
func (r *blockReader) begin(matched int, opened bool) {
	if !opened {
		r.closeTo(matched)
	}
	r.closeLeaf()
	r.term = -1
	if n := len(r.open); n > 0 {
		r.open[n-1].filled = true
	}
}

// closeTo closes the containers beyond the first n, and the leaf in them.
func (r *blockReader) closeTo(n int) {
	if n == len(r.open) {
		return
	}
	r.closeLeaf()
	if r.open[n].kind == definition {
		r.term, r.termLeaf = n, -1
	}
	r.open = r.open[:n]
}

// closeLeaf ends the open leaf.
func (r *blockReader) closeLeaf() {
	leaf := r.leaf
	r.leaf = openLeaf{}
	switch leaf.kind {
	case paragraphLeaf:
		r.endParagraph(leaf)
	case htmlLeaf:
		r.endLines("html", htmlForm, "h"+r.prefix(), leaf.first)
	}
}

// continueLeaf lets a leaf that takes any line take this one.
func (r *blockReader) continueLeaf() bool {
	l := &r.line
	width, at := l.indent()
	switch r.leaf.kind {
	case fenceLeaf:
		if width < 4 && fenceEnd(l.rest(at), r.leaf.fence, r.leaf.length) {
			r.leaf = openLeaf{}
		}
		return true
	case mathLeaf:
		r.continueMath(l.rest(at))
		return true
	case htmlLeaf:
		if r.leaf.end == "" && at == l.end {
			return false
		}
		r.continueHTML()
		return true
	case indentLeaf:
		if width >= 4 || at == l.end {
			return true
		}
		r.leaf = openLeaf{}
	}
	return false
}

// emit adds a leaf of one line.
func (r *blockReader) emit(kind string, f form, where string, s unit.Span) {
	r.spans = append(r.spans, s)
	r.leaves = append(r.leaves, leaf{kind: kind, form: f, where: where, first: len(r.spans) - 1, last: len(r.spans)})
}

// endLines adds a leaf of the lines from first on.
func (r *blockReader) endLines(kind string, f form, where string, first int) {
	if first < len(r.spans) {
		r.leaves = append(r.leaves, leaf{kind: kind, form: f, where: where, first: first, last: len(r.spans)})
	}
}

// inline gives a reader of inline structure that knows the document's definitions.
func (r *blockReader) inline() *inline {
	return &inline{
		defined: func(label string) bool { return r.refs[label] },
		noted:   func(label string) bool { return r.notes[label] },
	}
}
