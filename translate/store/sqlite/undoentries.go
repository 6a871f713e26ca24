package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"diglot/translate/store"
)

// UndoEntries takes back the newest edit or deletion in a memory that still
// stands. What an edit had made of an entry goes to the history in its turn.
func (s *Store) UndoEntries(ctx context.Context, name, author string, dryRun bool) (u store.Undone, err error) {
	if err := store.CheckStrings(name, author); err != nil {
		return u, err
	}
	err = s.write(ctx, "undoing a change of memory "+name, func(ctx context.Context, tx *sql.Tx) error {
		key, err := memoryKey(ctx, tx, name)
		if err != nil {
			return err
		}
		var all int
		err = tx.QueryRowContext(ctx, `SELECT coalesce(max(r.seq), 0), coalesce(e.kind, ''), count(*)
			FROM removed r LEFT JOIN event e ON e.seq = r.seq
			WHERE r.memory = ?1 AND r.seq = (SELECT max(seq) FROM removed WHERE memory = ?1 AND undone IS NULL)`, key).Scan(&u.Event, &u.Kind, &all)
		if err != nil {
			return err
		}
		if all == 0 {
			return fmt.Errorf("memory %q has nothing to undo: %w", name, store.ErrNotFound)
		}
		c := memoryChange{tx: tx, memory: key}
		c.seq, _, err = s.log(ctx, tx, entryOfLog{author: author, kind: store.KindUndo, note: fmt.Sprintf("%s: %d entries of event %d", name, all, u.Event)})
		if err != nil {
			return err
		}
		if u.Restored, err = c.bringBack(ctx, u.Event); err != nil {
			return err
		}
		u.There = all - u.Restored
		if dryRun {
			return errDryRun
		}
		return c.finish(ctx)
	})
	if err != nil && !errors.Is(err, errDryRun) {
		return store.Undone{}, err
	}
	return u, nil
}

// errDryRun ends a transaction of which nothing is to stay.
var errDryRun = errors.New("nothing is to be changed")

// bringBack puts what an event took away into its place again, and says how many
// came: one that the memory has under another key by now stays away.
func (c memoryChange) bringBack(ctx context.Context, seq int64) (int, error) {
	err := c.takeAway(ctx, true, `key IN (SELECT key FROM removed WHERE memory = ? AND seq = ?)`, c.memory, seq)
	if err != nil {
		return 0, err
	}
	const away = `removed WHERE memory = ? AND seq = ? AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.hash = removed.hash)`
	if err := c.count(ctx, 1, away, c.memory, seq); err != nil {
		return 0, err
	}
	result, err := c.tx.ExecContext(ctx, `INSERT INTO entry (key, `+entryRest+`) SELECT key, `+entryRest+` FROM `+away, c.memory, seq)
	if err != nil {
		return 0, err
	}
	restored, err := result.RowsAffected()
	if err != nil {
		return 0, err
	}
	_, err = c.tx.ExecContext(ctx, `UPDATE removed SET undone = ? WHERE memory = ? AND seq = ?`, c.seq, c.memory, seq)
	return int(restored), err
}
