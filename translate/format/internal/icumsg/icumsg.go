// Package icumsg reads ICU MessageFormat, in which a message says what it looks
// like for one file, for two, for many, and for a man or a woman.
//
// A translator must not see "{n, plural, one {# file} other {# files}}", but "# file"
// and "# files", each on its own; so each branch of a plural or select becomes a block,
// under the key "msg[one]". Where there are words around it, they are a block too, in which the
// whole argument is an inline code, and the branches stand in that code. Simple
// arguments, and # in a plural, are codes.
//
// The syntax is that of ICU's MessageFormat and its apostrophes those of
// DOUBLE_OPTIONAL: an apostrophe quotes only before a brace, or before # in a plural.
// A plural has the categories of CLDR and numbers (=0), and an "other".
//
// Read first: [Blocks], then [Spell].
package icumsg

import (
	"errors"
	"fmt"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/literal"
	"diglot/translate/unit"
)

// maxDepth is how deep branches may be nested.
const maxDepth = 30

// Plural is the Where of blocks in which # is the number.
const Plural = "plural"

// message is a text with arguments.
type message struct {
	from, to int // in the letters
	marks    []literal.Mark
	complex  []argument
	plural   bool // it is the branch of a plural
}

// argument is a plural or select.
type argument struct {
	from, to int
	name     string
	branches []branch
}

type branch struct {
	selector string
	message
}

// Fault is a place in the letters of a message where its syntax is broken.
type Fault struct {
	Offset int
	Err    error
}

func (f *Fault) Error() string { return f.Err.Error() }

// Blocks makes the blocks of a message and of its branches. parent is the number
// of blocks before the first of them. An error is a *Fault.
func Blocks(s literal.String, key, note string, parent int) ([]format.Block, error) {
	p := &parser{s: s.Letters}
	m, err := p.message(false, 0)
	if err != nil {
		return nil, err
	}
	if p.at < len(p.s) {
		return nil, p.fail(p.at, errors.New("a } without its {; write '}' for the character"))
	}
	w := &writer{s: s, note: note, before: parent}
	err = w.add(&m, key, -1)
	return w.blocks, err
}

// writer makes blocks of messages.
type writer struct {
	s      literal.String
	note   string
	before int
	blocks []format.Block
}

func (w *writer) add(m *message, key string, parent int) error {
	holder.Number(w.s.Letters, m.marks)
	b, err := w.s.Block("message", m.from, m.to, m.marks)
	if err != nil {
		return err
	}
	if format.HasLetters(b.Text.Content) {
		b.Key, b.Note, b.Parent = key, w.note, parent
		if m.plural {
			b.Where = Plural
		}
		parent = w.before + len(w.blocks)
		w.blocks = append(w.blocks, b)
	}
	for _, a := range m.complex {
		for i := range a.branches {
			name := a.branches[i].selector
			if len(m.complex) > 1 {
				name = a.name + " " + name
			}
			if err := w.add(&a.branches[i].message, key+"["+name+"]", parent); err != nil {
				return err
			}
		}
	}
	return nil
}

// parser reads a message from left to right.
type parser struct {
	s  string
	at int
}

func (p *parser) fail(at int, err error) error { return &Fault{at, err} }

// message reads up to the brace that closes it, or to the end.
func (p *parser) message(plural bool, depth int) (message, error) {
	m := message{from: p.at, plural: plural}
	if depth > maxDepth {
		return m, p.fail(p.at, fmt.Errorf("arguments are nested more than %d deep", maxDepth))
	}
	text := p.at // where letters begin in which tags may stand
	flush := func() {
		m.marks = append(m.marks, holder.Marks(p.s, text, p.at, holder.Tags)...)
	}
	for p.at < len(p.s) && p.s[p.at] != '}' {
		switch c := p.s[p.at]; {
		case c == '\'':
			flush()
			m.marks = append(m.marks, p.apostrophe(plural)...)
			text = p.at
		case c == '{':
			flush()
			if err := p.argument(&m, depth); err != nil {
				return m, err
			}
			text = p.at
		case c == '#' && plural:
			flush()
			m.marks = append(m.marks, literal.Mark{From: p.at, To: p.at + 1, Code: &unit.Code{}})
			p.at++
			text = p.at
		default:
			p.at++
		}
	}
	flush()
	m.to = p.at
	return m, nil
}

// apostrophe reads an apostrophe, and what it quotes.
func (p *parser) apostrophe(plural bool) []literal.Mark {
	start := p.at
	p.at++
	switch {
	case strings.HasPrefix(p.s[p.at:], "'"):
		p.at++
		return []literal.Mark{{From: start, To: p.at, Letters: "'"}}
	case p.at == len(p.s) || !special(p.s[p.at], plural):
		return nil
	}
	marks := []literal.Mark{{From: start, To: p.at + 1, Letters: p.s[p.at : p.at+1]}}
	for p.at++; p.at < len(p.s); p.at++ {
		if p.s[p.at] != '\'' {
			continue
		}
		if strings.HasPrefix(p.s[p.at:], "''") {
			marks = append(marks, literal.Mark{From: p.at, To: p.at + 2, Letters: "'"})
			p.at++
			continue
		}
		marks = append(marks, literal.Mark{From: p.at, To: p.at + 1})
		p.at++
		break
	}
	return marks
}

// special reports a character that an apostrophe before it takes the meaning of.
func special(c byte, plural bool) bool { return c == '{' || c == '}' || c == '#' && plural }

func (p *parser) space() {
	for p.at < len(p.s) && strings.IndexByte(" \t\n\r", p.s[p.at]) >= 0 {
		p.at++
	}
}

// name reads a name or a number.
func (p *parser) name() string {
	start := p.at
	for p.at < len(p.s) && strings.IndexByte(" \t\n\r{},'#|<>\"", p.s[p.at]) < 0 {
		p.at++
	}
	return p.s[start:p.at]
}

// argument reads {name}, {name, type, style} or {name, plural, …}.
func (p *parser) argument(m *message, depth int) error {
	start := p.at
	p.at++
	p.space()
	name := p.name()
	if name == "" {
		return p.fail(start, errors.New("a { without the name of an argument; write '{' for the character"))
	}
	p.space()
	simple := false
	if !p.takes(',') {
		simple = true
	} else {
		p.space()
		switch kind := p.name(); kind {
		case "plural", "selectordinal", "select":
			a := argument{from: start, name: name}
			if err := p.branches(&a, kind, depth); err != nil {
				return err
			}
			a.to = p.at
			m.complex = append(m.complex, a)
		case "":
			return p.fail(p.at, errors.New("the type of an argument is missing behind the comma"))
		default:
			simple = true
			p.space()
			if p.takes(',') {
				p.style()
			}
		}
	}
	if simple {
		if p.space(); !p.takes('}') {
			return p.fail(start, fmt.Errorf("the argument {%s is not closed", name))
		}
	}
	m.marks = append(m.marks, literal.Mark{From: start, To: p.at, Code: &unit.Code{NoDelete: true}})
	return nil
}

func (p *parser) takes(c byte) bool {
	if p.at < len(p.s) && p.s[p.at] == c {
		p.at++
		return true
	}
	return false
}

// style goes over the style of a simple argument, up to the brace that closes it.
func (p *parser) style() {
	depth := 0
	for ; p.at < len(p.s); p.at++ {
		switch p.s[p.at] {
		case '\'':
			if end := strings.IndexByte(p.s[p.at+1:], '\''); end >= 0 {
				p.at += end + 1
			}
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return
			}
		}
	}
}

// branches reads what follows the type of a plural or select, and the closing brace.
func (p *parser) branches(a *argument, kind string, depth int) error {
	if p.space(); !p.takes(',') {
		return p.fail(p.at, fmt.Errorf("a comma and branches have to follow {%s, %s", a.name, kind))
	}
	plural := kind != "select"
	p.space()
	if plural && strings.HasPrefix(p.s[p.at:], "offset:") {
		p.at += len("offset:")
		p.space()
		p.name()
	}
	seen := map[string]bool{}
	for {
		p.space()
		if p.takes('}') {
			break
		}
		at := p.at
		selector := p.name()
		if err := p.selector(at, selector, plural, seen); err != nil {
			return err
		}
		seen[selector] = true
		if p.space(); !p.takes('{') {
			return p.fail(p.at, fmt.Errorf("a { has to follow the branch %s", selector))
		}
		open := p.at - 1
		m, err := p.message(plural, depth+1)
		if err != nil {
			return err
		}
		if !p.takes('}') {
			return p.fail(open, fmt.Errorf("the branch %s is not closed", selector))
		}
		keepNumber(&m, selector)
		a.branches = append(a.branches, branch{selector, m})
	}
	if !seen["other"] {
		return p.fail(a.from, fmt.Errorf("{%s, %s has no branch \"other\"", a.name, kind))
	}
	return nil
}

func (p *parser) selector(at int, name string, plural bool, seen map[string]bool) error {
	switch {
	case name == "" && at == len(p.s):
		return p.fail(at, errors.New("the message ends within an argument; a } is missing"))
	case name == "":
		return p.fail(at, fmt.Errorf("%.1q stands where a branch should", p.s[at:]))
	case seen[name]:
		return p.fail(at, fmt.Errorf("the branch %s stands twice", name))
	case !plural || strings.Contains(" zero one two few many other ", " "+name+" "):
		return nil
	case len(name) > 1 && name[0] == '=' && strings.Trim(name[1:], "0123456789") == "":
		return nil
	}
	return p.fail(at, fmt.Errorf("%q is no plural category; they are zero, one, two, few, many, other and numbers as in =0", name))
}

// keepNumber lets # be left out only where one number is meant.
func keepNumber(m *message, selector string) {
	for _, mark := range m.marks {
		if mark.Code != nil && mark.To == mark.From+1 {
			mark.Code.NoDelete = strings.Contains("few many other", selector)
		}
	}
}
