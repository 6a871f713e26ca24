package check

import (
	"strings"

	"diglot/translate/unit"
)

// doubledWord finds a word that stands twice in a row, the fault that a writer's
// own eye passes over most easily.
func doubledWord() rule {
	return rule{Info{
		Name: "doubled_word", Severity: unit.Warning,
		Good: example("The army left Hama.", "en", "غادر الجيش حماة.", "ar"),
		Bad:  example("The army left Hama.", "en", "غادر الجيش الجيش حماة.", "ar"),
	}, findDoubledWord}
}

func findDoubledWord(v *view) {
	tokens := v.target.tokens
	for i := 2; i < len(tokens); i++ {
		a, gap, b := tokens[i-2], tokens[i-1], tokens[i]
		if a.kind != isWord || b.kind != isWord || gap.kind != isSpace || !a.script.spaced() {
			continue
		}
		word := v.target.piece(a)
		if !strings.EqualFold(word, v.target.piece(b)) || countRunes(word) < 2 {
			continue
		}
		if v.target.partOfWord(i-2, i) || v.target.saysTwice(i-2, i) || v.target.breaksBetween(a.end, b.start) {
			continue
		}
		if v.source.doubles() {
			return
		}
		v.report("twice", unit.Issue{
			Args:   map[string]string{"word": word},
			Target: at(a.start, b.end),
		})
	}
}

// saysTwice reports a repetition that the language itself asks for: a relative
// pronoun before an article, a reflexive, an adverb made by saying a word twice, a
// foreign acronym spelled by its letters.
func (d *side) saysTwice(i, j int) bool {
	d.buf = appendFolded(d.buf[:0], d.piece(d.tokens[i]))
	switch d.lang {
	case "de":
		switch string(d.buf) {
		case "sie":
			return true
		case "die", "der", "das", "den", "dem":
			return i > 1 && d.tokens[i-1].kind == isSpace && d.tokens[i-2].mark == comma
		}
	case "ar", "fa":
		if d.isLetterName(i) && (d.isLetterName(i-2) || d.isLetterName(j+2)) {
			return true
		}
	}
	return repeated[d.lang] != nil && repeated[d.lang][string(d.buf)]
}

// isLetterName reports that token i is the name of a Latin letter in Arabic script.
func (d *side) isLetterName(i int) bool {
	if i < 0 || i >= len(d.tokens) || d.tokens[i].kind != isWord {
		return false
	}
	switch d.piece(d.tokens[i]) {
	case "بي", "سي", "دي", "إي", "اي", "إف", "اف", "جي", "آي", "كيه", "كي", "إل", "ال", "إم", "ام", "إن", "ان", "أو", "او", "بی", "سی", "دی", "کی", "آر", "إس", "اس", "تي", "تی", "يو", "یو", "في", "وی", "دبليو", "إكس", "إيه", "أوه", "أيه", "كيو", "زد", "إتش":
		return true
	}
	return false
}

// repeated are words that a language says twice for a purpose, folded.
var repeated = map[string]map[string]bool{
	"fr": wordSet("nous vous"),
	"tr": wordSet("zaman diri bol yavas yavaş tek sık uzun ayrı adım hızlı güzel tane teker kara yer kat için gizli açık derin sessiz ara parça kapı sokak köy şehir çeşit türlü renk sıcak taze ağır ince kısa koşa güle bile bata ite yana çabuk öbek küme dizi dalga grup peş sıra birer ikişer gün yıl boy"),
	"fa": wordSet("زنده چند یکی کم آرام تک دسته قدم گاه نم خرد پاره تکه رفته گروه نرم لحظه جوخه قطره ذره"),
	"ar": wordSet("رويدا شيئا يوما خطوة جنبا جدا كلا وجها واحدا بيتا"),
	"ru": wordSet("еле чуть чисто едва"),
	"de": wordSet("hip"),
	"es": wordSet("casi muy poco"),
	"he": wordSet("לאט שנים יום אחד מעט טיפין"),
}

// wordSet folds a list of words for look-up.
func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[string(appendFolded(nil, w))] = true
	}
	return set
}

// partOfWord reports that tokens from i to j hang on to their outer neighbours, as
// in "vis-a-vis a" or "l'un un".
func (d *side) partOfWord(i, j int) bool {
	return i > 0 && (d.tokens[i-1].mark == apostrophe || d.tokens[i-1].mark == hyphen) ||
		j+1 < len(d.tokens) && d.tokens[j+1].kind == isMark && (d.tokens[j+1].mark == hyphen || d.tokens[j+1].mark == apostrophe && j+2 < len(d.tokens) && d.tokens[j+2].kind == isWord)
}

// breaksBetween reports a line break by an inline code between two places.
func (d *side) breaksBetween(from, to int) bool {
	for _, c := range d.text.Codes {
		if c.Break && c.Offset >= from && c.Offset <= to {
			return true
		}
	}
	return false
}

// doubles reports a text that says a word twice itself, as "no no" and "had had" do.
func (d *side) doubles() bool {
	last := -1
	for i, t := range d.tokens {
		if t.kind != isWord {
			continue
		}
		if last >= 0 && i-last <= 3 && strings.EqualFold(d.piece(d.tokens[last]), d.piece(t)) {
			return true
		}
		last = i
	}
	return false
}
