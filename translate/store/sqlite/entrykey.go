package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"diglot/translate/store"
)

// An entry's key in the table is the key of its memory and its ID in one number,
// so that the entries of a memory lie together in the order of their IDs.
const (
	entryIDBits = 40
	maxEntryID  = 1<<entryIDBits - 1
)

func entryKey(memory, id int64) int64 { return memory<<entryIDBits | id }

// entryKeys gives keys as the JSON list that json_each takes: any number of them in
// one statement. An ID that no entry can have is left out.
func entryKeys(memory int64, ids []int64) string {
	keys := make([]int64, 0, len(ids))
	for _, id := range ids {
		if id > 0 && id <= maxEntryID {
			keys = append(keys, entryKey(memory, id))
		}
	}
	b, err := json.Marshal(keys)
	if err != nil { // cannot be: it is a list of numbers
		return "[]"
	}
	return string(b)
}

// memoryKey finds a memory, with entries or without, or gives ErrNotFound.
func memoryKey(ctx context.Context, q querier, name string) (key int64, err error) {
	err = q.QueryRowContext(ctx, `SELECT key FROM memory WHERE name = ?`, name).Scan(&key)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, fmt.Errorf("memory %q: %w", name, store.ErrNotFound)
	}
	return key, err
}
