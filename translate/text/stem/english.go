package stem

import "strings"

// english knows the number of nouns. A possessive 's is no part of the word: the
// apostrophe ends it. Verbs and derivations (senate, senator) stay apart.
type english struct{}

func (english) Keys(word string) []string { return []string{strings.ToLower(word)} }

func (english) Readings(word string) []Reading {
	w := strings.ToLower(word)
	rs := readings{{Key: w}}
	if namesInS[w] {
		return rs
	}
	if singular, ok := englishPlurals[w]; ok {
		for _, s := range strings.Fields(singular) {
			rs.add(s, Inflected)
		}
		return rs
	}
	if stem, ok := cut(w, "ies", 2); ok {
		rs.add(stem+"y", Inflected)
		rs.add(stem+"ie", Inflected)
		return rs
	}
	if stem, ok := cut(w, "ves", 2); ok {
		rs.add(stem+"f", Inflected)
		rs.add(stem+"fe", Inflected)
	}
	if stem, ok := cut(w, "es", 2); ok && takesES(stem) {
		rs.add(stem, Inflected)
	}
	if stem, ok := cut(w, "s", 2); ok && !strings.HasSuffix(stem, "s") {
		rs.add(stem, Inflected)
	}
	for _, compound := range []string{"men", "children", "people"} { // policemen, grandchildren
		if stem, ok := cut(w, compound, 2); ok {
			rs.add(stem+strings.Fields(englishPlurals[compound])[0], Inflected)
		}
	}
	return rs
}

// takesES reports whether a noun makes its plural in -es: boxes, matches, heroes.
func takesES(stem string) bool {
	for _, end := range []string{"s", "x", "z", "ch", "sh", "o"} {
		if strings.HasSuffix(stem, end) {
			return true
		}
	}
	return false
}

// namesInS are names that end in s and are no plural.
var namesInS = wordSet(`hamas texas honduras paris athens wales brussels naples laos cyprus mars venus zeus jesus james charles
	thomas louis francis lewis nicholas marcus dallas kansas arkansas illinois massachusetts barbados bahamas maldives
	reuters mercedes airbus damascus belarus mauritius tunis algiers las los des les davos lagos caracas pegasus
	lazarus phobos olympus politics economics mathematics physics athletics logistics gymnastics`)
