package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// Units lists a document's units in order, or those that it once had.
func (s *Store) Units(ctx context.Context, document string, gone bool) (units []unit.Unit, err error) {
	err = s.read(ctx, "reading the units of "+document, func(q querier) error {
		var key int64
		err := q.QueryRowContext(ctx, `SELECT key FROM document WHERE (present OR ?) AND name = ?`, gone, document).Scan(&key)
		if errors.Is(err, sql.ErrNoRows) {
			if gone {
				return nil // what never was has lost nothing
			}
			return noDocument(document)
		}
		if err == nil {
			units, err = readUnits(ctx, q, `u.document = ? AND (u.position IS NULL) = ?`, key, gone)
		}
		return err
	})
	return units, err
}

// Unit gives one unit, or store.ErrNotFound.
func (s *Store) Unit(ctx context.Context, id string) (u unit.Unit, err error) {
	document, number, err := store.SplitID(id)
	if err != nil {
		return u, fmt.Errorf("%w: %w", err, store.ErrNotFound)
	}
	err = s.read(ctx, "reading unit "+id, func(q querier) error {
		units, err := readUnits(ctx, q,
			`u.number = ? AND u.document = (SELECT key FROM document WHERE name = ?)`, number, document)
		if err == nil && len(units) == 0 {
			err = noUnit(id)
		}
		if err == nil {
			u = units[0]
		}
		return err
	})
	return u, err
}

func noUnit(id string) error { return fmt.Errorf("unit %s: %w", id, store.ErrNotFound) }

// readUnits reads units with their targets: in the order of their document, and
// gone ones in the order in which they came into being.
func readUnits(ctx context.Context, q querier, where string, args ...any) ([]unit.Unit, error) {
	var units []unit.Unit
	index := map[int64]int{} // by key
	err := each(ctx, q, func(rows *sql.Rows) error {
		u, err := scanUnit(rows)
		index[u.key] = len(units)
		units = append(units, u.Unit)
		return err
	}, unitQuery+` WHERE `+where+` ORDER BY u.position, u.number`, args...)
	if err != nil {
		return nil, err
	}
	known := locales{}
	err = each(ctx, q, func(rows *sql.Rows) error {
		var key int64
		var r targetRow
		if err := rows.Scan(append([]any{&key}, r.fields()...)...); err != nil {
			return err
		}
		u := &units[index[key]]
		tag, target, err := r.target(known)
		if err != nil {
			return fmt.Errorf("target of %s: %w", u.ID, err)
		}
		target.Stale = !target.For.Equal(u.Source)
		if u.Targets == nil {
			u.Targets = map[locale.Tag]unit.Target{}
		}
		u.Targets[tag] = target
		return nil
	}, `SELECT u.key, `+targetColumns("e", "f")+`
		FROM unit u JOIN event e ON e.unit = u.key JOIN source f ON f.unit = e.unit AND f.version = e.version
		WHERE `+where+` AND e.revision = `+newestRevision, args...)
	return units, err
}

// unitRow is a unit without its targets, and what the store knows it by.
type unitRow struct {
	unit.Unit
	key      int64
	number   int
	position sql.NullInt64 // NULL for a gone one
	version  int           // of its source
}

const unitQuery = `SELECT u.key, d.name, u.number, u.position, u.version, u.block, u.start_offset, u.start_code, u.end_offset, u.end_code,
	u.kind, u.block_key, u.note, s.text, s.codes
	FROM unit u JOIN document d ON d.key = u.document JOIN source s ON s.unit = u.key AND s.version = u.version`

// scanUnit reads a row of unitQuery.
func scanUnit(rows *sql.Rows) (u unitRow, err error) {
	var text string
	var codes sql.NullString
	p := &u.Place
	err = rows.Scan(&u.key, &u.Document, &u.number, &u.position, &u.version, &p.Block, &p.Part.Start.Offset, &p.Part.Start.Code,
		&p.Part.End.Offset, &p.Part.End.Code, &p.Kind, &p.Key, &u.Note, &text, &codes)
	if err != nil {
		return u, err
	}
	u.ID = store.UnitID(u.Document, u.number)
	if u.Source, err = decodeText(text, codes, unit.Text{}); err != nil {
		return u, fmt.Errorf("source of %s: %w", u.ID, err)
	}
	return u, nil
}
