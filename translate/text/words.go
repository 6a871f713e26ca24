package text

import (
	"iter"
	"unicode"

	"github.com/clipperhouse/uax29/v2/words"
)

// Word is a stretch of a text: Text is s[Start:End], counted in bytes.
type Word struct {
	Text       string
	Start, End int
}

// Words gives the words of s in order, by the default boundaries of Unicode
// (UAX #29): stretches with at least one letter or number. White space and
// punctuation are left out; "don't" and "3.5" are one word, "well-known" is two. A
// Han ideograph is a word of its own, and a Thai phrase without spaces is one.
func Words(s string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		for w := range Pieces(s) {
			if isWordLike(w.Text) && !yield(w) {
				return
			}
		}
	}
}

// Pieces gives all of s cut at Unicode's word boundaries, white space and
// punctuation included; the pieces joined are s.
func Pieces(s string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		for it := words.FromString(s); it.Next(); {
			if !yield(Word{it.Value(), it.Start(), it.End()}) {
				return
			}
		}
	}
}

func isWordLike(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return true
		}
	}
	return false
}
