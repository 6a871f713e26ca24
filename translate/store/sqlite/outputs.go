package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"diglot/translate/store"
)

// RecordOutput remembers a file that was written. The history tells of it where
// the file is another than before.
func (s *Store) RecordOutput(ctx context.Context, o store.Output) error {
	if o.Locale.IsZero() {
		return fmt.Errorf("recording the output of %s: no locale is given", o.Document)
	}
	if err := store.CheckStrings(o.Path, o.Hash); err != nil {
		return err
	}
	return s.write(ctx, "recording the output of "+o.Document, func(ctx context.Context, tx *sql.Tx) error {
		var key int64
		err := tx.QueryRowContext(ctx, `SELECT key FROM document WHERE present AND name = ?`, o.Document).Scan(&key)
		if errors.Is(err, sql.ErrNoRows) {
			return noDocument(o.Document)
		}
		if err != nil {
			return err
		}
		var path, hash string
		err = tx.QueryRowContext(ctx, `SELECT path, hash FROM output WHERE document = ? AND locale = ?`, key, o.Locale.String()).Scan(&path, &hash)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		if path != o.Path || hash != o.Hash {
			_, _, err := s.log(ctx, tx, entryOfLog{kind: store.KindExport, document: key, locale: o.Locale, note: o.Path})
			if err != nil {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO output (document, locale, path, hash, seq, version, written, missing)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (document, locale) DO UPDATE SET path = excluded.path,
			hash = excluded.hash, seq = excluded.seq, version = excluded.version, written = excluded.written, missing = excluded.missing`,
			key, o.Locale.String(), o.Path, o.Hash, o.Seq, o.Version, s.now().UnixMilli(), o.Missing)
		return err
	})
}

// Outputs lists the files that were written of the project's documents.
func (s *Store) Outputs(ctx context.Context, document string) (outputs []store.Output, err error) {
	known := locales{}
	err = s.read(ctx, "reading the outputs", func(q querier) error {
		return each(ctx, q, func(rows *sql.Rows) error {
			var o store.Output
			var tag string
			var written int64
			err := rows.Scan(&o.Document, &tag, &o.Path, &o.Hash, &o.Seq, &o.Version, &written, &o.Missing)
			if err != nil {
				return err
			}
			o.Written = fromMillis(written)
			o.Locale, err = known.read(tag)
			outputs = append(outputs, o)
			return err
		}, `SELECT d.name, o.locale, o.path, o.hash, o.seq, o.version, o.written, o.missing
			FROM output o JOIN document d ON d.key = o.document
			WHERE d.present AND (d.name = ?1 OR ?1 = '') ORDER BY d.name, o.locale`, document)
	})
	return outputs, err
}
