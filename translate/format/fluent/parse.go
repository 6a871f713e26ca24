package fluent

import (
	"strings"

	"diglot/translate/unit"
)

// maxDepth is how deep placeables may be nested; what is deeper is junk.
const maxDepth = 50

// pattern is a text with placeables.
type pattern struct {
	pieces []piece
	indent int // of its lines but the first, as far as all have it; -1 where there is one line only
}

// piece is a stretch of a pattern: letters of one line, a line break with blank lines
// and the indentation behind it, or a placeable.
type piece struct {
	unit.Span
	placeable *placeable
	breaks    bool
	indent    int // of the line behind a break
}

type placeable struct {
	expression unit.Span
	variants   []variant // of a select expression
}

type variant struct {
	key string
	pattern
}

// parser reads the parts of an entry. They report false where the syntax is broken;
// p.at is then anywhere.
type parser struct {
	body  string
	at    int
	depth int
}

func (p *parser) is(s string) bool { return strings.HasPrefix(p.body[p.at:], s) }

func (p *parser) takes(s string) bool {
	if p.is(s) {
		p.at += len(s)
		return true
	}
	return false
}

// spaces passes spaces and gives their number.
func (p *parser) spaces() int {
	n := len(p.body[p.at:]) - len(strings.TrimLeft(p.body[p.at:], " "))
	p.at += n
	return n
}

// blank passes spaces and line ends.
func (p *parser) blank() {
	for {
		p.spaces()
		if n := p.lineEnd(); n == 0 {
			return
		} else {
			p.at += n
		}
	}
}

// lineEnd gives the length of the line end that comes next, 0 for none.
func (p *parser) lineEnd() int {
	switch {
	case p.is("\n"):
		return 1
	case p.is("\r\n"):
		return 2
	}
	return 0
}

// atEnd reports the end of a line or of the file.
func (p *parser) atEnd() bool { return p.at >= len(p.body) || p.lineEnd() > 0 }

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }

// identifier reads a name.
func (p *parser) identifier() (string, bool) {
	start := p.at
	if p.at < len(p.body) && isLetter(p.body[p.at]) {
		for p.at < len(p.body) && (isLetter(p.body[p.at]) || isDigit(p.body[p.at]) || p.body[p.at] == '_' || p.body[p.at] == '-') {
			p.at++
		}
	}
	return p.body[start:p.at], p.at > start
}

// pattern reads a value, which may begin on the next line. It is empty where there
// is none; the parser then stands where it did.
func (p *parser) pattern() (pattern, bool) {
	out := pattern{indent: -1}
	start := p.at
	p.spaces()
	if p.lineEnd() > 0 {
		indent, ok := p.continues()
		if !ok {
			p.at = start
			return out, true
		}
		out.indent = indent
	}
	for {
		switch {
		case p.is("{"):
			x, ok := p.placeable()
			if !ok {
				return out, false
			}
			out.pieces = append(out.pieces, x)
		case p.is("}"):
			return out, false
		case p.atEnd():
			from := p.at
			indent, ok := p.continues()
			if !ok {
				p.at = from
				return out.trimmed(p.body), true
			}
			if out.indent < 0 || indent < out.indent {
				out.indent = indent
			}
			out.pieces = append(out.pieces, piece{Span: unit.Span{Start: from, End: p.at}, breaks: true, indent: indent})
		default:
			from := p.at
			for p.at < len(p.body) && p.lineEnd() == 0 && p.body[p.at] != '{' && p.body[p.at] != '}' {
				p.at++
			}
			out.pieces = append(out.pieces, piece{Span: unit.Span{Start: from, End: p.at}})
		}
	}
}

// continues passes line ends, blank lines and an indentation, if the pattern goes
// on behind them.
func (p *parser) continues() (indent int, ok bool) {
	for n := p.lineEnd(); n > 0; n = p.lineEnd() {
		p.at += n
		indent = p.spaces()
	}
	if p.at >= len(p.body) {
		return 0, false
	}
	return indent, p.is("{") || indent > 0 && strings.IndexByte("}.[*", p.body[p.at]) < 0
}

// trimmed gives a pattern without white space at its end.
func (p pattern) trimmed(body string) pattern {
	for n := len(p.pieces) - 1; n >= 0 && p.pieces[n].placeable == nil; n-- {
		last := &p.pieces[n]
		if !last.breaks {
			if last.End = last.Start + len(strings.TrimRight(body[last.Start:last.End], " ")); last.Len() > 0 {
				break
			}
		}
		p.pieces = p.pieces[:n]
	}
	return p
}

// placeable reads {…}.
func (p *parser) placeable() (piece, bool) {
	if p.depth++; p.depth > maxDepth {
		return piece{}, false
	}
	defer func() { p.depth-- }()
	start := p.at
	p.at++
	p.blank()
	from := p.at
	if !p.expression() {
		return piece{}, false
	}
	x := &placeable{expression: unit.Span{Start: from, End: p.at}}
	p.blank()
	if p.takes("->") {
		var ok bool
		if x.variants, ok = p.variants(); !ok {
			return piece{}, false
		}
		p.blank()
	}
	if !p.takes("}") {
		return piece{}, false
	}
	return piece{Span: unit.Span{Start: start, End: p.at}, placeable: x}, true
}

// variants reads the variants of a select expression.
func (p *parser) variants() ([]variant, bool) {
	p.spaces()
	if p.lineEnd() == 0 {
		return nil, false
	}
	var list []variant
	defaults := 0
	for {
		p.blank()
		if p.takes("*") {
			defaults++
		}
		if !p.takes("[") {
			break
		}
		p.blank()
		from := p.at
		if _, ok := p.identifier(); !ok && !p.number() {
			return nil, false
		}
		v := variant{key: p.body[from:p.at]}
		p.blank()
		if !p.takes("]") {
			return nil, false
		}
		var ok bool
		if v.pattern, ok = p.pattern(); !ok || len(v.pieces) == 0 {
			return nil, false
		}
		list = append(list, v)
	}
	return list, defaults == 1
}

// expression goes over an inline expression.
func (p *parser) expression() bool {
	switch {
	case p.is(`"`):
		return p.text()
	case p.is("{"):
		_, ok := p.placeable()
		return ok
	case p.number():
		return true
	case p.takes("$"):
		_, ok := p.identifier()
		return ok
	}
	term := p.takes("-")
	name, ok := p.identifier()
	if !ok {
		return false
	}
	if p.takes(".") {
		if _, ok := p.identifier(); !ok {
			return false
		}
	}
	from := p.at
	p.blank()
	if !p.is("(") {
		p.at = from
		return true
	}
	return (term || strings.ToUpper(name) == name) && p.arguments()
}

// arguments goes over (…).
func (p *parser) arguments() bool {
	p.at++
	for {
		p.blank()
		if p.takes(")") {
			return true
		}
		from := p.at
		name, named := p.identifier()
		p.blank()
		if named && name != "" && p.takes(":") {
			p.blank()
			if !p.number() && !(p.is(`"`) && p.text()) {
				return false
			}
		} else if p.at = from; !p.expression() {
			return false
		}
		p.blank()
		if !p.takes(",") && !p.is(")") {
			return false
		}
	}
}

func (p *parser) number() bool {
	from := p.at
	p.takes("-")
	digits := p.digits()
	if digits == 0 {
		p.at = from
		return false
	}
	if p.is(".") {
		p.at++
		return p.digits() > 0
	}
	return true
}

func (p *parser) digits() int {
	from := p.at
	for p.at < len(p.body) && isDigit(p.body[p.at]) {
		p.at++
	}
	return p.at - from
}

// text goes over a string literal.
func (p *parser) text() bool {
	for p.at++; !p.atEnd(); p.at++ {
		switch p.body[p.at] {
		case '"':
			p.at++
			return true
		case '\\':
			if p.at++; p.atEnd() {
				return false
			}
			hex := map[byte]int{'u': 4, 'U': 6}[p.body[p.at]]
			if hex == 0 && p.body[p.at] != '"' && p.body[p.at] != '\\' {
				return false
			}
			for ; hex > 0; hex-- {
				if p.at++; p.at >= len(p.body) || strings.IndexByte("0123456789abcdefABCDEF", p.body[p.at]) < 0 {
					return false
				}
			}
		}
	}
	return false
}
