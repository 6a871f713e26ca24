package locale

import (
	"strings"

	"golang.org/x/text/language"
)

// Match picks from have the locale that serves a reader of want best: the same
// one, else a relative of the same language and script ("ar" for "ar-YE", "en-GB"
// for "en-AU" before "en-US"), by the matcher of x/text. It never crosses to
// another language or script; ok is false when nothing fits.
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
		if h.Base() == want.Base() && Script(h) == Script(want) {
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

// Parents gives the locales that stand in for t, nearest first and t itself not
// among them: "en-AU" has "en-001" and "en"; "zh-Hant-HK" has "zh-Hant" and not
// "zh", which is another script (CLDR parentLocales). Extensions such as -u-nu-arab
// fall away first.
func Parents(t Tag) []Tag {
	var chain []Tag
	tag := t.Language()
	if len(tag.Extensions()) > 0 {
		if bare := withoutExtensions(t); bare != t {
			chain = append(chain, bare)
			tag = bare.Language()
		}
	}
	for tag = tag.Parent(); tag != language.Und; tag = tag.Parent() {
		chain = append(chain, FromLanguage(tag))
	}
	return chain
}

// withoutExtensions cuts the tag before its first singleton.
func withoutExtensions(t Tag) Tag {
	parts := strings.Split(t.String(), "-")
	for i, part := range parts {
		if len(part) == 1 && i > 0 {
			return FromLanguage(language.Make(strings.Join(parts[:i], "-")))
		}
	}
	return t
}
