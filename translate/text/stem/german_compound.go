package stem

import "strings"

// compounds adds the parts that a word may be put together of: krieg for
// bürgerkrieg, kriegsveteran and nachkriegszeit. What remains beside the part must
// look like a word. Only a dictionary could be sure, so a reading of this kind says
// that the term may be in the word, never that it is.
func compounds(w string, rs *readings) {
	add := func(part string) { rs.add(noun+part, Compound) }
	for i := range w {
		if i < 4 || !compoundRest(w[i:]) {
			continue
		}
		for _, link := range []string{"es", "s"} { // Tod|es|opfer
			if part, ok := cut(w[:i], link, 3); ok && shortNouns[part] {
				add(part)
			}
		}
		add(w[:i]) // Tsunami|warnung
		for _, link := range []string{"s", "es", "n", "en", "e", "er"} {
			if part, ok := cut(w[:i], link, 4); ok {
				add(part)
				if plain, ok := withoutUmlaut(part); ok {
					add(plain)
				}
			}
		}
		add(w[:i] + "e") // Sprach|unterricht
	}
	for i := range w {
		if i < 3 || len(w)-i < 4 && (!shortNouns[w[i:]] || dayNames[w]) || !compoundHead(w[:i]) {
			continue
		}
		add(w[i:]) // Bürger|krieg
		nounForms(w[i:], Compound, rs)
		adjectivalForms(w[i:], Compound, rs)
		for k := range w { // Hoch|sicherheit(s)|gefängnis
			if k-i >= 6 && compoundRest(w[k:]) {
				add(w[i:k])
				if part, ok := cut(w[i:k], "s", 6); ok {
					add(part)
				}
			}
		}
	}
}

// compoundRest reports whether what follows a part may be a word of its own, and
// not an ending that makes another word of it: Frau|chen, Saison|nier, Freund|schaft.
func compoundRest(rest string) bool {
	if len(rest) < 4 && !shortNouns[rest] || !strings.ContainsAny(rest, "aeiouäöüy") {
		return false
	}
	for _, suffix := range derivations {
		if strings.HasPrefix(rest, suffix) && len(rest) <= len(suffix)+2 {
			return false
		}
	}
	return true
}

// shortNouns are nouns of three letters that end many compounds.
var shortNouns = wordSet("amt art arm bad bau bus eis gas hof hut job kur mut not öl ort ost pol rad rat ruf see süd tag tat tod ton tor typ uhr weg zug")

// dayNames are no compounds of Tag that anybody means.
var dayNames = wordSet("montag dienstag donnerstag freitag samstag sonntag")

// derivations are endings that derive a word.
var derivations = strings.Fields(`chen lein inn isch lich haft ig keit heit ung nier ier ist ismus schaft tum ler ner erin
	erei er los bar sam iert ieren ierung ische istin ator ation ität ität ell iell enz anz ent ant`)

// compoundHead reports whether what stands before a part may be a word.
func compoundHead(head string) bool {
	if !strings.ContainsAny(head, "aeiouäöüy") {
		return false
	}
	switch head { // prefixes of verbs, which make other words: Be|schwerde
	case "ver", "vers", "bes", "ges", "ent", "emp", "zer", "erb", "beg", "ers", "unt":
		return false
	}
	return true
}
