package stem

import "strings"

// pronouns are the possessive endings, the longest first.
var pronouns = [][]rune{[]rune("هما"), []rune("كما"), []rune("ها"), []rune("هم"), []rune("هن"), []rune("كم"), []rune("كن"), []rune("نا"), []rune("ه"), []rune("ك"), []rune("ي")}

// arabicForms gives the nouns that a word without clitics before it may be a form
// of, the word itself first. A noun with the article carries no pronoun. A word that
// the lexicon lists is what the lexicon says, and its ending is its own: عدوان is no
// dual of عدو.
func arabicForms(w []rune, pronoun bool, emit func([]rune, Kind)) {
	emit(w, 0)
	numberForms(w, 0, false, emit)
	if !pronoun || isListed(w) {
		return
	}
	possessed := func(letters []rune) { emit(letters, Possessive) }
	for _, p := range pronouns {
		base, ok := cutRunes(w, p, 2)
		if !ok || string(p) == "ي" && !takesMyOrConstruct(base) {
			continue
		}
		switch base[len(base)-1] {
		case 'ت': // سيارته
			giveListed(replaceLast(base, 'ة'), possessed)
		case 'ا': // مستشفاه, مرضاهم
			giveListed(replaceLast(base, 'ى'), possessed)
		case 'ة', 'ى':
			continue // no pronoun follows these
		}
		emit(base, Possessive)
		numberForms(base, Possessive, true, emit)
	}
}

// numberForms takes off what number, gender and case have added. Before a pronoun
// or a genitive, plurals in ون ين and duals lose their ن.
func numberForms(w []rune, kind Kind, construct bool, emit func([]rune, Kind)) {
	kind |= Inflected
	give := func(letters []rune) { emit(letters, kind) }
	for _, singular := range singularsOf(w) {
		give(singular)
	}
	if isListed(w) {
		return
	}
	endings := []string{"ون", "ين", "ان"}
	if construct {
		endings = []string{"ا", "ي"}
	} else if base, ok := cutRunes(w, []rune("ا"), 3); ok { // accusative, dual before a genitive
		giveListed(base, give)
		feminineDual(base, give)
	}
	for _, end := range endings {
		if base, ok := cutRunes(w, []rune(end), 3); ok {
			give(base)
			feminineDual(base, give)
			defective(base, end, give)
		}
	}
	if base, ok := cutRunes(w, []rune("و"), 4); ok && hasPluralInWaw(base) {
		give(base)
		give(append(base, 'ي'))
	}
	if base, ok := cutRunes(w, []rune("ات"), 2); ok {
		soundFeminine(base, give)
	}
	if base, ok := cutRunes(w, []rune("ة"), 3); ok && hasFeminine(base) {
		give(base)
	}
}

// soundFeminine gives the singulars of a plural in ات: شركة, تحقيق, مستشفى, مباراة, قناة.
func soundFeminine(base []rune, give func([]rune)) {
	feminine := append(base, 'ة')
	giveListed(feminine, give)
	if !isListed(feminine) {
		give(base)
	}
	switch base[len(base)-1] {
	case 'ي':
		give(replaceLast(base, 'ى'))
		give(append(base[:len(base)-1:len(base)-1], 'ا', 'ة'))
	case 'و':
		give(append(base[:len(base)-1:len(base)-1], 'ا', 'ة'))
		if len(base) > 3 && base[len(base)-2] == 'ا' {
			give(replaceLast(base, 'ء'))
		}
	}
}

// feminineDual gives مدينة for what مدينتان leaves.
func feminineDual(base []rune, give func([]rune)) {
	if base[len(base)-1] == 'ت' && len(base) > 3 {
		giveListed(replaceLast(base, 'ة'), give)
	}
}

// giveListed gives a noun and, where the lexicon has it as a form of another noun,
// that one: طفلة of طفل, مرضى of مريض.
func giveListed(noun []rune, give func([]rune)) {
	give(noun)
	for _, singular := range listedSingulars(noun) {
		give(singular)
	}
}

// defective gives back the ي of محامون and the ى of مستشفيان.
func defective(base []rune, end string, give func([]rune)) {
	if strings.HasSuffix(end, "ن") && end != "ان" && len(base) >= 4 {
		give(append(base, 'ي'))
	}
	if base[len(base)-1] == 'ي' {
		give(replaceLast(base, 'ى'))
	}
}

// hasFeminine reports whether a noun without ة is the masculine of the one with
// it: participles and relational adjectives are (طالبة, ممثلة, نووية), while most
// other nouns in ة are words of their own (جملة is no form of جمل, كتابة none of كتاب).
func hasFeminine(base []rune) bool {
	return len(base) >= 4 && (base[len(base)-1] == 'ي' || isParticiple(base) || base[2] == 'ي' && len(base) == 4)
}

// isParticiple reports whether letters have the shape of a word for one who does
// something, which makes its plural in ون ين and its feminine in ة: فاعل, and those
// that begin with م. Names of places and tools look the same; the lexicon has them.
func isParticiple(w []rune) bool {
	return len(w) >= 4 && w[0] == 'م' || len(w) == 4 && w[1] == 'ا'
}

// myNouns are nouns whose ي is "my" rather than the ending of an adjective.
var myNouns = wordSet("ابن أخ أخت أب أم جد عم خال زوج بيت ولد بنت طفل صديق كتاب اسم رأي وطن بلد")

// takesMyOrConstruct reports whether a final ي may be "my" or the rest of a plural
// before a genitive (لاعبي الفريق). On other nouns it makes an adjective: حربي.
func takesMyOrConstruct(base []rune) bool {
	return myNouns[string(base)] || base[len(base)-1] == 'ت' || base[len(base)-1] == 'ي' || isParticiple(base)
}

// hasPluralInWaw reports whether a final و may be the rest of a plural before a
// genitive: مهندسو الشركة, صحفيو الجريدة.
func hasPluralInWaw(base []rune) bool {
	return len(base) >= 4 && (base[len(base)-1] == 'ي' || isParticiple(base) || base[2] == 'ا')
}

func cutRunes(w, suffix []rune, min int) (stem []rune, ok bool) {
	n := len(w) - len(suffix)
	if n < min || !strings.HasSuffix(string(w), string(suffix)) {
		return nil, false
	}
	return w[:n:n], true // what is appended to the stem leaves the word alone
}
