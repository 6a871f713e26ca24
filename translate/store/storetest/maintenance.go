package storetest

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// stored gives all entries of a memory.
func (b *bench) stored(name string) []memory.Entry {
	b.t.Helper()
	return b.entries(name, locale.Tag{}, locale.Tag{})
}

// info gives what the list of memories says of one; the zero value where it is not
// in the list.
func (b *bench) info(name string) store.MemoryInfo {
	b.t.Helper()
	for _, m := range must[[]store.MemoryInfo](b.t)(b.Memories(b.ctx)) {
		if m.Name == name {
			return m
		}
	}
	return store.MemoryInfo{}
}

// testEditEntry: an edit changes the target, who wrote it and when, and nothing else.
func testEditEntry(t *testing.T, b *bench) {
	one := pair(en, "One.", ar, "واحد.")
	one.Origin, one.Properties, one.Previous = "agency.tmx:3", map[string]string{"client": "Barran"}, "Zero."
	b.add("agency", one, pair(en, "Two.", ar, "اثنان."), pair(en, "Two.", ar, "اثنتان."))
	was := b.info("agency")
	id := b.stored("agency")[0].ID
	got := must[memory.Entry](t)(b.EditEntry(b.ctx, "agency", id, unit.Plain("الأول."), "salma"))
	now := b.info("agency")
	want := one
	want.ID, want.Memory, want.Target, want.Author, want.Modified = id, "agency", unit.Plain("الأول."), "salma", now.ChangedAt
	same(t, "the edited entry", got, want)
	same(t, "as it is stored", b.stored("agency")[0], want)
	if now.Changed <= was.Changed || !now.ChangedAt.After(was.ChangedAt) || now.Entries != 3 {
		t.Errorf("the memory was %+v and is %+v", was, now)
	}
	if e := must[memory.Entry](t)(b.EditEntry(b.ctx, "agency", id, unit.Plain("الأول."), "rana")); e.Author != "salma" || b.info("agency").Changed != now.Changed {
		t.Errorf("saying the same again changed something: %+v", e)
	}

	for _, c := range []struct {
		what string
		name string
		id   int64
		to   unit.Text
		want error
	}{
		{"no such memory", "nothing", 1, unit.Plain("x"), store.ErrNotFound},
		{"no such entry", "agency", 99, unit.Plain("x"), store.ErrNotFound},
		{"the same pair", "agency", b.stored("agency")[1].ID, unit.Plain("اثنتان."), store.ErrSame},
		{"no UTF-8", "agency", id, unit.Plain("\xff"), nil},
	} {
		before := b.stored("agency")
		if _, err := b.EditEntry(b.ctx, c.name, c.id, c.to, "salma"); err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.what, err)
		}
		same(t, c.what, b.stored("agency"), before)
	}
	same(t, "events", b.events(store.Filter{}), []string{"amend", "remember"})
}

// testUndoEntries: edits and deletions are taken back in turn, the newest first.
func testUndoEntries(t *testing.T, b *bench) {
	if _, err := b.UndoEntries(b.ctx, "agency", "salma", false); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("undoing in no memory: %v", err)
	}
	b.add("agency", pair(en, "One.", ar, "واحد."), pair(en, "Two.", fr, "Deux."), pair(en, "Three.", ar, "ثلاثة."))
	b.add("other", pair(en, "One.", ar, "واحد."))
	if _, err := b.UndoEntries(b.ctx, "agency", "salma", false); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("undoing an addition: %v", err)
	}
	first := b.stored("agency")
	must[memory.Entry](t)(b.EditEntry(b.ctx, "agency", first[0].ID, unit.Plain("الأول."), "salma"))
	edited := b.stored("agency")
	must[int](t)(b.DeleteEntries(b.ctx, "agency", []int64{first[0].ID, first[2].ID}, "salma"))
	must[int](t)(b.DeleteEntries(b.ctx, "other", []int64{1}, "salma"))
	left := b.stored("agency")
	if err := b.DeleteMemory(b.ctx, "agency", "salma"); err != nil {
		t.Fatal(err)
	}
	if m := b.info("agency"); m.Entries != 0 {
		t.Errorf("the deleted memory is in the list: %+v", m)
	}
	b.reopen()

	for i, c := range []struct {
		kind     string
		restored int
		want     []memory.Entry
	}{{store.KindForget, 1, left}, {store.KindForget, 2, edited}, {store.KindAmend, 1, first}} {
		would := must[store.Undone](t)(b.UndoEntries(b.ctx, "agency", "salma", true))
		u := must[store.Undone](t)(b.UndoEntries(b.ctx, "agency", "salma", false))
		same(t, "what a dry run told", would, u)
		if u.Kind != c.kind || u.Restored != c.restored || u.There != 0 || u.Event == 0 {
			t.Errorf("undo %d: %+v", i+1, u)
		}
		same(t, fmt.Sprint("after undo ", i+1), b.stored("agency"), c.want)
		b.whole()
	}
	if _, err := b.UndoEntries(b.ctx, "agency", "salma", false); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("undoing once too often: %v", err)
	}
	same(t, "the other memory", len(b.stored("other")), 0)

	// What was added again meanwhile does not come twice.
	must[int](t)(b.DeleteEntries(b.ctx, "agency", []int64{first[0].ID, first[1].ID}, "salma"))
	b.add("agency", pair(en, "Two.", fr, "Deux."))
	u := must[store.Undone](t)(b.UndoEntries(b.ctx, "agency", "salma", false))
	if u.Restored != 1 || u.There != 1 || len(b.stored("agency")) != 3 {
		t.Errorf("with one that was added again: %+v", u)
	}
}

// testMemoryModel compares any order of additions, edits, deletions and undoings
// with a map that does the same.
func testMemoryModel(t *testing.T, b *bench) {
	round := 0
	rapid.Check(t, func(t *rapid.T) {
		round++
		m := memoryModel{bench: b, name: fmt.Sprint("memory", round), have: map[int64]string{}}
		letter := rapid.SampledFrom([]string{"a", "b", "c"})
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			switch e, ok := m.pick(t); rapid.SampledFrom([]string{"add", "add", "delete", "edit", "undo"}).Draw(t, "step") {
			case "add":
				b.add(m.name, pair(en, letter.Draw(t, "source"), ar, letter.Draw(t, "target")))
				m.learn()
			case "delete":
				if ok {
					m.delete(t, e)
				}
			case "edit":
				if ok {
					m.edit(t, e, letter.Draw(t, "target"))
				}
			case "undo":
				m.takeBack(t)
			}
		}
		got := map[int64]string{}
		for _, e := range b.stored(m.name) {
			got[e.ID] = e.Source.Content + "=" + e.Target.Content
		}
		if !maps.Equal(got, m.have) || b.info(m.name).Entries != len(got) {
			t.Fatalf("the memory has %v and counts %d, want %v", got, b.info(m.name).Entries, m.have)
		}
	})
}

// memoryModel is what a memory should have: "source=target" by ID.
type memoryModel struct {
	*bench
	name string
	have map[int64]string
	undo []func() // for each change that stands, what taking it back does
}

func (m *memoryModel) pick(t *rapid.T) (memory.Entry, bool) {
	list := m.stored(m.name)
	if len(list) == 0 {
		return memory.Entry{}, false
	}
	return list[rapid.IntRange(0, len(list)-1).Draw(t, "entry")], true
}

// learn takes over the IDs that were given to what was added.
func (m *memoryModel) learn() {
	for _, e := range m.stored(m.name) {
		if _, ok := m.have[e.ID]; !ok {
			m.have[e.ID] = e.Source.Content + "=" + e.Target.Content
		}
	}
}

// back puts an entry in its place again, unless there is an equal one.
func (m *memoryModel) back(id int64, was string) {
	delete(m.have, id)
	if !m.has(was) {
		m.have[id] = was
	}
}

func (m *memoryModel) has(pair string) bool {
	return slices.Contains(slices.Collect(maps.Values(m.have)), pair)
}

func (m *memoryModel) delete(t *rapid.T, e memory.Entry) {
	if _, err := m.DeleteEntries(m.ctx, m.name, []int64{e.ID}, ""); err != nil {
		t.Fatal(err)
	}
	was := m.have[e.ID]
	delete(m.have, e.ID)
	m.undo = append(m.undo, func() { m.back(e.ID, was) })
}

func (m *memoryModel) edit(t *rapid.T, e memory.Entry, to string) {
	was, now := m.have[e.ID], e.Source.Content+"="+to
	_, err := m.EditEntry(m.ctx, m.name, e.ID, unit.Plain(to), "")
	switch {
	case was == now && err == nil:
	case m.has(now):
		if !errors.Is(err, store.ErrSame) {
			t.Fatalf("an edit that makes a second %s: %v", now, err)
		}
	case err != nil:
		t.Fatal(err)
	default:
		m.have[e.ID] = now
		m.undo = append(m.undo, func() { m.back(e.ID, was) })
	}
}

func (m *memoryModel) takeBack(t *rapid.T) {
	_, err := m.UndoEntries(m.ctx, m.name, "", false)
	if len(m.undo) == 0 {
		if !errors.Is(err, store.ErrNotFound) {
			t.Fatalf("nothing to undo: %v", err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	last := len(m.undo) - 1
	m.undo[last]()
	m.undo = m.undo[:last]
}
