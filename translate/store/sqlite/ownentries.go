package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// ownEntries goes through the confirmed targets of the project, document by
// document: those of its documents in the source language, and turned round
// those that translate from the target language. Units that are gone from their
// document still speak, but without context; removed documents do not.
//
// The context of an entry is what stands before and after it in its document:
// in the entry's own source language, so for a turned one it is made of the
// neighbours' targets.
func (s *Store) ownEntries(ctx context.Context, source, target locale.Tag) iter.Seq2[memory.Entry, error] {
	return stream(func(emit func(memory.Entry) error) error {
		return s.read(ctx, "reading the project's own targets", func(q querier) error {
			pairs, err := ownPairs(ctx, q, source, target)
			if err != nil {
				return err
			}
			for _, p := range pairs {
				if err := p.entries(ctx, q, emit); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// ownPair is a document with one of its target locales.
type ownPair struct {
	key      int64
	document string
	from, to locale.Tag
	turned   bool
}

// ownPairs lists what serves from source to target.
func ownPairs(ctx context.Context, q querier, source, target locale.Tag) (pairs []ownPair, err error) {
	known := locales{}
	err = each(ctx, q, func(rows *sql.Rows) error {
		var p ownPair
		var from, to string
		err := rows.Scan(&p.key, &p.document, &from, &to)
		if err != nil {
			return err
		}
		if p.from, err = known.read(from); err != nil {
			return err
		}
		if p.to, err = known.read(to); err != nil {
			return err
		}
		if source.IsZero() && target.IsZero() {
			pairs = append(pairs, p)
			return nil
		}
		p.turned = turned(p.from, p.to, source, target)
		a, b := p.from.Base(), p.to.Base()
		if p.turned {
			a, b = b, a
		}
		if a == source.Base() && b == target.Base() {
			pairs = append(pairs, p)
		}
		return nil
	}, `SELECT d.key, d.name, d.locale, e.locale FROM document d
		JOIN (SELECT DISTINCT document, locale FROM event WHERE revision IS NOT NULL) e ON e.document = d.key
		WHERE d.present ORDER BY d.name, e.locale`)
	return pairs, err
}

// ownUnit is a unit with its target in the pair's locale, if it has one.
type ownUnit struct {
	key                  int64
	number               int
	present              bool
	source               unit.Text
	target               unit.Target
	readable, translated string // the two texts in readable form
}

// entries emits the pair's confirmed targets, each between its neighbours.
func (p ownPair) entries(ctx context.Context, q querier, emit func(memory.Entry) error) error {
	var before, here ownUnit
	known := locales{}
	step := func(next ownUnit) (err error) {
		if here.target.Confirmed() {
			err = emit(p.entry(before, here, next))
		}
		before, here = here, next
		return err
	}
	err := each(ctx, q, func(rows *sql.Rows) error {
		u, err := scanOwnUnit(rows, known)
		if err != nil {
			return fmt.Errorf("%s: %w", store.UnitID(p.document, u.number), err)
		}
		return step(u)
	}, `SELECT u.key, u.number, u.position IS NOT NULL, s.text, s.codes, `+targetColumns("e", "f")+`
		FROM unit u JOIN source s ON s.unit = u.key AND s.version = u.version
		LEFT JOIN event e ON e.unit = u.key AND e.locale = ?2 AND e.revision =
			(SELECT max(n.revision) FROM event n WHERE n.unit = u.key AND n.locale = ?2)
		LEFT JOIN source f ON f.unit = e.unit AND f.version = e.version
		WHERE u.document = ?1 ORDER BY u.position IS NULL, u.position, u.number`, p.key, p.to.String())
	if err != nil {
		return err
	}
	return step(ownUnit{}) // the last one
}

func scanOwnUnit(rows *sql.Rows, known locales) (u ownUnit, err error) {
	var codes sql.NullString
	var r targetRow
	err = rows.Scan(append([]any{&u.key, &u.number, &u.present, &u.readable, &codes}, r.fields()...)...)
	if err != nil {
		return u, err
	}
	if u.source, err = decodeText(u.readable, codes, unit.Text{}); err != nil || !r.revision.Valid {
		return u, err
	}
	if _, u.target, err = r.target(known); err != nil {
		return u, err
	}
	u.target.Stale = !u.target.For.Equal(u.source)
	u.translated = r.text.String
	return u, nil
}

func (p ownPair) entry(before, here, after ownUnit) memory.Entry {
	e := memory.Entry{
		ID:           here.key,
		SourceLocale: p.from, TargetLocale: p.to,
		Source: here.source, Target: here.target.Text,
		State:    here.target.State,
		Origin:   store.UnitID(p.document, here.number),
		Author:   here.target.Author,
		Modified: here.target.Modified,
	}
	if p.turned {
		e = turn(e)
	}
	if !here.present {
		return e
	}
	context := func(u ownUnit) string {
		switch {
		case !u.present:
			return ""
		case p.turned:
			return u.translated
		}
		return u.readable
	}
	e.Previous, e.Next = context(before), context(after)
	return e
}
