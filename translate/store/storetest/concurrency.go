package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// Many write one target at once. Each on top of what it read: some are refused
// and try again, none is lost.
func testGoroutines(t *testing.T, b *bench) {
	const writers, edits = 6, 6
	b.article("hama", "One.", "Two.")
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for i := range edits {
				if err := insist(b, "hama#1", fmt.Sprintf("%d/%d", w, i)); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	wg.Go(func() { // and one looks on
		for range edits {
			units, err := b.Units(b.ctx, "hama", false)
			if err != nil || len(units) != 2 {
				t.Errorf("meanwhile: %d units, %v", len(units), err)
			}
		}
	})
	wg.Wait()
	if got := b.unit("hama#1").Targets[ar].Revision; got != writers*edits {
		t.Errorf("revision %d after %d saves", got, writers*edits)
	}
	seen := map[string]bool{}
	for _, e := range must[[]store.Event](t)(b.History(b.ctx, store.Filter{Unit: "hama#1"})) {
		seen[e.After.Text.Content] = true
		if e.Before != nil && e.Before.Revision != e.After.Revision-1 || e.Before == nil && e.After.Revision != 1 {
			t.Errorf("event %d goes from %+v to %+v", e.Seq, e.Before, e.After)
		}
	}
	if len(seen) != writers*edits {
		t.Errorf("%d of %d texts are in the history", len(seen), writers*edits)
	}
}

// insist saves a text on top of whatever is there.
func insist(b *bench, id, text string) error {
	for {
		u, err := b.Unit(b.ctx, id)
		if err != nil {
			return err
		}
		_, err = b.Save(b.ctx, []store.Change{change(id, ar, u.Targets[ar].Revision, translated(text))})
		var conflict *store.ConflictError
		if !errors.As(err, &conflict) {
			return err
		}
	}
}

// A cancelled call changes nothing.
func testCancelled(t *testing.T, b *bench) {
	b.article("hama", "One.")
	ctx, cancel := context.WithCancel(b.ctx)
	taken := 0
	_, err := b.AddEntries(ctx, "agency", func(yield func(memory.Entry, error) bool) {
		for i := range 5000 {
			if taken = i; i == 1000 {
				cancel()
			}
			if !yield(pair(en, fmt.Sprint(i), ar, "x"), nil) {
				return
			}
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled in the middle: %v", err)
	}
	if taken > 4000 {
		t.Errorf("cancelled at entry 1000, it went on to entry %d", taken)
	}
	_, saveErr := b.Save(ctx, []store.Change{change("hama#1", ar, 0, translated("x"))})
	_, importErr := b.Import(ctx, article("homs", "One."))
	_, readErr := b.Units(ctx, "hama", false)
	var entriesErr error
	for _, entriesErr = range b.Entries(ctx, "", en, ar) {
	}
	for name, err := range map[string]error{
		"save": saveErr, "import": importErr, "units": readErr, "entries": entriesErr,
		"remove": b.Remove(ctx, "hama", ""), "concepts": b.PutConcepts(ctx, "x", nil, true, ""),
	} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s with a cancelled context: %v", name, err)
		}
	}
	// Cancelled in the middle of reading, and whoever reads leaves, or stays.
	for _, leaves := range []bool{true, false} {
		b.add("many", pair(en, "1", ar, "x"), pair(en, "2", ar, "x"), pair(en, "3", ar, "x"))
		ctx, cancel := context.WithCancel(b.ctx)
		defer cancel()
		var last error
		for _, last = range b.Entries(ctx, "many", en, ar) {
			if cancel(); leaves {
				break
			}
		}
		if !leaves && last != nil && !errors.Is(last, context.Canceled) {
			t.Errorf("cancelled in the middle of reading: %v", last)
		}
		if err := b.DeleteMemory(b.ctx, "many", ""); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "events", b.events(store.Filter{Document: "hama"}), []string{"import"})
	same(t, "memories", must[[]store.MemoryInfo](t)(b.Memories(b.ctx)), nil)
	same(t, "units", len(must[[]unit.Unit](t)(b.Units(b.ctx, "hama", false))), 1)
}
