package memory

import (
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"
)

// Options set how a memory scores. The zero value is what a translator expects.
type Options struct {
	Penalties     Penalties      // where they are not the default ones
	MemoryPenalty map[string]int // taken off the matches of a memory, by its name
	Priority      []string       // names of memories: of equal matches the one of the memory named earlier comes first
	Now           time.Time      // needed for the Age penalty only
}

// scoring is Options made ready.
type scoring struct {
	Options
	rank    map[string]int // of a memory: the lowest comes first
	lookups sync.Pool      // *lookup
}

func newScoring(o Options) (*scoring, error) {
	full, err := o.Penalties.complete()
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(o.MemoryPenalty)) {
		if amount := o.MemoryPenalty[name]; amount < 0 || amount > 100 {
			return nil, fmt.Errorf("penalty of memory %q is %d; give 0 to 100", name, amount)
		}
	}
	if full[Age] > 0 && o.Now.IsZero() {
		return nil, fmt.Errorf("the age penalty needs the present time; set Options.Now")
	}
	o.Penalties = full
	s := &scoring{Options: o, rank: map[string]int{}}
	for i, name := range o.Priority {
		if _, twice := s.rank[name]; !twice {
			s.rank[name] = i - len(o.Priority) // below 0: before those that are not named
		}
	}
	return s, nil
}
