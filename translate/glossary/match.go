package glossary

import (
	"cmp"
	"math/bits"
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
	skipped     int // token between that is no word of the term, or -1
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
		w.step(found{first: i, last: i, skipped: -1}, 0)
		slices.SortStableFunc(w.all, func(a, b found) int {
			return cmp.Or(b.last-a.last, a.entry.concept-b.entry.concept)
		})
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

// step follows the edges from node. f is the match so far; its last token is the
// one to be read.
func (w *walk) step(f found, node int32) {
	i := f.last
	if i == len(w.tokens) {
		return
	}
	t := w.tokens[i]
	inside := i > f.first
	if inside && (t.gap == apart || t.gap == dot && utf8.RuneCountInString(w.tokens[i-1].word) > 3) {
		return
	}
	if inside && i+1 < len(w.tokens) && linkWords[strings.ToLower(w.tokens[i+1].word)] && !linkWords[strings.ToLower(t.word)] {
		over := f // ministre [russe] des Affaires étrangères
		over.skipped, over.last = i, i+1
		w.step(over, node)
	}
	for _, r := range w.index.readings(t.word) {
		next, ok := w.index.edges[edge{node, r.word}]
		if !ok || r.kind&w.never != 0 || inside && !followsInside(r.kind) {
			continue
		}
		more := f
		more.kind |= r.kind
		for _, more.entry = range w.index.ends[next] {
			w.add(more)
		}
		more.entry, more.last = nil, i+1
		w.step(more, next)
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
	if f.entry.term.CaseSensitive && !f.caseFits(w.tokens) {
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
// longest. Of several for the same stretch those stay that changed least: Hamas is
// no plural of Hama where the glossary has both.
func longest(all []found) []found {
	var kept []found
	for len(all) > 0 {
		best := all[0] // begins first, and is the longest of those
		same, least := 0, changes(best.kind)
		for same < len(all) && all[same].first == best.first && all[same].last == best.last {
			least = min(least, changes(all[same].kind))
			same++
		}
		for _, f := range all[:same] {
			if changes(f.kind) == least {
				kept = append(kept, f)
			}
		}
		all = all[same:]
		for len(all) > 0 && all[0].first <= best.last {
			all = all[1:]
		}
	}
	return kept
}

// changes counts what has been changed in the words themselves, clitics aside.
func changes(kind stem.Kind) int {
	return bits.OnesCount16(uint16(kind &^ (stem.Conjunction | stem.Preposition | stem.Article)))
}

// span gives the bytes of a match.
func (f found) span(tokens []token) unit.Span {
	return unit.Span{Start: tokens[f.first].start, End: tokens[f.last].end}
}
