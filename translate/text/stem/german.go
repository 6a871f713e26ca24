package stem

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// german knows plural and case of nouns, with umlaut (Häuser), the endings of
// adjectives, which hang on what stands before (häusliche Gewalt, häuslicher
// Gewalt), and compounds. A noun's endings come off words with a capital only:
// kriegen is no plural of Krieg. Which parts a compound may have is in
// german_compound.go.
type german struct{}

// agreed marks the key of a word without the ending of an adjective.
const agreed = "~"

func (german) Keys(word string) []string {
	w := germanLower(word)
	keys := []string{w}
	if isCapital(word) {
		keys[0] = noun + w
	}
	if stem, ok := cut(w, "er", 3); ok && isAdjectivalNoun(stem) {
		keys = append(keys, adjectival+stem)
	}
	for _, e := range adjectiveEndings {
		if stem, ok := cut(w, e, 3); ok {
			return append(keys, agreed+stem)
		}
	}
	return append(keys, agreed+w)
}

func (german) Readings(word string) []Reading {
	w := germanLower(word)
	rs := readings{{Key: w}}
	if isCapital(word) {
		rs.add(noun+w, 0)
		nounForms(w, 0, &rs)
		adjectivalForms(w, 0, &rs)
	}
	rs.add(agreed+w, Agreement)
	for _, e := range adjectiveEndings {
		if stem, ok := cut(w, e, 3); ok {
			rs.add(agreed+stem, Agreement)
		}
	}
	compounds(w, &rs)
	return rs
}

// adjectival marks nouns that are declined as adjectives: der Beamte, ein Beamter.
const adjectival = "adjectival:"

func adjectivalForms(w string, kind Kind, rs *readings) {
	for _, e := range adjectiveEndings {
		if stem, ok := cut(w, e, 3); ok && isAdjectivalNoun(stem) {
			rs.add(adjectival+stem, kind|Inflected)
		}
	}
}

func isAdjectivalNoun(stem string) bool {
	for _, end := range []string{"end", "iert", "los", "tig", "lich", "nell", "uell"} {
		if strings.HasSuffix(stem, end) {
			return true
		}
	}
	return adjectivalNouns[stem]
}

var adjectivalNouns = wordSet(`beamt angestellt abgeordnet verletzt tot verwandt bekannt deutsch erwachsen krank gefangen angeklagt
	gesandt vertrieben geflüchtet verstorben fremd heilig blind weiss schwarz überlebt beschuldigt verurteilt inhaftiert verbündet
	gelehrt geliebt verlobt getötet vermisst verantwortlich beauftragt bevollmächtigt vorgesetzt angehörig freiwillig minderjährig`)

var adjectiveEndings = []string{"e", "en", "er", "es", "em"}

// noun marks the key of a word with a capital: Leben is not leben.
const noun = "noun:"

func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// germanLower also writes ss for ß, as Switzerland does.
func germanLower(word string) string {
	return strings.ReplaceAll(strings.ToLower(word), "ß", "ss")
}

// nounForms adds the nominative singulars that a noun may be a form of.
func nounForms(w string, kind Kind, rs *readings) {
	kind |= Inflected
	add := func(singular string) { rs.add(noun+singular, kind) }
	for _, e := range []string{"s", "es", "en", "n", "e", "ens", "er", "ern", "se", "sen"} {
		stem, ok := cut(w, e, 3)
		if !ok {
			continue
		}
		switch e {
		case "er", "ern": // Kinder, and not Lehrer of Lehr or Wähler of Wahl
			for i := range stem { // Bundesländer as Länder
				if singular, ok := erPlurals[stem[i:]]; ok {
					add(stem[:i] + singular)
				}
			}
		case "se", "sen":
			if strings.HasSuffix(stem, "nis") || strings.HasSuffix(stem, "us") {
				add(stem)
			}
		case "s", "es":
			add(stem)
		default:
			add(stem)
			if plain, ok := withoutUmlaut(stem); ok {
				add(plain)
			}
		}
	}
	if plain, ok := withoutUmlaut(w); ok { // Väter, Gärten
		add(plain)
	}
	if stem, ok := cut(w, "innen", 4); ok { // Studentinnen
		add(stem)
		add(stem + "e")
	} else if stem, ok := cut(w, "in", 4); ok {
		add(stem)
		add(stem + "e")
	}
	for _, e := range foreignPlurals {
		if stem, ok := cut(w, e.from, 3); ok {
			add(stem + e.to)
		}
	}
}

// foreignPlurals are plurals of words from Latin and Greek.
var foreignPlurals = []ending{{"ien", "ium"}, {"ien", "ie"}, {"en", "um"}, {"en", "us"}, {"en", "a"}, {"a", "um"}, {"leute", "mann"}, {"leuten", "mann"}}

// withoutUmlaut takes back the last umlaut of a plural: häus, bäum, väter.
func withoutUmlaut(w string) (string, bool) {
	i := strings.LastIndexAny(w, "äöü")
	if i < 0 {
		return "", false
	}
	plain := map[string]string{"ä": "a", "ö": "o", "ü": "u"}[w[i:i+2]]
	return w[:i] + plain + w[i+2:], true
}

// erPlurals are the nouns that make their plural in -er, by what stands before it.
var erPlurals = func() map[string]string {
	byStem := map[string]string{}
	for _, singular := range strings.Fields(germanErNouns) {
		stem := singular
		if i := strings.LastIndexAny(singular, "aou"); i >= 0 {
			if i > 0 && singular[i] == 'u' && singular[i-1] == 'a' {
				i--
			}
			stem = singular[:i] + map[byte]string{'a': "ä", 'o': "ö", 'u': "ü"}[singular[i]] + singular[i+1:]
		}
		byStem[strings.ToLower(stem)] = strings.ToLower(singular)
	}
	return byStem
}()

const germanErNouns = `Amt Bad Band Bild Blatt Brett Buch Dach Denkmal Dorf Ei Fach Feld Geist Geld Gesicht Gewand
	Glas Glied Grab Gras Gut Haupt Haus Holz Horn Huhn Irrtum Kalb Kind Kleid Korn Kraut Lamm Land Licht Lied Loch
	Mann Maul Mund Nest Rad Rand Reichtum Rind Schild Schloss Schwert Spital Tal Tuch Volk Wald Weib Wort Wurm
	Wachstum Leib Gespenst Geschlecht Gemüt Bistum`
