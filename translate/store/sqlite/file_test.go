package sqlite_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diglot/translate/store/sqlite"
)

// What is no store, or a damaged one, or one of a newer program, is refused with
// a sentence and not touched.
func TestRefused(t *testing.T) {
	good, err := os.ReadFile(article(t))
	if err != nil {
		t.Fatal(err)
	}
	edited := func(edit func(b []byte) []byte) []byte { return edit(bytes.Clone(good)) }
	for _, c := range []struct {
		name, sentence string
		content        []byte
	}{
		{"text", "does not begin as an SQLite database does", []byte("This is an article about Hama.\n")},
		{"short", "it ends after 40 bytes", good[:40]},
		{"zeros", "does not begin as an SQLite database does", make([]byte, len(good))},
		{"foreign", "a database of another program", edited(func(b []byte) []byte { copy(b[68:], "\x00\x00\x00\x00"); return b })},
		{"newer", "update diglot", edited(func(b []byte) []byte { b[63] = 99; return b })},
		{"cut", "is damaged", good[:len(good)/2]},
		{"no schema", "is damaged", edited(func(b []byte) []byte { copy(b[100:4096], bytes.Repeat([]byte{0xff}, 3996)); return b })},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "store.db")
			if err := os.WriteFile(path, c.content, 0o666); err != nil {
				t.Fatal(err)
			}
			s, err := sqlite.Open(context.Background(), path, sqlite.Options{})
			if err == nil {
				closeStore(t, s)
			}
			if err == nil || !strings.Contains(err.Error(), c.sentence) || !strings.Contains(err.Error(), path) {
				t.Errorf("opened with %v", err)
			}
			if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, c.content) {
				t.Errorf("the file was changed (%v)", err)
			}
			names, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
			if err != nil || len(names) != 1 {
				t.Errorf("files came into being: %v, %v", names, err)
			}
		})
	}
	t.Run("folder", func(t *testing.T) {
		if _, err := sqlite.Open(context.Background(), t.TempDir(), sqlite.Options{}); err == nil {
			t.Error("a folder was opened as a store")
		}
	})
}

// A log whose store is lost is not played into a new one.
func TestLostStore(t *testing.T) {
	path := article(t)
	s := open(t, path, sqlite.Options{})
	defer closeStore(t, s)
	if _, err := s.Save(context.Background(), change("hama#1", 0, "x")); err != nil {
		t.Fatal(err)
	}
	log, err := os.ReadFile(path + "-wal")
	if err != nil || len(log) == 0 {
		t.Fatalf("there is no log to test with: %v", err)
	}
	lost := filepath.Join(t.TempDir(), "store.db")
	if err := os.WriteFile(lost+"-wal", log, 0o666); err != nil {
		t.Fatal(err)
	}
	if s, err := sqlite.Open(context.Background(), lost, sqlite.Options{}); err == nil || !strings.Contains(err.Error(), "put the store back") {
		t.Errorf("opened with %v", err)
		if err == nil {
			closeStore(t, s)
		}
	}
	if got, err := os.ReadFile(lost + "-wal"); err != nil || !bytes.Equal(got, log) {
		t.Errorf("the log was changed (%v)", err)
	}
}

// Pages that are damaged further in show when they are read or examined, and
// in no case as wrong text.
func TestDamaged(t *testing.T) {
	good, err := os.ReadFile(article(t))
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096
	noticed := 0
	for at := page; at < len(good); at += page {
		b := bytes.Clone(good)
		copy(b[at:at+page], bytes.Repeat([]byte{0xa5}, page))
		path := filepath.Join(t.TempDir(), "store.db")
		if err := os.WriteFile(path, b, 0o666); err != nil {
			t.Fatal(err)
		}
		s, err := sqlite.Open(context.Background(), path, sqlite.Options{})
		if err != nil {
			noticed++
			continue
		}
		problems, err := s.Examine(context.Background())
		if err != nil || problems != nil {
			noticed++
		} else {
			t.Errorf("page %d is damaged and nobody noticed", at/page+1)
		}
		closeStore(t, s)
	}
	if noticed == 0 {
		t.Error("no damage was tried")
	}
}

func TestReadOnly(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "none", "store.db")
	if _, err := sqlite.Open(context.Background(), missing, sqlite.Options{ReadOnly: true}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a store that is not there: %v", err)
	}
	if _, err := os.Stat(filepath.Dir(missing)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder came into being: %v", err)
	}
	s := open(t, article(t), sqlite.Options{ReadOnly: true})
	defer closeStore(t, s)
	if _, err := s.Save(context.Background(), change("hama#1", 0, "x")); !errors.Is(err, sqlite.ErrReadOnly) {
		t.Errorf("saving: %v", err)
	}
	whole(t, s)
}

// A path may have in it what a URL would take for something else.
func TestPath(t *testing.T) {
	path := filepath.Join(t.TempDir(), "100% حماة? #1 &c", "store.db")
	s := open(t, path, sqlite.Options{})
	importArticle(t, s)
	closeStore(t, s)
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

// The history cannot be changed, not even by hand.
func TestHistoryIsAppendOnly(t *testing.T) {
	path := article(t)
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range []string{`UPDATE event SET author = 'x'`, `DELETE FROM event`} {
		if _, err := db.Exec(statement); err == nil || !strings.Contains(err.Error(), "the history is never") {
			t.Errorf("%s: %v", statement, err)
		}
	}
}

// Examine finds what each of its parts is there for.
func TestExamine(t *testing.T) {
	for _, c := range []struct{ name, statement, sentence string }{
		{"counter", `UPDATE document SET last_number = 1`, "hama has a unit with a number beyond its counter"},
		{"removed", `UPDATE document SET present = 0`, "hama was removed and has units all the same"},
		{"positions", `UPDATE unit SET position = 5 WHERE number = 1`, "the units of hama do not stand one behind the other"},
		{"same position", `UPDATE unit SET position = 0`, "the units of hama do not stand one behind the other"},
		{"no source", `UPDATE unit SET version = 7 WHERE number = 2`, "hama#2 has no source text"},
		{"unit", `PRAGMA foreign_keys = 0; DELETE FROM unit WHERE number = 1`, "refers to a row of unit that is not there"},
		{"bytes", `UPDATE document SET source = x'00'`, `the bytes of document "hama" are not those that were imported`},
		{"blocks", `UPDATE document SET blocks = '{'`, `document "hama" cannot be read`},
		{"locale", `UPDATE document SET locale = 'xx!'`, `document "hama" cannot be read`},
		{"source text", `UPDATE source SET text = '\q'`, "a source of hama#1 cannot be read"},
		{"codes", `UPDATE source SET text = '<1/>', codes = '[]'`, "a source of hama#1 cannot be read"},
		{"gap", `DROP TRIGGER event_no_update; UPDATE event SET revision = 9 WHERE revision = 2`, "the history of hama#1 in ar has gaps"},
		{"trigger", `DROP TRIGGER event_no_update`, "the schema lacks"},
		{"table", `CREATE TABLE stranger (x)`, "the schema has what it should not"},
		{"order", `DROP TRIGGER event_no_update; UPDATE event SET seq = 99 WHERE revision = 1`, "is older than the revision before its own"},
		{"state", `DROP TRIGGER event_no_update; UPDATE event SET state = 'done' WHERE revision = 1`, "cannot be read"},
		{"other document", `DROP TRIGGER event_no_update; UPDATE event SET document = NULL WHERE revision = 1`, "names another document"},
		{"no import", `DROP TRIGGER event_no_update; UPDATE event SET kind = 'x' WHERE kind = 'import'`, "has no import in the history"},
		{"entry", `INSERT INTO memory VALUES (1, 'm', 9, NULL); INSERT INTO entry VALUES ((1 << 40) + 1, x'00', 'en', 'ar', 'done', NULL, '', NULL, '', NULL, '', '', '', '', NULL)`,
			"memory entry 1 of m cannot be read"},
		{"entry hash", `INSERT INTO memory VALUES (1, 'm', 9, NULL); INSERT INTO entry VALUES ((1 << 40) + 1, x'00', 'en', 'ar', 'draft', NULL, '', NULL, '', NULL, '', '', '', '', NULL)`,
			"memory entry 1 of m is not what was stored"},
		{"entry id", `INSERT INTO memory VALUES (1, 'm', 0, NULL); INSERT INTO entry VALUES ((1 << 40) + 1, x'00', 'en', 'ar', 'draft', NULL, '', NULL, '', NULL, '', '', '', '', NULL)`,
			"memory m has an entry with an id beyond its counter"},
		{"entry of no memory", `INSERT INTO entry VALUES ((7 << 40) + 1, x'00', 'en', 'ar', 'draft', NULL, '', NULL, '', NULL, '', '', '', '', NULL)`,
			"belongs to no memory"},
		{"entries without number", `INSERT INTO memory VALUES (1, 'm', 9, 1); INSERT INTO entry VALUES ((1 << 40) + 1, x'00', 'en', 'ar', 'draft', NULL, '', NULL, '', NULL, '', '', '', '', NULL)`,
			"the numbers of memory m are not those of its entries"},
		{"number without entries", `INSERT INTO memory VALUES (1, 'm', 9, 1); INSERT INTO memory_pair VALUES (1, 'en', 'ar', 3)`,
			"the numbers of memory m are not those of its entries"},
		{"memory without event", `INSERT INTO memory VALUES (1, 'm', 9, NULL)`, "memory m does not know when it changed"},
		{"concept", `INSERT INTO concept VALUES ('g', 'hama', '{"Nota":1}')`, "glossary g: stored concept hama"},
		{"output locale", `INSERT INTO output VALUES (1, 'x!', 'out/ar/hama.txt', '', 1, 1, 0, 0)`, "an event, an output or a ruling"},
		{"output", `INSERT INTO output VALUES (1, 'ar', 'out/ar/hama.txt', '', 99, 1, 0, 0)`, "the output out/ar/hama.txt was written from events that are not there"},
		{"output version", `INSERT INTO output VALUES (1, 'ar', 'out/ar/hama.txt', '', 1, 2, 0, 0)`, "the output out/ar/hama.txt was written from a version that is not there"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := article(t)
			s := open(t, path, sqlite.Options{})
			defer closeStore(t, s)
			for base := range int64(2) {
				if _, err := s.Save(context.Background(), change("hama#1", base, textOf(base))); err != nil {
					t.Fatal(err)
				}
			}
			whole(t, s)
			db, err := sql.Open("sqlite", "file:"+path)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if _, err := db.Exec(c.statement); err != nil {
				t.Fatal(err)
			}
			problems, err := s.Examine(context.Background())
			if err != nil || !strings.Contains(strings.Join(problems, "\n"), c.sentence) {
				t.Errorf("found %q, %v; want %q", problems, err, c.sentence)
			}
		})
	}
}
