package stem

import "strings"

// hebrew takes off the letters that are written together with a word (ו ש ה ב ל כ
// מ and their stacks), the plural in ים and ות, the construct state and the
// possessive endings. Points are dropped, and a final letter is the same as in the
// middle of a word, so that מלך and מלכים meet.
type hebrew struct{}

var hebrewFinals = strings.NewReplacer("ך", "כ", "ם", "מ", "ן", "נ", "ף", "פ", "ץ", "צ")

func hebrewLetters(word string) string {
	return hebrewFinals.Replace(strings.Map(func(r rune) rune {
		if r >= 0x0591 && r <= 0x05C7 || r >= 0x200B && r <= 0x200F || r == '"' || r == '״' || r == '\'' || r == '׳' {
			return -1
		}
		return r
	}, word))
}

func (hebrew) Keys(word string) []string {
	w := hebrewLetters(word)
	keys := []string{w}
	if rest, ok := strings.CutPrefix(w, "ה"); ok && len(rest) >= 6 {
		keys = append(keys, rest)
	}
	return keys
}

func (hebrew) Readings(word string) []Reading {
	var rs readings
	w := hebrewLetters(word)
	hebrewNoun(w, 0, &rs)
	var kind Kind
	for _, clitic := range hebrewClitics {
		if rest, ok := strings.CutPrefix(w, clitic.letter); ok && len(rest) >= 4 {
			w, kind = rest, kind|clitic.kind
			hebrewNoun(w, kind, &rs)
		}
	}
	return rs
}

// hebrewClitics stand before a word in this order.
var hebrewClitics = []struct {
	letter string
	kind   Kind
}{{"ו", Conjunction}, {"ש", Conjunction}, {"כ", Preposition}, {"ב", Preposition}, {"ל", Preposition}, {"מ", Preposition}, {"ה", Article}}

var hebrewEndings = []ending{
	{"ימ", ""}, {"ימ", "ה"}, {"ות", ""}, {"ות", "ה"}, {"ות", "ת"}, {"יות", "ית"}, {"יות", "יה"}, {"יימ", "י"}, {"יימ", ""},
	{"י", ""}, {"ת", "ה"}, {"ית", "י"}, {"ה", ""},
	{"ו", ""}, {"ה", ""}, {"מ", ""}, {"נ", ""}, {"כ", ""}, {"נו", ""}, {"כמ", ""}, {"תו", "ה"}, {"תה", "ה"}, {"תי", "ה"}, {"תמ", "ה"},
	{"יו", ""}, {"יה", ""}, {"יהמ", ""}, {"יכמ", ""}, {"ינו", ""}, {"ותיו", "ה"}, {"ותיה", "ה"}, {"ותיהמ", "ה"},
}

// hebrewNoun adds the readings of a word without letters before it. Three letters
// remain at least: two for a root would meet too much.
func hebrewNoun(w string, kind Kind, rs *readings) {
	rs.add(w, kind)
	replaceEnds(w, hebrewEndings, 6, kind|Inflected, rs)
}
