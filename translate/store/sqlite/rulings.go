package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"diglot/translate/store"
)

// Rule keeps a ruling on a document, or takes one back. The history tells of
// both; saying again what is in force changes nothing.
func (s *Store) Rule(ctx context.Context, r store.Ruling) error {
	if err := store.CheckStrings(r.Kind, r.Unit, r.Matter, r.Value, r.Reason, r.Author); err != nil {
		return err
	}
	if r.Kind == "" || r.Matter == "" {
		return fmt.Errorf("ruling on %s: it has no kind or no matter", r.Document)
	}
	return s.write(ctx, "ruling on "+r.Document, func(ctx context.Context, tx *sql.Tx) error {
		e := entryOfLog{author: r.Author, kind: r.Kind, locale: r.Locale, note: noteOf(r)}
		err := tx.QueryRowContext(ctx, `SELECT key FROM document WHERE present AND name = ?`, r.Document).Scan(&e.document)
		if errors.Is(err, sql.ErrNoRows) {
			return noDocument(r.Document)
		}
		if err != nil {
			return err
		}
		var value, reason string
		err = tx.QueryRowContext(ctx, `SELECT value, reason FROM ruling WHERE document = ? AND kind = ? AND unit = ? AND locale = ? AND matter = ?`,
			e.document, r.Kind, r.Unit, localeName(r.Locale), r.Matter).Scan(&value, &reason)
		switch {
		case errors.Is(err, sql.ErrNoRows):
		case err != nil:
			return err
		}
		if value == r.Value && (reason == r.Reason || value == "") {
			return nil
		}
		return s.putRuling(ctx, tx, e, r)
	})
}

// noteOf is what the history says of a ruling.
func noteOf(r store.Ruling) string {
	note := r.Matter + ": " + r.Value
	if r.Value == "" {
		note = r.Matter + ": taken back"
	}
	if r.Reason != "" {
		note += " (" + r.Reason + ")"
	}
	return note
}

func (s *Store) putRuling(ctx context.Context, tx *sql.Tx, e entryOfLog, r store.Ruling) error {
	seq, _, err := s.log(ctx, tx, e)
	if err != nil {
		return err
	}
	if r.Value == "" {
		_, err = tx.ExecContext(ctx, `DELETE FROM ruling WHERE document = ? AND kind = ? AND unit = ? AND locale = ? AND matter = ?`,
			e.document, r.Kind, r.Unit, localeName(r.Locale), r.Matter)
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO ruling (document, kind, unit, locale, matter, value, reason, seq)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value, reason = excluded.reason, seq = excluded.seq`,
		e.document, r.Kind, r.Unit, localeName(r.Locale), r.Matter, r.Value, r.Reason, seq)
	return err
}

// Rulings lists the rulings in force, oldest first.
func (s *Store) Rulings(ctx context.Context, kind, document string) (rulings []store.Ruling, err error) {
	known := locales{}
	err = s.read(ctx, "reading the rulings", func(q querier) error {
		return each(ctx, q, func(rows *sql.Rows) error {
			r := store.Ruling{Kind: kind}
			var tag string
			var at int64
			err := rows.Scan(&r.Document, &r.Unit, &tag, &r.Matter, &r.Value, &r.Reason, &r.Author, &at)
			if err != nil {
				return err
			}
			r.Time = fromMillis(at)
			r.Locale, err = known.read(tag)
			rulings = append(rulings, r)
			return err
		}, `SELECT d.name, r.unit, r.locale, r.matter, r.value, r.reason, e.author, e.at
			FROM ruling r JOIN document d ON d.key = r.document JOIN event e ON e.seq = r.seq
			WHERE r.kind = ? AND (? = '' OR d.name = ?) ORDER BY r.seq`, kind, document, document)
	})
	return rulings, err
}
