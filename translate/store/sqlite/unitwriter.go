package sqlite

import (
	"context"
	"database/sql"

	"diglot/translate/store"
	"diglot/translate/unit"
)

// unitWriter writes the units of an import, one after the other.
type unitWriter struct {
	old       *oldVersion
	listed    map[int]bool // numbers of the units that the new version has
	tally     tally
	changed   bool // whether anything was written
	statement struct{ insert, update, drop, insertSource, sources *sql.Stmt }
}

func newUnitWriter(ctx context.Context, tx *sql.Tx, old *oldVersion) (*unitWriter, error) {
	w := &unitWriter{old: old, listed: map[int]bool{}}
	for _, p := range []struct {
		statement **sql.Stmt
		query     string
	}{
		{&w.statement.insert, `INSERT INTO unit (position, version, block, start_offset, start_code, end_offset, end_code,
			kind, block_key, note, document, number) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`},
		{&w.statement.update, `UPDATE unit SET position = ?, version = ?, block = ?, start_offset = ?, start_code = ?,
			end_offset = ?, end_code = ?, kind = ?, block_key = ?, note = ? WHERE key = ?`},
		{&w.statement.drop, `UPDATE unit SET position = NULL WHERE key = ?`},
		{&w.statement.insertSource, `INSERT INTO source (unit, version, text, codes) VALUES (?, ?, ?, ?)`},
		{&w.statement.sources, `SELECT version, text, codes FROM source WHERE unit = ? ORDER BY version`},
	} {
		var err error
		if *p.statement, err = tx.PrepareContext(ctx, p.query); err != nil {
			w.close()
			return nil, err
		}
	}
	return w, nil
}

func (w *unitWriter) close() {
	q := w.statement
	for _, s := range []*sql.Stmt{q.insert, q.update, q.drop, q.insertSource, q.sources} {
		if s != nil {
			_ = s.Close()
		}
	}
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
	o := w.old.units[number]
	if o == nil || document != w.old.document.Name {
		return noUnit(u.ID)
	}
	w.listed[number] = true
	version := o.version
	if !store.Identical(u.Source, o.source) {
		if version, err = putSource(ctx, w.statement.sources, w.statement.insertSource, o.key, u.Source); err != nil {
			return err
		}
	}
	switch {
	case !o.position.Valid:
		w.tally.back++
	case !u.Source.Equal(o.source):
		w.tally.edited++
	default:
		w.tally.unchanged++
	}
	if o.position.Valid && o.position.Int64 == int64(position) && version == o.version && o.place == u.Place && o.note == u.Note {
		return nil
	}
	w.changed = true
	p := u.Place
	_, err = w.statement.update.ExecContext(ctx, position, version, p.Block, p.Part.Start.Offset, p.Part.Start.Code,
		p.Part.End.Offset, p.Part.End.Code, p.Kind, p.Key, u.Note, o.key)
	return err
}

func (w *unitWriter) add(ctx context.Context, position int, u unit.Unit) error {
	w.changed = true
	w.tally.fresh++
	w.old.lastNumber++
	p := u.Place
	result, err := w.statement.insert.ExecContext(ctx, position, p.Block, p.Part.Start.Offset, p.Part.Start.Code,
		p.Part.End.Offset, p.Part.End.Code, p.Kind, p.Key, u.Note, w.old.key, w.old.lastNumber)
	if err != nil {
		return err
	}
	key, err := result.LastInsertId()
	if err != nil {
		return err
	}
	return addSource(ctx, w.statement.insertSource, key, 1, u.Source)
}

// dropRest sets units aside that the new version does not list.
func (w *unitWriter) dropRest(ctx context.Context) error {
	for number, o := range w.old.units {
		if w.listed[number] || !o.position.Valid {
			continue
		}
		w.changed = true
		w.tally.gone++
		if _, err := w.statement.drop.ExecContext(ctx, o.key); err != nil {
			return err
		}
	}
	return nil
}
