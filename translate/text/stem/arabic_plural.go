package stem

import (
	_ "embed"
	"strings"
	"sync"
)

// Broken plurals change a word inside, and only the lexicon knows them all:
// each line of arabic_plurals.txt has a singular and its plurals. Four-letter
// patterns that hardly ever mean anything else are undone by rule as well, so that
// new words need no entry: مفاعل تفاعيل فواعل فعائل.

//go:embed arabic_plurals.txt
var arabicPluralsText string

// arabicWords are words that begin or end with letters which look like a clitic.
//
//go:embed arabic_words.txt
var arabicWordsText string

type arabicLexicon struct {
	singulars map[string][]string // by the keys of the plural
	whole     map[string]bool     // keys of words that keep their first letter or their ending
}

var lexicon = sync.OnceValue(func() *arabicLexicon {
	l := &arabicLexicon{singulars: map[string][]string{}, whole: map[string]bool{}}
	for line := range strings.Lines(arabicPluralsText) {
		if words := strings.Fields(line); len(words) > 1 && words[0] != "#" {
			for _, plural := range words[1:] {
				for _, key := range arabicKeys([]rune(plural)) {
					l.singulars[key] = append(l.singulars[key], words[0])
				}
			}
			l.keep(words)
		}
	}
	for line := range strings.Lines(arabicWordsText) {
		if words := strings.Fields(line); len(words) > 0 && words[0] != "#" {
			l.keep(words)
		}
	}
	return l
})

func (l *arabicLexicon) keep(words []string) {
	for _, w := range words {
		for _, key := range arabicKeys([]rune(w)) {
			if !strings.HasPrefix(key, foreign) {
				l.whole[key] = true
			}
		}
	}
}

// knows reports whether the lexicon lists the word, in any spelling.
func (l *arabicLexicon) knows(w []rune) bool {
	for _, r := range arabicTextKeys(w) {
		if r.Kind == 0 && l.whole[r.Key] {
			return true
		}
	}
	return false
}

// keepsFirstLetter reports whether the lexicon knows the word as it is.
func keepsFirstLetter(w []rune) bool {
	return strings.ContainsRune("وفبلكس", w[0]) && lexicon().knows(w)
}

// isListed reports whether the lexicon has the word, as a singular or a plural.
func isListed(w []rune) bool { return lexicon().knows(w) }

func isBrokenPlural(w []rune) bool {
	key, seat := skeleton(w)
	return seat == 0 && len(lexicon().singulars[key]) > 0
}

// singularsOf gives the singulars of a broken plural.
func singularsOf(w []rune) [][]rune {
	if listed := listedSingulars(w); len(listed) > 0 || isListed(w) {
		return listed
	}
	return singularsByPattern(w)
}

// listedSingulars gives what the lexicon has the word under.
func listedSingulars(w []rune) [][]rune {
	var out [][]rune
	for _, r := range arabicTextKeys(w) {
		if r.Kind != 0 {
			continue
		}
		for _, s := range lexicon().singulars[r.Key] {
			out = append(out, []rune(s))
		}
	}
	return out
}

// singularsByPattern undoes the plural patterns of words with four consonants.
func singularsByPattern(w []rune) [][]rune {
	if len(w) < 5 || len(w) > 6 || w[2] != 'ا' || strings.ContainsRune("ةىاء", w[len(w)-1]) {
		return nil
	}
	var out [][]rune
	both := func(letters ...rune) {
		out = append(out, letters, append(letters[:len(letters):len(letters)], 'ة'))
	}
	switch {
	case len(w) == 5 && w[3] == 'ئ': // رسائل ضرائب عجائز
		both(w[0], w[1], 'ي', w[4])
		both(w[0], w[1], 'ا', w[4])
		both(w[0], w[1], 'و', w[4])
	case len(w) == 5: // مطاعم قنابل كواكب
		both(w[0], w[1], w[3], w[4])
		if w[1] == 'و' { // كوارث شوارع
			both(w[0], 'ا', w[3], w[4])
		}
	case len(w) == 6 && w[4] == 'ي': // تقارير مشاريع مفاتيح
		for _, vowel := range "يوا" {
			both(w[0], w[1], w[3], vowel, w[5])
			if w[1] == 'و' { // صواريخ
				both(w[0], 'ا', w[3], vowel, w[5])
			}
		}
	}
	return out
}
