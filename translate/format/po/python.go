package po

import (
	"errors"
	"fmt"
	"strings"
)

// python reads format strings of Python's operator %.
type python struct {
	directives
	next int // of arguments that go by their order
}

func readPython(s string) (directives, error) {
	p := &python{directives: directives{types: map[string]string{}}}
	for {
		i := strings.IndexByte(s, '%')
		if i < 0 {
			return p.directives, nil
		}
		n, err := p.directive(s[i+1:])
		if err != nil {
			return p.directives, err
		}
		s = s[i+1+n:]
	}
}

// directive reads what follows a percent sign.
func (p *python) directive(s string) (size int, err error) {
	name, i := "", 0
	if strings.HasPrefix(s, "(") {
		if i = strings.IndexByte(s, ')') + 1; i == 0 {
			return 0, errCutDirective
		}
		name = s[1 : i-1]
	}
	for i < len(s) && strings.IndexByte("-+ #0123456789.*hlL", s[i]) >= 0 {
		if s[i] == '*' {
			if err := p.argument("", "integer"); err != nil {
				return 0, err
			}
		}
		i++
	}
	if i == len(s) {
		return 0, errCutDirective
	}
	kind := ""
	switch c := s[i]; {
	case c == '%':
		return i + 1, nil
	case strings.IndexByte("diouxX", c) >= 0:
		kind = "integer"
	case strings.IndexByte("eEfFgG", c) >= 0:
		kind = "float"
	case strings.IndexByte("sra", c) >= 0:
		kind = "any"
	case c == 'c':
		kind = "character"
	default:
		return 0, fmt.Errorf("%%%.10s is no directive", s[:i+1])
	}
	return i + 1, p.argument(name, kind)
}

var errCutDirective = errors.New("the string ends in the middle of a directive")

// argument notes that an argument is used with a type; "" is the next one.
func (p *python) argument(name, kind string) error {
	if name == "" {
		p.next++
		name = fmt.Sprint(p.next)
	} else {
		p.named = true
	}
	if p.named && p.next > 0 {
		return errors.New("the string refers to arguments both by name and by order")
	}
	if old, ok := p.types[name]; ok && old != kind {
		return fmt.Errorf("the string refers to argument %s in two ways, as %s and as %s", name, old, kind)
	}
	p.types[name] = kind
	return nil
}
