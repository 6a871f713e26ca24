package check

import (
	"slices"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Info describes a check.
type Info struct {
	Name         string
	Severity     unit.Severity // the worst that it reports
	Languages    []string      // base languages of targets that it is for; none stands for all
	Reason       string        // the message that says in one line why it exists
	OffByDefault bool          // it fires on more than two of a hundred good translations

	// Good passes the check and Bad does not. Each is one pair, or the pairs of a
	// document where the check looks at documents.
	Good, Bad []Pair
}

// All lists the checks in the order of their names.
func All() []Info {
	var list []Info
	for _, r := range rules() {
		list = append(list, r.info)
	}
	return list
}

// rule is a check at work. A rule without find looks at documents, in Document.
type rule struct {
	info Info
	find func(*view)
}

func (r *rule) serves(lang string) bool {
	return len(r.info.Languages) == 0 || slices.Contains(r.info.Languages, lang)
}

// rules lists all checks in the order of their names.
func rules() []rule {
	list := []rule{
		acronyms(), bidi(), brackets(), consistency(), corrupted(), dates(), doubledWord(), email(), empty(), endPunct(),
		harakat(), initialCase(), invisible(), length(), mixedScript(), numbers(), numerals(), partlyUntranslated(), placeholders(), plurals(),
		punctSpace(), punctStyle(), quotes(), sentenceCount(), spelling(), startPunct(), tags(), units(), untranslated(),
		webAddress(), whitespace(),
	}
	slices.SortFunc(list, func(a, b rule) int {
		if a.info.Name < b.info.Name {
			return -1
		}
		return 1
	})
	for i := range list {
		list[i].info.Reason = "check." + list[i].info.Name + ".reason"
	}
	return list
}

// example makes a pair of plain texts for an Info.
func example(source, from, target, to string) []Pair {
	return []Pair{{
		SourceLocale: locale.MustParse(from), Source: unit.Plain(source),
		TargetLocale: locale.MustParse(to), Target: unit.Plain(target),
	}}
}
