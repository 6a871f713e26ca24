package memory

import (
	"slices"

	"diglot/translate/unit"
)

// Set is several memories that are asked in one look-up: the project's own
// targets, and files of others.
type Set struct {
	scoring  *scoring
	memories []*Memory
}

// Join makes a set. Its own options count, not those of the memories.
func Join(opt Options, memories ...*Memory) (*Set, error) {
	scoring, err := newScoring(opt)
	if err != nil {
		return nil, err
	}
	s := &Set{scoring: scoring}
	for _, m := range memories {
		if !slices.Contains(s.memories, m) {
			s.memories = append(s.memories, m)
		}
	}
	return s, nil
}

// Find is Memory.Find over all memories of the set. Where nothing else decides
// between equals, the memory comes first that was named earlier in Join.
func (s *Set) Find(q Query) []unit.Match { return matches(find(s.scoring, s.memories, q)) }
