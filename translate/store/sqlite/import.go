package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"diglot/translate/store"
	"diglot/translate/unit"
)

// Import puts a document's new version and its units in place of the old ones.
func (s *Store) Import(ctx context.Context, in store.Import) (units []unit.Unit, err error) {
	name := in.Document.Name
	if err := in.Check(); err != nil {
		return nil, err
	}
	err = s.write(ctx, "importing "+name, func(work context.Context, tx *sql.Tx) error {
		old, err := readOld(work, tx, name)
		if err != nil {
			return err
		}
		if old.version() != in.Base {
			return &store.VersionError{Document: name, Base: in.Base, Current: old.version()}
		}
		if err := s.importUnits(ctx, work, tx, old, in); err != nil {
			return err
		}
		units, err = readUnits(work, tx, `u.document = ? AND u.position IS NOT NULL`, old.key)
		return err
	})
	if err != nil {
		return nil, err
	}
	return units, nil
}

// oldVersion is a document as the store has it before an import.
type oldVersion struct {
	key        int64 // 0 for one that never was
	present    bool
	counter    int // of versions, going on after a removal
	lastNumber int
	document   store.Document
	units      map[int]unitRow
}

// version is what an import has to name as its base.
func (o *oldVersion) version() int {
	if o.present {
		return o.counter
	}
	return 0
}

func readOld(ctx context.Context, tx *sql.Tx, name string) (*oldVersion, error) {
	old := &oldVersion{units: map[int]unitRow{}}
	row := tx.QueryRowContext(ctx, `SELECT `+documentColumns+`, key, present, last_number FROM document WHERE name = ?`, name)
	var err error
	old.document, err = scanDocument(row.Scan, &old.key, &old.present, &old.lastNumber)
	if errors.Is(err, sql.ErrNoRows) {
		return old, nil
	}
	if err != nil {
		return nil, err
	}
	old.counter = old.document.Version
	err = each(ctx, tx, func(rows *sql.Rows) error {
		u, err := scanUnit(rows)
		old.units[u.number] = u
		return err
	}, unitQuery+` WHERE u.document = ?`, old.key)
	return old, err
}

// tally counts what an import did to the units.
type tally struct{ fresh, edited, unchanged, back, gone int }

func (t tally) String() string {
	parts := []string{fmt.Sprintf("%d new", t.fresh), fmt.Sprintf("%d edited", t.edited), fmt.Sprintf("%d unchanged", t.unchanged)}
	if t.back > 0 {
		parts = append(parts, fmt.Sprintf("%d back", t.back))
	}
	if t.gone > 0 {
		parts = append(parts, fmt.Sprintf("%d gone", t.gone))
	}
	return strings.Join(parts, ", ")
}

// importUnits writes the document's row, its units, and the event, unless all
// is there already as it is.
func (s *Store) importUnits(ctx, work context.Context, tx *sql.Tx, old *oldVersion, in store.Import) error {
	isNew := old.key == 0
	if isNew { // units need its key
		result, err := tx.ExecContext(work, `INSERT INTO document
			(name, present, version, last_number, path, format, charset, bom, locale, settings, hash, imported, blocks, source)
			VALUES (?, 1, 0, 0, '', '', '', 0, '', '', '', 0, '[]', x'')`, in.Document.Name)
		if err != nil {
			return err
		}
		if old.key, err = result.LastInsertId(); err != nil {
			return err
		}
	}
	w, err := newUnitWriter(work, tx, old)
	if err != nil {
		return err
	}
	for i, u := range in.Units {
		if i%1000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if err := w.put(work, i, u); err != nil {
			return fmt.Errorf("importing %s: unit %d: %w", in.Document.Name, i+1, err)
		}
	}
	if err := w.dropRest(work); err != nil {
		return err
	}
	return s.putDocument(work, tx, old, in, w)
}

// putDocument writes the document's row and the event, where there is anything new.
func (s *Store) putDocument(ctx context.Context, tx *sql.Tx, old *oldVersion, in store.Import, w *unitWriter) error {
	d := in.Document
	d.Hash = store.Hash(d.Source)
	if old.present && !w.changed && sameDocument(old.document, d) {
		return nil
	}
	blocks, err := encodeJSON(append([]store.Block{}, d.Blocks...)) // [] and not null
	if err != nil {
		return err
	}
	if d.Source == nil {
		d.Source = []byte{}
	}
	version := old.counter + 1
	_, err = tx.ExecContext(ctx, `UPDATE document SET present = 1, version = ?, last_number = ?, path = ?, format = ?,
		charset = ?, bom = ?, locale = ?, settings = ?, hash = ?, imported = ?, blocks = ?, source = ? WHERE key = ?`,
		version, old.lastNumber, d.Path, d.Format, d.Charset, d.BOM, d.Locale.String(), d.Settings, d.Hash,
		s.now().UnixMilli(), blocks, d.Source, old.key)
	if err != nil {
		return err
	}
	_, _, err = s.log(ctx, tx, entryOfLog{
		author: in.Author, kind: store.KindImport, document: old.key,
		note: fmt.Sprintf("version %d: %s", version, w.tally),
	})
	return err
}

// sameDocument reports whether a document differs in nothing that is imported.
func sameDocument(old, d store.Document) bool {
	return slices.Equal(old.Blocks, d.Blocks) && old.Path == d.Path && old.Format == d.Format &&
		old.Charset == d.Charset && old.BOM == d.BOM && old.Locale == d.Locale &&
		old.Settings == d.Settings && old.Hash == d.Hash
}
