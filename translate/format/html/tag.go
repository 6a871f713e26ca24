package html

import (
	"strings"

	"diglot/translate/unit"
)

// attribute is one attribute of a tag. Where there is no value, value is empty
// and stands behind the name.
type attribute struct {
	key   unit.Span // the name
	value unit.Span // without quotes
	quote byte      // '"' or '\''; '=' is a value without quotes, 0 no value
}

// is reports that the attribute has the name, which is in lower case.
func (a attribute) is(body, name string) bool {
	return a.key.Len() == len(name) && strings.EqualFold(body[a.key.Start:a.key.End], name)
}

// attribute finds the first attribute of the name, which alone counts.
func (t *token) attribute(body, name string) (attribute, bool) {
	for _, a := range t.attributes {
		if a.is(body, name) {
			return a, true
		}
	}
	return attribute{}, false
}

// value gives an attribute's value as it stands in the body; "" where there is none.
func (t *token) value(body, name string) string {
	a, _ := t.attribute(body, name)
	return body[a.value.Start:a.value.End]
}

// tag reads a tag whose name begins at i and gives its end.
func (s *scanner) tag(start, i int, k kind) int {
	name := i
	for i < len(s.body) && !isSpace(s.body[i]) && s.body[i] != '/' && s.body[i] != '>' {
		i++
	}
	s.token = token{kind: k, name: strings.ToLower(s.body[name:i])}
	s.pending = s.pending[:0]
	slash := false // the last thing read was a "/" of its own
	for i = s.skipSpace(i); i < len(s.body); i = s.skipSpace(i) {
		switch {
		case s.body[i] == '>':
			s.token.attributes, s.token.selfClosed = s.pending, slash && s.body[i-1] == '/'
			return i + 1
		case s.body[i] == '/':
			slash = true
			i++
		case s.body[i] == '<' && s.snippetEnd(i) > 0:
			i = s.snippetEnd(i)
		default:
			slash = false
			i = s.readAttribute(i)
		}
	}
	s.token.kind = broken
	return len(s.body)
}

func (s *scanner) skipSpace(i int) int {
	for i < len(s.body) && isSpace(s.body[i]) {
		i++
	}
	return i
}

// readAttribute reads the attribute at i and gives the place behind it.
func (s *scanner) readAttribute(i int) int {
	a := attribute{key: unit.Span{Start: i}}
	for i++; i < len(s.body) && !isSpace(s.body[i]) && !strings.ContainsRune("=/>", rune(s.body[i])); i++ {
	}
	a.key.End = i
	a.value = unit.Span{Start: i, End: i}
	if k := s.skipSpace(i); k < len(s.body) && s.body[k] == '=' {
		i = s.readValue(s.skipSpace(k+1), &a)
	}
	s.pending = append(s.pending, a)
	return i
}

// readValue reads the value at i.
func (s *scanner) readValue(i int, a *attribute) int {
	a.value = unit.Span{Start: i, End: i}
	if i == len(s.body) || s.body[i] == '>' {
		return i
	}
	if a.quote = s.body[i]; a.quote == '"' || a.quote == '\'' {
		end := s.quoteEnd(i+1, a.quote)
		a.value = unit.Span{Start: i + 1, End: end}
		return min(end+1, len(s.body))
	}
	a.quote = '='
	for i < len(s.body) && !isSpace(s.body[i]) && s.body[i] != '>' {
		if s.body[i] == '<' {
			if end := s.snippetEnd(i); end > 0 {
				i = end
				continue
			}
		}
		i++
	}
	a.value.End = i
	return i
}

// quoteEnd finds the closing quote, past the snippets in between.
func (s *scanner) quoteEnd(i int, quote byte) int {
	for i < len(s.body) && s.body[i] != quote {
		if s.body[i] == '<' {
			if end := s.snippetEnd(i); end > 0 {
				i = end
				continue
			}
		}
		i++
	}
	return i
}
