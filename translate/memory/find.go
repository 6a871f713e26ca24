package memory

import (
	"slices"

	"diglot/translate/locale"
	"diglot/translate/memory/index"
	"diglot/translate/unit"
)

// A look-up goes in two steps. The first collects groups of entries by similarity
// alone, as the index orders them. The second weighs them. Since penalties only ever
// lower a score, what was not collected is known to score no more than its
// similarity; where that could still be enough, more is collected.

// lookup is one look-up on its way; it keeps its buffers for the next.
type lookup struct {
	scoring  *scoring
	searcher index.Searcher
	question question
	memories []*Memory
	hits     []hit
	best     []hit // the limit best of them, best first
	raised   bool  // the bound was raised: there may be entries that were not collected
	serving  map[[2]locale.Tag]bool
}

// hit is a group of entries with the same tokens.
type hit struct {
	memory           int
	part             *part
	group            int
	distance, longer int
}

func (h hit) compare(o hit) int { return h.distance*o.longer - o.distance*h.longer }

// find gives the candidates that are shown.
func find(s *scoring, memories []*Memory, q Query) []*candidate {
	l, _ := s.lookups.Get().(*lookup)
	if l == nil {
		l = &lookup{serving: map[[2]locale.Tag]bool{}}
	}
	defer func() {
		clear(l.hits[:cap(l.hits)]) // hold on to nothing of this one
		clear(l.best[:cap(l.best)])
		l.question.Query, l.memories = Query{}, nil
		s.lookups.Put(l)
	}()
	l.scoring, l.memories = s, memories
	l.question.ask(q)
	if l.searcher.Ask(l.question.plain) == 0 {
		return nil
	}
	for _, m := range memories {
		m.mu.RLock()
		defer m.mu.RUnlock()
	}
	return l.run()
}

func (l *lookup) run() []*candidate {
	q := &l.question
	least := index.PerCent(q.minPct)
	if q.limit < 0 {
		l.collect(least, -1)
		return l.choose()
	}
	for limit := q.limit; ; limit *= 2 {
		bound := l.collect(least, limit)
		chosen := l.choose()
		if !l.raised {
			return chosen
		}
		if len(chosen) < q.limit {
			continue // some were the same pair; look for more
		}
		worst := chosen[len(chosen)-1].score
		if q.BySimilarity || worst >= 100*bound.Same/bound.Of {
			return chosen
		}
		l.collect(index.PerCent(max(q.minPct, worst)), -1)
		return l.choose()
	}
}

// collect finds the groups with the best similarities, all of those that are equal
// to the last of limit, and gives the similarity from which on they are all there.
func (l *lookup) collect(bound index.Bound, limit int) index.Bound {
	l.hits, l.best, l.raised = l.hits[:0], l.best[:0], false
	for i, m := range l.memories {
		for _, p := range m.parts {
			p.search(&l.searcher, bound, func(group, distance, longer int) index.Bound {
				h := hit{i, p, group, distance, longer}
				if !l.admitsAny(h) {
					return bound
				}
				l.hits = append(l.hits, h)
				if limit > 0 && l.place(h, limit) {
					worst := l.best[len(l.best)-1]
					bound = index.Bound{Same: worst.longer - worst.distance, Of: worst.longer}
					l.raised = true
				}
				return bound
			})
		}
	}
	l.hits = slices.DeleteFunc(l.hits, func(h hit) bool { return (h.longer-h.distance)*bound.Of < bound.Same*h.longer })
	return bound
}

// place puts a hit among the best, and reports whether there are limit of them.
func (l *lookup) place(h hit, limit int) bool {
	at, _ := slices.BinarySearchFunc(l.best, h, func(a, b hit) int {
		if a.compare(b) <= 0 {
			return -1
		}
		return 1
	})
	if at < limit {
		l.best = slices.Insert(l.best[:min(len(l.best), limit-1)], at, h)
	}
	return len(l.best) == limit
}

// choose weighs what was collected.
func (l *lookup) choose() []*candidate {
	found := make([]*candidate, 0, len(l.hits))
	for _, h := range l.hits {
		h.part.sentences(h.group, func(i int) bool {
			if l.admits(h.part, i) {
				e, err := h.part.entry(i)
				if err != nil {
					return true // admits has told
				}
				c := &candidate{entry: e, order: h.memory<<40 + h.part.first + i, distance: h.distance, longer: h.longer}
				l.scoring.weigh(&l.question, c)
				found = append(found, c)
			}
			return true
		})
	}
	return l.scoring.choose(&l.question, found)
}

func (l *lookup) admitsAny(h hit) bool {
	any := false
	h.part.sentences(h.group, func(i int) bool {
		any = l.admits(h.part, i)
		return !any
	})
	return any
}

// admits reports whether an entry is there and asked for.
func (l *lookup) admits(p *part, i int) bool {
	if p.dead.has(i) {
		return false
	}
	q, d := &l.question, p.descent(i)
	if !l.serves(q.SourceLocale, d.source) || !l.serves(q.TargetLocale, d.target) || !q.Filter.passesDescent(&d) {
		return false
	}
	if !q.Filter.needsEntry() {
		return true
	}
	e, err := p.entry(i)
	return err == nil && q.Filter.passes(&e)
}

// serves is serves, remembered.
func (l *lookup) serves(want, have locale.Tag) bool {
	if want == have || want.IsZero() {
		return true
	}
	key := [2]locale.Tag{want, have}
	yes, known := l.serving[key]
	if !known {
		yes = serves(want, have)
		l.serving[key] = yes
	}
	return yes
}

func matches(found []*candidate) []unit.Match {
	var list []unit.Match
	for i := range found {
		list = append(list, found[i].match())
	}
	return list
}
