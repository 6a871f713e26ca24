package workbench

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"

	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/text"
)

// MemoryStats counts a memory in one direction.
type MemoryStats struct {
	Memory      string     `json:"memory"` // "" for the project's own targets
	Source      locale.Tag `json:"source"`
	Target      locale.Tag `json:"target"`
	Entries     int        `json:"entries"`
	SourceWords int        `json:"source_words"`
	TargetWords int        `json:"target_words"`
	Duplicates  int        `json:"duplicates"` // entries with the source and target of another
	Ambiguous   int        `json:"ambiguous"`  // sources with several targets
}

// MemoryStats counts the memories named, all and the project's own targets where
// none is. It keeps a few bytes for each source in memory, and no texts.
func (p *Project) MemoryStats(ctx context.Context, names []string) ([]MemoryStats, error) {
	var memories []store.MemoryInfo
	if len(names) == 0 {
		infos, err := p.Store.Memories(ctx)
		if err != nil {
			return nil, err
		}
		memories = append([]store.MemoryInfo{{}}, infos...)
	}
	for _, name := range names {
		info, err := p.memoryInfo(ctx, name)
		if err != nil {
			return nil, err
		}
		memories = append(memories, info)
	}
	var out []MemoryStats
	for _, m := range memories {
		stats, err := p.countMemory(ctx, m.Name)
		if err != nil {
			return nil, err
		}
		out = append(out, stats...)
	}
	return out, nil
}

// counter counts one direction. Texts stand in it as hashes of 64 bits: at ten
// million entries the chance that two of them meet anywhere is one in 300,000.
type counter struct {
	MemoryStats
	pairs   map[uint64]struct{} // source with target
	targets map[uint64]uint64   // by source: its first target
	several map[uint64]struct{} // sources with another one
}

func (p *Project) countMemory(ctx context.Context, name string) ([]MemoryStats, error) {
	var counters []*counter
	for e, err := range p.Store.Entries(ctx, name, locale.Tag{}, locale.Tag{}) {
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(counters, func(c *counter) bool { return c.Source == e.SourceLocale && c.Target == e.TargetLocale })
		if i < 0 {
			i = len(counters)
			counters = append(counters, &counter{
				MemoryStats: MemoryStats{Memory: name, Source: e.SourceLocale, Target: e.TargetLocale},
				pairs:       map[uint64]struct{}{}, targets: map[uint64]uint64{}, several: map[uint64]struct{}{},
			})
		}
		source, target := e.Source.String(), e.Target.String()
		counters[i].count(hashOf(source), hashOf(target), hashOf(source+"\x00"+target))
		counters[i].SourceWords += text.CountWords(e.Source.Content, e.SourceLocale)
		counters[i].TargetWords += text.CountWords(e.Target.Content, e.TargetLocale)
	}
	slices.SortFunc(counters, func(a, b *counter) int {
		return strings.Compare(a.Source.String()+" "+a.Target.String(), b.Source.String()+" "+b.Target.String())
	})
	var out []MemoryStats
	for _, c := range counters {
		c.Ambiguous = len(c.several)
		out = append(out, c.MemoryStats)
	}
	return out, nil
}

func (c *counter) count(source, target, pair uint64) {
	c.Entries++
	if _, ok := c.pairs[pair]; ok {
		c.Duplicates++
	}
	c.pairs[pair] = struct{}{}
	first, ok := c.targets[source]
	if !ok {
		c.targets[source] = target
	} else if first != target {
		c.several[source] = struct{}{}
	}
}

func hashOf(s string) uint64 {
	sum := sha256.Sum256([]byte(s))
	return binary.LittleEndian.Uint64(sum[:])
}
