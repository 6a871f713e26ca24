package memory

import (
	"cmp"
	"slices"

	"diglot/translate/unit"
)

// choose puts candidates in order, shows each pair once, marks ambiguous ones and
// keeps as many as were asked for. All entries with one source must be among the
// candidates if one of them is.
func (s *scoring) choose(q *question, found []candidate) []candidate {
	slices.SortFunc(found, func(a, b candidate) int { return s.compare(q, &a, &b) })
	found = distinct(found)
	s.markAmbiguous(found)
	slices.SortFunc(found, func(a, b candidate) int { return s.compare(q, &a, &b) })
	if q.limit >= 0 && len(found) > q.limit {
		found = found[:q.limit]
	}
	return found
}

// compare orders candidates, best first.
func (s *scoring) compare(q *question, a, b *candidate) int {
	bySimilarity := cmp.Compare(a.distance*b.longer, b.distance*a.longer)
	byScore := cmp.Compare(b.score, a.score)
	if q.BySimilarity {
		byScore, bySimilarity = bySimilarity, byScore
	}
	return cmp.Or(byScore, bySimilarity,
		cmp.Compare(s.rank[a.entry.Memory], s.rank[b.entry.Memory]),
		cmp.Compare(b.entry.State, a.entry.State),
		b.entry.Modified.Compare(a.entry.Modified),
		cmp.Compare(a.order, b.order))
}

// pair is what a translator sees of a match.
type pair struct{ source, target, locale string }

func pairOf(e *Entry) pair {
	return pair{e.Source.String(), e.Target.String(), e.TargetLocale.String()}
}

// distinct leaves out pairs that were there before.
func distinct(found []candidate) []candidate {
	seen := map[pair]bool{}
	return slices.DeleteFunc(found, func(c candidate) bool {
		p := pairOf(&c.entry)
		again := seen[p]
		seen[p] = true
		return again
	})
}

// markAmbiguous marks candidates that have one source and one score and still
// different targets, and takes the penalty for it off them all: none of them may
// be filled in without a look.
func (s *scoring) markAmbiguous(found []candidate) {
	type key struct {
		source, locale string
		score          int
	}
	count := map[key]int{}
	keyOf := func(c *candidate) key {
		return key{c.entry.Source.String(), c.entry.TargetLocale.String(), c.score}
	}
	for i := range found {
		count[keyOf(&found[i])]++
	}
	for i := range found {
		c := &found[i]
		if count[keyOf(c)] > 1 {
			c.ambiguous = true
			c.score = min(c.score, 100)
			c.take(Ambiguous, s.Penalties[Ambiguous])
		}
	}
}

// match is the form in which a candidate leaves the memory.
func (c *candidate) match() unit.Match {
	e := &c.entry
	return unit.Match{
		Source: e.Source, Target: e.Target, Locale: e.TargetLocale,
		Similarity: c.similarity(), Score: c.score, Penalties: c.penalties,
		Origin: e.Origin, Memory: e.Memory, Author: e.Author, Ambiguous: c.ambiguous,
	}
}
