package workbench

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/store/concordance"
	"diglot/translate/unit"
)

func pair(source, target string) memory.Entry {
	return memory.Entry{SourceLocale: en, TargetLocale: fr, Source: unit.Plain(source), Target: unit.Plain(target)}
}

// withMemory makes a project with one memory.
func withMemory(t *testing.T, entries ...memory.Entry) *Project {
	t.Helper()
	p := project(t, t.TempDir(), en, fr)
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := p.Store.AddEntries(context.Background(), "agency", sequence(entries)); err != nil {
		t.Fatal(err)
	}
	return p
}

// The indexes of a memory follow every change of it, those too that leave its
// number of entries as it is, and are made again when they are damaged.
func TestIndexesAreCaches(t *testing.T) {
	ctx := context.Background()
	p := withMemory(t, manyEntries()...)
	const asked = "Sentence 77 says that the army left the city."
	check := func(what, target, word string) {
		t.Helper()
		m, err := p.Memory(ctx, en, fr)
		if err != nil {
			t.Fatal(err)
		}
		defer m.Close()
		found := m.Find(memory.Query{Source: unit.Plain(asked), SourceLocale: en, TargetLocale: fr, Min: 100, Limit: 1})
		hits, more, err := p.Concordance(ctx, concordance.Query{Text: word + " 77", Kind: concordance.Phrase, Side: concordance.Target}, ConcordanceOptions{})
		if err != nil || more {
			t.Fatalf("%s: %v, %v", what, more, err)
		}
		if target == "" && len(found)+len(hits) == 0 {
			return
		}
		if len(found) != 1 || found[0].Target.Content != target || len(hits) != 1 || hits[0].Entry.Target.Content != target {
			t.Fatalf("%s: %+v and %+v, want %q", what, found, hits, target)
		}
	}
	const first, second = "La phrase 77 dit que l’armée a quitté la ville.", "Proposition 77 : l’armée est partie."
	check("at first", first, "phrase")
	if _, _, err := p.EditEntry(ctx, "agency", 78, second, false); err != nil {
		t.Fatal(err)
	}
	check("after an edit", second, "proposition")
	if _, err := p.UndoMemory(ctx, "agency", false); err != nil {
		t.Fatal(err)
	}
	check("after taking it back", first, "phrase")
	if _, err := p.DeleteEntries(ctx, "agency", []int64{78}, false); err != nil {
		t.Fatal(err)
	}
	check("after a deletion", "", "phrase")
	if _, err := p.UndoMemory(ctx, "agency", false); err != nil {
		t.Fatal(err)
	}
	check("after bringing it back", first, "phrase")

	files, err := filepath.Glob(filepath.Join(p.Root, stateDir, "index", "*"))
	if err != nil || len(files) != 2 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := range data {
			data[i] ^= byte(i)
		}
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	check("after damage", first, "phrase")
	if n, err := p.DeleteMemory(ctx, "agency", false); err != nil || n != many {
		t.Fatalf("%d, %v", n, err)
	}
	check("after deleting all", "", "phrase")
	if files, err := filepath.Glob(filepath.Join(p.Root, stateDir, "index", "*")); err != nil || len(files) != 0 {
		t.Errorf("indexes of a memory that is gone: %v, %v", files, err)
	}
}

// Fragments come out of a memory of any size, and out of entries stored the other
// way round.
func TestFragments(t *testing.T) {
	ctx := context.Background()
	shared := []memory.Entry{
		pair("Troops entered the Hama Military Airport on Friday.", "Vendredi, des troupes sont entrées dans l’aéroport militaire de Hama."),
		{SourceLocale: fr, TargetLocale: en, Source: unit.Plain("L’aéroport militaire de Hama est ancien."), Target: unit.Plain("The Hama Military Airport is old.")},
	}
	for name, p := range map[string]*Project{"small": withMemory(t, shared...), "large": withMemory(t, append(manyEntries(), shared...)...)} {
		found, err := p.Fragments(ctx, "Nobody has seen the Hama Military Airport since then.", en, fr)
		if err != nil || len(found) != 1 || len(found[0].Entries) != 2 || found[0].Translation != "L’aéroport militaire de Hama" {
			t.Errorf("%s: %+v, %v", name, found, err)
		}
	}
}

// document imports an article of one sentence a line.
func document(t *testing.T, p *Project, lines string) {
	t.Helper()
	path := filepath.Join(p.Root, "a.txt")
	if err := os.WriteFile(path, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Import(context.Background(), path, ImportOptions{}); err != nil {
		t.Fatal(err)
	}
}

// Which target a policy takes for a unit: as it is, made to fit, or none.
func TestTranslatePolicy(t *testing.T) {
	entries := []memory.Entry{
		pair("It has 162 rooms now.", "Il a 162 chambres maintenant."),
		pair("Room %s has 162 seats in it.", "La salle a 162 places."), // the %s is missing: an error in what is made to fit
		pair("Good evening to you.", "Bonsoir."), pair("Good evening to you.", "Bonne soirée."),
		pair("The end of it.", "La fin."),
		pair("Chapter 3", "Chapitre 3"),
	}
	for _, c := range []struct {
		what, source string
		o            TranslateOptions
		want         string // "" where the unit is left
		state        unit.State
		origin       string
	}{
		{"made to fit", "It has 163 rooms now.", TranslateOptions{Repaired: true}, "Il a 163 chambres maintenant.", unit.Draft, "repaired:82"},
		{"as it is", "It has 163 rooms now.", TranslateOptions{}, "Il a 162 chambres maintenant.", unit.Draft, "memory:82"},
		{"too far off", "It has 163 rooms now.", TranslateOptions{Min: 90}, "", 0, ""},
		{"made to fit from far off", "It has 163 rooms now.", TranslateOptions{Min: 90, Repaired: true}, "Il a 163 chambres maintenant.", unit.Draft, "repaired:82"},
		{"made to fit with an error", "Room %s has 163 seats in it.", TranslateOptions{Repaired: true}, "La salle a 162 places.", unit.Draft, "memory:87"},
		{"half of a short text", "Chapter 4", TranslateOptions{Repaired: true}, "Chapitre 4", unit.Draft, "repaired:49"},
		{"exact", "The end of it.", TranslateOptions{Min: 100, Repaired: true}, "La fin.", unit.Translated, "memory:100"},
		{"exact only", "It has 163 rooms now.", TranslateOptions{Min: 100, Repaired: true}, "", 0, ""},
		{"exact only, in other letters", "the end of it.", TranslateOptions{Min: 100}, "", 0, ""},
		{"several translations", "Good evening to you.", TranslateOptions{}, "Bonsoir.", unit.Draft, "memory:99"},
		{"several translations, exact only", "Good evening to you.", TranslateOptions{Min: 100}, "", 0, ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			p := withMemory(t, entries...)
			document(t, p, c.source+"\n")
			dry := c.o
			dry.DryRun = true
			would, err := p.Translate(context.Background(), nil, fr, dry)
			if err != nil {
				t.Fatal(err)
			}
			done, err := p.Translate(context.Background(), nil, fr, c.o)
			if err != nil {
				t.Fatal(err)
			}
			u, err := p.Store.Unit(context.Background(), "a#1")
			if err != nil {
				t.Fatal(err)
			}
			got := u.Targets[fr]
			if got.Text.Content != c.want || got.State != c.state || got.Origin != c.origin {
				t.Errorf("%q, %s, %q; want %q, %s, %q", got.Text.Content, got.State, got.Origin, c.want, c.state, c.origin)
			}
			if len(would[0].Filled) != len(done[0].Filled) || done[0].Left != 1-len(done[0].Filled) {
				t.Errorf("told %+v, done %+v", would[0], done[0])
			}
		})
	}
}

// racingStore saves a target of its own just before everybody else's.
type racingStore struct{ store.Store }

func (s racingStore) Save(ctx context.Context, changes []store.Change) ([]store.Saved, error) {
	mine := changes[0]
	mine.Target = unit.Target{Text: unit.Plain("Quelqu’un était plus rapide."), State: unit.Draft}
	if _, err := s.Store.Save(ctx, []store.Change{mine}); err != nil {
		return nil, err
	}
	return s.Store.Save(ctx, changes)
}

// A target that somebody writes in the meantime stays, and the report says so.
func TestTranslateLosesARace(t *testing.T) {
	p := withMemory(t, pair("It has 162 rooms now.", "Il a 162 chambres maintenant."), pair("The end of it.", "La fin."))
	document(t, p, "It has 163 rooms now.\nThe end of it.\n")
	p.Store = racingStore{p.Store}
	done, err := p.Translate(context.Background(), nil, fr, TranslateOptions{Repaired: true})
	if err != nil {
		t.Fatal(err)
	}
	if r := done[0]; r.Had != 1 || r.Fuzzy != 0 || r.Repaired != 0 || r.Exact != 1 || len(r.Filled) != 1 || r.Filled[0].Unit != "a#2" {
		t.Errorf("%+v", r)
	}
	u, err := p.Store.Unit(context.Background(), "a#1")
	if err != nil || u.Targets[fr].Text.Content != "Quelqu’un était plus rapide." {
		t.Errorf("%+v, %v", u.Targets[fr], err)
	}
}

// Reading ahead gives everything in order, stops when nobody wants more, and hands
// errors on.
func TestAhead(t *testing.T) {
	list, n := manyEntries(), 0
	for e, err := range ahead(sequence(list)) {
		if err != nil || e.Origin != list[n].Origin {
			t.Fatalf("entry %d is %+v, %v", n, e, err)
		}
		n++
	}
	if n != many {
		t.Errorf("%d of %d entries came", n, many)
	}
	endless := func(yield func(memory.Entry, error) bool) {
		for yield(memory.Entry{}, nil) {
		}
	}
	for range ahead(endless) {
		break
	}
	broken := errors.New("the file ends")
	for _, err := range ahead(func(yield func(memory.Entry, error) bool) { yield(memory.Entry{}, broken) }) {
		if !errors.Is(err, broken) {
			t.Errorf("the error came as %v", err)
		}
	}
}
