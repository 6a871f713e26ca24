package workbench

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/store"
)

// Memory is everything that a project remembers between two languages: its own
// confirmed targets and the memories that the settings name. Close it.
type Memory struct {
	*memory.Set
	parts []*memory.Memory
}

// Close gives the mapped files back.
func (m *Memory) Close() error {
	var errs []error
	for _, part := range m.parts {
		errs = append(errs, part.Close())
	}
	return errors.Join(errs...)
}

// Memory gives what the project remembers between two languages. The store is
// the truth; a memory's index is a file in .diglot/index that is built again where
// it is missing, damaged or older than the store. The project's own targets are
// always read anew, so that the last one saved is found.
func (p *Project) Memory(ctx context.Context, source, target locale.Tag) (*Memory, error) {
	names, err := p.memoryNames(ctx)
	if err != nil {
		return nil, err
	}
	infos, err := p.Store.Memories(ctx)
	if err != nil {
		return nil, err
	}
	m := &Memory{}
	fail := func(err error) (*Memory, error) {
		return nil, errors.Join(fmt.Errorf("read the memories from %s to %s: %w", source, target, err), m.Close())
	}
	options := memory.Options{Priority: append([]string{""}, names...)}
	own, err := memory.New(p.Store.Entries(ctx, "", source, target), options)
	if err != nil {
		return fail(err)
	}
	m.parts = append(m.parts, own)
	for _, name := range names {
		i := slices.IndexFunc(infos, func(info store.MemoryInfo) bool { return info.Name == name })
		part, err := p.index(ctx, infos[i], source, target, options)
		if err != nil {
			return fail(err)
		}
		m.parts = append(m.parts, part)
	}
	m.Set, err = memory.Join(options, m.parts...)
	if err != nil {
		return fail(err)
	}
	return m, nil
}

// smallMemory is the number of entries up to which an index is made in memory
// each time: a file would not be opened sooner.
const smallMemory = 2000

// index opens a memory's index, or builds it.
func (p *Project) index(ctx context.Context, info store.MemoryInfo, source, target locale.Tag, o memory.Options) (*memory.Memory, error) {
	entries := p.Store.Entries(ctx, info.Name, source, target)
	if info.Entries <= smallMemory {
		return memory.New(entries, o)
	}
	dir, err := p.indexFolder()
	if err != nil {
		return nil, err
	}
	file := filepath.Join(dir, fmt.Sprintf("%s.%s.%s.memory", url.PathEscape(info.Name), source, target))
	return memory.OpenOrBuild(file, stamp(info), entries, o)
}

// stamp names the state of a memory that an index was built of.
func stamp(info store.MemoryInfo) string {
	return fmt.Sprintf("%d/%d/%d", info.Entries, info.Changed, info.ChangedAt.UnixMilli())
}
