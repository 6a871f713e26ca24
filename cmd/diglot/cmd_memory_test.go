package main

import (
	"context"
	"testing"
	"time"

	"diglot/locales"
	"diglot/translate/memory/bench"
)

// TestMemoryWords finds what the memory says in words of its own that no catalog has.
func TestMemoryWords(t *testing.T) {
	catalog, err := locales.New("ar")
	if err != nil {
		t.Fatal(err)
	}
	for _, reason := range doubtReasons {
		if !catalog.Has("doubt." + string(reason)) {
			t.Errorf("no word for the doubt %s", reason)
		}
	}
	for _, id := range benchWords {
		if !catalog.Has(id) {
			t.Errorf("the message %q is not in the catalogs", id)
		}
	}
	rows, err := bench.Run(context.Background(), bench.Config{Units: 500, Seed: 1, Dir: t.TempDir(), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	a := &app{words: catalog}
	for _, r := range rows {
		if a.benchWord(r.Measure) == r.Measure {
			t.Errorf("no word for the measure %q", r.Measure)
		}
		if a.benchUnit(r.Unit) == r.Unit {
			t.Errorf("no word for the unit %q", r.Unit)
		}
	}
}
