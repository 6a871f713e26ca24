package workbench

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// memoryInfo describes one memory; one that is not there is an error.
func (p *Project) memoryInfo(ctx context.Context, name string) (store.MemoryInfo, error) {
	infos, err := p.Store.Memories(ctx)
	if err != nil {
		return store.MemoryInfo{}, err
	}
	i := slices.IndexFunc(infos, func(m store.MemoryInfo) bool { return m.Name == name })
	if i < 0 {
		return store.MemoryInfo{}, fault("no-memory", store.ErrNotFound, "memory", name)
	}
	return infos[i], nil
}

// EditEntry puts another target, in readable form, into an entry of a memory. It
// gives the entry as it was and as it is now. The history keeps the old one; see
// UndoMemory.
func (p *Project) EditEntry(ctx context.Context, name string, id int64, target string, dryRun bool) (old, now memory.Entry, err error) {
	if old, err = p.entry(ctx, name, id); err != nil {
		return old, now, err
	}
	text, err := unit.Parse(target, old.Source)
	if err != nil {
		return old, now, fault("bad-target", err, "text", target)
	}
	if dryRun {
		now = old
		now.Target, now.Author = text, p.author()
		return old, now, nil
	}
	now, err = p.Store.EditEntry(ctx, name, id, text, p.author())
	if errors.Is(err, store.ErrSame) {
		err = fault("memory-same", err, "memory", name, "entry", id)
	}
	return old, now, err
}

// entry gives one entry of a memory.
func (p *Project) entry(ctx context.Context, name string, id int64) (memory.Entry, error) {
	if _, err := p.memoryInfo(ctx, name); err != nil {
		return memory.Entry{}, err
	}
	found, err := p.Store.EntriesByID(ctx, name, []int64{id})
	if err == nil && len(found) == 0 {
		err = fault("no-entry", store.ErrNotFound, "memory", name, "entry", id)
	}
	if err != nil {
		return memory.Entry{}, err
	}
	return found[0], nil
}

// DeleteEntries deletes entries of a memory, and gives them. One that is not there
// is an error, and then nothing is deleted. See UndoMemory.
func (p *Project) DeleteEntries(ctx context.Context, name string, ids []int64, dryRun bool) ([]memory.Entry, error) {
	var gone []memory.Entry
	for _, id := range ids {
		e, err := p.entry(ctx, name, id)
		if err != nil {
			return nil, err
		}
		gone = append(gone, e)
	}
	if dryRun {
		return gone, nil
	}
	_, err := p.Store.DeleteEntries(ctx, name, ids, p.author())
	return gone, err
}

// DeleteMemory deletes all entries of a memory, and says how many there were. Its
// indexes go too. See UndoMemory.
func (p *Project) DeleteMemory(ctx context.Context, name string, dryRun bool) (int, error) {
	info, err := p.memoryInfo(ctx, name)
	if err != nil || dryRun {
		return info.Entries, err
	}
	if err := p.Store.DeleteMemory(ctx, name, p.author()); err != nil {
		return 0, err
	}
	indexes, err := filepath.Glob(filepath.Join(p.Root, stateDir, "index", "*"))
	if err != nil {
		return info.Entries, err
	}
	for _, file := range indexes {
		if strings.HasPrefix(filepath.Base(file), url.PathEscape(name)+".") {
			_ = os.Remove(file) // no harm if it stays: it is asked for its stamp first
		}
	}
	return info.Entries, nil
}

// UndoMemory takes back the newest change of a memory that still stands: an edit, or
// all that one deletion took, be it by hand, as duplicates or as suspects.
func (p *Project) UndoMemory(ctx context.Context, name string, dryRun bool) (store.Undone, error) {
	u, err := p.Store.UndoEntries(ctx, name, p.author(), dryRun)
	if errors.Is(err, store.ErrNotFound) {
		err = fault("nothing-to-undo", err, "memory", name)
	}
	return u, err
}

// Deduped reports which entries newer ones stand in for.
type Deduped struct {
	Memory  string
	Looked  int // entries
	Removed []memory.Entry
}

// DedupeMemory deletes the entries of a memory that newer ones stand in for by a
// policy. See UndoMemory.
func (p *Project) DedupeMemory(ctx context.Context, name string, policy memory.Duplicates, dryRun bool) (Deduped, error) {
	r := Deduped{Memory: name}
	info, err := p.memoryInfo(ctx, name)
	if err != nil {
		return r, err
	}
	r.Looked = info.Entries
	for e, err := range memory.Superseded(p.Store.Entries(ctx, name, locale.Tag{}, locale.Tag{}), policy) {
		if err != nil {
			return r, err
		}
		r.Removed = append(r.Removed, e)
	}
	return r, p.deleteAll(ctx, name, r.Removed, dryRun)
}

func (p *Project) deleteAll(ctx context.Context, name string, list []memory.Entry, dryRun bool) error {
	if dryRun || len(list) == 0 {
		return nil
	}
	ids := make([]int64, len(list))
	for i, e := range list {
		ids[i] = e.ID
	}
	_, err := p.Store.DeleteEntries(ctx, name, ids, p.author())
	return err
}

// CleanOptions say what to look for, and whether it goes.
type CleanOptions struct {
	Only   []memory.DoubtReason // none stands for all
	Remove bool
	DryRun bool
}

// Cleaned reports the suspects of a memory.
type Cleaned struct {
	Memory   string
	Looked   int // entries
	Suspects []memory.Suspect
	Removed  int
}

// CleanMemory lists the entries of a memory that may be wrong, and deletes them if
// that is wanted. See UndoMemory.
func (p *Project) CleanMemory(ctx context.Context, name string, o CleanOptions) (Cleaned, error) {
	r := Cleaned{Memory: name}
	info, err := p.memoryInfo(ctx, name)
	if err != nil {
		return r, err
	}
	r.Looked = info.Entries
	var suspects []memory.Entry
	for s, err := range memory.Clean(p.Store.Entries(ctx, name, locale.Tag{}, locale.Tag{})) {
		if err != nil {
			return r, err
		}
		s.Doubts = slices.DeleteFunc(s.Doubts, func(d memory.Doubt) bool { return len(o.Only) > 0 && !slices.Contains(o.Only, d.Reason) })
		if len(s.Doubts) > 0 {
			r.Suspects = append(r.Suspects, s)
			suspects = append(suspects, s.Entry)
		}
	}
	if !o.Remove {
		return r, nil
	}
	r.Removed = len(suspects)
	return r, p.deleteAll(ctx, name, suspects, o.DryRun)
}
