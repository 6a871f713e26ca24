package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"diglot/translate/store"
)

// DeleteEntries deletes entries of a memory. An id that is not there is passed
// over. The history tells how many went.
func (s *Store) DeleteEntries(ctx context.Context, name string, ids []int64, author string) (deleted int, err error) {
	if err := store.CheckStrings(name, author); err != nil {
		return 0, err
	}
	err = s.write(ctx, "deleting from memory "+name, func(ctx context.Context, tx *sql.Tx) error {
		var key int64
		err := tx.QueryRowContext(ctx, `SELECT key FROM memory WHERE name = ?`, name).Scan(&key)
		if errors.Is(err, sql.ErrNoRows) {
			return fmt.Errorf("memory %q: %w", name, store.ErrNotFound)
		}
		if err != nil {
			return err
		}
		statement, err := tx.PrepareContext(ctx, `DELETE FROM entry WHERE memory = ? AND id = ?`)
		if err != nil {
			return err
		}
		defer statement.Close()
		for _, id := range ids {
			result, err := statement.ExecContext(ctx, key, id)
			if err != nil {
				return err
			}
			n, err := result.RowsAffected()
			if err != nil {
				return err
			}
			deleted += int(n)
		}
		if deleted == 0 {
			return nil
		}
		_, _, err = s.log(ctx, tx, entryOfLog{author: author, kind: store.KindForget, note: fmt.Sprintf("%s: %d entries", name, deleted)})
		return err
	})
	if err != nil {
		return 0, err
	}
	return deleted, nil
}
