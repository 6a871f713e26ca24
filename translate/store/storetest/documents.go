package storetest

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

func testDocuments(t *testing.T, b *bench) {
	same(t, "documents of a new store", must[[]store.Document](t)(b.Documents(b.ctx)), nil)
	if _, err := b.Document(b.ctx, "hama"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a document that is not there: %v", err)
	}
	if _, err := b.Units(b.ctx, "hama", false); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("units of a document that is not there: %v", err)
	}
	same(t, "gone units of a document that never was", b.ids("hama", true), nil)

	in := article("homs", "Homs is calm.")
	in.Document.BOM = true
	in.Document.Source = []byte{0, 0xff, 'H'} // bytes are bytes
	b.put(in, 0)
	b.article("hama", "One.", "Two.")
	b.put(store.Import{Document: store.Document{Name: "a#1", Locale: ar}}, 0) // nothing in it, not even bytes

	want := in.Document
	want.Version = 1
	want.Hash = store.Hash(want.Source)
	got := must[store.Document](t)(b.Document(b.ctx, "homs"))
	if !got.Imported.After(start) || got.Imported.Location() != start.Location() {
		t.Errorf("imported at %v", got.Imported)
	}
	got.Imported = want.Imported
	same(t, "document", got, want)

	list := must[[]store.Document](t)(b.Documents(b.ctx))
	if len(list) != 3 || list[0].Name != "a#1" || list[1].Name != "hama" || list[2].Name != "homs" {
		t.Fatalf("documents are not listed by name: %+v", list)
	}
	if d := cmp.Diff(want, list[2], exactly, cmpopts.IgnoreFields(store.Document{}, "Source", "Imported")); d != "" || list[2].Source != nil {
		t.Errorf("document in the list, without its bytes (-want +got):\n%s", d)
	}
}

func testImport(t *testing.T, b *bench) {
	in := article("hama", "One.", "Two.", "Three.")
	in.Units[1].Note = "a heading"
	in.Units[1].Place = unit.Place{
		Block: 1, Kind: "heading", Key: "title",
		Part: unit.Part{Start: unit.Pos{Offset: 2, Code: 1}, End: unit.Pos{Offset: 4, Code: 3}},
	}
	in.Units[2].Targets = map[locale.Tag]unit.Target{ar: translated("not read")}
	got := b.put(in, 0)
	want := append([]unit.Unit(nil), in.Units...)
	for i := range want {
		want[i].ID, want[i].Document, want[i].Targets = store.UnitID("hama", i+1), "hama", nil
	}
	same(t, "what the import gave", got, want)
	same(t, "units", must[[]unit.Unit](t)(b.Units(b.ctx, "hama", false)), want)
	same(t, "unit", b.unit("hama#2"), want[1])
	same(t, "gone units", b.ids("hama", true), nil)
	for _, id := range []string{"hama#4", "homs#1", "hama", "hama#", "hama#0", "hama#01", "#1", ""} {
		if _, err := b.Unit(b.ctx, id); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("unit %q: %v, want ErrNotFound", id, err)
		}
	}

	var behind *store.VersionError
	if _, err := b.Import(b.ctx, in); !errors.As(err, &behind) || *behind != (store.VersionError{Document: "hama", Base: 0, Current: 1}) {
		t.Errorf("an import that knows of no version 1: %v", err)
	}
	in.Document.Name, in.Base = "homs", 1
	if _, err := b.Import(b.ctx, in); !errors.As(err, &behind) || behind.Current != 0 {
		t.Errorf("an import based on a version that never was: %v", err)
	}
	same(t, "history", b.events(store.Filter{}), []string{"import"})
}

// An article comes in again, changed.
func testImportAgain(t *testing.T, b *bench) {
	b.article("hama", "One.", "Two.", "Three.")
	two := b.save("hama#2", ar, 0, translated("اثنان."))
	in := article("hama", "Three.", "Two!", "New.")
	in.Units[0].ID, in.Units[1].ID = "hama#3", "hama#2"
	b.put(in, 1)
	same(t, "units in the new order", b.ids("hama", false), []string{"hama#3", "hama#2", "hama#4"})
	same(t, "gone units", b.ids("hama", true), []string{"hama#1"})
	two.Stale = true
	same(t, "the target of the edited unit", b.unit("hama#2").Targets[ar], two)
	if d := must[store.Document](t)(b.Document(b.ctx, "hama")); d.Version != 2 {
		t.Errorf("version %d after two imports", d.Version)
	}
	e := must[[]store.Event](t)(b.History(b.ctx, store.Filter{Limit: 1}))
	if len(e) != 1 || e[0].Kind != store.KindImport || e[0].Document != "hama" || e[0].Author != "rana" ||
		e[0].Note != "version 2: 1 new, 1 edited, 1 unchanged, 1 gone" {
		t.Errorf("event of the import: %+v", e)
	}

	// The same once more is no new version.
	in.Units[2].ID = "hama#4"
	b.put(in, 2)
	if d := must[store.Document](t)(b.Document(b.ctx, "hama")); d.Version != 2 {
		t.Errorf("version %d after an import that changed nothing", d.Version)
	}
	same(t, "events", b.events(store.Filter{Document: "hama"}), []string{"import", "edit hama#2", "import"})

	// A unit that was gone comes back under its id, with its target.
	in = article("hama", "One.", "Two.")
	in.Units[0].ID, in.Units[1].ID = "hama#1", "hama#2"
	b.put(in, 2)
	same(t, "units", b.ids("hama", false), []string{"hama#1", "hama#2"})
	same(t, "gone units", b.ids("hama", true), []string{"hama#3", "hama#4"})
	two.Stale = false
	same(t, "the target whose source is what it was", b.unit("hama#2").Targets[ar], two)
}

func testRemove(t *testing.T, b *bench) {
	b.article("hama", "One.", "Two.")
	one := b.save("hama#1", ar, 0, translated("واحد."))
	if err := b.Remove(b.ctx, "homs", "rana"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("removing what is not there: %v", err)
	}
	if err := b.Remove(b.ctx, "hama", "rana"); err != nil {
		t.Fatal(err)
	}
	same(t, "documents", must[[]store.Document](t)(b.Documents(b.ctx)), nil)
	if _, err := b.Document(b.ctx, "hama"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("the removed document: %v", err)
	}
	if err := b.Remove(b.ctx, "hama", "rana"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("removing it twice: %v", err)
	}
	same(t, "gone units", b.ids("hama", true), []string{"hama#1", "hama#2"})
	same(t, "events", b.events(store.Filter{Document: "hama"}), []string{"remove", "edit hama#1", "import"})

	in := article("hama", "Zero.", "One.")
	in.Units[1].ID = "hama#1"
	b.put(in, 0)
	same(t, "units", b.ids("hama", false), []string{"hama#3", "hama#1"})
	same(t, "the target that came back", b.unit("hama#1").Targets[ar], one)
	if d := must[store.Document](t)(b.Document(b.ctx, "hama")); d.Version != 2 {
		t.Errorf("version %d; versions count on after a removal", d.Version)
	}
}

// An id is never used again.
func testUnitIDs(t *testing.T, b *bench) {
	b.article("hama", "One.", "Two.", "Three.")
	b.put(article("hama"), 1)
	b.put(article("hama", "Four."), 2)
	same(t, "after all units went", b.ids("hama", false), []string{"hama#4"})
	if err := b.Remove(b.ctx, "hama", ""); err != nil {
		t.Fatal(err)
	}
	b.reopen()
	b.article("hama", "Five.")
	b.article("homs", "One.")
	same(t, "after removal and reopening", b.ids("hama", false), []string{"hama#5"})
	same(t, "another document counts for itself", b.ids("homs", false), []string{"homs#1"})
}

// testRefusals tries what no store may take, and that it leaves no trace.
func testRefusals(t *testing.T, b *bench) {
	b.article("hama", "One.", "Two.")
	b.article("homs", "One.")
	bad := map[string]func(*store.Import){
		"no name":              func(in *store.Import) { in.Document.Name = "" },
		"no locale":            func(in *store.Import) { in.Document.Locale = locale.Tag{} },
		"unknown unit":         func(in *store.Import) { in.Units[0].ID = "hama#9" },
		"another document's":   func(in *store.Import) { in.Units[0].ID = "homs#1" },
		"no id":                func(in *store.Import) { in.Units[0].ID = "hama" },
		"twice":                func(in *store.Import) { in.Units[0].ID, in.Units[1].ID = "hama#1", "hama#1" },
		"source not UTF-8":     func(in *store.Import) { in.Units[1].Source = unit.Plain("Hama\xff") },
		"code not UTF-8":       func(in *store.Import) { in.Units[1].Source.Codes = []unit.Code{{ID: 1, Original: "\xff"}} },
		"code behind the text": func(in *store.Import) { in.Units[1].Source.Codes = []unit.Code{{ID: 1, Offset: 99}} },
		"codes out of order":   func(in *store.Import) { in.Units[1].Source.Codes = []unit.Code{{ID: 1, Offset: 2}, {ID: 2, Offset: 1}} },
		"note not UTF-8":       func(in *store.Import) { in.Units[1].Note = "\xff" },
	}
	for name, spoil := range bad {
		in := article("hama", "Uno.", "Dos.")
		in.Base = 1
		spoil(&in)
		if _, err := b.Import(b.ctx, in); err == nil {
			t.Errorf("import with %s was taken", name)
		}
	}
	for name, c := range map[string]store.Change{
		"no locale":     {Unit: "hama#1", Target: translated("x")},
		"unknown unit":  change("hama#9", ar, 0, translated("x")),
		"no unit":       change("", ar, 0, translated("x")),
		"not UTF-8":     change("hama#1", ar, 0, translated("\xff")),
		"bad author":    change("hama#1", ar, 0, unit.Target{Text: unit.Plain("x"), Author: "\xff"}),
		"unknown state": change("hama#1", ar, 0, unit.Target{Text: unit.Plain("x"), State: 9}),
	} {
		// The good change beside the bad one is not saved either.
		if saved, err := b.Save(b.ctx, []store.Change{change("hama#2", ar, 0, translated("y")), c}); err == nil {
			t.Errorf("save with %s was taken: %+v", name, saved)
		}
	}
	same(t, "events", b.events(store.Filter{}), []string{"import", "import"})
	same(t, "units", b.ids("hama", false), []string{"hama#1", "hama#2"})
	same(t, "targets", len(b.unit("hama#2").Targets), 0)
}
