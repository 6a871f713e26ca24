package check

import (
	"strings"
	"unicode/utf8"

	"diglot/translate/unit"
)

// corrupted finds what a program left that could not read a character: U+FFFD,
// private and unassigned characters, and text that was decoded with the wrong
// charset ("Ã©" for é, "Ø§" for ا).
func corrupted() rule {
	return rule{Info{
		Name: "corrupted", Severity: unit.Error,
		Good: example("Hama fell.", "en", "سقطت حماة.", "ar"),
		Bad:  example("Hama fell.", "en", "سقطت ح\uFFFDاة.", "ar"),
	}, findCorrupted}
}

func findCorrupted(v *view) {
	s := v.target.s
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			if isStrayControl(rune(s[i])) && strings.IndexByte(v.source.s, s[i]) < 0 {
				v.corrupt(i, i+1)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError, r >= 0xE000 && r <= 0xF8FF, r&0xFFFE == 0xFFFE, r >= 0x80 && r < 0xA0:
			if !strings.ContainsRune(v.source.s, r) {
				v.corrupt(i, i+n)
			}
		case r <= 0xFF:
			if m := mojibake(s[i:]); m > 0 && !strings.Contains(v.source.s, s[i:i+m]) {
				v.corrupt(i, i+m)
				n = m
			}
		}
		i += n
	}
}

func (v *view) corrupt(start, end int) {
	v.report("character", unit.Issue{Args: map[string]string{"text": v.target.s[start:end]}, Target: at(start, end)})
}

func isStrayControl(r rune) bool {
	return r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0x7F
}

// mojibake measures UTF-8 that was decoded as windows-1252 at the start of s. A
// lead byte came out as a letter such as Ã, Â, â, Ø or Ù, and what follows it as a
// sign that no word has behind such a letter.
func mojibake(s string) int {
	lead, n := utf8.DecodeRuneInString(s)
	second, m := utf8.DecodeRuneInString(s[n:])
	b, ok := windows1252Byte(second)
	if !ok || b < 0x80 || b > 0xBF {
		return 0
	}
	switch {
	case lead == 'â' && (second == '€' || second == '„'):
		return n + m
	case lead >= 'Â' && lead <= 'Ã', lead >= 'Ð' && lead <= 'Ñ', lead >= '×' && lead <= 'Û':
		if second == '\u00A0' || second == '»' || second == '”' || second == '’' {
			return 0 // a word that ends in such a letter before a space or a quote
		}
		return n + m
	}
	return 0
}

// windows1252Byte gives the byte of a sign in the upper half of that charset.
func windows1252Byte(r rune) (byte, bool) {
	if r >= 0xA0 && r <= 0xFF {
		return byte(r), true
	}
	const high = "€\x00‚ƒ„…†‡ˆ‰Š‹Œ\x00Ž\x00\x00‘’“”•–—˜™š›œ\x00žŸ"
	i := byte(0x80)
	for _, h := range high {
		if h == r && h != 0 {
			return i, true
		}
		i++
	}
	return 0, false
}
