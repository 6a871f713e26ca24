package text

import (
	"unicode"

	"diglot/translate/locale"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// CountWords counts the words of s as a translator is paid for them. Where words
// are parted by spaces it counts [Words]. Text that is not (Han, kana, Thai, Lao,
// Khmer, Burmese) is counted in characters and divided by the average length of a
// word, rounded up: GMX-V 2.0 fixes 2.8 for Chinese, 3.0 for Japanese and 6.0 for
// Thai, which has to serve its neighbours too. The locale tells Japanese from
// Chinese; Latin words and numbers in such a text count as words.
func CountWords(s string, t locale.Tag) int {
	count := 0
	han, thai := 0, 0
	for w := range Words(s) {
		switch first := firstLetter(w.Text); {
		case unicode.In(first, unicode.Han, unicode.Hiragana, unicode.Katakana):
			han += CountCharacters(w.Text)
		case unicode.In(first, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			thai += CountCharacters(w.Text)
		default:
			count++
		}
	}
	hanTenths := 28
	if t.Base() == "ja" {
		hanTenths = 30
	}
	return count + divideUp(10*han, hanTenths) + divideUp(10*thai, 60)
}

// CountCharacters counts what a reader takes for characters: grapheme clusters
// (UAX #29), so that a letter with its marks, or a flag, is one. White space counts.
func CountCharacters(s string) int {
	n := 0
	for it := graphemes.FromString(s); it.Next(); {
		n++
	}
	return n
}

func firstLetter(s string) rune {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
	}
	return 0
}

func divideUp(a, b int) int { return (a + b - 1) / b }
