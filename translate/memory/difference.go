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

// token is a token of a text: where it stands, and a number that is the same for
// tokens that are the same when folded.
type token struct{ start, end, number int }

// tokensOf cuts a text into tokens, in the memory of list. numbers has the tokens
// of the question; others get negative numbers, all different, if add is not set.
func tokensOf(list []token, t *text.Tokenizer, s string, numbers map[string]int, add bool) []token {
	for t.Reset(s); t.Next(); {
		number, known := numbers[string(t.Bytes())]
		if !known {
			number = -len(list) - 1
			if add {
				number = len(numbers)
				numbers[string(t.Bytes())] = number
			}
		}
		start, end := t.Span()
		list = append(list, token{start, end, number})
	}
	return list
}

// differences names the ways in which text b differs from the question.
func (q *question) differences(b string) difference {
	if len(q.tokens) == 0 {
		if q.numbers == nil {
			q.numbers = map[string]int{}
		}
		q.tokens = tokensOf(q.tokens, &q.tokenizer, q.plain, q.numbers, true)
	}
	q.other = tokensOf(q.other[:0], &q.tokenizer, b, q.numbers, false)
	d := q.differencesOfTokens(b, q.tokens, q.other)
	if d == 0 && text.FoldSpace.String(q.plain) != text.FoldSpace.String(b) {
		d = differsInSpacing
	}
	return d
}

func (q *question) differencesOfTokens(b string, tokensA, tokensB []token) difference {
	var d difference
	for len(tokensA) > 0 && len(tokensB) > 0 && tokensA[0].number == tokensB[0].number {
		d |= differenceInCase(q.plain, b, tokensA[0], tokensB[0])
		tokensA, tokensB = tokensA[1:], tokensB[1:]
	}
	for len(tokensA) > 0 && len(tokensB) > 0 && tokensA[len(tokensA)-1].number == tokensB[len(tokensB)-1].number {
		d |= differenceInCase(q.plain, b, tokensA[len(tokensA)-1], tokensB[len(tokensB)-1])
		tokensA, tokensB = tokensA[:len(tokensA)-1], tokensB[:len(tokensB)-1]
	}
	if len(tokensA)*len(tokensB) > tooLong {
		return d | differsInWords
	}
	q.table = align(q.table, tokensA, tokensB, func(i, j int) {
		switch {
		case i < 0:
			d |= differenceOf(tokensB[j].in(b))
		case j < 0:
			d |= differenceOf(tokensA[i].in(q.plain))
		case tokensA[i].number == tokensB[j].number:
			d |= differenceInCase(q.plain, b, tokensA[i], tokensB[j])
		default:
			d |= differenceBetween(tokensA[i].in(q.plain), tokensB[j].in(b))
		}
	})
	return d
}

func (t token) in(s string) string { return s[t.start:t.end] }

// differenceInCase compares two tokens that are the same when folded. Characters
// that nobody sees are no difference of case.
func differenceInCase(a, b string, tokenA, tokenB token) difference {
	if rawA, rawB := tokenA.in(a), tokenB.in(b); rawA != rawB && visible(rawA) != visible(rawB) {
		return differsInCase
	}
	return 0
}

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
