package sqlite

import (
	"database/sql"
	"path/filepath"
	"testing"
)

// What a power cut may take depends on these, and no other test can pull the plug.
func TestSettings(t *testing.T) {
	s := openTest(t, filepath.Join(t.TempDir(), "store.db"))
	defer s.Close()
	for _, c := range []struct {
		db           *sql.DB
		pragma, want string
	}{
		{s.writer, "journal_mode", "wal"},
		{s.writer, "synchronous", "2"}, // FULL
		{s.writer, "fullfsync", "1"},
		{s.writer, "foreign_keys", "1"},
		{s.reader, "query_only", "1"},
		{s.reader, "busy_timeout", "10000"},
	} {
		var got string
		if err := c.db.QueryRow("PRAGMA " + c.pragma).Scan(&got); err != nil || got != c.want {
			t.Errorf("%s is %s, want %s (%v)", c.pragma, got, c.want, err)
		}
	}
}
