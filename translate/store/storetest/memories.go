package storetest

import (
	"errors"
	"fmt"
	"iter"
	"testing"
	"time"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/unit"
)

func sequence(entries ...memory.Entry) iter.Seq2[memory.Entry, error] {
	return func(yield func(memory.Entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	}
}

func pair(from locale.Tag, source string, to locale.Tag, target string) memory.Entry {
	return memory.Entry{SourceLocale: from, Source: unit.Plain(source), TargetLocale: to, Target: unit.Plain(target)}
}

func (b *bench) add(name string, entries ...memory.Entry) int {
	b.t.Helper()
	return must[int](b.t)(b.AddEntries(b.ctx, name, sequence(entries...)))
}

func (b *bench) entries(name string, source, target locale.Tag) []memory.Entry {
	b.t.Helper()
	var list []memory.Entry
	for e, err := range b.Entries(b.ctx, name, source, target) {
		if err != nil {
			b.t.Fatal(err)
		}
		list = append(list, e)
	}
	return list
}

// memories lists the memories, without what only has to grow.
func (b *bench) memories() []store.MemoryInfo {
	b.t.Helper()
	infos := must[[]store.MemoryInfo](b.t)(b.Memories(b.ctx))
	for i := range infos {
		infos[i].Last, infos[i].Changed, infos[i].ChangedAt = 0, 0, time.Time{}
	}
	return infos
}

func testMemories(t *testing.T, b *bench) {
	same(t, "memories of a new store", must[[]store.MemoryInfo](t)(b.Memories(b.ctx)), nil)
	same(t, "entries of no memory", b.entries("agency", en, ar), nil)
	if n := b.add("agency"); n != 0 {
		t.Errorf("%d of no entries were new", n)
	}

	full := pair(en, "One <1>.", ar, "واحد")
	full.Previous, full.Next, full.State = "Zero.", `Two\n`, unit.Reviewed
	full.Origin, full.Author, full.Modified = "agency.tmx:12", "rana", start
	full.Properties = map[string]string{"client": "Barran <Press>", "": "x"}
	first := pair(en, "One.", ar, "واحد.")
	british := pair(enGB, "One.", ar, "واحد.")
	reverse := pair(ar, "اثنان.", en, "Two.")
	reverse.Previous = "واحد."
	french := pair(en, "One.", fr, "Un.")
	again, elsewhere := first, first
	again.Author, again.State, again.ID, again.Memory = "sami", unit.Final, 9, "x" // nothing that tells entries apart
	elsewhere.Next = "Two."
	if n := b.add("agency", first, full, again, british, reverse, french, elsewhere, first); n != 6 {
		t.Errorf("%d entries were new, want 6", n)
	}
	if n := b.add("agency", french, elsewhere); n != 0 {
		t.Errorf("%d entries were new the second time", n)
	}
	if n := b.add("other", first); n != 1 {
		t.Errorf("another memory took %d", n)
	}

	want := []memory.Entry{first, full, british, pair(en, "Two.", ar, "اثنان."), elsewhere}
	check := func(what string, got []memory.Entry, want ...memory.Entry) {
		t.Helper()
		seen := map[int64]bool{}
		for i := range got {
			if got[i].Memory != "agency" || got[i].ID == 0 || seen[got[i].ID] {
				t.Errorf("%s: entry %d of memory %q has id %d", what, i, got[i].Memory, got[i].ID)
			}
			seen[got[i].ID] = true
			got[i].ID, got[i].Memory = 0, ""
		}
		same(t, what, got, want)
	}
	check("English to Arabic", b.entries("agency", en, ar), want...)
	check("asked for British English", b.entries("agency", enGB, ar), want...)
	check("English to French", b.entries("agency", en, fr), french)
	var turned []memory.Entry
	for _, e := range want {
		e.SourceLocale, e.TargetLocale, e.Source, e.Target = e.TargetLocale, e.SourceLocale, e.Target, e.Source
		e.Previous, e.Next = "", ""
		if e.Target.Content == "Two." {
			e = reverse
		}
		turned = append(turned, e)
	}
	check("Arabic to English", b.entries("agency", ar, en), turned...)
	same(t, "French to Arabic", b.entries("agency", fr, ar), nil)
	all := b.entries("agency", locale.Tag{}, locale.Tag{})
	ids := []int64{all[4].ID, all[1].ID, 999}
	check("all", all, first, full, british, reverse, french, elsewhere)
	check("by their ids", must[[]memory.Entry](t)(b.EntriesByID(b.ctx, "agency", ids)), full, french)
	same(t, "by ids of no memory", must[[]memory.Entry](t)(b.EntriesByID(b.ctx, "nothing", ids)), nil)

	same(t, "memories", b.memories(), []store.MemoryInfo{
		{Name: "agency", Entries: 6, Pairs: []store.LocalePair{
			{Source: ar, Target: en, Entries: 1}, {Source: en, Target: ar, Entries: 3},
			{Source: en, Target: fr, Entries: 1}, {Source: enGB, Target: ar, Entries: 1}}},
		{Name: "other", Entries: 1, Pairs: []store.LocalePair{{Source: en, Target: ar, Entries: 1}}},
	})

	for range b.Entries(b.ctx, "agency", en, ar) {
		break // whoever has found what he wants may leave
	}
	b.reopen()
	if err := b.DeleteMemory(b.ctx, "agency", "salma"); err != nil {
		t.Fatal(err)
	}
	same(t, "entries of the deleted memory", b.entries("agency", en, ar), nil)
	if err := b.DeleteMemory(b.ctx, "agency", "salma"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("deleting it again: %v", err)
	}
	if n := b.add("agency", first); n != 1 {
		t.Errorf("after the deletion %d were new", n)
	}
	same(t, "events", b.events(store.Filter{}), []string{"remember", "forget", "remember", "remember"})
	same(t, "the other memory", len(b.entries("other", en, ar)), 1)

	testBadEntries(t, b)
	testManyEntries(t, b)
}

// One bad entry, and none of the call is stored.
func testBadEntries(t *testing.T, b *bench) {
	good := pair(en, "Good.", ar, "جيد.")
	for name, spoil := range map[string]func(*memory.Entry){
		"no source locale": func(e *memory.Entry) { e.SourceLocale = locale.Tag{} },
		"no target locale": func(e *memory.Entry) { e.TargetLocale = locale.Tag{} },
		"bad source":       func(e *memory.Entry) { e.Source.Content = "\xff" },
		"bad target":       func(e *memory.Entry) { e.Target.Content = "\xff" },
		"bad property":     func(e *memory.Entry) { e.Properties = map[string]string{"a": "\xff"} },
		"bad context":      func(e *memory.Entry) { e.Next = "\xff" },
	} {
		bad := good
		spoil(&bad)
		if n, err := b.AddEntries(b.ctx, "bad", sequence(good, bad)); err == nil || n != 0 {
			t.Errorf("an entry with %s was taken: %d, %v", name, n, err)
		}
	}
	broken := errors.New("line 7 is broken")
	_, err := b.AddEntries(b.ctx, "bad", func(yield func(memory.Entry, error) bool) {
		_ = yield(good, nil) && yield(memory.Entry{}, broken)
	})
	if !errors.Is(err, broken) {
		t.Errorf("the error of the entries' source came back as %v", err)
	}
	if _, err := b.AddEntries(b.ctx, "", sequence(good)); err == nil {
		t.Error("an entry was added to the project's own targets")
	}
	same(t, "what is left of it", b.entries("bad", en, ar), nil)
}

// More entries than go into one statement, in their order.
func testManyEntries(t *testing.T, b *bench) {
	const many = 1000
	var list []memory.Entry
	for i := range many {
		list = append(list, pair(en, fmt.Sprint("Sentence ", i), ar, fmt.Sprint("جملة ", i)), pair(en, "the same", ar, "نفسه"))
	}
	if n := b.add("many", list...); n != many+1 {
		t.Errorf("%d of %d entries were new", n, many+1)
	}
	got := b.entries("many", en, ar)
	if len(got) != many+1 || got[0].Source.Content != "Sentence 0" || got[1].Source.Content != "the same" || got[many].Source.Content != fmt.Sprint("Sentence ", many-1) {
		t.Errorf("%d entries came back, or not in their order", len(got))
	}
}

// The project's confirmed targets are memory at once.
func testOwnTargets(t *testing.T, b *bench) {
	b.article("hama", "One.", "Two <1>", "Three.", "Four.")
	b.save("hama#1", ar, 0, translated("واحد."))
	two := b.save("hama#2", ar, 0, translated("اثنان <2>"))
	draft := translated("ثلاثة.")
	draft.State = unit.Draft
	b.save("hama#3", ar, 0, draft)
	b.save("hama#4", ar, 0, unit.Target{State: unit.Final}) // says nothing
	b.save("hama#3", fr, 0, translated("Trois."))

	entries := func(source, target locale.Tag) (lines []string) {
		for _, e := range b.entries("", source, target) {
			lines = append(lines, fmt.Sprintf("%s %s>%s %s|%s|%s|%s", e.Origin, e.SourceLocale, e.TargetLocale, e.Source, e.Target, e.Previous, e.Next))
		}
		return lines
	}
	same(t, "English to Arabic", entries(en, ar), []string{
		`hama#1 en>ar One.|واحد.||Two \<1>`,
		`hama#2 en>ar Two \<1>|اثنان \<2>|One.|Three.`,
	})
	same(t, "Arabic to English", entries(ar, enGB), []string{
		`hama#1 ar>en واحد.|One.||اثنان \<2>`,
		`hama#2 ar>en اثنان \<2>|Two \<1>|واحد.|ثلاثة.`,
	})
	same(t, "English to French", entries(enGB, fr), []string{`hama#3 en>fr Three.|Trois.|Two \<1>|Four.`})
	same(t, "Arabic to French", entries(ar, fr), nil)

	e := b.entries("", en, ar)[1]
	same(t, "entry", e, memory.Entry{
		ID: e.ID, SourceLocale: en, TargetLocale: ar, Source: two.For, Target: two.Text, Previous: "One.", Next: "Three.",
		State: two.State, Origin: "hama#2", Author: two.Author, Modified: two.Modified,
	})

	// An edited source takes its target out of the memory, a gone unit keeps it in.
	in := article("hama", "Three.", "Two?")
	in.Units[0].ID, in.Units[1].ID = "hama#3", "hama#2"
	b.put(in, 1)
	same(t, "after the next version", entries(en, ar), []string{`hama#1 en>ar One.|واحد.||`})
	same(t, "its French", entries(en, fr), []string{`hama#3 en>fr Three.|Trois.||Two?`})

	same(t, "all own targets", entries(locale.Tag{}, locale.Tag{}), append(entries(en, ar), entries(en, fr)...))

	// A document that translates the other way is memory for this way too.
	other := article("barran", "مرحبا.")
	other.Document.Locale = ar
	b.put(other, 0)
	b.save("barran#1", enGB, 0, translated("Hello."))
	same(t, "both ways", entries(en, ar), []string{`barran#1 en-GB>ar Hello.|مرحبا.||`, `hama#1 en>ar One.|واحد.||`})
	if err := b.Remove(b.ctx, "hama", ""); err != nil {
		t.Fatal(err)
	}
	same(t, "after a removal", entries(en, ar), []string{`barran#1 en-GB>ar Hello.|مرحبا.||`})

	// Whoever reads may write meanwhile.
	for e := range b.Entries(b.ctx, "", en, ar) {
		b.save(e.Origin, enGB, 1, translated("Hello!"))
		b.add("copy", e)
	}
	same(t, "written meanwhile", entries(en, ar), []string{`barran#1 en-GB>ar Hello!|مرحبا.||`})

	// Long documents keep their context to the end.
	var texts []string
	var changes []store.Change
	for i := range 300 {
		texts = append(texts, fmt.Sprint("S", i))
		changes = append(changes, change(store.UnitID("long", i+1), fr, 0, translated(fmt.Sprint("P", i))))
	}
	b.article("long", texts...)
	must[[]store.Saved](t)(b.Save(b.ctx, changes))
	for i, e := range b.entries("", en, fr) {
		if i > 0 && e.Previous != texts[i-1] || i < 299 && e.Next != texts[i+1] || !e.Modified.After(start.Add(time.Second)) {
			t.Fatalf("entry %d: %+v", i, e)
		}
	}
}

// testDeleteEntries: what is deleted is gone from the memory alone, can be added
// again, and the history tells of it.
func testDeleteEntries(t *testing.T, b *bench) {
	one, two := pair(en, "One.", ar, "واحد."), pair(en, "Two.", ar, "اثنان.")
	b.add("agency", one, two)
	b.add("other", one)
	ids := []int64{b.entries("agency", en, ar)[0].ID, 999}
	if n := must[int](t)(b.DeleteEntries(b.ctx, "agency", ids, "salma")); n != 1 {
		t.Errorf("%d entries were deleted, want 1", n)
	}
	left := b.entries("agency", en, ar)
	if len(left) != 1 || left[0].Source.Content != "Two." || len(b.entries("other", en, ar)) != 1 {
		t.Errorf("left are %v", left)
	}
	if n := must[int](t)(b.DeleteEntries(b.ctx, "agency", []int64{left[0].ID}, "salma")); n != 1 {
		t.Errorf("%d entries were deleted, want 1", n)
	}
	before := must[[]store.MemoryInfo](t)(b.Memories(b.ctx))[0]
	if n := b.add("agency", one); n != 1 {
		t.Errorf("a deleted entry that is added again counts as %d new", n)
	}
	if again := b.entries("agency", en, ar)[0].ID; again == ids[0] || again == left[0].ID {
		t.Errorf("the id %d was used again", again)
	}
	if after := must[[]store.MemoryInfo](t)(b.Memories(b.ctx))[0]; after.Last <= before.Last {
		t.Errorf("the highest id was %d and is %d after an addition", before.Last, after.Last)
	}
	if _, err := b.DeleteEntries(b.ctx, "nothing", ids, ""); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("deleting from no memory: %v", err)
	}
}
