package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"diglot/translate/text"
	"diglot/translate/unit"
)

// harakat finds an Arabic word that one place of a document writes with vowel
// signs and another without: أيضًا and أيضا. A house has a habit; the signs may also
// be there to tell two words apart (غيّر is not غير) or for the case, so it is a remark,
// and since that is often so it is off by default: it fires on six of a hundred good
// translations.
func harakat() rule {
	good := append(example("He came too.", "en", "جاء أيضًا.", "ar"), example("She came too.", "en", "جاءت أيضًا.", "ar")...)
	bad := append(example("He came too.", "en", "جاء أيضًا.", "ar"), example("She came too.", "en", "جاءت أيضا.", "ar")...)
	return rule{info: Info{Name: "harakat", Severity: unit.Info, Languages: []string{"ar"}, OffByDefault: true, Good: good, Bad: bad}}
}

// spelt is a word without signs, at its first place without and with them.
type spelt struct {
	bare, signed place
	reported     bool
}

// place is where a word stands; its letters are empty where it does not.
type place struct {
	letters string
	pair    int
	at      unit.Span
}

// findHarakat reports each word once, where the second of its spellings comes first.
func findHarakat(d *document) {
	words := map[string]*spelt{}
	for i := range d.pairs {
		if d.inArabic(i) {
			eachSigned(d.pairs[i].Target.Content, func(word string, _ unit.Span) {
				words[text.FoldHarakat.String(word)] = &spelt{}
			})
		}
	}
	if len(words) == 0 {
		return
	}
	for i := range d.pairs {
		if !d.inArabic(i) {
			continue
		}
		eachArabic(d.pairs[i].Target.Content, func(word string, at unit.Span, signed bool) {
			letters := word
			if signed {
				letters = text.FoldHarakat.String(word)
			}
			if w := words[letters]; w != nil {
				d.compareSigns(w, place{word, i, at}, signed)
			}
		})
	}
}

func (d *document) compareSigns(w *spelt, p place, signed bool) {
	mine, other := &w.bare, &w.signed
	if signed {
		mine, other = other, mine
	}
	if mine.letters == "" {
		*mine = p
	}
	if other.letters == "" || w.reported {
		return
	}
	w.reported = true
	issue := unit.Issue{Args: map[string]string{"word": p.letters, "other": other.letters}, Target: []unit.Span{p.at}}
	d.report(p.pair, "both", issue)
}

// inArabic reports a pair whose target's language the check is for.
func (d *document) inArabic(i int) bool {
	return slices.Contains(d.rule.info.Languages, d.pairs[i].TargetLocale.Base())
}

// eachSigned gives the words that have signs. Most texts have none.
func eachSigned(s string, do func(word string, at unit.Span)) {
	if !strings.ContainsFunc(s, isHaraka) {
		return
	}
	eachArabic(s, func(word string, at unit.Span, signed bool) {
		if signed {
			do(word, at)
		}
	})
}

// eachArabic gives the words in Arabic letters.
func eachArabic(s string, do func(word string, at unit.Span, signed bool)) {
	start, signed := -1, false
	for i := 0; i <= len(s); {
		var r rune
		n := 1
		if i < len(s) {
			r, n = decode(s, i)
		}
		haraka := isHaraka(r)
		switch inside := i < len(s) && r >= utf8.RuneSelf && (haraka || scriptOf(r) == arabic); {
		case inside && start < 0:
			start, signed = i, haraka
		case inside:
			signed = signed || haraka
		case start >= 0:
			do(s[start:i], unit.Span{Start: start, End: i}, signed)
			start = -1
		}
		i += n
	}
}

// isHaraka reports tanwin, the short vowels, shadda and sukun.
func isHaraka(r rune) bool { return 0x064B <= r && r <= 0x0652 }
