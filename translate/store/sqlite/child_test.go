package sqlite_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/store/sqlite"
	"diglot/translate/unit"
)

// Tests that need a second process run this test binary again; what it is to do
// there stands in an environment variable.
const childVariable = "DIGLOT_STORE_TEST_CHILD"

var children = map[string]func(s *sqlite.Store, args []string) error{
	"save":   childSave,
	"insist": childInsist,
	"hold":   childHold,
	"limit":  childLimit,
}

func TestMain(m *testing.M) {
	name := os.Getenv(childVariable)
	if name == "" {
		os.Exit(m.Run())
	}
	if err := runChild(name, os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func runChild(name, path string, args []string) (err error) {
	s, err := sqlite.Open(context.Background(), path, sqlite.Options{Holder: "diglot " + name})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return children[name](s, args)
}

// child starts a second process. It is killed at the end of the test at the latest.
func child(t *testing.T, name, path string, args ...string) (*exec.Cmd, *bufio.Scanner, io.WriteCloser) {
	t.Helper()
	c := exec.Command(os.Args[0], append([]string{path}, args...)...)
	c.Env = append(os.Environ(), childVariable+"="+name)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if c.ProcessState == nil {
			_ = c.Process.Kill()
			_ = c.Wait()
		}
	})
	return c, bufio.NewScanner(out), in
}

var ar, en = locale.MustParse("ar"), locale.MustParse("en")

// article makes a store with one document of two units.
func article(t testing.TB) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), ".diglot", "store.db")
	s := open(t, path, sqlite.Options{})
	importArticle(t, s)
	closeStore(t, s)
	return path
}

func importArticle(t testing.TB, s *sqlite.Store) {
	t.Helper()
	if err := importForChild(s); err != nil {
		t.Fatal(err)
	}
}

func importForChild(s *sqlite.Store) error {
	_, err := s.Import(context.Background(), store.Import{
		Document: store.Document{Name: "hama", Locale: en, Source: []byte("One.\nTwo.\n")},
		Units:    []unit.Unit{{Source: unit.Plain("One.")}, {Source: unit.Plain("Two.")}},
	})
	return err
}

func closeStore(t testing.TB, s *sqlite.Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func change(id string, base int64, text string) []store.Change {
	return []store.Change{{Unit: id, Locale: ar, Base: base, Target: unit.Target{Text: unit.Plain(text), State: unit.Translated}}}
}

func present(s *sqlite.Store, id string) (unit.Target, error) {
	u, err := s.Unit(context.Background(), id)
	return u.Targets[ar], err
}

// childSave saves the first unit as often as it is told, and prints every
// revision that was acknowledged.
func childSave(s *sqlite.Store, args []string) error {
	times, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	t, err := present(s, "hama#1")
	if err != nil {
		return err
	}
	for base := t.Revision; base < t.Revision+int64(times); base++ {
		if _, err := s.Save(context.Background(), change("hama#1", base, textOf(base+1))); err != nil {
			return err
		}
		fmt.Println(base + 1)
	}
	return nil
}

// textOf is what childSave writes as a revision.
func textOf(revision int64) string { return fmt.Sprint("revision ", revision) }

// childInsist saves the first unit as often as it is told, each time on top of
// what is there, and tries again when it is refused.
func childInsist(s *sqlite.Store, args []string) error {
	times, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	for i := 0; i < times; {
		t, err := present(s, "hama#1")
		if err != nil {
			return err
		}
		_, err = s.Save(context.Background(), change("hama#1", t.Revision, args[0]+"/"+strconv.Itoa(i)))
		var conflict *store.ConflictError
		if errors.As(err, &conflict) {
			continue
		}
		if err != nil {
			return err
		}
		i++
	}
	return nil
}

// childHold holds the store until its standard input ends.
func childHold(s *sqlite.Store, _ []string) error {
	_, err := s.AddEntries(context.Background(), "agency", func(yield func(memory.Entry, error) bool) {
		if yield(memory.Entry{SourceLocale: en, TargetLocale: ar, Source: unit.Plain("One."), Target: unit.Plain("واحد.")}, nil) {
			fmt.Println("held")
			_, _ = io.Copy(io.Discard, os.Stdin)
		}
	})
	return err
}
