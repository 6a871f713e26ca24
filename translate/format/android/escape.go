package android

import (
	"strconv"
	"unicode/utf16"
)

// escapes are the letters behind a backslash that stand for another character.
var escapes = map[byte]string{'n': "\n", 't': "\t", '\'': "'", '"': `"`, '\\': `\`, '@': "@", '?': "?", '#': "#"}

// unescape reads an escape at the start of s.
func unescape(s string) (letters string, n int) {
	if len(s) < 2 || s[0] != '\\' {
		return "", 0
	}
	if letters, ok := escapes[s[1]]; ok {
		return letters, 2
	}
	r, ok := hex(s)
	if !ok {
		return "", 0
	}
	if utf16.IsSurrogate(r) {
		low, ok := hex(s[6:])
		if r = utf16.DecodeRune(r, low); !ok || r == '\uFFFD' {
			return "", 0
		}
		return string(r), 12
	}
	if r < ' ' && r != '\n' && r != '\t' {
		return "", 0
	}
	return string(r), 6
}

// hex reads \uXXXX.
func hex(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	v, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(v), err == nil
}

// escape spells what would be taken for something else.
func escape(r rune, first bool) (string, bool) {
	switch r {
	case '\'', '"', '\\':
		return `\` + string(r), true
	case '\n':
		return `\n`, true
	case '\t':
		return `\t`, true
	case '@', '?':
		return `\` + string(r), first
	}
	return "", false
}
