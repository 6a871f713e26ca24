package storetest

import (
	"errors"
	"testing"
	"time"

	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

func testSave(t *testing.T, b *bench) {
	b.article("hama", "One.", "Two.")
	before := b.clock
	want := translated("واحد.")
	got := b.save("hama#1", ar, 0, unit.Target{
		Text: want.Text, State: want.State, Origin: want.Origin, Author: want.Author,
		Revision: 77, Modified: time.Unix(0, 0), Stale: true, // the store knows better
	})
	if !got.Modified.After(before) || got.Modified.After(b.clock) {
		t.Errorf("modified %v, not between %v and %v", got.Modified, before, b.clock)
	}
	want.Revision, want.For, want.Modified = 1, unit.Plain("One."), got.Modified
	same(t, "what was saved", got, want)
	same(t, "what stands there", b.unit("hama#1").Targets, map[locale.Tag]unit.Target{ar: want})

	b.save("hama#1", fr, 0, translated("Un."))
	want2 := want
	want2.Text, want2.State, want2.Locked = unit.Plain("واحد!"), unit.Final, true
	got = b.save("hama#1", ar, 1, want2)
	if got.Revision != 2 || !got.Modified.After(want.Modified) {
		t.Errorf("second revision: %+v", got)
	}
	u := b.unit("hama#1")
	same(t, "the target after the second save", u.Targets[ar], got)
	same(t, "the other locale", u.Targets[fr].Text, unit.Plain("Un."))
	same(t, "the other unit", len(b.unit("hama#2").Targets), 0)

	// Many at once, one of them twice, each on top of the other.
	saved := must[[]store.Saved](t)(b.Save(b.ctx, []store.Change{
		change("hama#2", ar, 0, translated("a")), change("hama#2", fr, 0, translated("b")), change("hama#2", ar, 1, translated("c")),
	}))
	same(t, "last of three", saved[2].Target, b.unit("hama#2").Targets[ar])
	if len(saved) != 3 || saved[2].Target.Revision != 2 {
		t.Errorf("saved %+v", saved)
	}
	same(t, "nothing to save", must[[]store.Saved](t)(b.Save(b.ctx, nil)), nil)

	// A unit that is gone meanwhile takes what somebody was writing for it.
	b.put(article("hama", "New."), 1)
	same(t, "a gone unit's target", b.save("hama#2", fr, 1, translated("d")).Revision, int64(2))
}

// A change that is based on another revision than the present one is refused,
// with all three sides of it, and the changes beside it are saved.
func testConflict(t *testing.T, b *bench) {
	b.article("hama", "One.", "Two.")
	base := b.save("hama#1", ar, 0, translated("first"))
	b.save("hama#1", ar, 1, translated("second"))
	theirs := b.save("hama#1", ar, 2, translated("third"))

	mine := translated("mine")
	for _, c := range []struct {
		revision int64
		base     unit.Target
	}{{0, unit.Target{}}, {1, base}, {4, unit.Target{}}, {-1, unit.Target{}}} {
		saved, err := b.Save(b.ctx, []store.Change{
			change("hama#1", ar, c.revision, mine), change("hama#2", ar, b.unit("hama#2").Targets[ar].Revision, translated(b.now().String())),
		})
		var conflict *store.ConflictError
		if !errors.As(err, &conflict) || len(conflict.Conflicts) != 1 {
			t.Fatalf("based on revision %d: %v", c.revision, err)
		}
		want := store.Conflict{Unit: "hama#1", Locale: ar, Base: c.base, Mine: mine, Theirs: theirs}
		want.Mine.For = unit.Plain("One.")
		same(t, "conflict", conflict.Conflicts[0], want)
		if len(saved) != 1 || saved[0].Unit != "hama#2" {
			t.Errorf("beside the conflict these were saved: %+v", saved)
		}
	}
	same(t, "the target", b.unit("hama#1").Targets[ar], theirs)
	same(t, "its events", len(b.events(store.Filter{Unit: "hama#1"})), 3)
}

// A locked target is left alone until it is unlocked.
func testLocked(t *testing.T, b *bench) {
	b.article("hama", "One.")
	target := translated("واحد.")
	target.Locked = true
	locked := b.save("hama#1", ar, 0, target)
	edit, open, both := locked, locked, locked
	edit.Text = unit.Plain("changed")
	open.Locked = false
	both.Text, both.Locked = edit.Text, false
	for name, c := range map[string]unit.Target{"edited": edit, "edited and unlocked": both} {
		_, err := b.Save(b.ctx, []store.Change{change("hama#1", ar, 1, c)})
		var conflict *store.ConflictError
		if !errors.As(err, &conflict) || !conflict.Conflicts[0].Theirs.Locked {
			t.Errorf("a locked target was %s: %v", name, err)
		}
	}
	same(t, "saving it as it is", b.save("hama#1", ar, 1, locked), locked)
	if got := b.save("hama#1", ar, 1, open); got.Locked || got.Revision != 2 {
		t.Errorf("unlocked: %+v", got)
	}
	if got := b.save("hama#1", ar, 2, edit); got.Text.Content != "changed" || !got.Locked {
		t.Errorf("edited and locked again: %+v", got)
	}
}

// Whether a target is stale shows against the source, whichever way that changes.
func testStale(t *testing.T, b *bench) {
	b.article("hama", "The army left Hama.")
	b.save("hama#1", ar, 0, translated("غادر الجيش حماة."))
	version := 1
	reimport := func(source unit.Text) unit.Target {
		in := article("hama", source.Content)
		in.Units[0].ID, in.Units[0].Source = "hama#1", source
		in.Document.Source = []byte(source.String())
		b.put(in, version)
		version++
		return b.unit("hama#1").Targets[ar]
	}
	old := unit.Plain("The army left Hama.")
	if got := reimport(unit.Plain("The army left Homs.")); !got.Stale || !got.For.Equal(old) || got.Revision != 1 {
		t.Errorf("after the source changed: %+v", got)
	}
	if got := reimport(old); got.Stale {
		t.Errorf("after it changed back: %+v", got)
	}
	if got := reimport(unit.Text{Content: old.Content, Codes: []unit.Code{{ID: 1, Offset: 4, Original: "<b>"}}}); !got.Stale {
		t.Errorf("after a code came in: %+v", got)
	}
	// Another spelling of the same markup is nothing that a translator has to see.
	got := b.save("hama#1", ar, 1, translated("غادر الجيش حماة"))
	if got.Stale || got.Revision != 2 {
		t.Errorf("written for the new source: %+v", got)
	}
	if got := reimport(unit.Text{Content: old.Content, Codes: []unit.Code{{ID: 1, Offset: 4, Original: "<strong>"}}}); got.Stale {
		t.Errorf("after the markup was spelled otherwise: %+v", got)
	}
	// Somebody stands by the old text for a source that is not the present one.
	target := translated("غادر الجيش حماة!")
	target.For = unit.Plain("Something else.")
	if got := b.save("hama#1", ar, 2, target); !got.Stale || !got.For.Equal(target.For) {
		t.Errorf("written for another source: %+v", got)
	}
	// Confirming a stale target as it is makes it good for the present source.
	target.For = unit.Text{}
	if got := b.save("hama#1", ar, 3, target); got.Stale || got.Revision != 4 {
		t.Errorf("confirmed: %+v", got)
	}
}

// Saying the same again is no revision.
func testUnchanged(t *testing.T, b *bench) {
	b.article("hama", "One.")
	first := b.save("hama#1", ar, 0, translated("واحد."))
	again := translated("واحد.")
	again.Author = "sami"
	same(t, "saved again", b.save("hama#1", ar, 1, again), first)
	same(t, "events", b.events(store.Filter{}), []string{"edit hama#1", "import"})
	for i, change := range []func(*unit.Target){
		func(t *unit.Target) { t.State = unit.Reviewed },
		func(t *unit.Target) { t.Origin = "memory:101" },
		func(t *unit.Target) { t.Text = unit.Plain("واحد") },
		func(t *unit.Target) { t.Text.Codes = []unit.Code{{ID: 1, Original: "<br>"}} },
		func(t *unit.Target) { t.Text.Codes = []unit.Code{{ID: 1, Original: "<br/>"}} },
		func(t *unit.Target) { t.For = unit.Plain("Uno.") },
		func(t *unit.Target) { t.Locked = true },
	} {
		change(&again)
		if got := b.save("hama#1", ar, int64(i+1), again); got.Revision != int64(i+2) {
			t.Errorf("change %d gave revision %d", i, got.Revision)
		}
	}
}
