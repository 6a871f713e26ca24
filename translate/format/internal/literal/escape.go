package literal

import (
	"fmt"
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/text"
)

// Plain reports that a character can stand in a document as it is: its charset
// has it, and a document that spells all others than ASCII by their numbers goes on to
// do so.
func Plain(d *format.Document, ascii bool, r rune) bool {
	if r < utf8.RuneSelf {
		return true
	}
	if ascii {
		return false
	}
	switch d.Charset.Name() {
	case "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE":
		return true
	}
	_, err := text.Encode(string(r), text.Charset{IANA: d.Charset.IANA})
	return err == nil
}

// ASCII reports a body that has no other characters.
func ASCII(body string) bool {
	for i := 0; i < len(body); i++ {
		if body[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// UTF16 spells a character by the numbers of its UTF-16 units, as in "\u%04x".
func UTF16(layout string, r rune) string {
	if r < 0x10000 {
		return fmt.Sprintf(layout, r)
	}
	r -= 0x10000
	return fmt.Sprintf(layout, 0xD800+r>>10) + fmt.Sprintf(layout, 0xDC00+r&0x3FF)
}

// Unit reads n hexadecimal digits at the start of s.
func Unit(s string, n int) (rune, bool) {
	if len(s) < n {
		return 0, false
	}
	v := rune(0)
	for i := range n {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			v = v<<4 | rune(c-'0')
		case c >= 'a' && c <= 'f':
			v = v<<4 | rune(c-'a'+10)
		case c >= 'A' && c <= 'F':
			v = v<<4 | rune(c-'A'+10)
		default:
			return 0, false
		}
	}
	return v, true
}

// Escape16 reads a backslash, a letter and four hexadecimal digits at the start of
// s, or two such that are one character. Half of a character is U+FFFD.
func Escape16(s string) (size int, letters string, ok bool) {
	r, ok := Unit(s[min(2, len(s)):], 4)
	switch {
	case !ok:
		return 0, "", false
	case r < 0xD800 || r > 0xDFFF:
		return 6, string(r), true
	case r < 0xDC00 && len(s) >= 12 && s[6] == '\\' && s[7] == s[1]:
		if low, ok := Unit(s[8:], 4); ok && low >= 0xDC00 && low <= 0xDFFF {
			return 12, string((r-0xD800)<<10 + low - 0xDC00 + 0x10000), true
		}
	}
	return 6, string(utf8.RuneError), true
}
