package holder

import "strings"

// printf gives the length of a directive of C, Objective-C, Java, Python, PHP or
// Ruby at the start of s. A directive with the flag "space" is none: "5% de" is
// much more often prose.
func printf(s string) int {
	switch {
	case strings.HasPrefix(s, "%{"):
		if n := until(s, 2, "}", "{%\n "); n > 3 {
			return n
		}
		return 0
	case strings.HasPrefix(s, "%arg") && !isWord(s, 4):
		return 4
	}
	i := 1
	if i < len(s) && s[i] == '(' {
		n := until(s, i+1, ")", "(%\n")
		if n == 0 {
			return 0
		}
		i = n
	}
	digits := i + span(s[i:], "0123456789")
	if digits > i && digits < len(s) && s[digits] == '$' {
		i = digits + 1
	}
	if n := variable(s[i:]); n > 0 {
		return i + n
	}
	i += span(s[i:], "-+0#'")
	i += span(s[i:], "0123456789*")
	if i < len(s) && s[i] == '.' {
		i += 1 + span(s[i+1:], "0123456789*")
	}
	i += span(s[i:], "hlLqjzt")
	if i >= len(s) || strings.IndexByte("diouxXeEfFgGaAcCsSpn@brR", s[i]) < 0 {
		return 0
	}
	if i == 1 && strings.IndexByte("disufcCxX@", s[i]) < 0 {
		return 0 // as in "50%off": nobody prints a plain octal in a message
	}
	return i + 1
}

// named gives the length of %name% as Symfony has it.
func named(s string) int {
	i := 1
	for isWord(s, i) || i < len(s) && s[i] == '.' {
		i++
	}
	if i < 3 || i >= len(s) || s[i] != '%' || s[1] >= '0' && s[1] <= '9' {
		return 0
	}
	return i + 1
}

// variable gives the length of #@name@ as Apple's plurals have it.
func variable(s string) int {
	if !strings.HasPrefix(s, "#@") {
		return 0
	}
	i := 2
	for isWord(s, i) {
		i++
	}
	if i == 2 || i >= len(s) || s[i] != '@' {
		return 0
	}
	return i + 1
}

// InOrder reports a directive that takes the argument behind that of the one
// before it.
func InOrder(s string) bool {
	if len(s) < 2 || s[0] != '%' || s[1] == '%' || s[1] == '(' || s[1] == '{' || s[len(s)-1] == '%' || s == "%arg" {
		return false
	}
	return !strings.Contains(s, "$")
}

func span(s, set string) int {
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(set, s[i]) < 0 {
			return i
		}
	}
	return len(s)
}

// isWord reports a letter, digit or underscore of ASCII at a byte.
func isWord(s string, at int) bool {
	if at >= len(s) {
		return false
	}
	c := s[at]
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
