package memory

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// full has everything that an entry can hold.
var full = Entry{
	ID: 7, Memory: "agency", SourceLocale: en, TargetLocale: ar, Origin: "hama#3", Author: "mona", State: unit.Reviewed,
	Source: unit.Text{Content: "The army left.", Codes: []unit.Code{
		{ID: 1, Kind: unit.Open, Offset: 4, Original: "<b>", NoDelete: true, NoReorder: true},
		{ID: 1, Kind: unit.Close, Offset: 8, Original: "</b>", NoCopy: true}, {ID: 2, Offset: 14, Break: true}}},
	Target:   unit.Plain("غادر الجيش."),
	Previous: "Before.", Next: "After.",
	Modified:   time.Date(1965, 12, 5, 9, 30, 0, 123456789, time.UTC),
	Properties: map[string]string{"client": "Barran", "note": ""},
}

func saved(t testing.TB, entries ...Entry) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "agency.memory")
	if err := Build(path, "v1", sequence(entries)); err != nil {
		t.Fatal(err)
	}
	return path
}

func entriesOf(t testing.TB, m *Memory) []Entry {
	t.Helper()
	var list []Entry
	for e, err := range m.Entries() {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, e)
	}
	return list
}

func TestFileKeepsEverything(t *testing.T) {
	entries := []Entry{full, {}, {Source: unit.Plain("x"), Target: unit.Plain("y"), ID: -3}}
	m, err := Open(saved(t, entries...), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	if diff := cmp.Diff(entries, entriesOf(t, m), equalTags); diff != "" {
		t.Error(diff)
	}
	if m.Stamp() != "v1" || m.Len() != 3 {
		t.Errorf("stamp %q, %d entries", m.Stamp(), m.Len())
	}
	if got := m.Find(Query{Source: full.Source, Previous: "Before.", Next: "After."}); len(got) != 1 || got[0].Score != 102 {
		t.Errorf("found %+v", got)
	}
	if err := m.Close(); err != nil || len(m.Find(Query{Source: full.Source})) != 0 {
		t.Errorf("closed: %v", err)
	}
}

// TestDamagedFile changes and cuts a file everywhere: it is refused, or the entry
// that was hit is not found and Damaged says so.
func TestDamagedFile(t *testing.T) {
	path := saved(t, full, Entry{Source: unit.Plain("Homs fell."), Target: unit.Plain("z")})
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(whole); i += 3 {
		for _, damaged := range [][]byte{whole[:i], append(append(bytes.Clone(whole[:i]), whole[i]^0x21), whole[i+1:]...)} {
			if err := os.WriteFile(path, damaged, 0o600); err != nil {
				t.Fatal(err)
			}
			m, err := Open(path, Options{})
			if errors.Is(err, ErrDamaged) {
				continue
			}
			if err != nil {
				t.Fatalf("byte %d: %v", i, err)
			}
			got := len(m.Find(Query{Source: full.Source})) + len(m.Find(Query{Source: unit.Plain("Homs fell.")}))
			if got == 2 || m.Damaged() == nil {
				t.Errorf("byte %d: %d matches, damaged: %v", i, got, m.Damaged())
			}
			if err := m.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestOpenOrBuild(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.memory")
	built := 0
	open := func(stamp string) *Memory {
		t.Helper()
		entries := func(yield func(Entry, error) bool) {
			built++
			yield(Entry{Source: unit.Plain("Hama " + stamp), Target: unit.Plain("x")}, nil)
		}
		m, err := OpenOrBuild(path, stamp, entries, Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { m.Close() })
		if got := m.Find(Query{Source: unit.Plain("Hama " + stamp)}); len(got) != 1 {
			t.Errorf("stamp %s: %d matches", stamp, len(got))
		}
		return m
	}
	open("1") // missing
	open("1") // as it should be
	if built != 1 {
		t.Errorf("built %d times, want once", built)
	}
	open("2") // old
	if err := os.WriteFile(path, []byte("what?"), 0o600); err != nil {
		t.Fatal(err)
	}
	open("2") // damaged
	if built != 3 {
		t.Errorf("built %d times, want 3", built)
	}
	if _, err := Open(path+"x", Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}

func TestBuildFailsWhole(t *testing.T) {
	path := saved(t, full)
	wrong := errors.New("the source of entries broke")
	err := Build(path, "v2", func(yield func(Entry, error) bool) {
		_ = yield(full, nil) && yield(Entry{}, wrong)
	})
	if !errors.Is(err, wrong) || !strings.Contains(err.Error(), path) {
		t.Errorf("error %v", err)
	}
	if names, _ := os.ReadDir(filepath.Dir(path)); len(names) != 1 {
		t.Errorf("files left: %v", names)
	}
	m, err := Open(path, Options{})
	if err != nil || m.Stamp() != "v1" {
		t.Fatalf("the old file is gone: %v", err)
	}
	m.Close()
}

// TestSaveIsBruteForce saves in between changes, some of which come while it saves.
func TestSaveIsBruteForce(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		path := filepath.Join(dir, "m.memory")
		var entries []Entry
		for range rapid.IntRange(1, 10).Draw(t, "entries") {
			entries = append(entries, drawEntry(t, entries))
		}
		m, err := New(sequence(entries), Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer m.Close()
		change := func() {
			for range rapid.IntRange(0, 6).Draw(t, "changes") {
				if e := rapid.SampledFrom(append(slices.Clone(entries), full)).Draw(t, "entry"); rapid.Bool().Draw(t, "remove") {
					entries = slices.DeleteFunc(entries, func(have Entry) bool { return have.is(&e) })
					m.Remove(e)
				} else {
					entries = append(entries, e)
					m.Add(e)
				}
			}
		}
		for range rapid.IntRange(1, 2).Draw(t, "saves") {
			change()
			m.saving.Lock() // what Save does
			frozen := m.freeze()
			change() // while it reads
			if err := Build(path, "", living(frozen)); err != nil {
				t.Fatal(err)
			}
			if err := m.adopt(path); err != nil {
				t.Fatal(err)
			}
			m.thaw()
			m.saving.Unlock()
			q := drawQuery(t, entries)
			want := matches(m.scoring.bruteForce(q, entries))
			if diff := cmp.Diff(want, m.Find(q), equalTags); diff != "" {
				t.Fatalf("brute force (-) and look-up (+) of %+v: %s", q, diff)
			}
			if m.Len() != len(entries) {
				t.Fatalf("%d entries, want %d", m.Len(), len(entries))
			}
		}
	})
}

// TestManyAtOnce is for the race detector.
func TestManyAtOnce(t *testing.T) {
	path := saved(t, full)
	m, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for i := range 150 {
				e := Entry{Source: unit.Plain(fmt.Sprintf("Town %d of %d", i, worker)), Target: unit.Plain("x")}
				m.Add(e)
				if got := m.Find(Query{Source: e.Source, Min: 100}); len(got) != 1 {
					t.Errorf("%s: %d matches", e.Source.Content, len(got))
				}
				if i%2 == 0 && m.Remove(e) != 1 {
					t.Errorf("%s was not removed", e.Source.Content)
				}
				if i%50 == 49 {
					if err := m.Save(path, "v2"); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	group.Wait()
	if m.Len() != 1+4*75 {
		t.Errorf("%d entries", m.Len())
	}
	if err := m.Close(); err != nil {
		t.Error(err)
	}
}

// TestKilledBuilder kills a process that builds, each time it has come further.
func TestKilledBuilder(t *testing.T) {
	if path := os.Getenv("DIGLOT_TEST_BUILD"); path != "" {
		buildUntilKilled(path)
	}
	path := saved(t, full)
	for step := range 12 {
		child := exec.Command(os.Args[0], "-test.run=^TestKilledBuilder$")
		child.Env = append(os.Environ(), "DIGLOT_TEST_BUILD="+path)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		// The child writes a byte for every 500 entries and one before each new build.
		if _, err := io.CopyN(io.Discard, out, int64(1+3*step)); err != nil {
			t.Fatal(err)
		}
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = child.Wait() // it was killed
		m, err := Open(path, Options{})
		if err != nil {
			t.Fatalf("step %d: %v", step, err)
		}
		switch n := m.Len(); {
		case n == 1 && m.Stamp() == "v1", n == 5000 && m.Stamp() == "child":
		default:
			t.Errorf("step %d: %d entries with stamp %q", step, n, m.Stamp())
		}
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func buildUntilKilled(path string) {
	for {
		fmt.Print("b")
		err := Build(path, "child", func(yield func(Entry, error) bool) {
			for i := range 5000 {
				if i%500 == 499 {
					fmt.Print(".")
				}
				if !yield(Entry{Source: unit.Plain(fmt.Sprintf("Town %d fell", i)), Target: unit.Plain("x")}, nil) {
					return
				}
			}
		})
		if err != nil {
			panic(err)
		}
	}
}
