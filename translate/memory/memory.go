package memory

import (
	"errors"
	"iter"
	"sync"

	"diglot/translate/memory/index"
	"diglot/translate/unit"
)

// Memory is a set of entries that can be asked. Its methods may be called at the
// same time; what was added is found by the next look-up.
type Memory struct {
	scoring *scoring

	mu      sync.RWMutex
	parts   []*part // the first may be a file; only the last may have a tail
	next    int     // order of the next entry
	file    *file   // what the first part lies in, nil where it is in memory
	frozen  int     // Save is reading so many of the first parts; 0 where it is not
	removed []Entry // since it began

	saving sync.Mutex // held while the file is read by Save, or closed
}

var errFull = errors.New("more entries or longer ones than an index can hold (about 60 million)")

// New makes a memory of entries and keeps it in memory. It stops at the first
// error among them.
func New(entries iter.Seq2[Entry, error], opt Options) (*Memory, error) {
	scoring, err := newScoring(opt)
	if err != nil {
		return nil, err
	}
	first, err := newPart(0, func(yield func(*Entry) error) error {
		for e, err := range entries {
			if err != nil {
				return err
			}
			if err := yield(&e); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return &Memory{scoring: scoring, parts: []*part{first}, next: first.len()}, nil
}

// Find gives the best matches, best first. The order of equals is the order of
// the memories in Options.Priority, then the higher state, the newer entry, the
// one that was added earlier. A pair that is stored twice is shown once.
func (m *Memory) Find(q Query) []unit.Match {
	return matches(find(m.scoring, []*Memory{m}, q))
}

// Len gives the number of entries.
func (m *Memory) Len() int {
	m.mu.RLock()
	defer m.mu.RUnlock()
	n := 0
	for _, p := range m.parts {
		n += p.len() - p.gone
	}
	return n
}

// Entries gives all entries in the order in which they were added. The memory
// cannot be changed while it is gone through.
func (m *Memory) Entries() iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		m.mu.RLock()
		defer m.mu.RUnlock()
		living(m.parts)(yield)
	}
}

// Remove takes out every entry with the memory, locales, source, target and
// origin of e, and the ID where e has one, and says how many there were.
func (m *Memory) Remove(e Entry) int {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.frozen > 0 {
		m.removed = append(m.removed, e)
	}
	return m.remove(e)
}

func (m *Memory) remove(e Entry) int {
	var s index.Searcher
	tokens := s.Ask(letters(e.Source))
	removed := 0
	for _, p := range m.parts {
		removeIf := func(i int) bool {
			if have, err := p.entry(i); err == nil && have.is(&e) && !p.dead.has(i) {
				p.kill(i)
				removed++
			}
			return true
		}
		if tokens == 0 { // what no look-up finds is not in the index
			for i := range p.len() {
				removeIf(i)
			}
			continue
		}
		same := index.PerCent(100)
		p.search(&s, same, func(group, _, _ int) index.Bound {
			p.sentences(group, removeIf)
			return same
		})
	}
	return removed
}

// is reports whether e is the entry that was asked for.
func (e *Entry) is(asked *Entry) bool {
	return e.Memory == asked.Memory && e.Origin == asked.Origin &&
		(asked.ID == 0 || e.ID == asked.ID) &&
		e.SourceLocale == asked.SourceLocale && e.TargetLocale == asked.TargetLocale &&
		e.Source.Equal(asked.Source) && e.Target.Equal(asked.Target)
}
