package glossary

import (
	"cmp"
	"strings"

	"diglot/translate/locale"
	"diglot/translate/text/stem"
	"diglot/translate/unit"
)

// countPhrases cuts one side of a bitext into words, makes the forms of a word one,
// and counts all sequences of up to longestPhrase words that punctuation does not
// break and that neither begin nor end with a stop word.
func countPhrases(units []Aligned, l locale.Tag, side func(Aligned) unit.Text) *phrases {
	texts := make([][]token, len(units))
	for i, u := range units {
		texts[i] = textOf(side(u))
	}
	family := families(texts, stem.For(l))
	stop := stopwords(l)
	ps := &phrases{byKey: map[string]*phrase{}, inUnit: make([][]*phrase, len(units))}
	for i, tokens := range texts {
		content := side(units[i]).Content
		for from := range tokens {
			ps.from(content, i, from > 0 && tokens[from].gap == joined, tokens[from:], family, stop)
		}
	}
	return ps
}

// from counts the phrases that begin with the first of the tokens; inside tells that
// no sentence begins with it.
func (ps *phrases) from(content string, number int, inside bool, tokens []token, family map[string]string, stop map[string]bool) {
	if edgeless(tokens[0], stop) {
		return
	}
	var key strings.Builder
	var parts []*phrase // shorter ones with the same beginning
	for n, t := range tokens[:min(longestPhrase, len(tokens))] {
		if n > 0 && t.gap != joined {
			return
		}
		key.WriteString(family[t.word] + " ")
		if edgeless(t, stop) {
			continue
		}
		p := ps.byKey[key.String()]
		if p == nil {
			p = &phrase{words: n + 1, forms: map[string]int{}, within: map[*phrase]bool{}}
			ps.byKey[key.String()] = p
			ps.order = append(ps.order, p)
		}
		span := unit.Span{Start: tokens[0].start, End: t.end}
		p.count++
		if inside && startsUpper(tokens[0].word) {
			p.names++
		}
		p.forms[content[span.Start:span.End]]++
		if k := len(p.places); k == 0 || p.places[k-1].unit != number {
			ps.inUnit[number] = append(ps.inUnit[number], p)
		}
		p.places = append(p.places, place{number, span})
		for _, part := range parts {
			part.within[p] = true
		}
		for from := 1; from <= n; from++ { // those that begin later have been or will be counted
			ps.note(p, tokens[from:n+1], family)
		}
		parts = append(parts, p)
	}
}

// note marks the phrase of the tokens as a part of a longer one.
func (ps *phrases) note(longer *phrase, tokens []token, family map[string]string) {
	var key strings.Builder
	for _, t := range tokens {
		key.WriteString(family[t.word] + " ")
	}
	if p := ps.byKey[key.String()]; p != nil {
		p.within[longer] = true
	}
}

// edgeless reports whether a word begins and ends no term: stop words, numbers,
// single letters.
func edgeless(t token, stop map[string]bool) bool {
	lower := strings.ToLower(t.word)
	first := []rune(lower)
	return stop[lower] || scriptOf(first[0]) == digits || len(first) == 1 && scriptOf(first[0]) != syllables
}

// families gives for each word of the texts the key that stands for all its forms:
// of its readings the one that most words share, the shortest of several. No
// dictionary says which reading is meant, but the other words of the text do.
func families(texts [][]token, a stem.Analyser) map[string]string {
	readings := map[string][]string{}
	support := map[string]int{}
	for _, tokens := range texts {
		for _, t := range tokens {
			if _, ok := readings[t.word]; ok {
				continue
			}
			keys := []string{}
			if len(t.word) <= maxWord {
				for _, r := range a.Readings(t.word) {
					if r.Kind&(stem.Compound|stem.Agreement|stem.LooseYa) == 0 {
						keys = append(keys, r.Key)
						support[r.Key]++
					}
				}
			}
			readings[t.word] = keys
		}
	}
	family := make(map[string]string, len(readings))
	for word, keys := range readings {
		best := strings.ToLower(word)
		for i, key := range keys {
			if i == 0 || cmp.Or(support[key]-support[best], len(best)-len(key), strings.Compare(best, key)) > 0 {
				best = key
			}
		}
		family[word] = best
	}
	return family
}
