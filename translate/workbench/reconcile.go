package workbench

import (
	"cmp"
	"math"
	"slices"

	"diglot/translate/text"
	"diglot/translate/unit"
)

// How a unit of a new version came about.
const (
	unchanged = "unchanged"
	moved     = "moved"
	edited    = "edited"
	added     = "new"
)

// minEdited is the similarity from which a changed text is the same unit
// edited, where its neighbours are the same; minMoved is the one where it also
// stands elsewhere.
const (
	minEdited = 0.4
	minMoved  = 0.7
)

// reconcile pairs the units of a new version with those of the old one, by
// content and by neighbours, never by number. It fills the IDs of fresh and says
// of each how it came about; old units that found no partner are removed. gone
// are units of still earlier versions: they return only with their exact text.
//
// First, units with the same text are paired; those that keep their order are
// unchanged, the others moved. Then, between two pairs of neighbours, texts that
// resemble each other: these were edited. Last, texts that resemble each other
// strongly, wherever they stand.
func reconcile(old, gone, fresh []unit.Unit) (how []string, removed []unit.Unit) {
	r := &reconciler{old: old, fresh: fresh, oldOf: make([]int, len(fresh)), freshOf: make([]int, len(old)), how: make([]string, len(fresh))}
	for i := range r.oldOf {
		r.oldOf[i] = -1
	}
	for i := range r.freshOf {
		r.freshOf[i] = -1
	}
	r.pairSame()
	r.pairEdited(minEdited, r.between())
	r.pairEdited(minMoved, anywhere)
	r.bringBack(gone)
	for i := range fresh {
		if o := r.oldOf[i]; o >= 0 {
			fresh[i].ID = old[o].ID
		} else if r.how[i] == "" {
			r.how[i] = added
		}
	}
	for i, f := range r.freshOf {
		if f < 0 {
			removed = append(removed, old[i])
		}
	}
	return r.how, removed
}

type reconciler struct {
	old, fresh     []unit.Unit
	oldOf, freshOf []int // partners, -1 for none
	how            []string
}

func (r *reconciler) pair(o, f int, how string) {
	r.freshOf[o], r.oldOf[f], r.how[f] = f, o, how
}

// pairSame pairs equal texts: first those that both versions have equally often,
// in order; then those beside a pair; then what is left, in order.
func (r *reconciler) pairSame() {
	old, fresh := keys(r.old), keys(r.fresh)
	oldAt, freshAt := places(old), places(fresh)
	for k, f := range freshAt {
		if o := oldAt[k]; len(o) == len(f) {
			for i := range o {
				r.pair(o[i], f[i], moved)
			}
		}
	}
	beside := func(f, step int) {
		if p := f - step; p < 0 || p >= len(fresh) || r.oldOf[p] < 0 || r.oldOf[f] >= 0 {
			return
		}
		o := r.oldOf[f-step] + step
		if o >= 0 && o < len(old) && r.freshOf[o] < 0 && old[o] == fresh[f] {
			r.pair(o, f, moved)
		}
	}
	for f := range fresh {
		beside(f, +1)
	}
	for f := len(fresh) - 1; f >= 0; f-- {
		beside(f, -1)
	}
	for k, left := range freshAt {
		open := slices.DeleteFunc(oldAt[k], func(o int) bool { return r.freshOf[o] >= 0 })
		for _, f := range left {
			if r.oldOf[f] < 0 && len(open) > 0 {
				r.pair(open[0], f, moved)
				open = open[1:]
			}
		}
	}
	r.markUnchanged()
}

// places lists where each text stands.
func places(texts []string) map[string][]int {
	at := map[string][]int{}
	for i, k := range texts {
		at[k] = append(at[k], i)
	}
	return at
}

// markUnchanged calls the pairs unchanged that stand in the same order in both
// versions: a longest increasing subsequence of the old places (Fredman 1975). The
// others moved.
func (r *reconciler) markUnchanged() {
	var ends []int // ends[n]: the unit whose old place ends the best run of n+1
	before := make([]int, len(r.fresh))
	for f, o := range r.oldOf {
		if o < 0 {
			continue
		}
		n, _ := slices.BinarySearchFunc(ends, o, func(end, o int) int { return cmp.Compare(r.oldOf[end], o) })
		before[f] = -1
		if n > 0 {
			before[f] = ends[n-1]
		}
		ends = append(ends[:n], append([]int{f}, ends[min(n+1, len(ends)):]...)...)
	}
	if len(ends) == 0 {
		return
	}
	for f := ends[len(ends)-1]; f >= 0; f = before[f] {
		r.how[f] = unchanged
	}
}

// gaps gives for each unit without partner the pairs that it stands between, as
// places in the new version: -1 before the first pair, a high number behind the
// last. partner gives a unit's place in the new version, or -1.
func gaps(n int, partner func(i int) int) (before, after []int) {
	before, after = make([]int, n), make([]int, n)
	last := -1
	for i := range n {
		before[i] = last
		if p := partner(i); p >= 0 {
			last = p
		}
	}
	next := math.MaxInt
	for i := n - 1; i >= 0; i-- {
		after[i] = next
		if p := partner(i); p >= 0 {
			next = p
		}
	}
	return before, after
}

// between gives a test whether two units without partner stand behind the same
// pair, or before the same one.
func (r *reconciler) between() func(o, f int) bool {
	oldBefore, oldAfter := gaps(len(r.old), func(o int) int { return r.freshOf[o] })
	freshBefore, freshAfter := gaps(len(r.fresh), func(f int) int {
		if r.oldOf[f] < 0 {
			return -1
		}
		return f
	})
	return func(o, f int) bool { return oldBefore[o] == freshBefore[f] || oldAfter[o] == freshAfter[f] }
}

func anywhere(int, int) bool { return true }

// pairEdited pairs texts that resemble each other by at least min, the most
// similar first, of equals the earlier ones. Only texts that share enough words
// to come that near are compared.
func (r *reconciler) pairEdited(min float64, may func(o, f int) bool) {
	type candidate struct {
		o, f       int
		similarity float64
	}
	var found []candidate
	oldTokens, freshTokens := tokens(r.old, r.freshOf), tokens(r.fresh, r.oldOf)
	with := map[string][]int{} // old units by token, one entry per occurrence
	for o, a := range oldTokens {
		for _, token := range a {
			with[token] = append(with[token], o)
		}
	}
	shared := make([]int, len(r.old))
	for f, b := range freshTokens {
		clear(shared)
		for _, token := range b {
			for _, o := range with[token] {
				shared[o]++
			}
		}
		for o, n := range shared {
			longer := max(len(oldTokens[o]), len(b))
			if n == 0 || float64(n) < min*float64(longer) || !may(o, f) {
				continue
			}
			if d, ok := text.DistanceWithin(oldTokens[o], b, int((1-min)*float64(longer))); ok {
				found = append(found, candidate{o, f, 1 - float64(d)/float64(longer)})
			}
		}
	}
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.similarity, a.similarity), cmp.Compare(a.o, b.o), cmp.Compare(a.f, b.f))
	})
	for _, c := range found {
		if r.freshOf[c.o] < 0 && r.oldOf[c.f] < 0 {
			r.pair(c.o, c.f, edited)
		}
	}
}

// tokens gives the tokens of the units without partner.
func tokens(units []unit.Unit, partner []int) [][]string {
	out := make([][]string, len(units))
	for i, u := range units {
		if partner[i] < 0 {
			out[i] = text.Tokens(u.Source.Content)
		}
	}
	return out
}

// bringBack gives a unit that an earlier version had its id again.
func (r *reconciler) bringBack(gone []unit.Unit) {
	at := map[string]int{}
	for i := len(gone) - 1; i >= 0; i-- {
		at[gone[i].Source.String()] = i
	}
	for f := range r.fresh {
		if i, ok := at[r.fresh[f].Source.String()]; ok && r.oldOf[f] < 0 {
			r.fresh[f].ID, r.how[f] = gone[i].ID, moved
			delete(at, gone[i].Source.String())
		}
	}
}

func keys(units []unit.Unit) []string {
	out := make([]string, len(units))
	for i, u := range units {
		out[i] = u.Source.String()
	}
	return out
}
