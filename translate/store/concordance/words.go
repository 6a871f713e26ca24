package concordance

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diglot/translate/text"
	"diglot/translate/unit"
)

// fold is what a search looks past unless it is told not to.
const fold = text.FoldCase | text.FoldDiacritics | text.FoldWidth | text.FoldInvisible | text.FoldArabic |
	text.FoldNiqqud | text.FoldDigits

// word is a run of letters, marks and numbers. A character of a script that puts
// no spaces between words is a word of its own, so that any part of a sentence can
// be found as a phrase.
type word struct {
	folded string
	span   unit.Span // in the text
}

// wordsOf cuts a text. Index and Matcher both go by it.
func wordsOf(s string) []word {
	folded, offsets := fold.Map(s)
	var list []word
	for start, end := range runs(folded) {
		list = append(list, word{folded[start:end], unit.Span{Start: offsets[start], End: offsets[end]}})
	}
	return list
}

// foldedWords gives the words of a text as the index takes them, with a space
// between them.
func foldedWords(s string) string {
	folded := fold.String(s)
	var b strings.Builder
	b.Grow(len(folded) + 8)
	for start, end := range runs(folded) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(folded[start:end])
	}
	return b.String()
}

// runs gives start and end of each word of a folded text.
func runs(s string) func(yield func(start, end int) bool) {
	return func(yield func(start, end int) bool) {
		start := -1
		for i := 0; i < len(s); {
			r, n := rune(s[i]), 1
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRuneInString(s[i:])
			}
			inside, alone := classOf(r)
			if start >= 0 && (!inside || alone) {
				if !yield(start, i) {
					return
				}
				start = -1
			}
			switch {
			case alone:
				if !yield(i, i+n) {
					return
				}
			case inside && start < 0:
				start = i
			}
			i += n
		}
		if start >= 0 {
			yield(start, len(s))
		}
	}
}

// unspaced are the scripts without spaces between words.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao,
	unicode.Khmer, unicode.Myanmar}

// classOf tells whether a character belongs to a word, and whether it is one alone.
func classOf(r rune) (inside, alone bool) {
	switch {
	case r < utf8.RuneSelf:
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z', false
	case r == utf8.RuneError:
		return false, false
	case r < 0x0E00 || 0xAC00 <= r && r <= 0xD7A3: // before Thai, and Korean syllables
		return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r), false
	}
	if unicode.In(r, unspaced...) {
		inside = unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)
		return inside, inside
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r), false
}
