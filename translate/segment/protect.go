package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// guarded reports whether a cut at p would fall inside a grapheme cluster or
// a placeholder of a program's message: {name}, {{x}}, ${x}, %(n)s, %1$s.
func guarded(text string, p int) bool {
	next, _ := utf8.DecodeRuneInString(text[p:])
	last, _ := utf8.DecodeLastRuneInString(text[:p])
	if unicode.Is(unicode.M, next) || next == zeroWidthJoiner || last == zeroWidthJoiner || last == '\r' && next == '\n' {
		return true
	}
	if next >= 0x1F3FB && next <= 0x1F3FF || isFlag(last) && isFlag(next) { // the colour of a face; a flag of two letters
		return true
	}
	return inBraces(text, p) || inFormat(text, p)
}

func isFlag(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

const zeroWidthJoiner = 0x200D

// maxPlaceholder is the length in bytes up to which braces are a placeholder.
const maxPlaceholder = 80

func inBraces(text string, p int) bool {
	before := text[max(0, p-maxPlaceholder):p]
	open := strings.LastIndexByte(before, '{')
	if open < 0 || strings.ContainsAny(before[open:], "}\n") {
		return false
	}
	after := text[p:min(len(text), p+maxPlaceholder)]
	end := strings.IndexAny(after, "}\n")
	return end >= 0 && after[end] == '}'
}

// inFormat: %(name)s and %1$.2f, cut between the sign and the letter.
func inFormat(text string, p int) bool {
	before := text[max(0, p-maxPlaceholder):p]
	sign := strings.LastIndexByte(before, '%')
	if sign < 0 {
		return false
	}
	body := before[sign+1:]
	if strings.HasPrefix(body, "(") {
		return !strings.ContainsAny(body, ")\n") && strings.Contains(text[p:min(len(text), p+maxPlaceholder)], ")")
	}
	rest := text[p:]
	return body != "" && strings.Trim(body, "0123456789$.+-#'") == "" && strings.ContainsRune(body, '$') &&
		rest != "" && (unicode.IsLetter(rune(rest[0])) || rest[0] >= '0' && rest[0] <= '9')
}
