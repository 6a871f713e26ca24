package memory

import (
	"iter"
	"slices"
)

// Save writes everything that is in the memory now to a file, and goes on with
// that file: what was added since the last one is merged into its index. Look-ups,
// additions and removals go on meanwhile; those that come after Save began are not in
// the file, and stay in the memory. See [Build] for stamp and safety.
func (m *Memory) Save(path, stamp string) error {
	m.saving.Lock()
	defer m.saving.Unlock()
	parts := m.freeze()
	defer m.thaw()
	if err := Build(path, stamp, living(parts)); err != nil {
		return err
	}
	return m.adopt(path)
}

// adopt puts a file in the place of the frozen parts it was built of.
func (m *Memory) adopt(path string) error {
	f, first, err := openFile(path)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	newer := m.parts[m.frozen:]
	m.parts = []*part{first}
	for _, e := range m.removed {
		m.remove(e)
	}
	m.parts = append(m.parts, newer...)
	err = m.releaseFile()
	m.file = f
	return err
}

// freeze gives the parts as they are now; nothing will change them but the removals
// that the memory writes down from now on.
func (m *Memory) freeze() []*part {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.frozen, m.removed = len(m.parts), nil
	var parts []*part
	for _, p := range m.parts {
		parts = append(parts, &part{first: p.first, dead: slices.Clone(p.dead), segment: p.segment,
			shelf: p.shelf, tail: p.tail, entries: p.entries})
	}
	return parts
}

// thaw ends what freeze began.
func (m *Memory) thaw() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.frozen, m.removed = 0, nil
}

// living gives the entries of parts that were not removed.
func living(parts []*part) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for _, p := range parts {
			for i := range p.len() {
				if p.dead.has(i) {
					continue
				}
				if e, err := p.entry(i); !yield(e, err) || err != nil {
					return
				}
			}
		}
	}
}
