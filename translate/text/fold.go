package text

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// NFC gives the composed normal form of a string (Unicode TR15), the string itself
// when it has that form already.
func NFC(s string) string { return norm.NFC.String(s) }

// Fold is a set of differences to be ignored, joined with |. Two strings that
// differ only in these give the same [Fold.String]. The zero Fold is [NFC].
type Fold uint32

const (
	// FoldCase is Unicode's full case folding: "Straße" and "STRASSE" meet, final
	// sigma too. It is the same for all languages: Turkish ı stays apart from i.
	FoldCase Fold = 1 << iota
	// FoldDiacritics takes the marks off Latin, Greek and Cyrillic letters, and the
	// strokes of letters that have no decomposition (ø ł đ ħ ŧ): é is e, й is и.
	// Marks of other scripts (Arabic, Hebrew, Indic vowels) stay.
	FoldDiacritics
	// FoldWidth makes full-width and half-width forms ordinary: Ａ is A, ｶ is カ.
	FoldWidth
	// FoldSpace makes each run of white space one U+0020, and drops it at both ends.
	FoldSpace
	// FoldInvisible drops format characters (Cf): soft hyphen, ZWJ, ZWNJ, direction marks.
	FoldInvisible
	// FoldHarakat drops Arabic vowel signs and Quranic marks: U+0610–061A, 064B–065F,
	// 0670, 06D6–06ED; a hamza or madda that composes with its seat is a letter and stays.
	FoldHarakat
	// FoldTatweel drops the elongation stroke U+0640.
	FoldTatweel
	// FoldAlef makes أ إ آ ٱ ٲ ٳ a bare alef ا.
	FoldAlef
	// FoldHamza takes the hamza off its seat in ؤ (و) and ئ (ي); ء itself stays.
	FoldHamza
	// FoldYa makes alef maqsura ى and Farsi ya ی the Arabic ya ي.
	FoldYa
	// FoldTaMarbuta makes ة the letter ه.
	FoldTaMarbuta
	// FoldNiqqud drops Hebrew points and cantillation marks.
	FoldNiqqud
	// FoldDigits makes every decimal digit (Nd), such as ٠-٩ and ۰-۹, one of 0-9.
	FoldDigits
	// FoldPunct makes a mark its ASCII relative: curly quotes and guillemets, dashes,
	// the ellipsis, ، ؛ ؟ ٪ ٫ ٬ ۔ and the marks of Chinese and Japanese.
	FoldPunct
)

// FoldArabic is every spelling difference of Arabic that a search looks past.
const FoldArabic = FoldHarakat | FoldTatweel | FoldAlef | FoldHamza | FoldYa | FoldTaMarbuta

// String folds s. The result is in NFC; s itself comes back when nothing changes.
func (f Fold) String(s string) string {
	if f.leaves(s) {
		return s
	}
	w := folder{fold: f, out: make([]byte, 0, len(s))}
	w.run(s)
	if string(w.out) == s {
		return s
	}
	return string(w.out)
}

// Map folds s as String does and tells where each byte came from: byte i of
// folded comes from the character of s that starts at byte offsets[i]. offsets has
// one entry more than folded has bytes, len(s), so that the original of
// folded[i:j] is s[offsets[i]:offsets[j]] when i and j stand between characters.
func (f Fold) Map(s string) (folded string, offsets []int) {
	w := folder{fold: f, out: make([]byte, 0, len(s)), offsets: make([]int, 0, len(s)+1), mapped: true}
	w.run(s)
	return string(w.out), append(w.offsets, len(s))
}

// Equal reports whether a and b are the same when folded.
func (f Fold) Equal(a, b string) bool {
	return a == b || f.String(a) == f.String(b)
}

// leaves reports quickly that folding does not change s: plain ASCII without
// anything that the options touch. False means no more than that it may.
func (f Fold) leaves(s string) bool {
	space := true // a space at the start is dropped
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf, f&FoldCase != 0 && 'A' <= c && c <= 'Z':
			return false
		case f&FoldSpace != 0 && (c == ' ' || '\t' <= c && c <= '\r'):
			if space || c != ' ' {
				return false
			}
			space = true
		default:
			space = false
		}
	}
	return f&FoldSpace == 0 || !space || s == ""
}
