package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"diglot/translate/store"
)

// Comment puts a remark on a unit. A comment is an event, and its ID that
// event's seq.
func (s *Store) Comment(ctx context.Context, c store.Comment) (store.Comment, error) {
	if err := store.CheckStrings(c.Text, c.Author); err != nil {
		return c, err
	}
	document, number, err := store.SplitID(c.Unit)
	if err != nil {
		return c, fmt.Errorf("%w: %w", err, store.ErrNotFound)
	}
	err = s.write(ctx, "commenting on "+c.Unit, func(ctx context.Context, tx *sql.Tx) error {
		e := entryOfLog{author: c.Author, kind: store.KindComment, locale: c.Locale, note: c.Text}
		err := tx.QueryRowContext(ctx, `SELECT u.key, d.key FROM unit u JOIN document d ON d.key = u.document
			WHERE d.name = ? AND u.number = ?`, document, number).Scan(&e.unit, &e.document)
		if errors.Is(err, sql.ErrNoRows) {
			return noUnit(c.Unit)
		}
		if err != nil {
			return err
		}
		c.ID, c.Time, err = s.log(ctx, tx, e)
		return err
	})
	return c, err
}

// Comments lists a unit's comments in the order in which they were made.
func (s *Store) Comments(ctx context.Context, unitID string) (comments []store.Comment, err error) {
	document, number, err := store.SplitID(unitID)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", err, store.ErrNotFound)
	}
	known := locales{}
	err = s.read(ctx, "reading the comments on "+unitID, func(q querier) error {
		var key int64
		err := q.QueryRowContext(ctx, `SELECT u.key FROM unit u JOIN document d ON d.key = u.document
			WHERE d.name = ? AND u.number = ?`, document, number).Scan(&key)
		if errors.Is(err, sql.ErrNoRows) {
			return noUnit(unitID)
		}
		if err != nil {
			return err
		}
		return each(ctx, q, func(rows *sql.Rows) error {
			c := store.Comment{Unit: unitID}
			var at int64
			var tag string
			if err := rows.Scan(&c.ID, &at, &c.Author, &tag, &c.Text); err != nil {
				return err
			}
			c.Time = fromMillis(at)
			c.Locale, err = known.read(tag)
			comments = append(comments, c)
			return err
		}, `SELECT seq, at, author, locale, note FROM event WHERE unit = ? AND revision IS NULL AND kind = ? ORDER BY seq`,
			key, store.KindComment)
	})
	return comments, err
}
