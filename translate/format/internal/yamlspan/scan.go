package yamlspan

import (
	"strings"
	"unicode/utf8"

	"diglot/translate/format/internal/literal"
)

// scanner reads the bytes of one scalar.
type scanner struct {
	body string
	m    *literal.Maker
}

// breakAt measures white space with line ends in it: how long it is, and how many
// line ends; 0 of those where none is in it.
func breakAt(s string) (size, lineEnds int) {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\n' || s[i] == '\r' && !strings.HasPrefix(s[i+1:], "\n"):
			lineEnds++
		case s[i] != ' ' && s[i] != '\t' && s[i] != '\r':
			return i, lineEnds
		}
	}
	return len(s), lineEnds
}

// folded gives what line ends are within a scalar: one is a space, more are one fewer.
func folded(lineEnds int) string {
	if lineEnds == 1 {
		return " "
	}
	return strings.Repeat("\n", lineEnds-1)
}

// fold passes the white space that comes next, and reports that there was some.
func (s *scanner) fold() bool {
	rest := s.body[s.m.At():]
	if rest == "" || strings.IndexByte(" \t\r\n", rest[0]) < 0 {
		return false
	}
	size, lineEnds := breakAt(rest)
	if lineEnds == 0 {
		s.m.Keep(size)
	} else {
		s.m.Spell(size, folded(lineEnds))
	}
	return true
}

func (s *scanner) single(at int) bool {
	s.m = literal.NewMaker(s.body, at)
	for s.m.At() < len(s.body) {
		rest := s.body[s.m.At():]
		switch {
		case s.fold():
		case strings.HasPrefix(rest, "''"):
			s.m.Spell(2, "'")
		case rest[0] == '\'':
			return true
		default:
			s.m.Keep(1)
		}
	}
	return false
}

// What follows the backslash of an escape, and what it means.
const (
	escaped  = `abtnvfre "\/`
	meanings = "\a\b\t\n\v\f\r\x1b \"\\/"
)

func (s *scanner) double(at int) bool {
	s.m = literal.NewMaker(s.body, at)
	for s.m.At() < len(s.body) {
		rest := s.body[s.m.At():]
		switch {
		case s.fold():
		case rest[0] == '"':
			return true
		case rest[0] == '\\':
			size, letters := unescape(rest)
			if size == 0 {
				return false
			}
			s.m.Spell(size, letters)
		default:
			s.m.Keep(1)
		}
	}
	return false
}

// unescape reads the escape at the start of s; size is 0 for one that is not known.
func unescape(s string) (size int, letters string) {
	if len(s) < 2 {
		return 0, ""
	}
	if i := strings.IndexByte(escaped, s[1]); i >= 0 {
		return 2, meanings[i : i+1]
	}
	switch s[1] {
	case '0':
		return 2, "\x00"
	case 'N':
		return 2, "\u0085"
	case '_':
		return 2, "\u00a0"
	case 'L':
		return 2, "\u2028"
	case 'P':
		return 2, "\u2029"
	case '\r', '\n':
		size, lineEnds := breakAt(s[1:])
		return 1 + size, strings.Repeat("\n", lineEnds-1)
	case 'x', 'u', 'U':
		hex := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[1]]
		if r, ok := literal.Unit(s[2:], hex); ok && utf8.ValidRune(r) {
			return 2 + hex, string(r)
		}
	}
	return 0, ""
}

// plain reads a scalar without quotes, whose end only its meaning tells.
func (s *scanner) plain(at int, meaning string) bool {
	s.m = literal.NewMaker(s.body, at)
	for s.m.Len() < len(meaning) {
		if s.m.At() >= len(s.body) {
			return false
		}
		if !s.fold() {
			s.m.Keep(1)
		}
	}
	return s.m.Len() == len(meaning)
}

// block reads a literal or folded block scalar by its meaning, without the line
// ends at its end. It gives the indentation of its lines.
func (s *scanner) block(at int, meaning string) (indent string, ok bool) {
	header := strings.IndexAny(s.body[at:], "\r\n")
	if header < 0 || meaning == "" {
		return "", false
	}
	start := at + header
	size, _ := breakAt(s.body[start:])
	lines := s.body[start : start+size]
	indent = lines[strings.LastIndexAny(lines, "\r\n")+1:]
	extra := len(meaning) - len(strings.TrimLeft(meaning, " \t\n"))
	if extra > 0 || strings.Trim(indent, " ") != "" {
		return "", false // begins with white space: not told apart from indentation
	}
	s.m = literal.NewMaker(s.body, start+size)
	for s.m.Len() < len(meaning) {
		rest := s.body[s.m.At():]
		want := meaning[s.m.Len():]
		switch {
		case rest == "":
			return "", false
		case rest[0] != '\r' && rest[0] != '\n':
			s.m.Keep(1)
		default:
			letters, size := " ", s.lines(rest, indent)
			if want[0] != ' ' {
				letters = want[:len(want)-len(strings.TrimLeft(want, "\n"))]
			}
			if size == 0 || letters == "" {
				return "", false
			}
			s.m.Spell(size, letters)
		}
	}
	return indent, s.m.Len() == len(meaning)
}

// lines measures line ends, blank lines and the indentation of the line behind them.
func (s *scanner) lines(rest, indent string) int {
	size, _ := breakAt(rest)
	last := strings.LastIndexAny(rest[:size], "\r\n") + 1
	return last + min(size-last, len(indent))
}
