package stem

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// In capitals many writers leave accents out: Etats-Unis, ETATS-UNIS. A dictionary
// word with accents is filed without them too, under marks that only words in
// capitals meet, so that cote and côte stay apart.
const (
	bareFirst = "@"  // without the accent of its first letter
	bareAll   = "@@" // without any accent
)

// accentKeys files a lower-case word, with and without its accents.
func accentKeys(lower string) []string {
	keys := []string{lower}
	r, n := utf8.DecodeRuneInString(lower)
	if bare := withoutAccents(lower[:n]); r >= utf8.RuneSelf && bare != lower[:n] {
		keys = append(keys, bareFirst+bare+lower[n:])
	}
	if bare := withoutAccents(lower); bare != lower {
		keys = append(keys, bareAll+bare)
	}
	return keys
}

// addBare adds to the readings of a word in capitals those without accents.
func addBare(word string, rs *readings) {
	r, n := utf8.DecodeRuneInString(word)
	if r >= utf8.RuneSelf || !unicode.IsUpper(r) {
		return
	}
	mark := bareFirst
	if len(word) > n && strings.ToUpper(word) == word {
		mark = bareAll
	}
	for _, reading := range *rs {
		rs.add(mark+reading.Key, reading.Kind)
	}
}

// withoutAccents takes the marks off letters.
func withoutAccents(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s)))
}

// ending replaces the end of a word by another.
type ending struct{ from, to string }

// replaceEnds adds a reading for each ending that fits and leaves min bytes.
func replaceEnds(w string, endings []ending, min int, kind Kind, rs *readings) {
	for _, e := range endings {
		if stem, ok := cut(w, e.from, min); ok {
			rs.add(stem+e.to, kind)
		}
	}
}
