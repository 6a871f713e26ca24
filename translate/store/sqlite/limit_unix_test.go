//go:build !windows

package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"diglot/translate/store/sqlite"
)

// The operating system refuses every write to a file beyond a limit. With the
// limit at one place after the other, each write of a save and of the tidying up
// at closing fails once, whole or in part.
func TestEveryWriteFails(t *testing.T) {
	c, lines, _ := child(t, "limit", article(t), t.TempDir())
	var said []string
	for lines.Scan() {
		said = append(said, lines.Text())
	}
	if err := c.Wait(); err != nil {
		t.Fatalf("%v\n%s", err, strings.Join(said, "\n"))
	}
	if len(said) < 16 {
		t.Errorf("only %d limits were tried: %s", len(said), said)
	}
}

// childLimit goes through the limits, each with a store of its own. It runs in
// a process of its own because a limit holds for all of it.
func childLimit(_ *sqlite.Store, args []string) error {
	signal.Ignore(syscall.SIGXFSZ)
	const step = 1030 // four places in each page with its header, as the log has it
	for extra := uint64(0); ; extra += step {
		path := filepath.Join(args[0], fmt.Sprint(extra), "store.db")
		refused, err := saveWithin(path, extra)
		if err != nil {
			return fmt.Errorf("%d bytes of room: %w", extra, err)
		}
		if !refused {
			return nil
		}
		fmt.Println(extra)
	}
}

// saveWithin saves with some bytes of room in the file that it is written to,
// and looks whether what is there afterwards is what was said.
func saveWithin(path string, room uint64) (refused bool, err error) {
	s, err := sqlite.Open(context.Background(), path, sqlite.Options{})
	if err != nil {
		return false, err
	}
	if err := importForChild(s); err != nil {
		return false, err
	}
	long := strings.Repeat("حماة ", 1000) // some pages
	if _, err := s.Save(context.Background(), change("hama#1", 0, "first")); err != nil {
		return false, err
	}
	wal, err := os.Stat(path + "-wal")
	if err != nil {
		return false, err
	}
	lift, err := limitFiles(uint64(wal.Size()) + room)
	if err != nil {
		return false, err
	}
	_, failed := s.Save(context.Background(), change("hama#1", 1, long))
	if err := lift(); err != nil {
		return false, err
	}
	refused = failed != nil
	if refused && !strings.Contains(failed.Error(), "nothing of this was saved, what was saved before is safe") &&
		!strings.Contains(failed.Error(), "the disk is full") {
		return refused, fmt.Errorf("the error does not say what it means: %w", failed)
	}
	want := int64(2)
	if refused {
		want = 1
	}
	if err := expect(s, want); err != nil {
		return refused, err
	}
	if _, err := s.Save(context.Background(), change("hama#1", want, "next")); err != nil {
		return refused, fmt.Errorf("saving with room again: %w", err)
	}
	// Closing moves what was saved into the main file; where that fails it
	// stays where it is.
	if lift, err = limitFiles(room * 4); err != nil {
		return refused, err
	}
	_ = s.Close()
	if err := lift(); err != nil {
		return refused, err
	}
	if s, err = sqlite.Open(context.Background(), path, sqlite.Options{}); err != nil {
		return refused, err
	}
	return refused, errors.Join(expect(s, want+1), s.Close())
}

// limitFiles sets how long a file may grow, and gives a function that lifts it.
func limitFiles(bytes uint64) (lift func() error, err error) {
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		return nil, err
	}
	limit := old
	limit.Cur = bytes
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return nil, err
	}
	return func() error { return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &old) }, nil
}

// expect looks for a revision of the first unit in a whole store.
func expect(s *sqlite.Store, revision int64) error {
	t, err := present(s, "hama#1")
	if err == nil && t.Revision != revision {
		err = fmt.Errorf("revision %d is there, want %d", t.Revision, revision)
	}
	if err != nil {
		return err
	}
	problems, err := s.Examine(context.Background())
	if err == nil && problems != nil {
		err = fmt.Errorf("not whole: %s", problems)
	}
	return err
}
