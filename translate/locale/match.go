package locale

import (
	"golang.org/x/text/language"
)

// Match picks from have the locale that serves a reader of want best: the same
// one, else a relative of the same language and script ("ar" for "ar-YE", "en-GB"
// for "en-AU" before "en-US"), by the matcher of x/text. It never crosses to another
// language, as browsers do from Danish to Norwegian, nor to another script: a
// translation for the one is none for the other. ok is false when nothing fits.
func Match(want Tag, have []Tag) (best Tag, ok bool) {
	if want.IsZero() {
		return Tag{}, false
	}
	var tags []language.Tag
	var at []int // index into have
	for i, h := range have {
		if h == want {
			return h, true
		}
		if !h.IsZero() && sameLanguage(h, want) && Script(h) == Script(want) {
			tags = append(tags, h.Language())
			at = append(at, i)
		}
	}
	if len(tags) == 0 {
		return Tag{}, false
	}
	_, index, _ := language.NewMatcher(tags).Match(want.Language())
	return have[at[index]], true
}

// sameLanguage also holds for two codes of one language, as "no" and "nb".
func sameLanguage(a, b Tag) bool {
	if a.Base() == b.Base() {
		return true
	}
	_, _, confidence := language.NewMatcher([]language.Tag{language.Make(a.Base())}).Match(language.Make(b.Base()))
	return confidence == language.Exact
}

// Parents gives the locales that stand in for t, nearest first and t itself not
// among them: "en-AU" has "en-001" and "en"; "zh-Hant-HK" has "zh-Hant" and not
// "zh", which is another script (CLDR parentLocales). Extensions such as -u-nu-arab
// fall away first.
func Parents(t Tag) []Tag {
	var chain []Tag
	bare := withoutExtensions(t)
	if bare != t {
		chain = append(chain, bare)
	}
	for tag := bare.Language().Parent(); tag != language.Und; tag = tag.Parent() {
		chain = append(chain, FromLanguage(tag))
	}
	return chain
}

// withoutExtensions cuts the tag before its first singleton, such as -u-.
func withoutExtensions(t Tag) Tag {
	for i := 1; i+2 < len(t.canonical); i++ {
		if t.canonical[i] == '-' && t.canonical[i+2] == '-' {
			return Tag{t.canonical[:i]}
		}
	}
	return t
}
