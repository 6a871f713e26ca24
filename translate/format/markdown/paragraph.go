package markdown

import (
	"strings"

	"diglot/translate/unit"
)

// startParagraph begins a paragraph with what is left of the line.
func (r *blockReader) startParagraph(opened bool) {
	l := &r.line
	n := len(r.open)
	first := n > 0 && !r.open[n-1].filled
	r.begin(n, opened)
	_, at := l.indent()
	if first && r.open[n-1].kind == item {
		at += taskBox(l.rest(at))
	} else if first && r.open[n-1].kind == quote {
		at += alertMark(l.rest(at))
	}
	r.leaf = openLeaf{kind: paragraphLeaf, first: len(r.spans)}
	r.spans = append(r.spans, unit.Span{Start: at, End: l.end})
}

// taskBox gives the length of "[ ] " or "[x] " at the start of a list item.
func taskBox(s string) int {
	if len(s) < 4 || s[0] != '[' || s[2] != ']' || !isSpace(s[3]) || !(s[1] == ' ' || s[1]|0x20 == 'x') {
		return 0
	}
	n := 4
	for n < len(s) && isSpace(s[n]) {
		n++
	}
	return n
}

// alertMark gives the length of "[!NOTE] " at the start of a quote, which makes it
// an alert.
func alertMark(s string) int {
	if !strings.HasPrefix(s, "[!") {
		return 0
	}
	name, rest := tagName(s[2:])
	if name == "" || !strings.HasPrefix(rest, "]") {
		return 0
	}
	n := 3 + len(name)
	if n < len(s) && (s[n] == '+' || s[n] == '-') {
		n++
	}
	if n < len(s) && !isSpace(s[n]) {
		return 0
	}
	for n < len(s) && isSpace(s[n]) {
		n++
	}
	return n
}

// addLine continues the paragraph. A lazy line does without the marks of the
// containers that the paragraph stands in.
func (r *blockReader) addLine(lazy bool) {
	l := &r.line
	_, at := l.indent()
	if len(r.spans) == r.leaf.first+1 && !lazy {
		r.leaf.prefix = l.body[l.start:at]
	}
	r.spans = append(r.spans, unit.Span{Start: at, End: l.end})
}

// endParagraph makes leaves of a paragraph's lines.
func (r *blockReader) endParagraph(p openLeaf) {
	r.endText(p, r.paragraphKind())
}

// endText takes the link reference definitions off the front of a paragraph and
// makes a leaf of what remains. It reports whether something did.
func (r *blockReader) endText(p openLeaf, kind string) bool {
	if line := r.spans[p.first:]; len(line) > 1 && line[0].Len() == 0 {
		p.first++ // there was only a check box, or the mark of an alert
	}
	p.first = r.takeReferences(p.first)
	if p.first == len(r.spans) {
		return false
	}
	last := &r.spans[len(r.spans)-1]
	last.End = trimRight(r.body, last.Start, last.End)
	where := "p"
	if p.prefix == "" {
		p.prefix = r.prefix()
	}
	if p.prefix != "" {
		where += p.prefix
	}
	r.endLines(kind, inlineForm, where, p.first)
	r.term, r.termLeaf = len(r.open), len(r.leaves)-1
	return true
}

// paragraphKind names a paragraph after what it stands in.
func (r *blockReader) paragraphKind() string {
	if len(r.open) == 0 {
		return "paragraph"
	}
	switch r.open[len(r.open)-1].kind {
	case item:
		return "list-item"
	case quote:
		return "quote"
	case note:
		return "footnote"
	}
	return "definition"
}

// setext reads the underline that makes a heading of the open paragraph.
func (r *blockReader) setext(s string) bool {
	if !isSetext(s) {
		return false
	}
	if r.endText(r.leaf, "heading") {
		r.leaf, r.term = openLeaf{}, -1
		return true
	}
	r.leaf.first = len(r.spans) // only definitions stood there
	return false
}

// isSetext reports whether a line is the underline of a heading.
func isSetext(s string) bool {
	n := trimRight(s, 0, len(s))
	return n > 0 && (s[0] == '=' || s[0] == '-') && strings.Trim(s[:n], s[:1]) == ""
}

// isThematicBreak reports whether a line is a horizontal rule.
func isThematicBreak(s string) bool {
	c, n := s[0], 0
	if c != '-' && c != '*' && c != '_' {
		return false
	}
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == c:
			n++
		case !isSpace(s[i]):
			return false
		}
	}
	return n >= 3
}

// atxHeading gives the place of the text in a heading line that begins with "#".
// The closing marks and an attribute list {#id .class} do not belong to it.
func atxHeading(s string) (start, end int, ok bool) {
	for start < len(s) && s[start] == '#' {
		start++
	}
	if start > 6 || start < len(s) && !isSpace(s[start]) {
		return 0, 0, false
	}
	for start < len(s) && isSpace(s[start]) {
		start++
	}
	end = trimRight(s, start, len(s))
	marks := end
	for marks > start && s[marks-1] == '#' {
		marks--
	}
	if marks < end && (marks == start || isSpace(s[marks-1])) {
		end = trimRight(s, start, marks)
	}
	return start, start + headingText(s[start:end]), true
}

// headingText gives the length of a heading's text without the attribute list
// that may end it.
func headingText(s string) int {
	open := strings.LastIndexByte(s, '{')
	if open < 0 || s[len(s)-1] != '}' || open > 0 && !isSpace(s[open-1]) {
		return len(s)
	}
	list := strings.Fields(s[open+1 : len(s)-1])
	if len(list) == 0 || strings.ContainsAny(list[0], "{%<") {
		return len(s)
	}
	if c := list[0][0]; c != '#' && c != '.' && !(isLetter(c) && strings.Contains(list[0], "=")) {
		return len(s)
	}
	return trimRight(s, 0, open)
}
