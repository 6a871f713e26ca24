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
		if v.target.partOfWord(i-2, i) || v.target.breaksBetween(a.end, b.start) || v.source.doubles() {
			continue
		}
		v.report("twice", unit.Issue{
			Args:   map[string]string{"word": word},
			Target: at(a.start, b.end),
		})
	}
}

// partOfWord reports that tokens from i to j hang on to their outer neighbours, as
// in "vis-a-vis a" or "l'un un".
func (d *side) partOfWord(i, j int) bool {
	return i > 0 && d.tokens[i-1].kind == isMark && (d.tokens[i-1].mark == apostrophe || d.tokens[i-1].mark == hyphen) ||
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
