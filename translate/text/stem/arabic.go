package stem

import (
	"slices"
	"strings"
)

// arabic reads a written word from the outside in:
//
//	و ف   conjunction        وبالمدارس
//	ب ل ك preposition         بالمدارس     (ل with the article is written لل)
//	ال    article               المدارس
//	      noun                     مدارس   of مدرسة
//	      number, gender, case    مدرستان مدرسات
//	      pronoun, instead of the article: مدرستها
//
// At each step the word may also be whole: وفد is no "and". A word that the lexicon
// lists with such a first letter (بطاقة، لقمة، وزير) is left whole; for all others
// both readings are given. Which endings come off is in arabic_suffix.go, broken
// plurals are in arabic_plural.go, spelling in arabic_spelling.go.
type arabic struct{}

// Keys files a word as it stands, and without its article.
func (arabic) Keys(word string) []string {
	letters := arabicLetters(word)
	if len(letters) == 0 {
		return nil
	}
	keys := arabicKeys(letters)
	if rest, ok := withoutArticle(letters); ok {
		for _, k := range arabicKeys(rest) {
			if !slices.Contains(keys, k) {
				keys = append(keys, k)
			}
		}
	}
	return keys
}

// Readings gives what a word of running text may be a form of.
func (arabic) Readings(word string) []Reading {
	var rs readings
	letters := arabicLetters(word)
	if len(letters) == 0 {
		return nil
	}
	for _, key := range arabicTextKeys(letters) {
		rs.add(key.Key, key.Kind)
	}
	readConjunction(letters, &rs)
	return rs
}

func readConjunction(w []rune, rs *readings) {
	if whole := readPreposition(w, 0, rs); whole {
		return
	}
	if (w[0] == 'و' || w[0] == 'ف') && len(w) > 2 {
		readPreposition(w[1:], Conjunction, rs)
	}
	if w[0] == 'س' && len(w) > 3 && strings.ContainsRune("يتنأ", w[1]) { // future
		readNoun(w[1:], Conjunction, rs)
	}
}

// readPreposition reads a word that no conjunction precedes. It reports whether
// the lexicon knows the word as it is, so that its first letter belongs to it.
func readPreposition(w []rune, kind Kind, rs *readings) (whole bool) {
	whole = readNoun(w, kind, rs)
	if rest, ok := withoutArticle(w); ok {
		readNoun(rest, kind|Article, rs)
	}
	if whole || len(w) < 3 {
		return whole
	}
	switch w[0] {
	case 'ب', 'ك', 'ل':
		kind |= Preposition
		readNoun(w[1:], kind, rs) // للجنة too: ل and the article of لجنة leave one ل
		if rest, ok := withoutArticle(w[1:]); ok {
			readNoun(rest, kind|Article, rs)
		}
		if w[0] == 'ل' && w[1] == 'ل' && len(w) > 3 {
			readNoun(w[2:], kind|Article, rs)
		}
	}
	return false
}

// withoutArticle takes ال off. Two letters must remain: أب, يد.
func withoutArticle(w []rune) ([]rune, bool) {
	if len(w) >= 4 && w[0] == 'ا' && w[1] == 'ل' {
		return w[2:], true
	}
	return nil, false
}

// readNoun gives the readings of a word without clitics before it, and reports
// whether the lexicon knows one of them as a word that keeps its first letter.
func readNoun(w []rune, kind Kind, rs *readings) (whole bool) {
	emit := func(letters []rune, more Kind) {
		if len(letters) < 2 {
			return
		}
		whole = whole || keepsFirstLetter(letters)
		for _, key := range arabicTextKeys(letters) {
			rs.add(key.Key, kind|more|key.Kind)
		}
	}
	arabicForms(w, kind&Article == 0, emit)
	return whole
}
