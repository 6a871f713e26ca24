package sqlite

import (
	"context"
	"database/sql"

	"diglot/translate/store"
	"diglot/translate/unit"
)

// unitWriter writes the units of an import, one after the other.
type unitWriter struct {
	old     *oldVersion
	listed  map[int]bool // numbers of the units that the new version has
	tally   tally
	changed bool // whether anything was written

	insert, update, drop, insertSource, sources *sql.Stmt
}

func newUnitWriter(ctx context.Context, tx *sql.Tx, old *oldVersion) (*unitWriter, error) {
	w := &unitWriter{old: old, listed: map[int]bool{}}
	return w, prepareAll(ctx, tx,
		statement{&w.insert, `INSERT INTO unit (position, version, block, start_offset, start_code, end_offset, end_code,
			kind, block_key, note, document, number) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`},
		statement{&w.update, `UPDATE unit SET position = ?, version = ?, block = ?, start_offset = ?, start_code = ?,
			end_offset = ?, end_code = ?, kind = ?, block_key = ?, note = ? WHERE key = ?`},
		statement{&w.drop, `UPDATE unit SET position = NULL WHERE key = ?`},
		statement{&w.insertSource, insertSource},
		statement{&w.sources, sourcesOfUnit},
	)
}

// put writes the unit that stands at a position in the new version.
func (w *unitWriter) put(ctx context.Context, position int, u unit.Unit) error {
	if u.ID == "" {
		return w.add(ctx, position, u)
	}
	document, number, err := store.SplitID(u.ID)
	if err != nil {
		return err
	}
	o, known := w.old.units[number]
	if !known || document != w.old.document.Name {
		return noUnit(u.ID)
	}
	w.listed[number] = true
	version := o.version
	if !store.Identical(u.Source, o.Source) {
		if version, err = putSource(ctx, w.sources, w.insertSource, o.key, u.Source); err != nil {
			return err
		}
	}
	switch {
	case !o.position.Valid:
		w.tally.back++
	case !u.Source.Equal(o.Source):
		w.tally.edited++
	default:
		w.tally.unchanged++
	}
	if o.position.Valid && o.position.Int64 == int64(position) && version == o.version && o.Place == u.Place && o.Note == u.Note {
		return nil
	}
	w.changed = true
	p := u.Place
	_, err = w.update.ExecContext(ctx, position, version, p.Block, p.Part.Start.Offset, p.Part.Start.Code,
		p.Part.End.Offset, p.Part.End.Code, p.Kind, p.Key, u.Note, o.key)
	return err
}

func (w *unitWriter) add(ctx context.Context, position int, u unit.Unit) error {
	w.changed = true
	w.tally.fresh++
	w.old.lastNumber++
	p := u.Place
	result, err := w.insert.ExecContext(ctx, position, p.Block, p.Part.Start.Offset, p.Part.Start.Code,
		p.Part.End.Offset, p.Part.End.Code, p.Kind, p.Key, u.Note, w.old.key, w.old.lastNumber)
	if err != nil {
		return err
	}
	key, err := result.LastInsertId()
	if err != nil {
		return err
	}
	return addSource(ctx, w.insertSource, key, 1, u.Source)
}

// dropRest sets units aside that the new version does not list.
func (w *unitWriter) dropRest(ctx context.Context) error {
	for number, o := range w.old.units {
		if w.listed[number] || !o.position.Valid {
			continue
		}
		w.changed = true
		w.tally.gone++
		if _, err := w.drop.ExecContext(ctx, o.key); err != nil {
			return err
		}
	}
	return nil
}
