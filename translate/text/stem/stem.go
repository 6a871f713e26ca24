// Package stem finds the dictionary words that a word of running text may be a
// form of. A glossary needs it: the desk lists حرب, and the article says
// وبالحرب; it lists "ministre", and the article says "ministres".
//
// A stemmer cuts every word down to one stem and calls two words the same when
// their stems meet. For names and terms that is wrong both ways: والمعارضة and
// المعارضة get two stems, senate and senator get one. An [Analyser] therefore
// gives a set of readings: كتاب is a book and the plural of كاتب, writers. It decides
// nothing by itself; the words of the glossary tell which reading is meant.
//
// Read first: [For], then [Analyser] with its two halves. There is one file per
// language, and each begins with the grammar that it knows.
package stem

import "diglot/translate/locale"

// Analyser knows how the words of one language change their form.
type Analyser interface {
	// Keys gives the keys under which a word of a dictionary is filed, as it
	// stands there: a singular, or a plural if only the plural is meant.
	Keys(word string) []string
	// Readings gives the keys that a word of running text may be a form of,
	// the nearest first. Two words meet when a reading's key is among the
	// other's Keys. A key stands once for each way in which it is reached.
	Readings(word string) []Reading
}

// Reading is one thing that a word may be a form of.
type Reading struct {
	Key  string
	Kind Kind
}

// Kind is the set of things that were taken off or changed to reach the key;
// 0 is the word as it is.
type Kind uint16

// What a reading may have taken off.
const (
	Inflected   Kind = 1 << iota // number, gender, case, state
	Conjunction                  // Arabic و ف, Hebrew ו
	Preposition                  // Arabic ب ل ك, Hebrew ב ל כ מ
	Article                      // Arabic ال, Hebrew ה
	Possessive                   // a pronoun at the end: سيارته
	Compound                     // it is one part of a compound: Krieg in Weltkrieg
	Agreement                    // an ending that an adjective takes from its noun; means nothing for a word alone
	LooseYa                      // ى was read as ي, which holds only where the writer makes no difference
)

// For gives the analyser of a locale's language. A language that the package
// does not know gets one that looks past case only.
func For(l locale.Tag) Analyser {
	switch l.Base() {
	case "ar":
		return arabic{}
	case "en":
		return english{}
	case "fr":
		return french{}
	case "es":
		return spanish{}
	case "de":
		return german{}
	case "ru":
		return russian{}
	case "he":
		return hebrew{}
	case "fa":
		return persian{}
	case "it":
		return italian
	case "pt":
		return portuguese
	case "tr", "az":
		return turkish{}
	case "ko":
		return korean{}
	}
	if stemmer, ok := stemmers[l.Base()]; ok {
		return snowball{stemmer}
	}
	return plain{}
}
