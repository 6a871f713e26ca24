package glossary

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// association is a phrase of the target that comes together with one of the source.
type association struct {
	phrase *phrase
	both   int
	score  float64
}

// significant is the log-likelihood from on which coming together is hardly chance
// (chi-squared with one degree of freedom, p < 0.001).
const significant = 10.83

// associates gives the phrases that stand in the given units more often than chance
// would have it, best first, none of them a part of a better one.
func (ps *phrases) associates(units []int, limit int) []association {
	both := map[*phrase]int{}
	var met []*phrase
	for _, u := range units {
		for _, p := range ps.inUnit[u] {
			if both[p] == 0 {
				met = append(met, p)
			}
			both[p]++
		}
	}
	var all []association
	for _, p := range met {
		n := both[p]
		if n < minimumCount || n*4 < len(units) {
			continue
		}
		if s := logLikelihood(n, len(units), len(p.units()), len(ps.inUnit)); s >= significant {
			all = append(all, association{p, n, s})
		}
	}
	slices.SortStableFunc(all, func(a, b association) int {
		return cmp.Or(cmp.Compare(b.score, a.score), b.phrase.words-a.phrase.words, strings.Compare(a.phrase.text(), b.phrase.text()))
	})
	var best []association
	for _, a := range all {
		if len(best) == limit {
			break
		}
		if !slices.ContainsFunc(best, func(b association) bool { return b.phrase.within[a.phrase] || a.phrase.within[b.phrase] }) {
			best = append(best, a)
		}
	}
	return best
}

// logLikelihood measures how far two things that stand in a and b of n units, and in
// both of k, are from coming together by chance; 0 where they avoid each other.
func logLikelihood(k, a, b, n int) float64 {
	if k*n <= a*b {
		return 0
	}
	cell := func(observed, row, column int) float64 {
		if observed == 0 {
			return 0
		}
		return float64(observed) * math.Log(float64(observed)*float64(n)/(float64(row)*float64(column)))
	}
	return 2 * (cell(k, a, b) + cell(a-k, a, n-b) + cell(b-k, n-a, b) + cell(n-a-b+k, n-a, n-b))
}

// Inconsistency is a phrase of the source that no glossary lists and that is
// rendered in different ways.
type Inconsistency struct {
	Source     string
	Count      int // units in which it stands
	Renderings []UnlistedRendering
}

// UnlistedRendering is one of the ways, with the units that have it and none of
// those before it.
type UnlistedRendering struct {
	Text  string
	Units []string
}

// Inconsistencies finds phrases that stand in several units and have two renderings
// or more, each in two units at least. Phrases that g recognises are left to its own
// check. The likeliest rendering comes first; the others explain what it leaves over.
func Inconsistencies(units []Aligned, src, tgt locale.Tag, g *Glossary) []Inconsistency {
	source := countPhrases(units, src, func(u Aligned) unit.Text { return u.Source })
	target := countPhrases(units, tgt, func(u Aligned) unit.Text { return u.Target })
	var found []Inconsistency
	for _, p := range source.rank() {
		rest := p.units()
		if len(rest) < 2*minimumCount || g != nil && len(g.Recognize(unit.Plain(p.text()), src)) > 0 {
			continue
		}
		all := p.units()
		in := Inconsistency{Source: p.text(), Count: len(all)}
		for len(rest) >= minimumCount {
			best := target.associates(rest, 1)
			if len(best) == 0 || best[0].both*2 < len(rest) {
				break
			}
			r := UnlistedRendering{Text: best[0].phrase.text()}
			has := best[0].phrase.units()
			rest = slices.DeleteFunc(rest, func(u int) bool {
				_, ok := slices.BinarySearch(has, u)
				if ok {
					r.Units = append(r.Units, units[u].ID)
				}
				return ok
			})
			in.Renderings = append(in.Renderings, r)
		}
		if len(in.Renderings) > 1 {
			found = append(found, in)
		}
	}
	return found
}
