package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	sqlite3 "modernc.org/sqlite/lib"

	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// EditEntry puts another target into an entry. The history keeps what stood there.
func (s *Store) EditEntry(ctx context.Context, name string, id int64, target unit.Text, author string) (e memory.Entry, err error) {
	if err := store.CheckStrings(name, author); err != nil {
		return e, err
	}
	err = s.write(ctx, "editing memory "+name, func(ctx context.Context, tx *sql.Tx) error {
		key, err := memoryKey(ctx, tx, name)
		if err != nil {
			return err
		}
		found, err := entriesByKey(ctx, tx, name, entryKeys(key, []int64{id}))
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return fmt.Errorf("entry %d of memory %q: %w", id, name, store.ErrNotFound)
		}
		if e = found[0]; store.Identical(e.Target, target) {
			return nil
		}
		c := memoryChange{tx: tx, memory: key}
		c.seq, e.Modified, err = s.log(ctx, tx, entryOfLog{author: author, kind: store.KindAmend, note: fmt.Sprintf("%s: entry %d", name, id)})
		if err != nil {
			return err
		}
		e.Target, e.Author = target, author
		return c.replace(ctx, name, e)
	})
	if err != nil {
		return memory.Entry{}, err
	}
	return e, nil
}

// replace puts an entry in the place of the one with its ID.
func (c memoryChange) replace(ctx context.Context, name string, e memory.Entry) error {
	key := entryKey(c.memory, e.ID)
	if err := c.takeAway(ctx, false, `key = ?`, key); err != nil {
		return err
	}
	row, err := entryRow(name, e)
	if err != nil {
		return fmt.Errorf("editing memory %s: %w", name, err)
	}
	_, err = c.tx.ExecContext(ctx, `INSERT INTO entry (key, `+entryRest+`) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`, append([]any{key}, row...)...)
	if isCode(err, sqlite3.SQLITE_CONSTRAINT) {
		return fmt.Errorf("entry %d of memory %q: %w", e.ID, name, store.ErrSame)
	}
	if err != nil {
		return err
	}
	if err := c.count(ctx, 1, `entry WHERE key = ?`, key); err != nil {
		return err
	}
	return c.finish(ctx)
}
