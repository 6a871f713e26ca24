package check

import (
	"diglot/translate/text"
	"diglot/translate/unit"
)

// nameFacts lists the names that a source with capitals shows, and looks for each
// in the target: letter by letter where both are written in one script, by its
// consonants where the target's script can be read so.
func (v *view) nameFacts(facts []Fact) []Fact {
	if !v.source.script.cased() {
		return facts
	}
	var taken []unit.Span
	for _, name := range v.source.names() {
		fact := Fact{Kind: NameFact, Source: name.span, Counterpart: Unsure}
		readable := v.target.script == v.source.script
		switch v.target.script {
		case arabic, hebrew, cyrillic:
			readable = true
		}
		if at, ok := v.findName(name, taken); ok {
			fact.Target, fact.Counterpart = at, Found
			taken = append(taken, at)
		} else if readable && len(name.words) > 1 {
			fact.Counterpart = Missing
		}
		facts = append(facts, fact)
	}
	return facts
}

// name is a run of capitalised words.
type name struct {
	span  unit.Span
	words []string
}

// maxNames is how many names of a text are looked for.
const maxNames = 50

// names lists the runs of capitalised words. One word at the beginning of a
// sentence is no name for that; months and weekdays are dates.
func (d *side) names() []name {
	var list []name
	for i := 0; i < len(d.tokens) && len(list) < maxNames; i++ {
		t := d.tokens[i]
		if t.kind != isWord || !isUpper(t.first) || d.namesTime(i) || opensSentences[d.piece(t)] {
			continue
		}
		n := name{span: unit.Span{Start: t.start, End: t.end}, words: []string{d.piece(t)}}
		first := i
		for i+2 < len(d.tokens) {
			gap, next := d.tokens[i+1], d.tokens[i+2]
			if gap.kind != isSpace && gap.mark != hyphen || next.kind != isWord || !isUpper(next.first) || d.namesTime(i+2) {
				break
			}
			n.words = append(n.words, d.piece(next))
			n.span.End = next.end
			i += 2
		}
		if len(n.words) > 1 || !d.beginsSentence(first) {
			list = append(list, n)
		}
	}
	return list
}

// opensSentences are small words of English that have a capital at a beginning and
// in headlines, and are no part of the name behind them.
var opensSentences = map[string]bool{
	"The": true, "A": true, "An": true, "In": true, "On": true, "At": true, "By": true, "For": true, "From": true, "To": true, "Of": true, "With": true,
	"And": true, "But": true, "Or": true, "As": true, "If": true, "When": true, "While": true, "After": true, "Before": true, "Since": true, "Then": true,
	"He": true, "She": true, "It": true, "We": true, "They": true, "You": true, "I": true, "His": true, "Her": true, "Its": true, "Our": true, "Their": true, "My": true,
	"This": true, "That": true, "These": true, "Those": true, "There": true, "Here": true, "What": true, "Who": true, "Why": true, "How": true, "Where": true,
	"No": true, "Not": true, "Yes": true, "All": true, "Some": true, "Many": true, "Most": true, "Both": true, "One": true, "Two": true, "Three": true,
	"Mr": true, "Mrs": true, "Ms": true, "Dr": true,
}

func (d *side) namesTime(i int) bool {
	s, _, ok := d.wordAt(i)
	return ok && (s.month > 0 || s.weekday > 0)
}

// beginsSentence reports a word behind a mark that ends a sentence, or behind none.
func (d *side) beginsSentence(i int) bool {
	for i--; i >= 0; i-- {
		switch t := d.tokens[i]; {
		case t.kind == isSpace || t.kind == isHidden || t.kind == isOpaque:
		case t.kind == isMark && (t.mark.ends() && t.mark != comma || t.mark.quotes() || t.mark == dash || t.mark == openRound):
			return true
		default:
			return false
		}
	}
	return true
}

// findName looks for the words of a name in the target: most of them, near each other.
func (v *view) findName(n name, taken []unit.Span) (unit.Span, bool) {
	best, found := unit.Span{}, 0
	for _, word := range n.words {
		want := skeleton(word)
		for _, t := range v.target.tokens {
			if t.kind != isWord || overlaps(taken, t) {
				continue
			}
			got := v.target.piece(t)
			if got == word || alike(want, skeleton(got)) {
				if found == 0 {
					best = unit.Span{Start: t.start, End: t.end}
				} else if t.start-best.End > 24 || best.Start-t.end > 24 {
					continue
				}
				best.Start, best.End = min(best.Start, t.start), max(best.End, t.end)
				found++
				break
			}
		}
	}
	return best, found > 0 && 2*found >= len(n.words)
}

func overlaps(taken []unit.Span, t token) bool {
	for _, s := range taken {
		if t.start < s.End && s.Start < t.end {
			return true
		}
	}
	return false
}

// alike compares the consonants of two words: one of four may differ, and what is
// written onto the front of an Arabic or Hebrew word may be left out.
func alike(want, got []rune) bool {
	if len(want) < 2 || len(got) < 2 {
		return false
	}
	for range 2 {
		if d, ok := text.DistanceWithin(want, got, len(want)/4); ok && d <= len(want)/4 {
			return true
		}
		if len(got) <= len(want) {
			return false
		}
		got = got[1:]
	}
	return false
}

// skeleton gives the consonants of a word as classes that Latin, Arabic, Hebrew and
// Cyrillic letters share, without doubles. Vowels and what stands for them are left
// out, as are letters that one of the scripts passes over.
func skeleton(word string) []rune {
	var bones []rune
	for _, r := range text.FoldDiacritics.String(word) {
		c := consonant(r)
		if c == 0 || len(bones) > 0 && bones[len(bones)-1] == c {
			continue
		}
		bones = append(bones, c)
	}
	return bones
}

// consonant gives the class of a letter, 0 for a vowel and for letters that are
// often silent or left out.
func consonant(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		r += 'a' - 'A'
	}
	switch r {
	case 'b', 'p', 'ب', 'پ', 'ב', 'פ', 'ף', 'б', 'п', 'Б', 'П':
		return 'b'
	case 'f', 'v', 'ف', 'ڤ', 'ф', 'в', 'Ф', 'В':
		return 'f'
	case 't', 'd', 'ت', 'ط', 'د', 'ض', 'ث', 'ذ', 'ט', 'ת', 'ד', 'т', 'д', 'Т', 'Д':
		return 't'
	case 'k', 'c', 'q', 'g', 'ك', 'ک', 'ق', 'غ', 'ج', 'گ', 'ק', 'כ', 'ך', 'ג', 'к', 'г', 'К', 'Г', 'j':
		return 'k'
	case 's', 'z', 'x', 'س', 'ص', 'ز', 'ظ', 'ش', 'چ', 'ס', 'ש', 'ז', 'צ', 'ץ', 'с', 'з', 'ш', 'ж', 'ч', 'щ', 'ц', 'С', 'З', 'Ш', 'Ж', 'Ч', 'Ц':
		return 's'
	case 'l', 'ل', 'ל', 'л', 'Л':
		return 'l'
	case 'r', 'ر', 'ר', 'р', 'Р':
		return 'r'
	case 'm', 'م', 'מ', 'ם', 'м', 'М':
		return 'm'
	case 'n', 'ن', 'נ', 'ן', 'н', 'Н':
		return 'n'
	}
	return 0
}
