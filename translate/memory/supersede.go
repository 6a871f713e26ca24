package memory

import (
	"iter"
	"time"
)

// Duplicates says when an entry stands in for another.
type Duplicates string

// The policies for entries with the same source in one memory.
const (
	KeepAll   Duplicates = "all"     // never
	ByContext Duplicates = "context" // the newest with the same source between the same neighbours
	Newest    Duplicates = "newest"  // the newest with the same source
)

// Superseded gives the entries that a newer one stands in for, of two that are as
// old the one that comes first. It goes through entries twice, and keeps 48 bytes for
// each source in memory, and no texts.
func Superseded(entries iter.Seq2[Entry, error], policy Duplicates) iter.Seq2[Entry, error] {
	type latest struct {
		modified time.Time
		number   int
	}
	key := func(e *Entry) fingerprint {
		if policy == ByContext {
			return fingerprintOf(e.Memory, e.SourceLocale.String(), e.TargetLocale.String(), e.Source.String(), e.Previous, e.Next)
		}
		return fingerprintOf(e.Memory, e.SourceLocale.String(), e.TargetLocale.String(), e.Source.String())
	}
	return func(yield func(Entry, error) bool) {
		if policy == KeepAll {
			return
		}
		stays := map[fingerprint]latest{}
		number := 0
		for e, err := range entries {
			if err != nil {
				yield(Entry{}, err)
				return
			}
			k := key(&e)
			if was, ok := stays[k]; !ok || !e.Modified.Before(was.modified) {
				stays[k] = latest{e.Modified, number}
			}
			number++
		}
		number = 0
		for e, err := range entries {
			if err != nil {
				yield(Entry{}, err)
				return
			}
			if stays[key(&e)].number != number && !yield(e, nil) {
				return
			}
			number++
		}
	}
}
