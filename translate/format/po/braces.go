package po

import (
	"errors"
	"fmt"
	"strings"
)

// readPythonBrace reads a format string of Python's str.format.
func readPythonBrace(s string) (directives, error) {
	d := directives{types: map[string]string{}, named: true}
	for i := 0; i < len(s); i++ {
		switch {
		case strings.HasPrefix(s[i:], "{{"):
			i++
		case s[i] == '{':
			n, name, err := replacement(s[i:], 0)
			if err != nil {
				return d, err
			}
			d.types[name] = "any"
			for _, inner := range innerNames(s[i+1 : i+n-1]) {
				d.types[inner] = "any"
			}
			i += n - 1
		}
	}
	return d, nil
}

// replacement reads {name.attribute[key]!r:format}, where the format may have fields
// itself.
func replacement(s string, depth int) (size int, name string, err error) {
	if depth > 1 {
		return 0, "", errors.New("fields are nested too deep")
	}
	i := 1
	for i < len(s) && (isLetter(s[i]) || isDigit(s[i]) || s[i] == '_') {
		i++
	}
	if name = s[1:i]; name == "" {
		return 0, "", errors.New("a field without a name or number")
	}
	for i < len(s) {
		switch c := s[i]; {
		case c == '}':
			return i + 1, name, nil
		case c == '{':
			n, _, err := replacement(s[i:], depth+1)
			if err != nil {
				return 0, "", err
			}
			i += n
		default:
			i++
		}
	}
	return 0, "", fmt.Errorf("the field {%s is not closed", name)
}

// innerNames gives the names of the fields within a field's format.
func innerNames(s string) []string {
	var names []string
	for {
		i := strings.IndexByte(s, '{')
		if i < 0 {
			return names
		}
		n, name, err := replacement(s[i:], 1)
		if err != nil {
			return names
		}
		names = append(names, name)
		s = s[i+n:]
	}
}

// readPerlBrace reads a format string of Perl's Locale::TextDomain. What is no
// {name} is text.
func readPerlBrace(s string) (directives, error) {
	d := directives{types: map[string]string{}, named: true}
	for {
		i := strings.IndexByte(s, '{')
		if i < 0 {
			return d, nil
		}
		s = s[i+1:]
		n := 0
		for n < len(s) && (isLetter(s[n]) || isDigit(s[n]) && n > 0 || s[n] == '_') {
			n++
		}
		if n > 0 && n < len(s) && s[n] == '}' {
			d.types[s[:n]] = "any"
		}
	}
}
