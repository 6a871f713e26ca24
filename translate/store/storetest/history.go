package storetest

import (
	"errors"
	"testing"

	"diglot/translate/store"
	"diglot/translate/unit"
)

func testHistory(t *testing.T, b *bench) {
	same(t, "history of a new store", b.events(store.Filter{}), nil)
	b.article("hama", "One.", "Two.")
	b.article("homs", "One.")
	first := b.save("hama#1", ar, 0, translated("a"))
	second := must[[]store.Saved](t)(b.Save(b.ctx, []store.Change{
		{Unit: "hama#1", Locale: ar, Base: 1, Target: translated("b"), Why: "memory"},
	}))[0].Target
	b.save("hama#1", fr, 0, translated("c"))
	b.save("homs#1", ar, 0, translated("d"))
	must[store.Comment](t)(b.Comment(b.ctx, store.Comment{Unit: "hama#2", Text: "hm", Author: "sami"}))

	all := []string{"comment hama#2", "edit homs#1", "edit hama#1", "memory hama#1", "edit hama#1", "import", "import"}
	same(t, "all", b.events(store.Filter{}), all)
	events := must[[]store.Event](t)(b.History(b.ctx, store.Filter{}))
	for i := 1; i < len(events); i++ {
		if events[i].Seq >= events[i-1].Seq || events[i].Time.After(events[i-1].Time) || events[i].Seq < 1 {
			t.Errorf("events are not listed newest first: %v, %v", events[i-1], events[i])
		}
	}
	for _, c := range []struct {
		filter store.Filter
		want   []string
	}{
		{store.Filter{Limit: 2}, all[:2]},
		{store.Filter{Document: "hama"}, []string{"comment hama#2", "edit hama#1", "memory hama#1", "edit hama#1", "import"}},
		{store.Filter{Document: "hama", Targets: true, Limit: 1}, []string{"edit hama#1"}},
		{store.Filter{Unit: "hama#1"}, []string{"edit hama#1", "memory hama#1", "edit hama#1"}},
		{store.Filter{Unit: "hama#1", Locale: ar}, []string{"memory hama#1", "edit hama#1"}},
		{store.Filter{Locale: ar, Limit: 1}, []string{"edit homs#1"}},
		{store.Filter{Seq: events[3].Seq}, []string{"memory hama#1"}},
		{store.Filter{Document: "aleppo"}, nil},
		{store.Filter{Unit: "hama#9"}, nil},
	} {
		same(t, "filtered", b.events(c.filter), c.want)
	}

	e := events[3]
	want := store.Event{Seq: e.Seq, Time: second.Modified, Author: "rana", Kind: "memory", Document: "hama", Unit: "hama#1",
		Locale: ar, Before: &first, After: &second}
	same(t, "event", e, want)
	if events[4].Before != nil {
		t.Errorf("before the first revision there was %+v", events[4].Before)
	}

	// What comes later changes nothing in it.
	in := article("hama", "Uno.")
	in.Units[0].ID = "hama#1"
	b.put(in, 1)
	if err := b.Remove(b.ctx, "hama", ""); err != nil {
		t.Fatal(err)
	}
	b.reopen()
	same(t, "the same event later", must[[]store.Event](t)(b.History(b.ctx, store.Filter{Seq: e.Seq})), []store.Event{want})
}

func testComments(t *testing.T, b *bench) {
	b.article("hama", "One.", "Two.")
	comment := func(id, text string) store.Comment {
		c := must[store.Comment](t)(b.Comment(b.ctx, store.Comment{Unit: id, Text: text, Author: "sami"}))
		if c.ID == 0 || !c.Time.After(start) {
			t.Errorf("comment: %+v", c)
		}
		return c
	}
	first := comment("hama#1", "Is it the city\nor the province?")
	comment("hama#2", "other")
	second := must[store.Comment](t)(b.Comment(b.ctx, store.Comment{Unit: "hama#1", Locale: ar, Text: "المدينة", Author: "rana"}))
	same(t, "comments", must[[]store.Comment](t)(b.Comments(b.ctx, "hama#1")), []store.Comment{first, second})

	// A change whose reason has the same name is no comment.
	must[[]store.Saved](t)(b.Save(b.ctx, []store.Change{{Unit: "hama#1", Locale: ar, Target: translated("x"), Why: store.KindComment}}))
	b.put(article("hama", "New."), 1)
	same(t, "comments on a gone unit", must[[]store.Comment](t)(b.Comments(b.ctx, "hama#1")), []store.Comment{first, second})

	same(t, "no comments", must[[]store.Comment](t)(b.Comments(b.ctx, "hama#3")), nil)
	if _, err := b.Comments(b.ctx, "hama#9"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("comments on a unit that never was: %v", err)
	}
	if _, err := b.Comment(b.ctx, store.Comment{Unit: "hama#9", Text: "?"}); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("comment on a unit that never was: %v", err)
	}
}

func testOutputs(t *testing.T, b *bench) {
	b.article("hama", "One.")
	b.article("aleppo", "One.")
	b.save("hama#1", ar, 0, translated("a"))
	newest := must[[]store.Event](t)(b.History(b.ctx, store.Filter{Document: "hama", Limit: 1}))[0].Seq
	record := func(o store.Output) {
		t.Helper()
		if err := b.RecordOutput(b.ctx, o); err != nil {
			t.Fatal(err)
		}
	}
	hama := store.Output{Document: "hama", Locale: ar, Path: "out/ar/hama.txt", Hash: store.Hash([]byte("a")), Seq: newest, Version: 1, Missing: 3}
	french := store.Output{Document: "hama", Locale: fr, Path: "out/fr/hama.txt", Hash: store.Hash(nil), Seq: newest, Version: 1}
	aleppo := store.Output{Document: "aleppo", Locale: ar, Path: "out/ar/aleppo.txt"}
	record(french)
	record(hama)
	record(aleppo)
	hama.Hash, hama.Missing = store.Hash([]byte("b")), 0
	record(hama)
	record(hama) // the same file again is no news

	check := func(what, document string, want ...store.Output) {
		t.Helper()
		got := must[[]store.Output](t)(b.Outputs(b.ctx, document))
		for i := range got {
			if !got[i].Written.After(start) {
				t.Errorf("%s: written at %v", what, got[i].Written)
			}
			got[i].Written = start.AddDate(-9, 0, 0)
		}
		for i := range want {
			want[i].Written = start.AddDate(-9, 0, 0)
		}
		same(t, what, got, want)
	}
	check("all outputs", "", aleppo, hama, french)
	check("of one document", "hama", hama, french)
	check("of none", "homs")
	same(t, "events", b.events(store.Filter{Document: "hama"}), []string{"export", "export", "export", "edit hama#1", "import"})
	same(t, "what changed a target", b.events(store.Filter{Document: "hama", Targets: true}), []string{"edit hama#1"})

	if err := b.RecordOutput(b.ctx, store.Output{Document: "homs", Locale: ar}); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("output of a document that is not there: %v", err)
	}
	if err := b.RecordOutput(b.ctx, store.Output{Document: "hama"}); err == nil {
		t.Error("an output without a locale was recorded")
	}
	if err := b.Remove(b.ctx, "hama", ""); err != nil {
		t.Fatal(err)
	}
	check("after the removal", "", aleppo)
	b.article("hama", "One.")
	check("after it came back", "", aleppo, hama, french)
}

// Reopening shows what lasted.
func testReopen(t *testing.T, b *bench) {
	b.article("hama", "One.", "Two.")
	b.save("hama#1", ar, 0, translated("a"))
	b.put(article("hama", "Three."), 1)
	units := must[[]unit.Unit](t)(b.Units(b.ctx, "hama", true))
	history := must[[]store.Event](t)(b.History(b.ctx, store.Filter{}))
	documents := must[[]store.Document](t)(b.Documents(b.ctx))
	for range 3 {
		b.reopen()
		same(t, "units", must[[]unit.Unit](t)(b.Units(b.ctx, "hama", true)), units)
		same(t, "history", must[[]store.Event](t)(b.History(b.ctx, store.Filter{})), history)
		same(t, "documents", must[[]store.Document](t)(b.Documents(b.ctx)), documents)
	}
	b.save("hama#1", ar, 1, translated("b"))
}
