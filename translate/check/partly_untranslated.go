package check

import (
	"strings"

	"diglot/translate/unit"
)

// partlyUntranslated finds words of the source that still stand in the translation
// in their order. Names may stay; a run of words with small ones among them was
// forgotten.
func partlyUntranslated() rule {
	return rule{Info{
		Name: "partly_untranslated", Severity: unit.Warning,
		Good: example("He reads The New York Times every day.", "en", "يقرأ The New York Times كل يوم.", "ar"),
		Bad:  example("He reads the paper every day.", "en", "يقرأ the paper every day.", "ar"),
	}, findPartlyUntranslated}
}

func findPartlyUntranslated(v *view) {
	if v.sameLanguage() || v.copied() {
		return
	}
	source, target := v.source.wordTokens(), v.target.wordTokens()
	need := 3 // common words in a row that two languages of one script may share
	if v.source.script != v.target.script {
		need = 2
	}
	for j := 0; j < len(target); {
		if !v.source.mayHold(target[j]) {
			j++
			continue
		}
		best, bestAt := 0, 0
		for i := range source {
			n := 0
			for i+n < len(source) && j+n < len(target) && v.sameWord(source[i+n], target[j+n]) {
				n++
			}
			if n > best {
				best, bestAt = n, i
			}
		}
		if best >= 2 && v.forgotten(source[bestAt:bestAt+best], target[j:j+best], need) && !v.target.enclosed(target[j], target[j+best-1]) {
			from, to := target[j], target[j+best-1]
			v.report("run", unit.Issue{
				Args:   map[string]string{"text": v.target.s[from.start:to.end]},
				Source: at(source[bestAt].start, source[bestAt+best-1].end),
				Target: at(from.start, to.end),
			})
		}
		j += max(best, 1)
	}
}

// forgotten reports a run of source words that is no name. A name may hold small
// words between its capitals: Newport on the Levee.
func (v *view) forgotten(source, target []token, need int) bool {
	common := 0
	for i, t := range source {
		if !t.script.cased() || isLower(t.first) && isLower(target[i].first) {
			common++
		}
	}
	first, last := source[0], source[len(source)-1]
	name := first.script.cased() && isUpper(first.first) && isUpper(last.first) && v.source.onlyShort(source)
	if len(source) >= 5 {
		return common > 0 && !name || v.source.script != v.target.script
	}
	return common >= need && !name
}

// onlyShort reports that the small words of a run are of three letters at most.
func (d *side) onlyShort(run []token) bool {
	for _, t := range run {
		if isLower(t.first) && t.end-t.start > 3 {
			return false
		}
	}
	return true
}

// enclosed reports words that stand in quotes or brackets by themselves: a title or
// a saying that is quoted as it is.
func (d *side) enclosed(from, to token) bool {
	before, behind := false, false
	for i, t := range d.tokens {
		if t.start == from.start && i > 0 {
			before = d.tokens[i-1].kind == isMark && (d.tokens[i-1].mark.quotes() || d.tokens[i-1].mark == openRound)
		}
		if t.end == to.end && i+1 < len(d.tokens) {
			behind = d.tokens[i+1].kind == isMark && (d.tokens[i+1].mark.closes() || d.tokens[i+1].mark == stop || d.tokens[i+1].mark == question)
		}
	}
	return before && behind
}

// mayHold reports a word of the script that the text's language is written in.
func (d *side) mayHold(t token) bool { return t.script == d.script }

// sameWord compares a word of the source and one of the target without their case.
// Most pairs differ in length already.
func (v *view) sameWord(s, t token) bool {
	if s.script != t.script || s.end-s.start != t.end-t.start && s.script == latin && s.first < 0x80 && t.first < 0x80 {
		return false
	}
	return strings.EqualFold(v.source.piece(s), v.target.piece(t))
}

// maxRunWords is how many words of a text are searched for runs.
const maxRunWords = 500

// wordTokens lists the first words, without pieces of designations such as orf3b.
func (d *side) wordTokens() []token {
	list := d.run[:0]
	for i, t := range d.tokens {
		if len(list) == maxRunWords {
			break
		}
		if t.kind == isWord && (i == 0 || d.tokens[i-1].kind != isDigits) && (i+1 == len(d.tokens) || d.tokens[i+1].kind != isDigits) {
			list = append(list, t)
		}
	}
	d.run = list
	return list
}
