package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/store"
)

// A store of an older program is brought up to date, all steps or none.
func TestMigrate(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "store.db")
	old := openTest(t, path)
	if _, err := old.Import(ctx, store.Import{Document: store.Document{Name: "hama", Locale: locale.MustParse("en")}}); err != nil {
		t.Fatal(err)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	scripts, err := migrationScripts()
	if err != nil {
		t.Fatal(err)
	}
	now := len(scripts)
	openWith := func(readOnly bool, more ...string) (*Store, error) {
		return openScripts(ctx, path, Options{ReadOnly: readOnly}, append(scripts[:now:now], more...))
	}
	version := func(s *Store) (v int) {
		t.Helper()
		if v, err = schemaVersion(ctx, s.reader); err != nil {
			t.Fatal(err)
		}
		return v
	}
	const good, bad = `ALTER TABLE document ADD COLUMN genre TEXT NOT NULL DEFAULT 'news'`, `CREATE TABLE x (y); SELECT nonsense`

	if _, err := openWith(false, good, bad); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("bringing the store to version %d", now+2)) {
		t.Errorf("a step that fails: %v", err)
	}
	if _, err := openWith(true, good); err == nil || !strings.Contains(err.Error(), "open it for writing once") {
		t.Errorf("an old store, for reading: %v", err)
	}
	s := openTest(t, path)
	if v := version(s); v != now {
		t.Errorf("version %d after a step that failed, want %d", v, now)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	if s, err = openWith(false, good); err != nil {
		t.Fatal(err)
	}
	if v := version(s); v != now+1 {
		t.Errorf("version %d, want %d", v, now+1)
	}
	var genre string
	if err := s.reader.QueryRow(`SELECT genre FROM document WHERE name = 'hama'`).Scan(&genre); err != nil || genre != "news" {
		t.Errorf("the document after the step: %q, %v", genre, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	// And now this program is the older one.
	if _, err := Open(ctx, path, Options{}); err == nil || !strings.Contains(err.Error(), "newer program") {
		t.Errorf("a store of a newer program: %v", err)
	}
}
