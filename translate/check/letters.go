package check

import (
	"unicode"
	"unicode/utf8"

	"diglot/translate/text"
)

func isLower(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z'
	}
	return unicode.IsLower(r)
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

func countRunes(s string) int { return utf8.RuneCountInString(s) }

// digitValue gives the value of a decimal digit of any script.
func digitValue(r rune) int {
	if r >= '0' && r <= '9' {
		return int(r - '0')
	}
	v, _ := text.DigitValue(r)
	return v
}
