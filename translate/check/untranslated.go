package check

import (
	"strings"

	"diglot/translate/unit"
)

// untranslated finds targets that are still the source. A memory or an editor that
// copies the source leaves them, and nothing else in the file tells.
func untranslated() rule {
	return rule{Info{
		Name: "untranslated", Severity: unit.Error,
		Good: example("The army left Hama.", "en", "غادر الجيش حماة.", "ar"),
		Bad:  example("The army left Hama.", "en", "The army left Hama.", "ar"),
	}, findUntranslated}
}

func findUntranslated(v *view) {
	if v.sameLanguage() || !v.copied() {
		return
	}
	// A name or a score may stay as it is; a text with a small word in it may not.
	if v.source.words < 2 || !v.source.hasCommonWord() {
		return
	}
	v.report("same", unit.Issue{Source: at(0, len(v.source.s)), Target: at(0, len(v.target.s))})
}

// copied reports whether the target's words are the source's words.
func (v *view) copied() bool {
	a, b := v.source.tokens, v.target.tokens
	i, j, words := 0, 0, 0
	for {
		for i < len(a) && a[i].kind != isWord {
			i++
		}
		for j < len(b) && b[j].kind != isWord {
			j++
		}
		if i == len(a) || j == len(b) {
			return i == len(a) && j == len(b) && words > 0
		}
		if !strings.EqualFold(v.source.piece(a[i]), v.target.piece(b[j])) {
			return false
		}
		i, j, words = i+1, j+1, words+1
	}
}

// hasCommonWord reports a word that is no name: one that begins with a small
// letter, or any word of a script that has no capitals.
func (d *side) hasCommonWord() bool {
	for _, t := range d.tokens {
		if t.kind == isWord && (!t.script.cased() || isLower(t.first)) {
			return true
		}
	}
	return false
}
