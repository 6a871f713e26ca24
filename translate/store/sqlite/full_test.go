package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

func openTest(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A disk that is full, played by a limit on the number of pages: the save that
// finds no room reports it, what was saved before stays, and when there is room
// again the work goes on.
func TestDiskFull(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "store.db")
	s := openTest(t, path)
	if _, err := s.Import(ctx, store.Import{
		Document: store.Document{Name: "hama", Locale: locale.MustParse("en")},
		Units:    []unit.Unit{{Source: unit.Plain("One.")}},
	}); err != nil {
		t.Fatal(err)
	}
	save := func(base int64) error {
		_, err := s.Save(ctx, []store.Change{{Unit: "hama#1", Locale: locale.MustParse("ar"), Base: base,
			Target: unit.Target{Text: unit.Plain(fmt.Sprint(base, strings.Repeat("ا", 1000)))}}})
		return err
	}
	limit := func(pages int) {
		t.Helper()
		if _, err := s.writer.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages)); err != nil {
			t.Fatal(err)
		}
	}
	limit(60)
	saved := int64(0)
	var full error
	for full == nil && saved < 1000 {
		if full = saveAnother(save, &saved); full != nil && !strings.Contains(full.Error(), "the disk is full; nothing of this was saved") {
			t.Fatalf("save %d: %v", saved+1, full)
		}
	}
	if full == nil || saved == 0 {
		t.Fatalf("%d saves and then %v", saved, full)
	}
	check := func() {
		t.Helper()
		u, err := s.Unit(ctx, "hama#1")
		if got := u.Targets[locale.MustParse("ar")].Revision; err != nil || got != saved {
			t.Errorf("revision %d is there, %d were acknowledged (%v)", got, saved, err)
		}
		if problems, err := s.Examine(ctx); err != nil || problems != nil {
			t.Errorf("not whole: %v, %v", problems, err)
		}
	}
	check()
	limit(1000)
	if err := saveAnother(save, &saved); err != nil {
		t.Fatalf("with room again: %v", err)
	}
	check()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openTest(t, path)
	check()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// saveAnother saves a revision on top of the last one.
func saveAnother(save func(base int64) error, saved *int64) error {
	err := save(*saved)
	if err == nil {
		*saved++
	}
	return err
}
