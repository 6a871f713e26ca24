package po

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// directives are what a format string asks of its arguments: by name or number, the
// type of each.
type directives struct {
	types map[string]string
	named bool // by names, not by numbers
}

// language of format strings: reads one, and says whether a translation may have
// arguments that its source has not.
type formatLanguage struct {
	flag  string
	read  func(s string) (directives, error)
	extra bool
}

// languages are those whose format strings Validate compares.
var languages = []formatLanguage{
	{"c-format", func(s string) (directives, error) { return readC(s, false) }, false},
	{"objc-format", func(s string) (directives, error) { return readC(s, true) }, false},
	{"python-format", readPython, false},
	{"python-brace-format", readPythonBrace, false},
	{"perl-brace-format", readPerlBrace, true},
}

// compare reports what a translation's arguments have wrong. With all, it needs
// every argument of its source.
func (l formatLanguage) compare(source, target directives, all bool) error {
	if source.named != target.named && len(source.types) > 0 && len(target.types) > 0 {
		return errors.New("one of msgid and msgstr names its arguments, the other does not")
	}
	for _, name := range sorted(source.types) {
		got, ok := target.types[name]
		switch {
		case !ok && all:
			return fmt.Errorf("the placeholder for argument %s is missing in msgstr", name)
		case ok && got != source.types[name]:
			return fmt.Errorf("the placeholders for argument %s differ in type: %s in msgid, %s in msgstr", name, source.types[name], got)
		}
	}
	for _, name := range sorted(target.types) {
		if _, ok := source.types[name]; !ok && !l.extra {
			return fmt.Errorf("msgstr has a placeholder for argument %s, which msgid has not", name)
		}
	}
	return nil
}

func sorted(types map[string]string) []string {
	names := make([]string, 0, len(types))
	for name := range types {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	return names
}

// arguments collects the arguments of directives.
type arguments struct {
	types    map[string]string
	next     int // of directives without a number
	numbered bool
	err      error
}

// add notes that an argument is used with a type. number 0 takes the next one.
func (a *arguments) add(number int, kind string) {
	switch {
	case number > 0 && a.next > 0 || number == 0 && a.numbered:
		a.err = errors.New("the string refers to arguments both by number and by order")
		return
	case number == 0:
		a.next++
		number = a.next
	default:
		a.numbered = true
	}
	name := fmt.Sprint(number)
	if old, ok := a.types[name]; ok && old != kind {
		a.err = fmt.Errorf("the string refers to argument %s in two ways, as %s and as %s", name, old, kind)
	}
	a.types[name] = kind
}

// readC reads a format string of C: printf of C99 and POSIX.
func readC(s string, objective bool) (directives, error) {
	a := &arguments{types: map[string]string{}}
	for a.err == nil {
		i := strings.IndexByte(s, '%')
		if i < 0 {
			break
		}
		s = s[i+1:]
		if strings.HasPrefix(s, "%") {
			s = s[1:]
			continue
		}
		n, err := directiveC(s, objective, a)
		if err != nil {
			return directives{}, err
		}
		s = s[n:]
	}
	for k := range len(a.types) {
		if _, ok := a.types[fmt.Sprint(k+1)]; !ok && a.err == nil {
			a.err = fmt.Errorf("the string leaves out argument %d", k+1)
		}
	}
	return directives{types: a.types}, a.err
}

// directiveC reads what follows a percent sign.
func directiveC(s string, objective bool, a *arguments) (int, error) {
	number, i := argument(s)
	i += prefix(s[i:], "-+ #0'I")
	for _, part := range []string{"", "."} {
		if !strings.HasPrefix(s[i:], part) {
			continue
		}
		i += len(part)
		if !strings.HasPrefix(s[i:], "*") {
			i += prefix(s[i:], "0123456789")
			continue
		}
		width, n := argument(s[i+1:])
		a.add(width, "int")
		i += 1 + n
	}
	size := i
	if strings.HasPrefix(s[i:], "<PRI") {
		if n := strings.IndexByte(s[i:], '>'); n > 0 {
			a.add(number, s[i:i+n+1])
			return i + n + 1, nil
		}
	}
	i += prefix(s[i:], "hlLqjzt")
	if i >= len(s) {
		return 0, errors.New("the string ends in the middle of a directive")
	}
	length := s[size:i]
	switch c := s[i]; {
	case strings.IndexByte("diouxX", c) >= 0:
		kind := "int"
		if strings.IndexByte("ouxX", c) >= 0 {
			kind = "unsigned int"
		}
		a.add(number, strings.TrimSpace(length+" "+kind))
	case strings.IndexByte("eEfFgGaA", c) >= 0:
		a.add(number, strings.TrimSpace(strings.Trim(length, "l")+" double"))
	case strings.IndexByte("cCsSpn", c) >= 0 || objective && c == '@':
		if length != "l" { // others mean nothing here
			length = ""
		}
		a.add(number, strings.TrimSpace(length+" "+string(c)))
	case c != 'm':
		return 0, fmt.Errorf("%%%s is no directive", s[:i+1])
	}
	return i + 1, nil
}

// argument reads "3$"; number is 0 where there is none.
func argument(s string) (number, size int) {
	n := prefix(s, "0123456789")
	if n == 0 || n > 6 || n >= len(s) || s[n] != '$' || s[0] == '0' {
		return 0, 0
	}
	for _, c := range s[:n] {
		number = 10*number + int(c-'0')
	}
	return number, n + 1
}

func prefix(s, set string) int { return len(s) - len(strings.TrimLeft(s, set)) }
