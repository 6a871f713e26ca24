package holder

import (
	"strings"

	"diglot/translate/unit"
)

// mustache gives the length of {{…}}, or of {{{…}}}.
func mustache(s string) int {
	open := span(s[:min(len(s), 3)], "{")
	n := until(s, open, "}}", "{\n")
	if n > 0 && open == 3 {
		if !strings.HasPrefix(s[n:], "}") {
			return 0
		}
		n++
	}
	return n
}

// braces gives the length of {name}, of {0,number} and of {x:>5}.
func braces(s string) int {
	n := until(s, 1, "}", "{\n")
	if n == 0 {
		return 0
	}
	inner := s[1 : n-1]
	i := 0
	for isWord(inner, i) || i < len(inner) && strings.IndexByte(".-[]@#$", inner[i]) >= 0 {
		i++
	}
	if i < len(inner) && strings.IndexByte(",:!", inner[i]) < 0 {
		return 0
	}
	return n
}

// nest gives the length of $t(…).
func nest(s string) int {
	const far = 400
	depth := 0
	for i := 2; i < len(s) && i < far; i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// tag gives the length of a markup tag or a comment, and the code for it.
func tag(s string) (int, unit.Code) {
	if strings.HasPrefix(s, "<!--") {
		return until(s, 4, "-->", "<"), unit.Code{}
	}
	i, kind := 1, unit.Open
	if i < len(s) && s[i] == '/' {
		i, kind = 2, unit.Close
	}
	start := i
	for isWord(s, i) || i > start && i < len(s) && strings.IndexByte("-:.", s[i]) >= 0 {
		i++
	}
	if i == start || i == len(s) || strings.IndexByte(" \t\n/>", s[i]) < 0 {
		return 0, unit.Code{}
	}
	name := s[start:i]
	end := tagEnd(s, i)
	switch {
	case end == 0:
		return 0, unit.Code{}
	case kind == unit.Open && (s[end-2] == '/' || isVoid(name)):
		kind = unit.Standalone
	}
	return end, unit.Code{Kind: kind, Break: strings.EqualFold(name, "br")}
}

// tagEnd gives the place behind the > of a tag whose name ends at i.
func tagEnd(s string, i int) int {
	const far = 2000
	quote := byte(0)
	for ; i < len(s) && i < far; i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '<':
			return 0
		case c == '>':
			return i + 1
		}
	}
	return 0
}

func isVoid(name string) bool {
	switch strings.ToLower(name) {
	case "br", "hr", "img", "input", "wbr", "area", "base", "col", "embed", "link", "meta", "source", "track":
		return true
	}
	return false
}

// tagName gives the name of a tag in small letters, without the classes that
// WebVTT puts behind it.
func tagName(s string) string {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "<"), "/")
	if i := strings.IndexAny(s, " \t\n/>."); i >= 0 {
		s = s[:i]
	}
	return strings.ToLower(s)
}
