package storetest

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// testModel does what comes to mind with a document, in any order, on the store
// and on a model of it that a reader can check, and compares the two.
func testModel(t *testing.T, b *bench) {
	round := 0
	rapid.Check(t, func(r *rapid.T) {
		round++
		m := &model{bench: b, name: fmt.Sprint("doc", round), units: map[int]*modelUnit{}}
		m.importAny(r)
		for range rapid.IntRange(1, 10).Draw(r, "steps") {
			step := rapid.SampledFrom([]string{"import", "save", "save", "save", "remove"}).Draw(r, "step")
			switch step {
			case "import":
				m.importAny(r)
			case "save":
				m.saveAny(r)
			case "remove":
				m.removeIt(r)
			}
			m.compare(r)
		}
	})
}

// model is one document as it ought to be.
type model struct {
	*bench
	name    string
	version int // 0 while it is not in the project
	last    int // version that was given last
	counter int
	order   []int // numbers of the units in the present version
	units   map[int]*modelUnit
}

type modelUnit struct {
	source  string
	targets map[locale.Tag]*modelTarget
}

type modelTarget struct {
	text, source string
	revision     int64
}

var words = rapid.SampledFrom([]string{"One.", "Two.", "Three.", "Four."})

// importAny brings a version in which any units stand in any order, old ones as
// they were or edited, and new ones.
func (m *model) importAny(r *rapid.T) {
	in := article(m.name)
	in.Base = m.version
	before := modelUnits(m.units)
	var order []int
	for _, n := range rapid.Permutation(slices.Sorted(maps.Keys(m.units))).Draw(r, "old units") {
		if rapid.IntRange(0, 3).Draw(r, "leave out") > 0 {
			order = append(order, n)
		}
	}
	for range rapid.IntRange(0, 2).Draw(r, "new units") {
		order = slices.Insert(order, rapid.IntRange(0, len(order)).Draw(r, "at"), 0)
	}
	counter := m.counter
	for i, n := range order {
		u := sentence("", i, words.Draw(r, "source"))
		if n > 0 {
			u.ID = store.UnitID(m.name, n)
			if rapid.Bool().Draw(r, "as it was") {
				u.Source = unit.Plain(m.units[n].source)
			}
			m.units[n].source = u.Source.Content
		} else {
			counter++
			order[i] = counter
			m.units[counter] = &modelUnit{source: u.Source.Content, targets: map[locale.Tag]*modelTarget{}}
		}
		in.Units = append(in.Units, u)
		in.Document.Source = append(in.Document.Source, u.Source.Content...)
	}
	if rapid.IntRange(0, 4).Draw(r, "late") == 0 {
		in.Base++
		_, err := m.Import(m.ctx, in)
		var behind *store.VersionError
		if !errors.As(err, &behind) || behind.Current != m.version {
			r.Fatalf("import based on version %d of %d: %v", in.Base, m.version, err)
		}
		m.units = before
		return
	}
	units, err := m.Import(m.ctx, in)
	if err != nil {
		r.Fatal(err)
	}
	if len(units) != len(order) {
		r.Fatalf("%d units of %d came back", len(units), len(order))
	}
	d, err := m.Document(m.ctx, m.name)
	if err != nil {
		r.Fatal(err)
	}
	// Nothing new is no new version; whether there was, comparing will tell.
	if d.Version != m.last+1 && (d.Version != m.version || counter != m.counter || !slices.Equal(order, m.order)) {
		r.Fatalf("version %d after version %d", d.Version, m.last)
	}
	m.version, m.last, m.order, m.counter = d.Version, d.Version, order, counter
}

// modelUnits copies the sources, which is what an import changes.
func modelUnits(units map[int]*modelUnit) map[int]*modelUnit {
	out := map[int]*modelUnit{}
	for n, u := range units {
		out[n] = &modelUnit{source: u.source, targets: u.targets}
	}
	return out
}

func (m *model) saveAny(r *rapid.T) {
	if len(m.units) == 0 {
		return
	}
	n := rapid.SampledFrom(slices.Sorted(maps.Keys(m.units))).Draw(r, "unit")
	tag := rapid.SampledFrom([]locale.Tag{ar, fr}).Draw(r, "locale")
	late := rapid.IntRange(0, 3).Draw(r, "late") == 0
	text := words.Draw(r, "text")
	u := m.units[n]
	present := u.targets[tag]
	if present == nil {
		present = &modelTarget{}
	}
	base := present.revision
	if late {
		base++
	}
	saved, err := m.Save(m.ctx, []store.Change{change(store.UnitID(m.name, n), tag, base, translated(text))})
	if late {
		var conflict *store.ConflictError
		if !errors.As(err, &conflict) || conflict.Conflicts[0].Theirs.Revision != present.revision {
			r.Fatalf("save based on revision %d of %d: %v", base, present.revision, err)
		}
		return
	}
	if err != nil {
		r.Fatal(err)
	}
	want := &modelTarget{text: text, source: u.source, revision: base + 1}
	if present.revision > 0 && present.text == text && present.source == u.source {
		want.revision = base // nothing new
	}
	if got := saved[0].Target; got.Revision != want.revision || got.Stale {
		r.Fatalf("saved %+v, want %+v", got, want)
	}
	u.targets[tag] = want
}

func (m *model) removeIt(r *rapid.T) {
	err := m.Remove(m.ctx, m.name, "rana")
	if m.version == 0 {
		if !errors.Is(err, store.ErrNotFound) {
			r.Fatalf("removing what is not there: %v", err)
		}
		return
	}
	if err != nil {
		r.Fatal(err)
	}
	m.version, m.order = 0, nil
}

// compare looks at every unit that there is or was.
func (m *model) compare(r *rapid.T) {
	gone := slices.DeleteFunc(slices.Sorted(maps.Keys(m.units)), func(n int) bool { return slices.Contains(m.order, n) })
	for _, side := range []struct {
		gone bool
		want []int
	}{{false, m.order}, {true, gone}} {
		units, err := m.Units(m.ctx, m.name, side.gone)
		if errors.Is(err, store.ErrNotFound) && m.version == 0 && !side.gone {
			continue
		}
		if err != nil || len(units) != len(side.want) {
			r.Fatalf("%d units (gone: %v), want %v; %v", len(units), side.gone, side.want, err)
		}
		for i, u := range units {
			if u.ID != store.UnitID(m.name, side.want[i]) {
				r.Fatalf("unit %s stands where %d should", u.ID, side.want[i])
			}
			m.compareUnit(r, u, m.units[side.want[i]])
		}
	}
}

func (m *model) compareUnit(r *rapid.T, got unit.Unit, want *modelUnit) {
	if got.Source.Content != want.source || len(got.Targets) != len(want.targets) {
		r.Fatalf("unit %+v, want %+v", got, want)
	}
	for tag, target := range want.targets {
		t := got.Targets[tag]
		if t.Text.Content != target.text || t.Revision != target.revision || t.For.Content != target.source ||
			t.Stale != (target.source != want.source) {
			r.Fatalf("target of %s in %s is %+v, want %+v for source %q", got.ID, tag, t, target, want.source)
		}
	}
}
