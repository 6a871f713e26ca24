package memory

import (
	"unicode"
	"unicode/utf8"

	"diglot/translate/text"
)

// difference is a set of ways in which two texts differ.
type difference uint16

const (
	differsInCase difference = 1 << iota
	differsInDiacritics
	differsInSpelling
	differsInSpacing
	differsInPunctuation
	differsInNumbers
	differsInWords
)

// tooLong is the product of two lengths in tokens above which texts that differ
// are not compared token by token any more; they count as differing in words.
const tooLong = 4 << 20

// differences names the ways in which text b differs from text a; both are given
// with their tokens.
func differences(a, b string, aWords, bWords []text.Word) difference {
	if len(aWords)*len(bWords) > tooLong {
		return differsInWords
	}
	var d difference
	for _, op := range text.Diff(folded(aWords), folded(bWords)) {
		for i, j := op.A0, op.B0; i < op.A1 || j < op.B1; i, j = i+1, j+1 {
			switch {
			case i >= op.A1:
				d |= differenceOf(bWords[j].Text)
			case j >= op.B1:
				d |= differenceOf(aWords[i].Text)
			case op.Kind == text.Kept:
				if rawA, rawB := original(a, aWords[i]), original(b, bWords[j]); rawA != rawB && visible(rawA) != visible(rawB) {
					d |= differsInCase
				}
			default:
				d |= differenceBetween(aWords[i].Text, bWords[j].Text)
			}
		}
	}
	if d == 0 && text.FoldSpace.String(a) != text.FoldSpace.String(b) {
		d = differsInSpacing
	}
	return d
}

func folded(words []text.Word) []string {
	tokens := make([]string, len(words))
	for i, w := range words {
		tokens[i] = w.Text
	}
	return tokens
}

func original(s string, w text.Word) string { return s[w.Start:w.End] }

func visible(s string) string { return text.FoldInvisible.String(s) }

// differenceOf tells what it means that a token stands in one text only.
func differenceOf(token string) difference {
	switch {
	case isNumber(token):
		return differsInNumbers
	case isPunctuation(token):
		return differsInPunctuation
	}
	return differsInWords
}

// differenceBetween tells what it means that token a stands in the place of b.
func differenceBetween(a, b string) difference {
	const marks = text.FoldCase | text.FoldDiacritics | text.FoldHarakat | text.FoldTatweel
	switch d := differenceOf(a) | differenceOf(b); {
	case d != differsInWords:
		return d
	case marks.Equal(a, b):
		return differsInDiacritics
	case (marks | text.FoldArabic).Equal(a, b):
		return differsInSpelling
	default:
		return d
	}
}

func isNumber(token string) bool {
	for _, r := range token {
		if !unicode.IsNumber(r) {
			return false
		}
	}
	return true
}

func isPunctuation(token string) bool {
	r, n := utf8.DecodeRuneInString(token)
	return n == len(token) && !unicode.In(r, unicode.L, unicode.M, unicode.N)
}
