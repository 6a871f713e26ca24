package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"diglot/translate/store"
	"diglot/translate/store/sqlite"
	"diglot/translate/store/storetest"
)

// The contract that every store passes.
func TestContract(t *testing.T) {
	folders := map[*testing.T]string{}
	storetest.Run(t, func(t *testing.T, now func() time.Time) store.Store {
		if folders[t] == "" {
			folders[t] = t.TempDir()
		}
		return open(t, filepath.Join(folders[t], ".diglot", "store.db"), sqlite.Options{Now: now})
	})
}

func open(t testing.TB, path string, options sqlite.Options) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), path, options)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
