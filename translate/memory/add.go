package memory

import "diglot/translate/memory/index"

// tailSize is how many entries a tail has when it becomes a part with an index. A
// look-up compares with each entry of the tail, so it is kept small.
const tailSize = 128

// Add puts an entry into the memory.
func (m *Memory) Add(e Entry) {
	m.mu.Lock()
	defer m.mu.Unlock()
	last := m.parts[len(m.parts)-1]
	if last.tail == nil || len(m.parts) == m.frozen {
		last = &part{first: m.next, tail: &index.Tail{}}
		m.parts = append(m.parts, last)
	}
	last.tail.Add(letters(e.Source))
	last.entries = append(last.entries, e)
	m.next++
	if len(last.entries) >= tailSize {
		m.settle()
	}
}

// settle makes an index of the tail, and joins it to the added parts before it that
// are not much larger, so that there are few of them and no entry is joined often.
func (m *Memory) settle() {
	from, size := len(m.parts)-1, m.parts[len(m.parts)-1].len()
	for from > max(1, m.frozen) && m.parts[from-1].len() <= 2*size {
		from--
		size += m.parts[from].len()
	}
	joined, err := join(m.parts[from:])
	if err != nil {
		return // the tail goes on growing: slower, and nothing is lost
	}
	m.parts = append(m.parts[:from:from], joined)
}

// join makes one part in memory of several that follow each other.
func join(parts []*part) (*part, error) {
	var dead []int
	n := 0
	joined, err := newPart(parts[0].first, func(yield func(*Entry) error) error {
		for _, p := range parts {
			for i := range p.len() {
				e, err := p.entry(i)
				if err != nil {
					return err
				}
				if p.dead.has(i) { // it keeps its number, and nothing else
					dead = append(dead, n)
					e = Entry{}
				}
				n++
				if err := yield(&e); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, i := range dead {
		joined.kill(i)
	}
	return joined, nil
}
