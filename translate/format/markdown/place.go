package markdown

import "strings"

// place is what a block's Where says: how letters are to be spelled there. Its
// first byte is the manner:
//
//	p prefix   lines of a paragraph, each new one with the prefix of its containers
//	s          one line, a term of a definition list
//	#          one line, a heading behind "#"
//	| or ^     a cell; ^ is one with nothing before it in its line
//	a PLACE    the text of an image that stands in another place
//	t" PLACE   a title in such quotes (or parentheses) in another place
//	q" PLACE   an attribute of an HTML tag
//	g PLACE    a parameter of a shortcode in another place
//	h prefix   the text of an HTML block
//	y or m     a value of YAML (also JSON) or TOML front matter; see value.go
type place struct {
	manner byte
	quote  byte   // of a title or attribute
	within bool   // what stands before it in the same line is not shown
	cell   bool   // a pipe needs a backslash
	lines  bool   // a line feed may be a line end
	start  bool   // a line of it could begin a block
	prefix string // of a new line
}

func placeOf(where string) place {
	p := place{manner: where[0]}
	outer := where[1:]
	switch p.manner {
	case 't', 'q':
		p.quote, outer = where[1], where[2:]
		fallthrough
	case 'a':
		o := placeOf(outer)
		p.within, p.cell, p.lines, p.start, p.prefix = true, o.cell, o.lines, o.start, o.prefix
	case 'g':
		p.within = true
	case 'p', 'h':
		p.lines, p.start, p.prefix = true, p.manner == 'p', where[1:]
	case 's':
		p.start = true
	case '|':
		p.cell = true
	case '^':
		p.cell, p.start = true, true
	}
	return p
}

// entities reports whether a backslash escapes nothing here.
func (p *place) entities() bool { return p.manner == 'q' || p.manner == 'h' }

// plain reports whether there is no inline markup here.
func (p *place) plain() bool { return p.manner == 't' || p.manner == 'g' || p.entities() }

// isValue reports whether it is a value of the front matter.
func (p *place) isValue() bool { return p.manner == 'y' || p.manner == 'm' }

// blockStart gives the byte of a line that has to be escaped so that the line
// begins no block and ends none, or -1.
func blockStart(line string) int {
	if line == "" {
		return -1
	}
	switch c := line[0]; c {
	case '>':
		return 0
	case '#':
		if n := runLength(line, '#'); n == len(line) || isSpace(line[n]) {
			return 0
		}
	case '`', '~':
		if runLength(line, c) >= 3 {
			return 0
		}
	case '<':
		if _, ok := htmlStart(line, false); ok {
			return 0
		}
	case '$':
		if strings.HasPrefix(line, "$$") {
			return 0
		}
	case '[':
		if n := labelLength(line); n > 0 && n < len(line) && line[n] == ':' || taskBox(line) > 0 || alertMark(line) > 0 {
			return 0
		}
	case ':':
		if len(line) > 1 && isSpace(line[1]) {
			return 0
		}
	case '+':
		if strings.HasPrefix(line, "+++") {
			return 0
		}
	case ' ', '\t':
		return 0
	}
	if n := itemMark(line); n > 0 && (n == len(line) || isSpace(line[n])) {
		return n - 1
	}
	if isSetext(line) || isThematicBreak(line) || tableColumns(line) > 0 {
		return 0
	}
	return -1
}
