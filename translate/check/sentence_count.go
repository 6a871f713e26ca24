package check

import (
	"strconv"

	"diglot/translate/unit"
)

// sentenceCount finds a segment whose last sentences are gone: it has fewer of
// them than the source and is too short to have merged them.
func sentenceCount() rule {
	return rule{Info{
		Name: "sentence_count", Severity: unit.Warning,
		Good: example("The army left. Nobody knows why it went.", "en", "غادر الجيش. لا أحد يعرف سبب ذلك.", "ar"),
		Bad:  example("The army left the city in the night. Nobody knows why it went.", "en", "غادر الجيش المدينة ليلًا.", "ar"),
	}, findSentenceCount}
}

func findSentenceCount(v *view) {
	source, target := v.source.sentences(), v.target.sentences()
	if target >= source || !v.target.hasContent() {
		return
	}
	ratio := v.target.weight() / v.source.weight()
	if ratio > 0.72 && (ratio > 0.9 || v.target.count(question) >= v.source.count(question)) {
		return
	}
	v.report("fewer", unit.Issue{
		Args:   map[string]string{"source": strconv.Itoa(source), "target": strconv.Itoa(target)},
		Target: at(len(v.target.s), len(v.target.s)),
	})
}

// sentences counts the places where a sentence ends and another begins, and one more
// for the last. The stop of an abbreviation, before a small letter or behind a
// single letter, ends none.
func (d *side) sentences() int {
	n := 1
	for i, t := range d.tokens {
		if t.kind != isMark || t.mark != stop && t.mark != question && t.mark != exclamation {
			continue
		}
		if d.goesOn(i) && !d.abbreviates(i) {
			n++
		}
	}
	return n
}

// goesOn reports that a new sentence begins behind the mark at i.
func (d *side) goesOn(i int) bool {
	space := d.tokens[i].first >= 0x3000 // 。 needs none
	for i++; i < len(d.tokens); i++ {
		t := d.tokens[i]
		switch {
		case t.kind == isSpace:
			space = true
		case t.kind == isMark && (t.mark.closes() || t.mark == openQuote || t.first == '¿' || t.first == '¡'):
		case t.kind == isWord:
			return space && (!t.script.cased() || isUpper(t.first))
		default:
			return false
		}
	}
	return false
}

// abbreviates reports a stop behind one letter or a short capitalised word: J. Smith, Dr. Smith, U.S. officials.
func (d *side) abbreviates(i int) bool {
	t := d.tokens[i]
	if t.first != '.' || i == 0 || d.tokens[i-1].kind != isWord {
		return false
	}
	word := d.piece(d.tokens[i-1])
	n := countRunes(word)
	return n == 1 || n <= 3 && d.tokens[i-1].script.cased() && isUpper(d.tokens[i-1].first)
}

// count counts the marks of a class.
func (d *side) count(c class) int {
	n := 0
	for _, t := range d.tokens {
		if t.mark == c {
			n++
		}
	}
	return n
}
