package sqlite_test

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"diglot/translate/store"
	"diglot/translate/store/sqlite"
)

// Kill -9 in the middle of 200 saves, at many places: what was acknowledged is
// there, and the store is whole.
func TestKill(t *testing.T) {
	path, acknowledged, killed := "", int64(0), 0
	for i, after := range []int{0, 13, 85, 145, 2, 21, 100, 160, 1, 34, 115, 175, 3, 55, 130, 190, 5, 8, 70, 199} {
		if i%4 == 0 { // several on one store, which has to recover again and again
			path, acknowledged = article(t), 0
		}
		c, lines, _ := child(t, "save", path, "200")
		for range after {
			if !lines.Scan() {
				t.Fatalf("the child ended early: %v", lines.Err())
			}
		}
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		last := lines.Text()
		for lines.Scan() { // what it had acknowledged before the signal came
			last = lines.Text()
		}
		if c.Wait() != nil {
			killed++
		}
		if last != "" {
			n, err := strconv.ParseInt(last, 10, 64)
			if err != nil || n < acknowledged {
				t.Fatalf("acknowledged %q after %d", last, acknowledged)
			}
			acknowledged = n
		}
		acknowledged = checkSaves(t, path, acknowledged)
	}
	if killed < 15 {
		t.Errorf("only %d of 20 children were killed at work; this tests too little", killed)
	}
}

// checkSaves looks for all the saves that were acknowledged. One more may be
// there: it was on the disk when the child had not yet said so.
func checkSaves(t *testing.T, path string, acknowledged int64) int64 {
	t.Helper()
	s := open(t, path, sqlite.Options{})
	defer closeStore(t, s)
	whole(t, s)
	events, err := s.History(context.Background(), store.Filter{Unit: "hama#1"})
	if err != nil {
		t.Fatal(err)
	}
	if n := int64(len(events)); n != acknowledged && n != acknowledged+1 {
		t.Fatalf("%d saves are there, %d were acknowledged", n, acknowledged)
	}
	for i, e := range events {
		want := int64(len(events) - i)
		if e.After.Revision != want || e.After.Text.Content != textOf(want) {
			t.Fatalf("revision %d is %+v", want, e.After)
		}
	}
	return int64(len(events))
}

func whole(t testing.TB, s *sqlite.Store) {
	t.Helper()
	problems, err := s.Examine(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if problems != nil {
		t.Fatalf("the store is not whole:\n%s", strings.Join(problems, "\n"))
	}
}

// Several processes write one target at once; each save is there in the end.
func TestProcesses(t *testing.T) {
	const processes, saves = 4, 50
	path := article(t)
	var wait []func() error
	for i := range processes {
		c, _, _ := child(t, "insist", path, strconv.Itoa(i), strconv.Itoa(saves))
		wait = append(wait, c.Wait)
	}
	for _, w := range wait {
		if err := w(); err != nil {
			t.Fatal(err)
		}
	}
	s := open(t, path, sqlite.Options{})
	defer closeStore(t, s)
	whole(t, s)
	events, err := s.History(context.Background(), store.Filter{Unit: "hama#1"})
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]bool{}
	for _, e := range events {
		texts[e.After.Text.Content] = true
	}
	if len(events) != processes*saves || len(texts) != processes*saves {
		t.Errorf("%d events with %d texts, want %d of both", len(events), len(texts), processes*saves)
	}
}

// A child that died while it made a store leaves a half one beside its place.
// The next one begins again.
func TestHalfMade(t *testing.T) {
	path := filepath.Join(t.TempDir(), ".diglot", "store.db")
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{".new", ".new-journal", ".new-wal", ".new-shm", ""} {
		content := "SQLite format 3\x00 and then nothing"
		if name == "" {
			content = "" // a file without a byte is a place for a store too
		}
		if err := os.WriteFile(path+name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	s := open(t, path, sqlite.Options{})
	defer closeStore(t, s)
	importArticle(t, s)
	whole(t, s)
	left, err := filepath.Glob(path + ".new*")
	if err != nil || len(left) > 0 {
		t.Errorf("left over: %v, %v", left, err)
	}
}

// Many open a store that is not there yet: one makes it, all have it.
func TestMadeAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), ".diglot", "store.db")
	const openers = 8
	errs := make(chan error, openers)
	for range openers {
		go func() {
			s, err := sqlite.Open(context.Background(), path, sqlite.Options{})
			if err == nil {
				err = s.Close()
			}
			errs <- err
		}()
	}
	for range openers {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}
