package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"diglot/translate/store"
	"diglot/translate/unit"
)

// Save writes targets. What cannot be written at all, such as a change of a
// unit that never was, fails the whole call before anything is saved.
func (s *Store) Save(ctx context.Context, changes []store.Change) (saved []store.Saved, err error) {
	for _, c := range changes {
		if err := c.Check(); err != nil {
			return nil, err
		}
	}
	var refused []store.Conflict
	err = s.write(ctx, fmt.Sprintf("saving %d targets", len(changes)), func(work context.Context, tx *sql.Tx) error {
		w, err := newTargetWriter(work, tx, s.now().UnixMilli())
		if err != nil {
			return err
		}
		for _, c := range changes {
			if err := ctx.Err(); err != nil {
				return err
			}
			done, conflict, err := w.save(work, c)
			switch {
			case err != nil:
				return fmt.Errorf("saving %s in %s: %w", c.Unit, c.Locale, err)
			case conflict != nil:
				refused = append(refused, *conflict)
			default:
				saved = append(saved, done)
			}
		}
		return nil
	})
	switch {
	case err != nil:
		return nil, err
	case refused != nil:
		return saved, &store.ConflictError{Conflicts: refused}
	}
	return saved, nil
}

// targetWriter saves changes one after the other.
type targetWriter struct {
	at int64 // the time, in milliseconds

	find, target, insert, insertSource, sources *sql.Stmt
}

func newTargetWriter(ctx context.Context, tx *sql.Tx, at int64) (*targetWriter, error) {
	w := &targetWriter{at: at}
	return w, prepareAll(ctx, tx,
		statement{&w.find, `SELECT u.key, u.document, u.version, s.text, s.codes
			FROM unit u JOIN document d ON d.key = u.document JOIN source s ON s.unit = u.key AND s.version = u.version
			WHERE d.name = ? AND u.number = ?`},
		// The revision asked for, or the newest where it is 0.
		statement{&w.target, `SELECT ` + targetColumns("e", "f") + ` FROM event e JOIN source f ON f.unit = e.unit AND f.version = e.version
			WHERE e.unit = ?1 AND e.locale = ?2 AND e.revision = coalesce(nullif(?3, 0),
				(SELECT max(n.revision) FROM event n WHERE n.unit = ?1 AND n.locale = ?2))`},
		statement{&w.insert, `INSERT INTO event (at, author, kind, document, unit, locale, note, revision, state, locked, origin, version, text, codes)
			VALUES (?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?)`},
		statement{&w.insertSource, insertSource},
		statement{&w.sources, sourcesOfUnit},
	)
}

// place is the unit that a change is for.
type place struct {
	key, document int64
	version       int // of the source
	source        unit.Text
}

// save writes one change, or says why it is refused.
func (w *targetWriter) save(ctx context.Context, c store.Change) (done store.Saved, refused *store.Conflict, err error) {
	p, err := w.place(ctx, c.Unit)
	if err != nil {
		return done, nil, err
	}
	present, err := w.revision(ctx, p.key, c, 0)
	if err != nil {
		return done, nil, err
	}
	if c.Target.For.IsEmpty() {
		c.Target.For = p.source
	}
	switch store.Decide(present, c) {
	case store.Refuse:
		conflict := &store.Conflict{Unit: c.Unit, Locale: c.Locale, Mine: c.Target, Theirs: present}
		if c.Base > 0 {
			conflict.Base, err = w.revision(ctx, p.key, c, c.Base)
		}
		conflict.Base.Stale = conflict.Base.Revision > 0 && !conflict.Base.For.Equal(p.source)
		conflict.Theirs.Stale = present.Revision > 0 && !present.For.Equal(p.source)
		return done, conflict, err
	case store.Write:
		present = c.Target
		present.Revision = c.Base + 1
		present.Modified = fromMillis(w.at)
		if err := w.write(ctx, p, c, present); err != nil {
			return done, nil, err
		}
	}
	present.Stale = !present.For.Equal(p.source)
	return store.Saved{Unit: c.Unit, Locale: c.Locale, Target: present}, nil, nil
}

func (w *targetWriter) place(ctx context.Context, id string) (p place, err error) {
	document, number, err := store.SplitID(id)
	if err != nil {
		return p, fmt.Errorf("%w: %w", err, store.ErrNotFound)
	}
	var text string
	var codes sql.NullString
	err = w.find.QueryRowContext(ctx, document, number).Scan(&p.key, &p.document, &p.version, &text, &codes)
	if errors.Is(err, sql.ErrNoRows) {
		return p, noUnit(id)
	}
	if err == nil {
		p.source, err = decodeText(text, codes, unit.Text{})
	}
	return p, err
}

// revision reads a revision of the change's target, the present one for 0, and
// gives the zero Target where there is none.
func (w *targetWriter) revision(ctx context.Context, key int64, c store.Change, revision int64) (unit.Target, error) {
	var r targetRow
	err := w.target.QueryRowContext(ctx, key, c.Locale.String(), revision).Scan(r.fields()...)
	if errors.Is(err, sql.ErrNoRows) {
		return unit.Target{}, nil
	}
	if err != nil {
		return unit.Target{}, err
	}
	_, t, err := r.target(locales{c.Locale.String(): c.Locale})
	return t, err
}

// write appends the event that is the target's new revision.
func (w *targetWriter) write(ctx context.Context, p place, c store.Change, t unit.Target) error {
	version := p.version
	if !store.Identical(t.For, p.source) {
		var err error
		if version, err = putSource(ctx, w.sources, w.insertSource, p.key, t.For); err != nil {
			return err
		}
	}
	text, codes, err := encodeText(t.Text, t.For)
	if err != nil {
		return err
	}
	why := c.Why
	if why == "" {
		why = store.KindEdit
	}
	_, err = w.insert.ExecContext(ctx, w.at, t.Author, why, p.document, p.key, c.Locale.String(),
		t.Revision, t.State.String(), t.Locked, t.Origin, version, text, codes)
	return err
}
