package bench

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"diglot/translate/memory"
	"diglot/translate/memory/index"
	"diglot/translate/unit"
)

const least = 70

// bruteForce measures comparing with every unit, and checks by it what the index
// finds.
func (r *run) bruteForce(ctx context.Context) error {
	var s, fast index.Searcher
	wrong, asked := 0, 0
	var seconds float64
	for i := 0; i < len(r.Asked) && (seconds < 10 || asked < 5); i += 1 + len(r.Asked)/100 {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		begin := r.Now()
		s.Ask(r.Asked[i])
		want := top(func(bound index.Bound, visit index.Visit) { s.Scan(r.segment, bound, visit) }, index.PerCent(least))
		seconds += r.since(begin)
		asked++
		for _, percent := range []int{50, 70, 75, 85, 100} {
			s.Ask(r.Asked[i])
			fast.Ask(r.Asked[i])
			if percent != least && asked > 20 {
				continue
			}
			all := count(func(b index.Bound, v index.Visit) { s.Scan(r.segment, b, v) }, index.PerCent(percent))
			got := count(func(b index.Bound, v index.Visit) { fast.Search(r.segment, b, v) }, index.PerCent(percent))
			if all != got {
				wrong++
			}
		}
		if got := top(func(bound index.Bound, visit index.Visit) { fast.Search(r.segment, bound, visit) }, index.PerCent(least)); got != want {
			wrong++
		}
	}
	r.slow = float64(asked) / seconds
	r.addRate("brute force, top-1 at 0.70", r.slow)
	r.add("searches that differ from it", float64(wrong), fmt.Sprintf("of %d sentences", asked))
	return nil
}

// top gives the best similarity, 0 where there is none.
func top(search func(index.Bound, index.Visit), bound index.Bound) float64 {
	best := 0.0
	search(bound, func(_, distance, longer int) index.Bound {
		best = max(best, float64(longer-distance)/float64(longer))
		if b := (index.Bound{Same: longer - distance, Of: longer}); bound.Below(b) {
			bound = b
		}
		return bound
	})
	return best
}

// count counts the groups at or above a bound.
func count(search func(index.Bound, index.Visit), bound index.Bound) int {
	n := 0
	search(bound, func(int, int, int) index.Bound {
		n++
		return bound
	})
	return n
}

// searches measures the index alone, without entries and scores.
func (r *run) searches(ctx context.Context) error {
	var s index.Searcher
	search := func(bound index.Bound, visit index.Visit) { s.Search(r.segment, bound, visit) }
	for _, kind := range []struct {
		name string
		ask  func()
	}{
		{"index alone, top-1 at 0.70", func() { top(search, index.PerCent(least)) }},
		{"index alone, all at 0.70", func() { count(search, index.PerCent(least)) }},
	} {
		var begin time.Time
		for pass := range 3 {
			if pass == 1 { // the first brings it into the caches
				begin = r.Now()
			}
			for _, asked := range r.Asked {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				s.Ask(asked)
				kind.ask()
			}
		}
		r.addRate(kind.name, float64(2*len(r.Asked))/r.since(begin))
	}
	return nil
}

// lookUps measures whole look-ups, with scores and penalties.
func (r *run) lookUps(ctx context.Context) error {
	for _, kind := range []struct {
		name  string
		limit int
	}{{"top-1 at 0.70", 1}, {"top-5 at 0.70", 5}, {"all at 0.70", memory.All}} {
		took := make([]float64, 0, 3*len(r.Asked))
		total := 0.0
		for pass := range 3 {
			for _, asked := range r.Asked {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				begin := r.Now()
				r.memory.Find(memory.Query{Source: unit.Plain(asked), Min: least, Limit: kind.limit})
				if pass > 0 { // the first brings the file into memory
					took = append(took, r.since(begin))
					total += took[len(took)-1]
				}
			}
		}
		r.addRate(kind.name, float64(len(took))/total)
		if kind.limit == 1 {
			slices.Sort(took)
			for _, p := range []struct {
				name  string
				share float64
			}{{"p50", 0.5}, {"p99", 0.99}, {"max", 1}} {
				at := int(math.Ceil(p.share*float64(len(took)))) - 1
				r.add("  "+p.name, 1000*took[at], "ms")
			}
		}
	}
	return nil
}

func (r *run) allCores(ctx context.Context) error {
	queries := make([]memory.Query, 0, 3*len(r.Asked))
	for range 3 {
		for _, asked := range r.Asked {
			queries = append(queries, memory.Query{Source: unit.Plain(asked), Min: least, Limit: 1})
		}
	}
	begin := r.Now()
	if _, err := memory.FindAll(ctx, r.memory, queries); err != nil {
		return err
	}
	r.addRate("top-1 at 0.70, all cores", float64(len(queries))/r.since(begin))
	return nil
}

// additions measures an addition together with the look-up that finds it.
func (r *run) additions(context.Context) error {
	const n = 2000
	found := 0
	begin := r.Now()
	for i := range n {
		e := memory.Entry{Source: unit.Plain(fmt.Sprintf("an entry that was added as number %d today", i))}
		r.memory.Add(e)
		found += len(r.memory.Find(memory.Query{Source: e.Source, Min: 100, Limit: 1}))
	}
	r.add("add a unit and find it", 1e6*r.since(begin)/n, "µs")
	if found != n {
		return fmt.Errorf("%d of %d added units were found", found, n)
	}
	return nil
}
