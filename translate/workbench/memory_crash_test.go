package workbench

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/store/concordance"
	"diglot/translate/unit"
)

// Tests that kill a process at work run this test binary again; what it is to do
// there stands in an environment variable. It prints a line whenever it has come
// a little further.
const childVariable = "DIGLOT_WORKBENCH_TEST_CHILD"

var children = map[string]func(ctx context.Context, dir string) error{
	"import": childImport, "index": childIndex, "merge": childMerge,
}

func TestMain(m *testing.M) {
	do, ok := children[os.Getenv(childVariable)]
	if !ok {
		os.Exit(m.Run())
	}
	if err := do(context.Background(), os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// killAfter runs a child and kills it when it has printed so many lines. It gives
// the last line that it printed, and whether it was still at work.
func killAfter(t *testing.T, name, dir string, lines int) (last string, killed bool) {
	t.Helper()
	c := exec.Command(os.Args[0], dir)
	c.Env = append(os.Environ(), childVariable+"="+name)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	read := bufio.NewScanner(out)
	for range lines {
		if !read.Scan() {
			break
		}
		last = read.Text()
	}
	_ = c.Process.Kill() // it may have ended already
	for read.Scan() {
		last = read.Text()
	}
	return last, c.Wait() != nil
}

const many = 6000

func manyEntries() []memory.Entry {
	list := make([]memory.Entry, many)
	for i := range list {
		list[i] = memory.Entry{SourceLocale: en, TargetLocale: fr, Origin: strconv.Itoa(i),
			Source: unit.Plain(fmt.Sprintf("Sentence %d says that the army left the city.", i)),
			Target: unit.Plain(fmt.Sprintf("La phrase %d dit que l’armée a quitté la ville.", i))}
	}
	return list
}

var en, fr = locale.MustParse("en"), locale.MustParse("fr")

func childImport(ctx context.Context, dir string) error {
	p, err := Open(ctx, dir, Options{})
	if err != nil {
		return err
	}
	p.Store = chattyStore{p.Store}
	_, err = p.AddMemory(ctx, filepath.Join(dir, "agency.tmx"), AddOptions{Progress: func(done, _ int64) { fmt.Println(done) }})
	return errors.Join(err, p.Close())
}

// Killed while it takes a file in, a project has all of it or nothing.
func TestKillImport(t *testing.T) {
	dir := t.TempDir()
	writeTMX(t, filepath.Join(dir, "agency.tmx"), manyEntries())
	if err := project(t, dir, en, fr).Close(); err != nil {
		t.Fatal(err)
	}
	killed := 0
	for _, lines := range []int{1, 3, 6, 8} {
		if _, atWork := killAfter(t, "import", dir, lines); atWork {
			killed++
		}
		p := whole(t, dir)
		infos, err := p.Store.Memories(context.Background())
		if err != nil || len(infos) > 1 || len(infos) == 1 && infos[0].Entries != many {
			t.Fatalf("killed after %d lines: %+v, %v", lines, infos, err)
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if killed < 2 {
		t.Errorf("only %d of 4 children were killed at work; this tests too little", killed)
	}
	p := whole(t, dir)
	defer p.Close()
	if _, err := p.AddMemory(context.Background(), filepath.Join(dir, "agency.tmx"), AddOptions{}); err != nil {
		t.Fatal(err)
	}
	right(t, p)
}

// whole opens a project whose store has nothing wrong with it.
func whole(t *testing.T, dir string) *Project {
	t.Helper()
	p, err := Open(context.Background(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	problems, err := p.Store.Examine(context.Background())
	if err != nil || problems != nil {
		t.Fatalf("the store is not whole: %s, %v", strings.Join(problems, "\n"), err)
	}
	return p
}

// right looks for every hundredth entry, by its sentence and by its words.
func right(t *testing.T, p *Project) {
	t.Helper()
	ctx := context.Background()
	m, err := p.Memory(ctx, en, fr)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	for i, e := range manyEntries() {
		if i%100 != 0 {
			continue
		}
		found := m.Find(memory.Query{Source: e.Source, SourceLocale: en, TargetLocale: fr, Min: 100, Limit: 1})
		if len(found) != 1 || found[0].Target.Content != e.Target.Content {
			t.Fatalf("sentence %d: %+v", i, found)
		}
		hits, _, err := p.Concordance(ctx, concordance.Query{Text: "phrase " + strconv.Itoa(i), Kind: concordance.Phrase}, ConcordanceOptions{})
		if err != nil || len(hits) != 1 || hits[0].Entry.Source.Content != e.Source.Content {
			t.Fatalf("words of sentence %d: %+v, %v", i, hits, err)
		}
	}
}

// chattyStore prints a line for every thousand entries that it gives or takes.
type chattyStore struct{ store.Store }

func (s chattyStore) Entries(ctx context.Context, name string, source, target locale.Tag) iter.Seq2[memory.Entry, error] {
	return chatty(s.Store.Entries(ctx, name, source, target))
}

func (s chattyStore) AddEntries(ctx context.Context, name string, entries iter.Seq2[memory.Entry, error]) (int, error) {
	return s.Store.AddEntries(ctx, name, chatty(entries))
}

func chatty(entries iter.Seq2[memory.Entry, error]) iter.Seq2[memory.Entry, error] {
	return func(yield func(memory.Entry, error) bool) {
		n := 0
		for e, err := range entries {
			if n++; n%1000 == 0 {
				fmt.Println(n)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

func childIndex(ctx context.Context, dir string) error {
	p, err := Open(ctx, dir, Options{})
	if err != nil {
		return err
	}
	p.Store = chattyStore{p.Store}
	m, err := p.Memory(ctx, en, fr)
	if err != nil {
		return err
	}
	fmt.Println("memory")
	_, _, err = p.Concordance(ctx, concordance.Query{Text: "army"}, ConcordanceOptions{Limit: 1})
	fmt.Println("concordance")
	return errors.Join(err, m.Close(), p.Close())
}

// Killed while it builds its indexes, a project builds them again.
func TestKillIndex(t *testing.T) {
	dir := t.TempDir()
	p := project(t, dir, en, fr)
	if _, err := p.Store.AddEntries(context.Background(), "agency", sequence(manyEntries())); err != nil {
		t.Fatal(err)
	}
	killed := 0
	for _, lines := range []int{2, 5, 7, 9, 12} {
		if lines > 6 { // the memory's own index may be there from before
			lines -= 6
			if err := os.RemoveAll(filepath.Join(dir, stateDir, "index", "agency.concordance")); err != nil {
				t.Fatal(err)
			}
		}
		if _, atWork := killAfter(t, "index", dir, lines); atWork {
			killed++
		}
	}
	if killed < 2 {
		t.Errorf("only %d of 5 children were killed at work; this tests too little", killed)
	}
	right(t, p)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
}

// childMerge adds entries to a memory file for ever, and merges them into it.
func childMerge(_ context.Context, dir string) error {
	path := filepath.Join(dir, "agency.memory")
	m, err := memory.OpenOrBuild(path, "1", sequence(manyEntries()), memory.Options{})
	if err != nil {
		return err
	}
	for {
		for range 50 {
			m.Add(memory.Entry{SourceLocale: en, TargetLocale: fr, Source: unit.Plain(fmt.Sprintf("Addition %d", m.Len())), Target: unit.Plain("Ajout")})
		}
		if err := m.Save(path, "1"); err != nil {
			return err
		}
		fmt.Println(m.Len())
	}
}

// Killed while it merges what was added into its file, a memory has everything that
// was merged before.
func TestKillMerge(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "agency.memory")
	for _, lines := range []int{1, 2, 4} {
		last, atWork := killAfter(t, "merge", dir, lines)
		if !atWork {
			t.Fatal("the child ended by itself")
		}
		acknowledged, err := strconv.Atoi(last)
		if err != nil {
			t.Fatal(err)
		}
		m, err := memory.Open(path, memory.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if n := m.Len(); n != acknowledged && n != acknowledged+50 { // it died before it could say so
			t.Errorf("%d entries are there, %d were acknowledged", n, acknowledged)
		}
		for i := many; i < acknowledged; i++ {
			text := fmt.Sprintf("Addition %d", i)
			if found := m.Find(memory.Query{Source: unit.Plain(text), Min: 100, Limit: 1}); len(found) != 1 || found[0].Source.Content != text {
				t.Fatalf("%s: %+v", text, found)
			}
		}
		if err := m.Damaged(); err != nil {
			t.Error(err)
		}
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
