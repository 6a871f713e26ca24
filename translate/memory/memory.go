package memory

import (
	"iter"
	"sync"

	"diglot/translate/unit"
)

// Memory is a set of entries that can be asked. Its methods may be called at the
// same time; what was added is found by the next look-up.
type Memory struct {
	scoring *scoring

	mu      sync.RWMutex
	entries []Entry
}

// New makes a memory of entries. It stops at the first error among them.
func New(entries iter.Seq2[Entry, error], opt Options) (*Memory, error) {
	scoring, err := newScoring(opt)
	if err != nil {
		return nil, err
	}
	m := &Memory{scoring: scoring}
	for e, err := range entries {
		if err != nil {
			return nil, err
		}
		m.entries = append(m.entries, e)
	}
	return m, nil
}

// Find gives the best matches, best first. The order of equals is the order of
// the memories in Options.Priority, then the higher state, the newer entry, the
// one that was added earlier.
func (m *Memory) Find(q Query) []unit.Match {
	asked := newQuestion(q)
	m.mu.RLock()
	defer m.mu.RUnlock()
	var matches []unit.Match
	for _, c := range m.scoring.bruteForce(asked, m.entries) {
		matches = append(matches, c.match())
	}
	return matches
}

// Add puts an entry into the memory.
func (m *Memory) Add(e Entry) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.entries = append(m.entries, e)
}

// Remove takes out every entry with the memory, locales, source, target and
// origin of e, and the ID where e has one, and says how many there were.
func (m *Memory) Remove(e Entry) int {
	m.mu.Lock()
	defer m.mu.Unlock()
	kept := make([]Entry, 0, len(m.entries))
	for _, have := range m.entries {
		if !have.is(&e) {
			kept = append(kept, have)
		}
	}
	removed := len(m.entries) - len(kept)
	m.entries = kept
	return removed
}

// Len gives the number of entries.
func (m *Memory) Len() int {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return len(m.entries)
}

// is reports whether e is the entry that was asked for.
func (e *Entry) is(asked *Entry) bool {
	return e.Memory == asked.Memory && e.Origin == asked.Origin &&
		(asked.ID == 0 || e.ID == asked.ID) &&
		e.SourceLocale == asked.SourceLocale && e.TargetLocale == asked.TargetLocale &&
		e.Source.Equal(asked.Source) && e.Target.Equal(asked.Target)
}
