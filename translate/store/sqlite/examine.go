package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"slices"

	"diglot/translate/store"
	"diglot/translate/unit"
)

// Examine looks through the whole store and lists what is wrong with it: first
// as SQLite sees the file, then whether the schema is this program's, then what
// no single row can show, and at last whether every stored value can be read.
func (s *Store) Examine(ctx context.Context) ([]string, error) {
	e := &examiner{known: locales{}}
	err := s.read(ctx, "examining the store", func(q querier) error {
		e.q = q
		for _, part := range []func(context.Context) error{
			e.file, e.foreignKeys, e.schema, e.invariants, e.documents, e.sources, e.targets, e.locales, e.entries, e.concepts,
		} {
			if err := part(ctx); isDamage(err) {
				e.problem("the file is damaged: %v", err)
			} else if err != nil {
				return err
			}
		}
		return nil
	})
	return e.problems, err
}

// examiner looks at one thing after the other.
type examiner struct {
	q        querier
	known    locales
	problems []string
}

func (e *examiner) problem(format string, args ...any) {
	e.problems = append(e.problems, fmt.Sprintf(format, args...))
}

func (e *examiner) file(ctx context.Context) error {
	return each(ctx, e.q, func(rows *sql.Rows) error {
		var line string
		err := rows.Scan(&line)
		if line != "ok" {
			e.problem("the file is damaged: %s", line)
		}
		return err
	}, `PRAGMA integrity_check`)
}

func (e *examiner) foreignKeys(ctx context.Context) error {
	return each(ctx, e.q, func(rows *sql.Rows) error {
		var table, parent string
		var row, id sql.NullInt64
		err := rows.Scan(&table, &row, &parent, &id)
		e.problem("row %d of %s refers to a row of %s that is not there", row.Int64, table, parent)
		return err
	}, `PRAGMA foreign_key_check`)
}

// schema compares tables, indexes and triggers with those of a new store.
func (e *examiner) schema(ctx context.Context) error {
	fresh, err := sql.Open("sqlite", "file::memory:")
	if err != nil {
		return err
	}
	defer fresh.Close()
	fresh.SetMaxOpenConns(1)
	scripts, err := migrationScripts()
	if err != nil {
		return err
	}
	if err := migrate(ctx, fresh, scripts); err != nil {
		return err
	}
	want, err := schemaOf(ctx, fresh)
	if err != nil {
		return err
	}
	got, err := schemaOf(ctx, e.q)
	if err != nil {
		return err
	}
	for _, item := range want {
		if !slices.Contains(got, item) {
			e.problem("the schema lacks, or has otherwise: %.60s", item)
		}
	}
	for _, item := range got {
		if !slices.Contains(want, item) {
			e.problem("the schema has what it should not: %.60s", item)
		}
	}
	return nil
}

func schemaOf(ctx context.Context, q querier) (items []string, err error) {
	err = each(ctx, q, func(rows *sql.Rows) error {
		var item string
		err := rows.Scan(&item)
		items = append(items, item)
		return err
	}, `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name`)
	return items, err
}

func (e *examiner) documents(ctx context.Context) error {
	return each(ctx, e.q, func(rows *sql.Rows) error {
		var source []byte
		d, err := scanDocument(rows.Scan, &source)
		switch {
		case err != nil:
			e.problem("document %q cannot be read: %v", d.Name, err)
		case store.Hash(source) != d.Hash:
			e.problem("the bytes of document %q are not those that were imported", d.Name)
		}
		return nil
	}, `SELECT `+documentColumns+`, source FROM document ORDER BY name`)
}

func (e *examiner) sources(ctx context.Context) error {
	return each(ctx, e.q, func(rows *sql.Rows) error {
		var id, text string
		var codes sql.NullString
		err := rows.Scan(&id, &text, &codes)
		if _, bad := decodeText(text, codes, unit.Text{}); bad != nil {
			e.problem("a source of %s cannot be read: %v", id, bad)
		}
		return err
	}, `SELECT d.name || '#' || u.number, s.text, s.codes FROM source s JOIN unit u ON u.key = s.unit
		JOIN document d ON d.key = u.document ORDER BY s.unit, s.version`)
}

func (e *examiner) targets(ctx context.Context) error {
	return each(ctx, e.q, func(rows *sql.Rows) error {
		var seq int64
		var r targetRow
		err := rows.Scan(append([]any{&seq}, r.fields()...)...)
		if _, _, bad := r.target(e.known); err == nil && bad != nil {
			e.problem("the target of event %d cannot be read: %v", seq, bad)
		}
		return err
	}, `SELECT e.seq, `+targetColumns("e", "f")+` FROM event e JOIN source f ON f.unit = e.unit AND f.version = e.version ORDER BY e.seq`)
}

// locales looks at those that stand outside of what is read elsewhere.
func (e *examiner) locales(ctx context.Context) error {
	return each(ctx, e.q, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		if _, bad := e.known.read(name); err == nil && bad != nil {
			e.problem("an event, an output or a ruling: %v", bad)
		}
		return err
	}, `SELECT locale FROM event UNION SELECT locale FROM output UNION SELECT locale FROM ruling ORDER BY 1`)
}

// entries also shows letters that changed where they lay: the hash is over them.
func (e *examiner) entries(ctx context.Context) error {
	return each(ctx, e.q, func(rows *sql.Rows) error {
		var name, from, to, source, target, previous, next string
		var hash []byte
		entry, err := scanEntry(rows, e.known, &name, &hash, &from, &to, &source, &target, &previous, &next)
		switch {
		case err != nil:
			e.problem("memory entry %d of %s cannot be read: %v", entry.ID, name, err)
		case !bytes.Equal(hash, entryHash(name, from, to, source, target, previous, next)):
			e.problem("memory entry %d of %s is not what was stored", entry.ID, name)
		}
		return nil
	}, `SELECT `+entryColumns+`, coalesce((SELECT name FROM memory m WHERE m.key = entry.key >> 40), ''), hash,
		source_locale, target_locale, source, target, previous, next FROM entry ORDER BY key`)
}

func (e *examiner) concepts(ctx context.Context) error {
	return each(ctx, e.q, func(rows *sql.Rows) error {
		var name, id, body string
		err := rows.Scan(&name, &id, &body)
		if _, bad := decodeConcept(id, body); err == nil && bad != nil {
			e.problem("glossary %s: %v", name, bad)
		}
		return err
	}, `SELECT glossary, id, body FROM concept ORDER BY glossary, id`)
}
