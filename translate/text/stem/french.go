package stem

import "strings"

// french knows number and gender of nouns and adjectives. Endings that also make
// other words are left alone: porte is no feminine of port.
type french struct{}

func (french) Keys(word string) []string { return accentKeys(strings.ToLower(word)) }

func (french) Readings(word string) []Reading {
	w := strings.ToLower(word)
	rs := readings{{Key: w}}
	frenchGender(w, &rs)
	for _, plural := range frenchPlurals {
		if stem, ok := cut(w, plural.from, 2); ok {
			rs.add(stem+plural.to, Inflected)
			frenchGender(stem+plural.to, &rs)
		}
	}
	if singular, ok := frenchIrregular[w]; ok {
		rs.add(singular, Inflected)
	}
	addBare(word, &rs)
	return rs
}

var frenchPlurals = []ending{{"s", ""}, {"ches", "ch"}, {"aux", "al"}, {"aux", "ail"}, {"eaux", "eau"}, {"aux", "au"}, {"eux", "eu"}, {"oux", "ou"}}

// frenchGender adds the masculine of a feminine singular.
func frenchGender(w string, rs *readings) { replaceEnds(w, frenchFeminines, 2, Inflected, rs) }

var frenchFeminines = []ending{
	{"ante", "ant"}, {"ente", "ent"}, {"ée", "é"}, {"ienne", "ien"}, {"éenne", "éen"}, {"onne", "on"}, {"ère", "er"}, {"ière", "ier"},
	{"euse", "eur"}, {"euse", "eux"}, {"trice", "teur"}, {"ive", "if"}, {"elle", "el"}, {"ale", "al"}, {"aine", "ain"},
	{"oise", "ois"}, {"aise", "ais"}, {"arde", "ard"}, {"ète", "et"}, {"ane", "an"},
	{"ecque", "ec"}, {"blique", "blic"}, {"rque", "rc"}, {"ouve", "ouf"},
	{"ue", "u"}, {"ise", "is"}, {"ite", "it"}, {"oite", "oit"}, {"ouse", "oux"},
}

var frenchIrregular = map[string]string{
	"yeux": "œil", "cieux": "ciel", "messieurs": "monsieur", "mesdames": "madame", "mesdemoiselles": "mademoiselle", "aïeux": "aïeul",
	"copine": "copain", "copines": "copain", "nouvelle": "nouveau", "nouvelles": "nouveau", "nouvel": "nouveau", "belle": "beau",
	"belles": "beau", "bel": "beau", "vieille": "vieux", "vieilles": "vieux", "vieil": "vieux", "blanche": "blanc", "blanches": "blanc",
	"longue": "long", "longues": "long", "sèche": "sec", "sèches": "sec", "fraîche": "frais", "fraîches": "frais", "folle": "fou",
	"folles": "fou", "douce": "doux", "douces": "doux", "fausse": "faux", "fausses": "faux", "grosse": "gros", "grosses": "gros",
	"basse": "bas", "basses": "bas", "épaisse": "épais", "épaisses": "épais", "héroïne": "héros", "héroïnes": "héros", "gentille": "gentil",
	"gentilles": "gentil", "grande": "grand", "grandes": "grand", "seconde": "second", "secondes": "second", "forte": "fort", "fortes": "fort",
	"haute": "haut", "hautes": "haut", "verte": "vert", "vertes": "vert", "chaude": "chaud", "chaudes": "chaud", "froide": "froid",
	"froides": "froid", "courte": "court", "courtes": "court", "morte": "mort", "mortes": "mort", "ouverte": "ouvert", "ouvertes": "ouvert",
	"avocate": "avocat", "avocates": "avocat", "candidate": "candidat", "candidates": "candidat", "soldate": "soldat", "soldates": "soldat",
	"cheffe": "chef", "cheffes": "chef", "mairesse": "maire", "princesse": "prince", "princesses": "prince",
	"hôtesse": "hôte", "hôtesses": "hôte", "amie": "ami", "amies": "ami", "toute": "tout", "toutes": "tout", "tous": "tout",
}
