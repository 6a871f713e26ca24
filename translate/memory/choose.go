package memory

import (
	"cmp"
	"slices"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// choose puts candidates in order, shows each pair once, marks ambiguous ones and
// keeps as many as were asked for. All entries with one source must be among the
// candidates if one of them is.
func (s *scoring) choose(q *question, found []*candidate) []*candidate {
	order := func(a, b *candidate) int { return s.compare(q, a, b) }
	slices.SortFunc(found, order)
	if hasEqualSources(found) {
		found = distinct(found)
		s.markAmbiguous(found)
		slices.SortFunc(found, order)
	}
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

// side is a text and its locale, as a key of a map.
type side struct {
	text   string
	locale locale.Tag
}

// pair is what a translator sees of a match.
type pair struct{ source, target side }

func sideOf(t unit.Text, tag locale.Tag) side {
	if len(t.Codes) == 0 {
		return side{t.Content, tag}
	}
	return side{"\x00" + t.String(), tag} // apart from the same letters without codes
}

// sourceOf says which entries are ambiguous if they have different targets.
func sourceOf(c *candidate) side { return sideOf(c.entry.Source, c.entry.TargetLocale) }

func hasEqualSources(found []*candidate) bool {
	if len(found) < 2 {
		return false
	}
	seen := make(map[side]bool, len(found))
	for _, c := range found {
		seen[sourceOf(c)] = true
	}
	return len(seen) < len(found)
}

// distinct leaves out pairs that were there before.
func distinct(found []*candidate) []*candidate {
	seen := make(map[pair]bool, len(found))
	return slices.DeleteFunc(found, func(c *candidate) bool {
		p := pair{sourceOf(c), sideOf(c.entry.Target, locale.Tag{})}
		again := seen[p]
		seen[p] = true
		return again
	})
}

// markAmbiguous marks candidates that have one source and one score and still
// different targets, and takes the penalty for it off them all: none of them may
// be filled in without a look.
func (s *scoring) markAmbiguous(found []*candidate) {
	type key struct {
		source side
		score  int
	}
	count := map[key]int{}
	for _, c := range found {
		count[key{sourceOf(c), c.score}]++
	}
	for _, c := range found {
		if count[key{sourceOf(c), c.score}] > 1 {
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
