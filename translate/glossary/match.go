package glossary

import (
	"slices"
	"strings"
	"unicode/utf8"

	"diglot/translate/text/stem"
	"diglot/translate/unit"
)

// found is a term that stands in a text.
type found struct {
	entry       *entry
	first, last int // tokens
	kind        stem.Kind
}

// textOf cuts a text into tokens.
func textOf(t unit.Text) []token {
	var breaks []int
	for _, c := range t.Codes {
		if c.Break {
			breaks = append(breaks, c.Offset)
		}
	}
	return tokenize(t.Content, breaks)
}

// find gives all terms that stand in the tokens, by their first token, longer
// ones first. With compounds, a term may be a part of a longer word.
func (x *index) find(tokens []token, compounds bool) []found {
	var all []found
	w := walk{index: x, tokens: tokens}
	if !compounds {
		w.never = stem.Compound
	}
	for i := range tokens {
		w.all = w.all[:0]
		w.step(0, i, i, 0)
		slices.SortStableFunc(w.all, func(a, b found) int { return b.last - a.last })
		all = append(all, w.all...)
	}
	return all
}

type walk struct {
	index  *index
	never  stem.Kind // readings that do not count
	tokens []token
	all    []found
}

// step follows the edges from node with the i-th token of a match that began at first.
func (w *walk) step(node int32, first, i int, kind stem.Kind) {
	if i == len(w.tokens) {
		return
	}
	t := w.tokens[i]
	if i > first && (t.gap == apart || t.gap == dot && utf8.RuneCountInString(w.tokens[i-1].word) > 3) {
		return
	}
	if i > first && i+1 < len(w.tokens) && linkWords[strings.ToLower(w.tokens[i+1].word)] && !linkWords[strings.ToLower(t.word)] {
		w.step(node, first, i+1, kind) // ministre [russe] des Affaires étrangères
	}
	for _, r := range w.index.readings(t.word) {
		next, ok := w.index.edges[edge{node, r.key}]
		if !ok || r.kind&w.never != 0 || i > first && !followsInside(r.kind) {
			continue
		}
		for _, e := range w.index.ends[next] {
			w.add(found{e, first, i, kind | r.kind})
		}
		w.step(next, first, i+1, kind|r.kind)
	}
}

// linkWords begin the second half of a term. An adjective of the first half may
// stand before them.
var linkWords = map[string]bool{"de": true, "des": true, "du": true, "d": true, "del": true, "of": true}

// followsInside reports whether a word inside a term may have these things added:
// an article as its adjective agrees with the noun, no conjunction and no preposition.
func followsInside(kind stem.Kind) bool {
	return kind&stem.Conjunction == 0 && (kind&stem.Preposition == 0 || kind&stem.Article != 0)
}

// add keeps a match whose letters have the case that the term asks for, once.
func (w *walk) add(f found) {
	if len(f.entry.words) == 1 && f.kind&stem.Agreement != 0 {
		return
	}
	if f.entry.term.CaseSensitive && !caseFits(f.entry, w.tokens[f.first:f.last+1]) {
		return
	}
	if f.kind&stem.LooseYa != 0 && !slices.ContainsFunc(w.tokens, showsLooseYa) {
		return
	}
	for i, g := range w.all {
		if g.entry == f.entry && g.last == f.last {
			if f.kind < g.kind {
				w.all[i] = f
			}
			return
		}
	}
	w.all = append(w.all, f)
}

// showsLooseYa reports whether a word shows that its writer makes no difference
// between ي and ى at the end.
func showsLooseYa(t token) bool {
	switch t.word {
	case "فى", "التى", "الذى", "هى", "وهى", "وفى", "والتى", "والذى":
		return true
	}
	return false
}

// longest keeps of overlapping matches those that begin first, and of these the
// longest; matches of the same stretch all stay.
func longest(all []found) []found {
	var kept []found
	end := -1 // last token that is taken
	for i := 0; i < len(all); {
		first := all[i].first
		last := all[i].last
		for ; i < len(all) && all[i].first == first; i++ {
			if first > end && all[i].last == last {
				kept = append(kept, all[i])
			}
		}
		if first > end {
			end = last
		}
	}
	return kept
}

// span gives the bytes of a match.
func (f found) span(tokens []token) unit.Span {
	return unit.Span{Start: tokens[f.first].start, End: tokens[f.last].end}
}
