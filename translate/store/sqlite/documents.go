package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"diglot/translate/store"
)

const documentColumns = `name, version, path, format, charset, bom, locale, settings, hash, imported, blocks`

// Documents lists the documents by name, without their Source bytes.
func (s *Store) Documents(ctx context.Context) (documents []store.Document, err error) {
	err = s.read(ctx, "listing the documents", func(q querier) error {
		return each(ctx, q, func(rows *sql.Rows) error {
			d, err := scanDocument(rows.Scan)
			documents = append(documents, d)
			return err
		}, `SELECT `+documentColumns+` FROM document WHERE present ORDER BY name`)
	})
	return documents, err
}

// Document gives one document, or store.ErrNotFound.
func (s *Store) Document(ctx context.Context, name string) (d store.Document, err error) {
	err = s.read(ctx, "reading document "+name, func(q querier) error {
		var source []byte
		d, err = scanDocument(q.QueryRowContext(ctx, `SELECT `+documentColumns+`, source FROM document
			WHERE present AND name = ?`, name).Scan, &source)
		d.Source = source
		if errors.Is(err, sql.ErrNoRows) {
			return noDocument(name)
		}
		return err
	})
	return d, err
}

func noDocument(name string) error { return fmt.Errorf("document %q: %w", name, store.ErrNotFound) }

// scanDocument reads documentColumns and what follows them.
func scanDocument(scan func(...any) error, more ...any) (d store.Document, err error) {
	var tag, blocks string
	var imported int64
	err = scan(append([]any{&d.Name, &d.Version, &d.Path, &d.Format, &d.Charset, &d.BOM, &tag,
		&d.Settings, &d.Hash, &imported, &blocks}, more...)...)
	if err != nil {
		return d, err
	}
	d.Imported = fromMillis(imported)
	if d.Locale, err = (locales{}).read(tag); err != nil {
		return d, err
	}
	if err = json.Unmarshal([]byte(blocks), &d.Blocks); err != nil {
		return d, fmt.Errorf("stored blocks of document %q: %w", d.Name, err)
	}
	if len(d.Blocks) == 0 {
		d.Blocks = nil
	}
	return d, nil
}

// Remove takes a document out of the project. All its units become gone ones.
func (s *Store) Remove(ctx context.Context, document, author string) error {
	return s.write(ctx, "removing document "+document, func(ctx context.Context, tx *sql.Tx) error {
		var key int64
		err := tx.QueryRowContext(ctx, `SELECT key FROM document WHERE present AND name = ?`, document).Scan(&key)
		if errors.Is(err, sql.ErrNoRows) {
			return noDocument(document)
		}
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `UPDATE document SET present = 0 WHERE key = ?`, key); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `UPDATE unit SET position = NULL WHERE document = ?`, key); err != nil {
			return err
		}
		_, _, err = s.log(ctx, tx, entryOfLog{author: author, kind: store.KindRemove, document: key})
		return err
	})
}
