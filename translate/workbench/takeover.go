package workbench

import (
	"context"
	"errors"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// takeOver saves the targets that stand in a bilingual file for units that have
// none. It says how many they were.
func (p *Project) takeOver(ctx context.Context, doc *format.Document, path string, units []unit.Unit) (int, error) {
	var changes []store.Change
	for _, u := range units {
		slot := doc.Blocks[u.Place.Block].Target
		if slot == nil || slot.Text.Content == "" {
			continue
		}
		l, ok := p.localeOf(slot)
		if !ok || u.Targets[l].Text.Content != "" {
			continue
		}
		ids := doc.Blocks[u.Place.Block].Text.IDs()
		t := unit.Target{Text: slot.Text.Renumber(ids).Adopt(u.Source), State: slot.State, For: u.Source, Origin: "import:" + path, Author: p.author()}
		if t.State == unit.Initial {
			t.State = unit.Draft // there is a text, and nobody says how good it is
		}
		changes = append(changes, store.Change{Unit: u.ID, Locale: l, Base: u.Targets[l].Revision, Target: t, Why: "import"})
	}
	if len(changes) == 0 {
		return 0, nil
	}
	saved, err := p.Store.Save(ctx, changes)
	var conflict *store.ConflictError
	if errors.As(err, &conflict) { // somebody was faster; theirs stays
		err = nil
	}
	return len(saved), err
}

// localeOf gives the project's target that a slot is in; a file that does not
// name its locale is in the only one.
func (p *Project) localeOf(slot *format.Slot) (locale.Tag, bool) {
	targets := p.Targets()
	if slot.Locale.IsZero() {
		if len(targets) == 1 {
			return targets[0], true
		}
		return locale.Tag{}, false
	}
	return locale.Match(Plain(slot.Locale), targets)
}
