package memory

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"diglot/translate/unit"
)

// Finder is what can be asked: a Memory, or a Set of them.
type Finder interface {
	Find(Query) []unit.Match
}

// FindAll asks all queries, on all cores, and gives the matches of each in their
// order. When ctx ends it stops and gives the error of ctx.
func FindAll(ctx context.Context, f Finder, queries []Query) ([][]unit.Match, error) {
	found := make([][]unit.Match, len(queries))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(queries)) {
		group.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(queries) {
					return
				}
				found[i] = f.Find(queries[i])
			}
		})
	}
	group.Wait()
	return found, ctx.Err()
}
