package glossary

import (
	"sort"
	"strings"
	"sync"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Glossary is a compiled set of concepts. It may be used by several goroutines at
// once, and does not change.
type Glossary struct {
	concepts []Concept
	mu       sync.Mutex
	indexes  map[locale.Tag]*index // built when a locale is first asked for
}

// New compiles concepts. Concepts with the same id are one.
func New(concepts []Concept) *Glossary {
	g := &Glossary{indexes: map[locale.Tag]*index{}}
	byID := map[string]int{}
	for _, c := range concepts {
		if i, ok := byID[c.ID]; ok {
			g.concepts[i].Terms = append(g.concepts[i].Terms[:len(g.concepts[i].Terms):len(g.concepts[i].Terms)], c.Terms...)
			g.concepts[i].DoNotTranslate = g.concepts[i].DoNotTranslate || c.DoNotTranslate
			continue
		}
		byID[c.ID] = len(g.concepts)
		g.concepts = append(g.concepts, c)
	}
	return g
}

// Concepts gives the concepts in the order in which they came. They are not to be changed.
func (g *Glossary) Concepts() []Concept { return g.concepts }

// Recognize finds the concepts that a text in locale l speaks of: of overlapping
// terms the one that begins first, and of these the longest. Terms that two
// concepts share give a hit for each. Forbidden and deprecated terms are recognised
// too, since a source may use them.
func (g *Glossary) Recognize(t unit.Text, l locale.Tag) []unit.Hit {
	tokens := textOf(t)
	var hits []unit.Hit
	for _, f := range longest(g.index(l).find(tokens, false)) {
		hit := unit.Hit{
			Concept: g.concepts[f.entry.concept].ID,
			Term:    f.entry.term.Text,
			Span:    f.span(tokens),
			Status:  string(f.entry.term.Status),
		}
		if n := len(hits); n > 0 && hits[n-1].Concept == hit.Concept && hits[n-1].Span == hit.Span {
			continue
		}
		hits = append(hits, hit)
	}
	sort.SliceStable(hits, func(i, j int) bool { return hits[i].Span.Start < hits[j].Span.Start })
	return hits
}

// index gives the trie of a locale's terms.
func (g *Glossary) index(l locale.Tag) *index {
	g.mu.Lock()
	defer g.mu.Unlock()
	if x, ok := g.indexes[l]; ok {
		return x
	}
	var entries []*entry
	for i := range g.concepts {
		terms := g.concepts[i].Terms
		for k := range terms {
			if !serves(terms[k].Locale, l) {
				continue
			}
			e := &entry{concept: i, term: &terms[k]}
			for _, t := range tokenize(terms[k].Text, nil) {
				e.words = append(e.words, t.word)
			}
			if len(e.words) > 0 {
				entries = append(entries, e)
			}
		}
	}
	x := newIndex(l, entries)
	g.indexes[l] = x
	return x
}

// serves reports whether a term of locale t may be used in l: they are the same,
// or one is the other without region or script (ar serves ar-YE, and ar-YE serves
// ar, but ar-EG does not serve ar-YE). Extensions such as digits play no part.
func serves(t, l locale.Tag) bool {
	a, b := plainTag(t), plainTag(l)
	return a == b || strings.HasPrefix(a, b+"-") || strings.HasPrefix(b, a+"-")
}

func plainTag(t locale.Tag) string {
	s := t.String()
	if i := strings.Index(s, "-u-"); i >= 0 {
		return s[:i]
	}
	return s
}
