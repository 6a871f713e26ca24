// Package storetest is the contract of store.Store as tests. A translator may
// keep a project in one store or another and must not notice; so every store
// passes these, and a store that passes them may be trusted with a project.
//
// Run is the one function to call. Each file beside it holds the tests of one
// part of the contract.
package storetest

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// Open gives a store for one test. Within a test it is called again after Close
// to see what lasted, and has to open the same store then; for another test it
// gives an empty one. All that is stored takes its time from now.
type Open func(t *testing.T, now func() time.Time) store.Store

// Run puts a store to the test.
func Run(t *testing.T, open Open) {
	for _, part := range []struct {
		name string
		test func(*testing.T, *bench)
	}{
		{"documents", testDocuments},
		{"import", testImport},
		{"import-again", testImportAgain},
		{"remove", testRemove},
		{"unit-ids", testUnitIDs},
		{"save", testSave},
		{"conflict", testConflict},
		{"locked", testLocked},
		{"stale", testStale},
		{"unchanged", testUnchanged},
		{"texts", testTexts},
		{"history", testHistory},
		{"comments", testComments},
		{"rulings", testRulings},
		{"memories", testMemories},
		{"delete-entries", testDeleteEntries},
		{"edit-entry", testEditEntry},
		{"undo-entries", testUndoEntries},
		{"memory-model", testMemoryModel},
		{"own-targets", testOwnTargets},
		{"glossaries", testGlossaries},
		{"outputs", testOutputs},
		{"refusals", testRefusals},
		{"cancelled", testCancelled},
		{"goroutines", testGoroutines},
		{"reopen", testReopen},
		{"model", testModel},
	} {
		t.Run(part.name, func(t *testing.T) {
			b := &bench{t: t, ctx: context.Background(), open: open, clock: start}
			b.Store = open(t, b.now)
			part.test(t, b)
			b.whole()
			if err := b.Close(); err != nil {
				t.Errorf("close: %v", err)
			}
		})
	}
}

var (
	start = time.Date(2024, 12, 5, 9, 30, 0, 123e6, time.UTC)

	ar   = locale.MustParse("ar")
	en   = locale.MustParse("en")
	enGB = locale.MustParse("en-GB")
	fr   = locale.MustParse("fr")
)

// bench is a store on the test bench, with a clock that goes on by one second
// whenever it is read.
type bench struct {
	store.Store
	t    *testing.T
	ctx  context.Context
	open Open

	mu    sync.Mutex
	clock time.Time
}

func (b *bench) now() time.Time {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.clock = b.clock.Add(time.Second)
	return b.clock
}

// reopen closes the store and opens it again.
func (b *bench) reopen() {
	b.t.Helper()
	if err := b.Close(); err != nil {
		b.t.Fatalf("close: %v", err)
	}
	b.Store = b.open(b.t, b.now)
}

// whole fails the test where the store finds something wrong with itself.
func (b *bench) whole() {
	b.t.Helper()
	problems, err := b.Examine(b.ctx)
	if err != nil {
		b.t.Errorf("examine: %v", err)
	}
	for _, p := range problems {
		b.t.Errorf("examine: %s", p)
	}
}

// must takes a value that there has to be.
func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// exactly compares values as a store has to give them back.
var exactly = cmp.Options{cmpopts.EquateComparable(locale.Tag{}), cmpopts.EquateEmpty()}

// same compares two values; empty lists are as good as none.
func same[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if d := cmp.Diff(want, got, exactly); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

// article imports a document of one paragraph a text.
func (b *bench) article(name string, texts ...string) []unit.Unit {
	b.t.Helper()
	return b.put(article(name, texts...), 0)
}

func article(name string, texts ...string) store.Import {
	in := store.Import{
		Author: "rana",
		Document: store.Document{
			Name: name, Path: "articles/" + name + ".txt", Format: "text", Charset: "UTF-8", Locale: en,
			Settings: `{"wrapped":false}`, Source: []byte(strings.Join(texts, "\n")),
		},
	}
	at := 0
	for i, text := range texts {
		in.Document.Blocks = append(in.Document.Blocks, store.Block{Kind: "paragraph", Span: unit.Span{Start: at, End: at + len(text)}})
		at += len(text) + 1
		in.Units = append(in.Units, sentence("", i, text))
	}
	return in
}

// sentence is a unit that fills a block.
func sentence(id string, block int, text string) unit.Unit {
	return unit.Unit{ID: id, Source: unit.Plain(text), Place: unit.Place{
		Block: block, Kind: "paragraph", Part: unit.Part{End: unit.Pos{Offset: len(text)}},
	}}
}

func (b *bench) put(in store.Import, base int) []unit.Unit {
	b.t.Helper()
	in.Base = base
	return must[[]unit.Unit](b.t)(b.Import(b.ctx, in))
}

// save writes one target that is to be accepted.
func (b *bench) save(id string, tag locale.Tag, base int64, target unit.Target) unit.Target {
	b.t.Helper()
	saved := must[[]store.Saved](b.t)(b.Save(b.ctx, []store.Change{change(id, tag, base, target)}))
	if len(saved) != 1 || saved[0].Unit != id || saved[0].Locale != tag {
		b.t.Fatalf("saving %s gave %+v", id, saved)
	}
	return saved[0].Target
}

func change(id string, tag locale.Tag, base int64, target unit.Target) store.Change {
	return store.Change{Unit: id, Locale: tag, Base: base, Target: target}
}

// translated is what a person wrote.
func translated(text string) unit.Target {
	return unit.Target{Text: unit.Plain(text), State: unit.Translated, Origin: "human", Author: "rana"}
}

func (b *bench) unit(id string) unit.Unit {
	b.t.Helper()
	return must[unit.Unit](b.t)(b.Unit(b.ctx, id))
}

// ids lists the units of a document, or those gone from it.
func (b *bench) ids(document string, gone bool) []string {
	b.t.Helper()
	var ids []string
	for _, u := range must[[]unit.Unit](b.t)(b.Units(b.ctx, document, gone)) {
		ids = append(ids, u.ID)
	}
	return ids
}

// events lists events as "kind unit", newest first.
func (b *bench) events(f store.Filter) []string {
	b.t.Helper()
	var lines []string
	for _, e := range must[[]store.Event](b.t)(b.History(b.ctx, f)) {
		lines = append(lines, strings.TrimSpace(e.Kind+" "+e.Unit))
	}
	return lines
}
