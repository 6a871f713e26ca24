package sqlite

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// Whoever waits for the store gets it before the one who just had it gets it
// again, however quick that one is.
func TestTurns(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "store.db")
	quick, patient := openTest(t, path), openTest(t, path)
	ar := locale.MustParse("ar")
	if _, err := quick.Import(ctx, store.Import{
		Document: store.Document{Name: "hama", Locale: locale.MustParse("en")},
		Units:    []unit.Unit{{Source: unit.Plain("One.")}, {Source: unit.Plain("Two.")}},
	}); err != nil {
		t.Fatal(err)
	}
	save := func(s *Store, id string) error {
		_, err := s.Save(ctx, []store.Change{{Unit: id, Locale: ar, Target: unit.Target{Text: unit.Plain("x")}}})
		return err
	}
	probe, err := openWriterLock(filepath.Dir(path), "")
	if err != nil {
		t.Fatal(err)
	}
	defer probe.close()
	waited := make(chan error, 1)
	_, err = quick.AddEntries(ctx, "agency", func(func(memory.Entry, error) bool) {
		go func() { waited <- save(patient, "hama#1") }()
		// Until the patient one stands in the queue, which locks it.
		for lockFile(probe.queue) == nil {
			unlockFile(probe.queue)
			time.Sleep(time.Millisecond)
		}
	})
	if err := errors.Join(err, save(quick, "hama#2"), <-waited); err != nil {
		t.Fatal(err)
	}
	events, err := quick.History(ctx, store.Filter{Limit: 2})
	if err != nil {
		t.Fatal(err)
	}
	if events[1].Unit != "hama#1" || events[0].Unit != "hama#2" {
		t.Errorf("first %s, then %s", events[1].Unit, events[0].Unit)
	}
	if err := errors.Join(quick.Close(), patient.Close()); err != nil {
		t.Fatal(err)
	}
}

// Closing waits for a write that is under way.
func TestCloseWaits(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "store.db")
	s := openTest(t, path)
	closed := make(chan error, 1)
	n, err := s.AddEntries(ctx, "agency", func(yield func(memory.Entry, error) bool) {
		go func() { closed <- s.Close() }()
		select {
		case err := <-closed:
			t.Errorf("closed in the middle of a write: %v", err)
			closed <- err
		case <-time.After(20 * time.Millisecond): // long enough for one that does not wait
		}
		yield(memory.Entry{SourceLocale: locale.MustParse("en"), TargetLocale: locale.MustParse("ar"), Source: unit.Plain("One.")}, nil)
	})
	if n != 1 || errors.Join(err, <-closed) != nil {
		t.Errorf("%d entries, %v", n, err)
	}
	s = openTest(t, path)
	defer s.Close()
	if memories, err := s.Memories(ctx); err != nil || len(memories) != 1 {
		t.Errorf("after it: %v, %v", memories, err)
	}
}
