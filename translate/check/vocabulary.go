package check

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// vocabulary is what the checks know of each language, by its base code.
type vocabulary map[string]func() *lexicon

// lexicon is what the checks know of one language: the words that say numbers,
// dates and measures. It is read from a wordList once, and never changes.
type lexicon struct {
	stems  []stem           // of words that take endings: milyon*
	words  map[string]sense // by folded word; a phrase stands with its spaces
	starts map[string]bool  // first words of phrases
	list   *wordList

	compounds bool            // numbers are written together with other words
	heads     map[string]bool // first four bytes of cardinals
	tails     []string        // what may follow them in a compound
}

// stem is the beginning of words that mean the same.
type stem struct {
	letters string
	sense   sense
}

// sense is what a word may mean to a check. A word may have several senses:
// "second" is an ordinal and a unit.
type sense struct {
	number  float64 // of a cardinal, that may be part of a longer number
	part    float64 // of a word that says a fraction: half
	says    float64 // of a word that says a number by itself: third, twice, dozen
	scale   float64 // thousand, million
	group   float64 // of a word that counts by groups: two decades are twenty years
	month   int     // 1 to 12
	weekday int     // 1 to 7 from Monday
	measure measure
	clock   clockWord
	flags   senseFlags
	fronted bool // something is written onto the word's front: وألف is "and a thousand"
}

type senseFlags uint8

const (
	isNumber senseFlags = 1 << iota
	saysNumber
	isJoin    // "and" inside a number
	isPercent // per cent
	isFaint   // may say one, as an article does
	isLabel   // "number", before a number that names
)

// clockWord tells what a word makes of an hour.
type clockWord uint8

const (
	noClock  clockWord = iota
	morning            // a.m.
	evening            // p.m.
	clockRef           // o'clock, Uhr
)

// wordList is a lexicon as its language's file writes it: words parted by spaces,
// the words of a phrase by "_", and a "*" behind the beginning of a word that takes endings.
type wordList struct {
	cardinals []valued // combine: twenty five
	says      []valued // stand alone: third, dozen
	faint     string   // words that may say one: a, each, per
	parts     []valued // fractions
	scales    []valued
	groups    []valued // decade, dozen
	join      string   // between cardinals: and
	months    [12]string
	weekdays  [7]string
	measures  []measured
	percent   string
	label     string // words beside a number that names: number, channel
	am, pm    string
	clock     string

	tails         []string // what may follow a number in one word: -jährig
	proclitics    []string // what may be written onto a word's front, longest first
	capitalMonths bool     // a month is known by its capital: May, March
	oneIsArticle  bool
	unitsFirst    bool // five and twenty is 25
	spaceGroups   bool // thousands are parted by spaces
}

type valued struct {
	value float64
	words string
}

type measured struct {
	measure measure
	words   string
}

// newVocabulary knows all languages, and reads the words of one when it is first met.
func newVocabulary() vocabulary {
	v := vocabulary{}
	for lang, list := range map[string]*wordList{
		"ar": &arabicWords, "de": &germanWords, "en": &englishWords, "es": &spanishWords, "fa": &persianWords, "fr": &frenchWords,
		"he": &hebrewWords, "ja": &japaneseWords, "ru": &russianWords, "tr": &turkishWords, "zh": &chineseWords, "": {},
	} {
		v[lang] = sync.OnceValue(func() *lexicon { return newLexicon(list) })
	}
	return v
}

// of gives the lexicon of a language, an empty one where there is none.
func (v vocabulary) of(lang string) *lexicon {
	if read, ok := v[lang]; ok {
		return read()
	}
	return v[""]()
}

func newLexicon(list *wordList) *lexicon {
	l := &lexicon{words: map[string]sense{}, starts: map[string]bool{}, list: list}
	for _, v := range list.cardinals {
		l.add(v.words, func(s *sense) { s.number = v.value; s.flags |= isNumber })
	}
	for _, v := range list.says {
		l.add(v.words, func(s *sense) { s.says = v.value; s.flags |= saysNumber })
	}
	l.add(list.faint, func(s *sense) { s.says = 1; s.flags |= saysNumber | isFaint })
	for _, v := range list.parts {
		l.add(v.words, func(s *sense) { s.part = v.value; s.flags |= saysNumber })
	}
	for _, v := range list.scales {
		l.add(v.words, func(s *sense) { s.scale = v.value })
	}
	for _, v := range list.groups {
		l.add(v.words, func(s *sense) { s.group = v.value })
	}
	l.add(list.join, func(s *sense) { s.flags |= isJoin })
	l.add(list.label, func(s *sense) { s.flags |= isLabel })
	l.add(list.percent, func(s *sense) { s.flags |= isPercent })
	for i, words := range list.months {
		l.add(words, func(s *sense) { s.month = i + 1 })
	}
	for i, words := range list.weekdays {
		l.add(words, func(s *sense) { s.weekday = i + 1 })
	}
	for _, m := range list.measures {
		l.add(m.words, func(s *sense) { s.measure = m.measure })
	}
	l.add(list.am, func(s *sense) { s.clock = morning })
	l.add(list.pm, func(s *sense) { s.clock = evening })
	l.add(list.clock, func(s *sense) { s.clock = clockRef })
	if len(list.tails) > 0 {
		l.compounds, l.tails, l.heads = true, list.tails, map[string]bool{}
		for word, s := range l.words {
			if s.flags&isNumber != 0 && len(word) >= 4 {
				l.heads[word[:4]] = true
			}
		}
	}
	return l
}

// startsPhrase reports a word that a phrase begins with, with or without what is
// written onto its front.
func (l *lexicon) startsPhrase(folded []byte) bool {
	if l.starts[string(folded)] {
		return true
	}
	for _, p := range l.list.proclitics {
		if len(folded) > len(p)+2 && string(folded[:len(p)]) == p && l.starts[string(folded[len(p):])] {
			return true
		}
	}
	return false
}

// add gives a meaning to words.
func (l *lexicon) add(words string, mean func(*sense)) {
	for _, w := range strings.Fields(words) {
		parts := strings.Split(w, "_")
		for i, p := range parts {
			parts[i] = string(appendFolded(nil, p))
		}
		key := strings.Join(parts, " ")
		if len(parts) > 1 {
			l.starts[parts[0]] = true
		}
		if letters, ok := strings.CutSuffix(key, "*"); ok {
			s := stem{letters: letters}
			mean(&s.sense)
			l.stems = append(l.stems, s)
			key = letters
		}
		s := l.words[key]
		mean(&s)
		l.words[key] = s
	}
}

// look finds what a folded word means.
func (l *lexicon) look(folded []byte) (sense, bool) {
	s, ok := l.words[string(folded)]
	if ok {
		return s, true
	}
	for _, p := range l.list.proclitics {
		if len(folded) > len(p)+2 && string(folded[:len(p)]) == p {
			if s, ok := l.words[string(folded[len(p):])]; ok {
				s.fronted = true
				return s, true
			}
		}
	}
	for _, s := range l.stems {
		if len(folded) > len(s.letters) && string(folded[:len(s.letters)]) == s.letters {
			return s.sense, true
		}
	}
	return sense{}, false
}

// prefix finds the longest word that s begins with, for scripts without spaces.
func (l *lexicon) prefix(s string) (sense, bool) {
	for end := min(len(s), 24); end > 0; end -= 3 {
		if m, ok := l.words[s[:end]]; ok {
			return m, true
		}
	}
	return sense{}, false
}

// appendFolded appends a word as lexicons have it: small letters, without vowel
// points and tatweel, the seats of hamza and the shapes of ya and kaf made one. It
// does what text.Fold does, for a few letters, without a normaliser: it is called
// for every word of every text.
func appendFolded(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		if r = foldLetter(r); r != 0 {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// foldLetter gives the letter that a lexicon has for r, 0 for none.
func foldLetter(r rune) rune {
	switch {
	case r >= 0x600 && r <= 0x6FF:
		switch r {
		case 'أ', 'إ', 'آ', 'ٱ':
			return 'ا'
		case 'ى', 'ی':
			return 'ي'
		case 'ک':
			return 'ك'
		case 'ة':
			return 'ه'
		case 'ؤ':
			return 'و'
		case 'ـ', 'ٰ':
			return 0
		}
		if r >= 0x64B && r <= 0x65F {
			return 0
		}
		return r
	case r >= 0x591 && r <= 0x5C7 && r != 0x5BE:
		return 0
	case r == 'ё' || r == 'Ё':
		return 'е'
	case r == 'İ' || r == 'ı':
		return 'i'
	case r == '\u200C' || r == '\u200D':
		return 0
	case r >= 0x300 && r <= 0x36F:
		return 0
	}
	return unicode.ToLower(r)
}
