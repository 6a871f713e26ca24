package glossary

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// caseFits reports whether the words of a text have the case of a term whose case
// matters: capitals of the term are capitals in the text. A word written in
// capitals throughout, as in a headline, fits too, unless the term is an acronym
// (US is no headline form of us).
func (f found) caseFits(tokens []token) bool {
	i := f.first
	for _, word := range f.entry.words {
		if i == f.skipped {
			i++
		}
		if !wordCaseFits(word, tokens[i].word) {
			return false
		}
		i++
	}
	return true
}

func wordCaseFits(term, word string) bool {
	t, _ := utf8.DecodeRuneInString(term)
	w, n := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(t) {
		return true // "of" in a title may be Of
	}
	if isAcronym(term) || !unicode.IsUpper(w) {
		return unicode.IsUpper(w)
	}
	rest := word[n:]
	return strings.ToLower(rest) == rest || strings.ToUpper(rest) == rest || strings.ToLower(term[utf8.RuneLen(t):]) != term[utf8.RuneLen(t):]
}

func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
