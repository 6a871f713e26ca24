package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"diglot/translate/store"
)

// DeleteEntries deletes entries of a memory. An id that is not there is passed
// over. The history tells how many went, and keeps them.
func (s *Store) DeleteEntries(ctx context.Context, name string, ids []int64, author string) (deleted int, err error) {
	return s.deleteEntries(ctx, name, author, func(key int64) (string, []any) {
		return `key IN (SELECT value FROM json_each(?))`, []any{entryKeys(key, ids)}
	})
}

// DeleteMemory deletes all entries of a memory.
func (s *Store) DeleteMemory(ctx context.Context, name, author string) error {
	n, err := s.deleteEntries(ctx, name, author, func(key int64) (string, []any) {
		return `key BETWEEN ? AND ?`, []any{entryKey(key, 0), entryKey(key, maxEntryID)}
	})
	if err == nil && n == 0 {
		err = fmt.Errorf("memory %q: %w", name, store.ErrNotFound)
	}
	return err
}

// deleteEntries deletes the entries that a condition chooses.
func (s *Store) deleteEntries(ctx context.Context, name, author string, which func(key int64) (where string, args []any)) (deleted int, err error) {
	if err := store.CheckStrings(name, author); err != nil {
		return 0, err
	}
	err = s.write(ctx, "deleting from memory "+name, func(ctx context.Context, tx *sql.Tx) error {
		key, err := memoryKey(ctx, tx, name)
		if err != nil {
			return err
		}
		where, args := which(key)
		if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM entry WHERE `+where, args...).Scan(&deleted); err != nil || deleted == 0 {
			return err
		}
		c := memoryChange{tx: tx, memory: key}
		c.seq, _, err = s.log(ctx, tx, entryOfLog{author: author, kind: store.KindForget, note: fmt.Sprintf("%s: %d entries", name, deleted)})
		if err != nil {
			return err
		}
		if err := c.takeAway(ctx, false, where, args...); err != nil {
			return err
		}
		return c.finish(ctx)
	})
	if err != nil {
		return 0, err
	}
	return deleted, nil
}

// memoryChange is one event that changes what a memory has.
type memoryChange struct {
	tx          *sql.Tx
	memory, seq int64
}

// entryRest are the columns that entry and removed share, but for the key.
const entryRest = `hash, source_locale, target_locale, state, modified, source, source_codes,
	target, target_codes, previous, next, origin, author, properties`

// takeAway moves entries to those that were removed. With done set, no later undo
// brings them back.
func (c memoryChange) takeAway(ctx context.Context, done bool, where string, args ...any) error {
	undone := sql.NullInt64{Int64: c.seq, Valid: done}
	_, err := c.tx.ExecContext(ctx, `INSERT INTO removed (memory, seq, undone, key, `+entryRest+`)
		SELECT ?, ?, ?, key, `+entryRest+` FROM entry WHERE `+where, append([]any{c.memory, c.seq, undone}, args...)...)
	if err != nil {
		return err
	}
	if err := c.count(ctx, -1, `entry WHERE `+where, args...); err != nil {
		return err
	}
	_, err = c.tx.ExecContext(ctx, `DELETE FROM entry WHERE `+where, args...)
	return err
}

// count adds the entries that a query chooses to the memory's numbers, or takes
// them off.
func (c memoryChange) count(ctx context.Context, sign int, from string, args ...any) error {
	_, err := c.tx.ExecContext(ctx, `INSERT INTO memory_pair (memory, source_locale, target_locale, entries)
		SELECT ?, source_locale, target_locale, ? * count(*) FROM `+from+` GROUP BY 2, 3
		ON CONFLICT DO UPDATE SET entries = entries + excluded.entries`, append([]any{c.memory, sign}, args...)...)
	return err
}

// finish notes the event with the memory.
func (c memoryChange) finish(ctx context.Context) error {
	if _, err := c.tx.ExecContext(ctx, `DELETE FROM memory_pair WHERE memory = ? AND entries = 0`, c.memory); err != nil {
		return err
	}
	_, err := c.tx.ExecContext(ctx, `UPDATE memory SET changed = ? WHERE key = ?`, c.seq, c.memory)
	return err
}
