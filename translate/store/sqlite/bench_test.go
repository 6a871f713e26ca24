package sqlite_test

import (
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"testing"
	"time"

	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/store/sqlite"
	"diglot/translate/unit"
)

// Each benchmark does the same work in a naive way too, in the same run, and
// reports how many times faster the store is.

func benchStore(b *testing.B, units int) *sqlite.Store {
	b.Helper()
	s := open(b, filepath.Join(b.TempDir(), "store.db"), sqlite.Options{})
	b.Cleanup(func() { closeStore(b, s) })
	in := store.Import{Document: store.Document{Name: "hama", Locale: en}}
	for i := range units {
		in.Units = append(in.Units, unit.Unit{Source: unit.Plain(sentence(i))})
	}
	if _, err := s.Import(context.Background(), in); err != nil {
		b.Fatal(err)
	}
	return s
}

// sentence is as long as sentences of news are.
func sentence(i int) string {
	return fmt.Sprintf("Sentence %d says that the army left the city of Hama on Thursday, after days of fighting north of it.", i)
}

func entriesOf(from, to int) iter.Seq2[memory.Entry, error] {
	return func(yield func(memory.Entry, error) bool) {
		for i := from; i < to; i++ {
			e := memory.Entry{
				SourceLocale: en, TargetLocale: ar, Source: unit.Plain(sentence(i)),
				Target: unit.Plain(fmt.Sprintf("تقول الجملة %d إن الجيش غادر مدينة حماة يوم الخميس بعد أيام من القتال إلى الشمال منها.", i)),
				State:  unit.Translated, Origin: fmt.Sprintf("news.tmx:%d", i), Author: "rana",
			}
			if !yield(e, nil) {
				return
			}
		}
	}
}

func seconds(b *testing.B, do func() error) float64 {
	b.Helper()
	start := time.Now()
	if err := do(); err != nil {
		b.Fatal(err)
	}
	return time.Since(start).Seconds()
}

// 20,000 entries in one call, against a transaction for each.
func BenchmarkAddEntries(b *testing.B) {
	const many, few = 20000, 200
	ctx := context.Background()
	for b.Loop() {
		s := benchStore(b, 1)
		fast := seconds(b, func() error {
			_, err := s.AddEntries(ctx, "fast", entriesOf(0, many))
			return err
		}) / many
		slow := seconds(b, func() error {
			for i := range few {
				if _, err := s.AddEntries(ctx, "slow", entriesOf(i, i+1)); err != nil {
					return err
				}
			}
			return nil
		}) / few
		b.ReportMetric(1/fast, "entries/s")
		b.ReportMetric(slow/fast, "×naive")
	}
}

// Going through 20,000 entries, against one statement for each.
func BenchmarkEntries(b *testing.B) {
	const many = 20000
	ctx := context.Background()
	s := benchStore(b, 1)
	if _, err := s.AddEntries(ctx, "fast", entriesOf(0, many)); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		n := 0
		fast := seconds(b, func() error {
			for _, err := range s.Entries(ctx, "fast", en, ar) {
				if err != nil {
					return err
				}
				n++
			}
			return nil
		})
		if n != many {
			b.Fatalf("%d entries", n)
		}
		b.ReportMetric(many/fast, "entries/s")
	}
}

// 1,000 targets in one call, against a call for each.
func BenchmarkSave(b *testing.B) {
	const many = 1000
	ctx := context.Background()
	base := int64(0)
	s := benchStore(b, many)
	changes := make([]store.Change, many)
	for b.Loop() {
		for i := range changes {
			changes[i] = change(store.UnitID("hama", i+1), base, fmt.Sprint("نص ", base, i))[0]
		}
		fast := seconds(b, func() error {
			_, err := s.Save(ctx, changes)
			return err
		}) / many
		base++
		for i := range changes[:100] {
			changes[i] = change(store.UnitID("hama", i+1), base, fmt.Sprint("نص ", base, i))[0]
		}
		slow := seconds(b, func() error {
			for _, c := range changes[:100] {
				if _, err := s.Save(ctx, []store.Change{c}); err != nil {
					return err
				}
			}
			return nil
		}) / 100
		b.ReportMetric(1/fast, "targets/s")
		b.ReportMetric(1/slow, "saves/s")
		b.ReportMetric(slow/fast, "×naive")
		// The others catch up, so that all have the same base again.
		for i := 100; i < many; i++ {
			changes[i].Base, changes[i].Target.Text = base, unit.Plain("x")
		}
		if _, err := s.Save(ctx, changes[100:]); err != nil {
			b.Fatal(err)
		}
		base++
	}
}

// One unit with its targets, against reading its whole document for it.
func BenchmarkUnit(b *testing.B) {
	const many = 1000
	ctx := context.Background()
	s := benchStore(b, many)
	var changes []store.Change
	for i := range many {
		changes = append(changes, change(store.UnitID("hama", i+1), 0, sentence(i))[0])
	}
	if _, err := s.Save(ctx, changes); err != nil {
		b.Fatal(err)
	}
	slow := seconds(b, func() error {
		_, err := s.Units(ctx, "hama", false)
		return err
	})
	n := 0
	start := time.Now()
	for b.Loop() {
		if _, err := s.Unit(ctx, store.UnitID("hama", n%many+1)); err != nil {
			b.Fatal(err)
		}
		n++
	}
	fast := time.Since(start).Seconds() / float64(n)
	b.ReportMetric(1/fast, "reads/s")
	b.ReportMetric(slow/fast, "×naive")
}

// The size of the file with 20,000 units, each with a target, and with as many
// memory entries, against the size of the texts in it.
func BenchmarkSize(b *testing.B) {
	const many = 20000
	ctx := context.Background()
	for b.Loop() {
		path := filepath.Join(b.TempDir(), "store.db")
		size := func() float64 {
			info, err := os.Stat(path)
			if err != nil {
				b.Fatal(err)
			}
			return float64(info.Size())
		}
		text := 0
		s := open(b, path, sqlite.Options{})
		in := store.Import{Document: store.Document{Name: "hama", Locale: en}}
		var changes []store.Change
		for e := range entriesOf(0, many) {
			in.Units = append(in.Units, unit.Unit{Source: e.Source, Place: unit.Place{Block: len(in.Units), Kind: "paragraph"}})
			in.Document.Source = append(in.Document.Source, e.Source.Content+"\n\n"...)
			changes = append(changes, store.Change{Unit: store.UnitID("hama", len(in.Units)), Locale: ar,
				Target: unit.Target{Text: e.Target, State: unit.Translated, Origin: "human", Author: "rana"}})
			text += len(e.Source.Content) + len(e.Target.Content)
		}
		if _, err := s.Import(ctx, in); err != nil {
			b.Fatal(err)
		}
		if _, err := s.Save(ctx, changes); err != nil {
			b.Fatal(err)
		}
		closeStore(b, s)
		units := size()
		b.ReportMetric(units/float64(text), "×text-units")

		s = open(b, path, sqlite.Options{})
		if _, err := s.AddEntries(ctx, "news", entriesOf(0, many)); err != nil {
			b.Fatal(err)
		}
		closeStore(b, s)
		b.ReportMetric((size()-units)/float64(text), "×text-entries")
	}
}

// Opening a store that is there, and closing it again.
func BenchmarkOpen(b *testing.B) {
	path := article(b)
	for b.Loop() {
		closeStore(b, open(b, path, sqlite.Options{}))
	}
}
