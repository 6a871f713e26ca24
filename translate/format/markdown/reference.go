package markdown

import "strings"

// takeReferences reads the link reference definitions at the front of the
// paragraph whose lines begin at first, and gives the first line behind them.
func (r *blockReader) takeReferences(first int) int {
	if first == len(r.spans) || !strings.HasPrefix(r.body[r.spans[first].Start:], "[") {
		return first
	}
	p := inline{where: "p" + r.prefix()}
	f := flatten(r.body, r.spans[first:], nil)
	for at := 0; at < len(f.s); {
		d := readDefinition(f.s[at:])
		if d.end == 0 {
			break
		}
		if label := normalLabel(f.s[at+1 : at+1+d.label]); label != "" {
			r.refs[label] = true
		}
		if d.titleEnd > 0 {
			p.s = f.s
			r.titles = append(r.titles, definitionTitle{flat: f, flow: p.title(at+d.title, d.titleEnd-d.title)})
			r.leaves = append(r.leaves, leaf{kind: "title", form: titleForm, first: len(r.titles) - 1})
		}
		at += d.end
		first += d.lines
	}
	return first
}

// definitionTitle is the title of a link reference definition.
type definitionTitle struct {
	flat flat
	flow flow
}

// refDefinition is where the parts of a link reference definition end; an end of
// 0 is none.
type refDefinition struct {
	label           int // length
	title, titleEnd int
	end, lines      int // behind its last line
}

// readDefinition reads the definition at the start of s (CommonMark, section 4.7).
func readDefinition(s string) (d refDefinition) {
	n := labelLength(s)
	if n < 3 || n >= len(s) || s[n] != ':' || skipSpace(s, 1) == n-1 {
		return d
	}
	i := skipSpace(s, n+1)
	if i == len(s) {
		return d
	}
	size, ok := linkDestination(s[i:])
	if !ok {
		return d
	}
	i += size
	lineEnd, bare := restOfLine(s, i)
	if title := skipSpace(s, i); title > i && title < len(s) {
		if n := linkTitle(s[title:]); n > 0 {
			if end, ok := restOfLine(s, title+n); ok {
				d.title, d.titleEnd = title, title+n
				lineEnd, bare = end, true
			}
		}
	}
	if !bare {
		return refDefinition{}
	}
	d.label, d.end = n-2, lineEnd
	d.lines = countLines(s[:lineEnd])
	return d
}

// restOfLine gives the start of the next line, if only white space is left.
func restOfLine(s string, i int) (next int, blank bool) {
	for ; i < len(s); i++ {
		if s[i] == '\n' {
			return i + 1, true
		}
		if !isSpace(s[i]) {
			return 0, false
		}
	}
	return i, true
}

// countLines gives the number of lines in s, the last one with or without its end.
func countLines(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' || i == len(s)-1 {
			n++
		}
	}
	return n
}
