package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"diglot/translate/store"
	"diglot/translate/store/sqlite"
)

// While another process holds the store, reading goes on, and a write that has
// waited long enough says who it is.
func TestLocked(t *testing.T) {
	path := article(t)
	c, lines, in := child(t, "hold", path)
	if !lines.Scan() || lines.Text() != "held" {
		t.Fatalf("the child said %q", lines.Text())
	}
	s := open(t, path, sqlite.Options{Wait: 100 * time.Millisecond})
	defer closeStore(t, s)
	ctx := context.Background()
	if units, err := s.Units(ctx, "hama", false); err != nil || len(units) != 2 {
		t.Errorf("reading while it is held: %d units, %v", len(units), err)
	}
	_, err := s.Save(ctx, change("hama#1", 0, "x"))
	var locked *store.LockedError
	if !errors.As(err, &locked) {
		t.Fatalf("saving while it is held: %v", err)
	}
	for _, part := range []string{"diglot hold", fmt.Sprintf("process %d on ", c.Process.Pid), "adding to memory agency"} {
		if !strings.Contains(locked.Holder, part) {
			t.Errorf("the holder %q does not say %q", locked.Holder, part)
		}
	}
	if locked.Waited != 100*time.Millisecond {
		t.Errorf("waited %v", locked.Waited)
	}

	// Reading needs no lock from the first moment on.
	reader := open(t, path, sqlite.Options{ReadOnly: true})
	if _, err := reader.Document(ctx, "hama"); err != nil {
		t.Errorf("reading only, while it is held: %v", err)
	}
	closeStore(t, reader)

	// Whoever gives up waiting does so at once.
	patient := open(t, path, sqlite.Options{Wait: time.Hour})
	defer closeStore(t, patient)
	short, cancel := context.WithCancel(ctx)
	time.AfterFunc(10*time.Millisecond, cancel)
	if _, err := patient.Save(short, change("hama#1", 0, "x")); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled while waiting: %v", err)
	}

	// When it is free again, so is the way.
	in.Close()
	if err := c.Wait(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(ctx, change("hama#1", 0, "x")); err != nil {
		t.Errorf("saving after it was released: %v", err)
	}
	whole(t, s)
}

// A holder that was killed holds nothing.
func TestLockedByTheDead(t *testing.T) {
	path := article(t)
	c, lines, _ := child(t, "hold", path)
	if !lines.Scan() {
		t.Fatal("the child said nothing")
	}
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = c.Wait() // it was killed
	s := open(t, path, sqlite.Options{})
	defer closeStore(t, s)
	if _, err := s.Save(context.Background(), change("hama#1", 0, "x")); err != nil {
		t.Fatal(err)
	}
	whole(t, s)
	if memories, err := s.Memories(context.Background()); err != nil || len(memories) != 0 {
		t.Errorf("half a transaction is there: %v, %v", memories, err)
	}
}

// A program that does not know our lock can be in the way too.
func TestLockedByAnotherProgram(t *testing.T) {
	path := article(t)
	other, err := sql.Open("sqlite", "file:"+path+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, path, sqlite.Options{Wait: 50 * time.Millisecond})
	defer closeStore(t, s)
	_, err = s.Save(context.Background(), change("hama#1", 0, "x"))
	var locked *store.LockedError
	if !errors.As(err, &locked) || !strings.Contains(locked.Holder, "another program that has "+path+" open") {
		t.Errorf("saving beside another program: %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(context.Background(), change("hama#1", 0, "x")); err != nil {
		t.Errorf("saving after it: %v", err)
	}
}
