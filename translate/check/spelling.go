package check

import (
	"unicode/utf8"

	"diglot/translate/unit"
)

// spelling finds words that the language's dictionary does not have, where one was
// given. News is full of names, so it is a remark and never more.
func spelling() rule {
	return rule{Info{
		Name: "spelling", Severity: unit.Info,
		Good: example("Hama fell.", "en", "سقطت حماة.", "ar"),
		// A bad example needs a dictionary.
	}, findSpelling}
}

func findSpelling(v *view) {
	d := v.dictionaries[v.target.lang]
	if d == nil {
		return
	}
	tokens := v.target.tokens
	for i := 0; i < len(tokens); i++ {
		if tokens[i].kind != isWord || tokens[i].script != v.target.script {
			continue
		}
		end := v.target.apostrophes(i)
		word := v.target.s[tokens[i].start:tokens[end].end]
		if !v.target.isName(i) && !v.source.holdsWord(word) && !d.Knows(word) && !v.target.knownInPieces(d, i, end) {
			v.report("unknown", unit.Issue{Args: map[string]string{"word": word}, Target: at(tokens[i].start, tokens[end].end)})
		}
		i = end
	}
}

// apostrophes gives the last token of a word that is written with apostrophes: don't.
func (d *side) apostrophes(i int) int {
	for i+2 < len(d.tokens) && d.tokens[i+1].mark == apostrophe && d.tokens[i+2].kind == isWord {
		i += 2
	}
	return i
}

// knownInPieces reports that the parts beside apostrophes are words: l'armée.
func (d *side) knownInPieces(dict *Dictionary, from, to int) bool {
	if from == to {
		return false
	}
	for i := from; i <= to; i += 2 {
		if word := d.piece(d.tokens[i]); utf8.RuneCountInString(word) > 2 && !dict.Knows(word) {
			return false
		}
	}
	return true
}

// isName reports a word that a dictionary need not have: one with a capital inside
// a sentence, one hung on digits, a single letter.
func (d *side) isName(i int) bool {
	t := d.tokens[i]
	if utf8.RuneCountInString(d.piece(t)) == 1 {
		return true
	}
	if i > 0 && d.tokens[i-1].kind == isDigits || i+1 < len(d.tokens) && d.tokens[i+1].kind == isDigits {
		return true
	}
	return t.script.cased() && isUpper(t.first) && d.lang != "de" && !d.beginsSentence(i)
}
