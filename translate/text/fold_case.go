package text

import (
	"unicode"
	"unicode/utf8"
)

// grown are the letters that Unicode's full case folding makes two or three, and
// that have no canonical decomposition to do it for them (CaseFolding.txt, F).
var grown = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'İ': "i\u0307", 'ŉ': "ʼn", 'ẚ': "aʾ", 'և': "եւ",
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st",
	'ﬓ': "մն", 'ﬔ': "մե", 'ﬕ': "մի", 'ﬖ': "վն", 'ﬗ': "մխ",
}

// appendCaseFolded folds the case of a letter that stands in NFD, by way of its
// capital, which brings final sigma, long s and the Greek variants home.
func appendCaseFolded(b []byte, r rune) []byte {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(b, byte(r))
	case 0x0590 <= r && r < 0x10A0, r == 'ı': // from Hebrew to Burmese there is no case; ı is no i
		return utf8.AppendRune(b, r)
	case 0x13A0 <= r && r <= 0x13FD, 0xAB70 <= r && r <= 0xABBF: // Cherokee folds to its capitals
		return utf8.AppendRune(b, unicode.ToUpper(r))
	}
	if letters, ok := grown[r]; ok {
		return append(b, letters...)
	}
	return utf8.AppendRune(b, unicode.ToLower(unicode.ToUpper(r)))
}
