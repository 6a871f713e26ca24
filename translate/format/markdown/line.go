package markdown

import "strings"

// line is the line that is being read, and how far. Columns count as CommonMark
// has it (section 2.2): a tab goes to the next multiple of four, and a container
// may consume it in part.
type line struct {
	body  string
	start int // first byte of the line
	end   int // behind its last byte, without the line end
	next  int // first byte of the next line
	pos   int // first byte that no container has consumed
	col   int // column of pos
	tab   int // columns left of a tab before pos
}

// lines cuts a body into lines that end with LF, CRLF or CR.
type lines struct {
	body   string
	at     int
	lf, cr int // where the next LF and CR stand, as far as they were looked for
}

func newLines(body string, at int) lines { return lines{body: body, at: at, lf: -1, cr: -1} }

// next gives the next line, and false behind the last one.
func (ls *lines) next() (line, bool) {
	if ls.at >= len(ls.body) {
		return line{}, false
	}
	ls.lf = nextByte(ls.body, '\n', ls.lf, ls.at)
	ls.cr = nextByte(ls.body, '\r', ls.cr, ls.at)
	l := line{body: ls.body, start: ls.at, pos: ls.at}
	switch l.end = min(ls.lf, ls.cr); {
	case l.end == len(ls.body):
		l.next = l.end
	case ls.cr < ls.lf && ls.cr+1 == ls.lf:
		l.next = ls.lf + 1
	default:
		l.next = l.end + 1
	}
	ls.at = l.next
	return l, true
}

// nextByte gives the first place of c in s from at on, or len(s); known is what
// it gave for an earlier place, so that each byte of s is looked at once.
func nextByte(s string, c byte, known, at int) int {
	if known >= at {
		return known
	}
	if i := strings.IndexByte(s[at:], c); i >= 0 {
		return at + i
	}
	return len(s)
}

// indent gives the width of the white space at pos and the byte behind it.
func (l *line) indent() (width, at int) {
	col := l.col + l.tab
	for at = l.pos; at < l.end; at++ {
		switch l.body[at] {
		case ' ':
			col++
		case '\t':
			col += 4 - col%4
		default:
			return col - l.col, at
		}
	}
	return col - l.col, at
}

// blank reports whether nothing but white space is left.
func (l *line) blank() bool {
	_, at := l.indent()
	return at == l.end
}

// skip consumes white space, at most so many columns of it.
func (l *line) skip(columns int) {
	if l.tab > 0 {
		n := min(columns, l.tab)
		l.tab, l.col, columns = l.tab-n, l.col+n, columns-n
	}
	for columns > 0 && l.pos < l.end {
		width := 1
		switch l.body[l.pos] {
		case ' ':
		case '\t':
			width = 4 - l.col%4
		default:
			return
		}
		l.pos++
		n := min(width, columns)
		l.tab, l.col, columns = width-n, l.col+n, columns-n
	}
}

// take consumes letters up to a byte of the line.
func (l *line) take(to int) {
	l.col += l.tab + to - l.pos
	l.pos, l.tab = to, 0
}

// rest gives what follows a byte of the line.
func (l *line) rest(at int) string { return l.body[at:l.end] }

func isSpace(c byte) bool { return c == ' ' || c == '\t' }

func isSpaceOrEnd(c byte) bool { return isSpace(c) || c == '\n' || c == '\r' || c == '\f' || c == '\v' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isPunct reports whether a backslash before c makes it a plain letter.
func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

// trimRight gives the end of s[start:end] without white space behind it.
func trimRight(s string, start, end int) int {
	for end > start && isSpace(s[end-1]) {
		end--
	}
	return end
}
