package workbench

import (
	"context"
	"errors"

	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// Restore puts a target back to what it was at a revision. This is a new
// revision like any other edit: nothing of the history goes.
func (p *Project) Restore(ctx context.Context, id string, target locale.Tag, revision int64, dryRun bool) (store.Saved, error) {
	u, err := p.Unit(ctx, id)
	if err != nil {
		return store.Saved{}, err
	}
	if _, err := p.targets(target); err != nil {
		return store.Saved{}, err
	}
	old, err := p.revision(ctx, id, Plain(target), revision)
	if err != nil {
		return store.Saved{}, err
	}
	back := *old
	back.Author = p.author()
	now := u.Targets[Plain(target)]
	if dryRun {
		return store.Saved{Unit: id, Locale: Plain(target), Target: back}, nil
	}
	saved, err := p.Store.Save(ctx, []store.Change{{Unit: id, Locale: Plain(target), Base: now.Revision, Target: back, Why: "restore"}})
	if err != nil {
		return store.Saved{}, err
	}
	if len(saved) == 0 { // it says so already
		return store.Saved{Unit: id, Locale: Plain(target), Target: now}, nil
	}
	return saved[0], nil
}

// revision finds what a target was.
func (p *Project) revision(ctx context.Context, id string, target locale.Tag, revision int64) (*unit.Target, error) {
	events, err := p.Store.History(ctx, store.Filter{Unit: id, Locale: target})
	if err != nil {
		return nil, err
	}
	highest := int64(0)
	for _, e := range events {
		if e.After == nil {
			continue
		}
		highest = max(highest, e.After.Revision)
		if e.After.Revision == revision {
			return e.After, nil
		}
	}
	return nil, fault("no-revision", store.ErrNotFound, "unit", id, "locale", target, "revision", revision, "highest", highest)
}

// Log lists the history's events, newest first.
func (p *Project) Log(ctx context.Context, f store.Filter) ([]store.Event, error) {
	if f.Unit != "" {
		if _, err := p.Unit(ctx, f.Unit); err != nil {
			return nil, err
		}
	}
	if f.Document != "" {
		docs, err := p.documents(ctx, []string{f.Document})
		if err != nil {
			return nil, err
		}
		f.Document = docs[0].Name
	}
	return p.Store.History(ctx, f)
}

// Health is what Examine found.
type Health struct {
	Documents int
	Units     int
	Problems  []error // what is wrong
}

// Examine looks through the store, reads every document's bytes again and
// compares every unit with them, and looks whether the settings' memories are there.
func (p *Project) Examine(ctx context.Context) (Health, error) {
	var h Health
	problems, err := p.Store.Examine(ctx)
	if err != nil {
		return h, err
	}
	for _, problem := range problems {
		h.Problems = append(h.Problems, errors.New(problem))
	}
	docs, err := p.Store.Documents(ctx)
	if err != nil {
		return h, err
	}
	for _, d := range docs {
		full, err := p.Store.Document(ctx, d.Name)
		if err != nil {
			return h, err
		}
		units, err := p.Store.Units(ctx, d.Name, false)
		if err != nil {
			return h, err
		}
		h.Documents++
		h.Units += len(units)
		if _, err := p.render(full, units, locale.Tag{}, ExportOptions{}); err != nil {
			h.Problems = append(h.Problems, err)
		}
	}
	if _, err := p.memoryNames(ctx); err != nil {
		var f *Error
		if !errors.As(err, &f) {
			return h, err
		}
		h.Problems = append(h.Problems, err)
	}
	return h, nil
}
