package jsonspan

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"diglot/translate/format"
)

// parser goes through a file once.
type parser struct {
	tree *Tree
	at   int
}

func (p *parser) fail(at int, err error) error { return format.At(p.tree.Body, at, err) }

func (p *parser) unexpected(want string) error {
	if p.at >= len(p.tree.Body) {
		return p.fail(p.at, fmt.Errorf("the file ends where %s should stand", want))
	}
	c, _ := utf8.DecodeRuneInString(p.tree.Body[p.at:])
	return p.fail(p.at, fmt.Errorf("%q stands where %s should", c, want))
}

func (p *parser) space() {
	for p.at < len(p.tree.Body) && strings.IndexByte(" \t\n\r", p.tree.Body[p.at]) >= 0 {
		p.at++
	}
}

// byte takes one byte, where it comes next behind white space.
func (p *parser) byte(c byte) bool {
	p.space()
	if p.at < len(p.tree.Body) && p.tree.Body[p.at] == c {
		p.at++
		return true
	}
	return false
}

// value reads a value and appends its nodes.
func (p *parser) value(key, depth int) error {
	p.space()
	if p.at >= len(p.tree.Body) {
		return p.unexpected("a value")
	}
	if depth > maxDepth {
		return p.fail(p.at, fmt.Errorf("objects and arrays are nested more than %d deep", maxDepth))
	}
	own := len(p.tree.nodes)
	p.tree.nodes = append(p.tree.nodes, node{start: int32(p.at), key: int32(key)})
	var err error
	switch c := p.tree.Body[p.at]; {
	case c == '"':
		p.tree.nodes[own].kind = String
		err = p.string()
	case c == '{':
		p.tree.nodes[own].kind = Object
		err = p.object(depth)
	case c == '[':
		p.tree.nodes[own].kind = Array
		err = p.array(depth)
	default:
		err = p.word()
	}
	p.tree.nodes[own].end = int32(p.at)
	return err
}

func (p *parser) array(depth int) error {
	p.at++
	if p.byte(']') {
		return nil
	}
	for last := 0; ; {
		last = p.link(last)
		if err := p.value(-1, depth+1); err != nil {
			return err
		}
		if p.byte(']') {
			return nil
		}
		if !p.byte(',') {
			return p.unexpected("a comma or the closing ]")
		}
	}
}

// link notes at the node before that the next one follows it.
func (p *parser) link(last int) int {
	next := len(p.tree.nodes)
	if last > 0 {
		p.tree.nodes[last].next = int32(next)
	}
	return next
}

func (p *parser) object(depth int) error {
	p.at++
	if p.byte('}') {
		return nil
	}
	seen := map[string]bool{}
	for last := 0; ; {
		p.space()
		key := p.at
		if p.at >= len(p.tree.Body) || p.tree.Body[p.at] != '"' {
			return p.unexpected("a key in quotes")
		}
		if err := p.string(); err != nil {
			return err
		}
		name := p.tree.text(key).Letters
		if seen[name] {
			return p.fail(key, fmt.Errorf("the key %.60q stands twice in this object; delete one of them", name))
		}
		seen[name] = true
		if !p.byte(':') {
			return p.unexpected("the colon behind the key")
		}
		last = p.link(last)
		if err := p.value(key, depth+1); err != nil {
			return err
		}
		if p.byte('}') {
			return nil
		}
		if !p.byte(',') {
			return p.unexpected("a comma or the closing }")
		}
	}
}

// string goes over a string.
func (p *parser) string() error {
	start := p.at
	for p.at++; ; {
		rest := p.tree.Body[p.at:]
		n := 0
		for n < len(rest) && rest[n] >= ' ' && rest[n] != '"' && rest[n] != '\\' {
			n++
		}
		p.at += n
		switch {
		case n == len(rest):
			return p.fail(start, errors.New("the string is not closed"))
		case rest[n] == '"':
			p.at++
			return nil
		case rest[n] != '\\':
			return p.fail(p.at, fmt.Errorf("%q cannot stand in a string; it is written as an escape", rest[n]))
		}
		size, _ := unescape(rest[n:])
		if size == 0 {
			return p.fail(p.at, fmt.Errorf("%.2q is no escape of JSON", rest[n:]))
		}
		p.at += size
	}
}

// word goes over a number, true, false or null.
func (p *parser) word() error {
	start := p.at
	for p.at < len(p.tree.Body) && isWord(p.tree.Body[p.at]) {
		p.at++
	}
	switch w := p.tree.Body[start:p.at]; {
	case w == "true" || w == "false" || w == "null" || isNumber(w):
		return nil
	case w == "":
		return p.unexpected("a value")
	default:
		return p.fail(start, fmt.Errorf("%.30q is no value of JSON; strings stand in double quotes", w))
	}
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("+-._$'", c) >= 0
}

// isNumber reports a number as RFC 8259 has it.
func isNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole := digits(s)
	if whole == 0 || whole > 1 && s[0] == '0' {
		return false
	}
	s = s[whole:]
	if strings.HasPrefix(s, ".") {
		n := digits(s[1:])
		if n == 0 {
			return false
		}
		s = s[1+n:]
	}
	if s != "" && (s[0] == 'e' || s[0] == 'E') {
		s = s[1:]
		if s != "" && (s[0] == '+' || s[0] == '-') {
			s = s[1:]
		}
		n := digits(s)
		return n > 0 && n == len(s)
	}
	return s == ""
}

func digits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }
