package markdown

import (
	"strings"

	"diglot/translate/unit"
)

// Blocks whose lines are taken as they are: fenced code, display formulas, HTML.

// fenceStart gives the length of a code fence at the start of a line, or 0.
func fenceStart(s string) int {
	n := runLength(s, s[0])
	if n < 3 || s[0] == '`' && strings.IndexByte(s[n:], '`') >= 0 {
		return 0
	}
	return n
}

// fenceEnd reports whether a line closes a fence of that letter and length.
func fenceEnd(s string, c byte, length int) bool {
	n := runLength(s, c)
	return n >= length && trimRight(s, n, len(s)) == n
}

// runLength gives how many of c stand at the start of s.
func runLength(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

// startsMath reports whether "$$" at a byte of the line begins a display formula:
// one that ends, at the end of a line, before the next blank one.
func (r *blockReader) startsMath(at int) bool {
	s := r.line.rest(at)
	if !strings.HasPrefix(s, "$$") || at < r.noMathEnd {
		return false
	}
	if endsMath(s[2:]) {
		return true
	}
	ahead := r.lines
	for l, ok := ahead.next(); ok; l, ok = ahead.next() {
		if l.blank() {
			break
		}
		if endsMath(r.body[l.start:l.end]) {
			return true
		}
	}
	r.noMathEnd = ahead.at
	return false
}

func endsMath(s string) bool { return strings.HasSuffix(strings.TrimRight(s, " \t"), "$$") }

// continueMath takes a line of a formula.
func (r *blockReader) continueMath(s string) {
	if endsMath(s) {
		r.leaf = openLeaf{}
	}
}

// closingTag stands for the four tags that end an HTML block of the first kind.
const closingTag = "</"

// htmlStart reports whether a line begins an HTML block (CommonMark, section
// 4.6), and with what it ends. inParagraph tells that the line could continue a
// paragraph, which the seventh kind does not interrupt.
func htmlStart(s string, inParagraph bool) (end string, ok bool) {
	switch {
	case strings.HasPrefix(s, "<!--"):
		return "-->", true
	case strings.HasPrefix(s, "<?"):
		return "?>", true
	case strings.HasPrefix(s, "<![CDATA["):
		return "]]>", true
	case len(s) > 2 && s[1] == '!' && isLetter(s[2]):
		return ">", true
	}
	name, rest := tagName(strings.TrimPrefix(s[1:], "/"))
	if name == "" {
		return "", false
	}
	name = strings.ToLower(name)
	closing := s[1] == '/'
	if !closing && isVerbatimTag(name) && (rest == "" || isSpace(rest[0]) || rest[0] == '>') {
		return closingTag, true
	}
	if blockTags[name] && (rest == "" || isSpace(rest[0]) || rest[0] == '>' || strings.HasPrefix(rest, "/>")) {
		return "", true
	}
	if n := htmlTag(s, 0, new(endMemo)); n > 0 && !inParagraph && !(isVerbatimTag(name) && !closing) {
		return "", trimRight(s, n, len(s)) == n
	}
	return "", false
}

// tagName gives the name of a tag at the start of s and what follows it.
func tagName(s string) (name, rest string) {
	n := 0
	for n < len(s) && (isLetter(s[n]) || n > 0 && (isDigit(s[n]) || s[n] == '-')) {
		n++
	}
	return s[:n], s[n:]
}

// isVerbatimTag reports whether an element's content is no markup at all.
func isVerbatimTag(name string) bool {
	return name == "script" || name == "pre" || name == "style" || name == "textarea"
}

// startHTML begins an HTML block with this line.
func (r *blockReader) startHTML(end string) {
	r.leaf = openLeaf{kind: htmlLeaf, first: len(r.spans), end: end}
	r.continueHTML()
}

// continueHTML takes a line of an HTML block. Only blocks that end with a blank
// line can hold text.
func (r *blockReader) continueHTML() {
	l := &r.line
	switch s := l.rest(l.pos); r.leaf.end {
	case "":
		r.spans = append(r.spans, unit.Span{Start: l.pos, End: l.end})
	case closingTag:
		if endsVerbatim(s) {
			r.closeLeaf()
		}
	default:
		if strings.Contains(s, r.leaf.end) {
			r.closeLeaf()
		}
	}
}

func endsVerbatim(s string) bool {
	for {
		i := strings.Index(s, closingTag)
		if i < 0 {
			return false
		}
		s = s[i+2:]
		if name, rest := tagName(s); isVerbatimTag(strings.ToLower(name)) && strings.HasPrefix(rest, ">") {
			return true
		}
	}
}

// blockTags are the elements that begin an HTML block of the sixth kind.
var blockTags = nameSet(`address article aside base basefont blockquote body
	caption center col colgroup dd details dialog dir div dl dt fieldset
	figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr
	html iframe legend li link main menu menuitem nav noframes ol optgroup option
	p param search section summary table tbody td tfoot th thead title tr track ul`)

func nameSet(names string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(names) {
		set[name] = true
	}
	return set
}
