package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// Memories lists the memories by name.
func (s *Store) Memories(ctx context.Context) (infos []store.MemoryInfo, err error) {
	known := locales{}
	err = s.read(ctx, "listing the memories", func(q querier) error {
		return each(ctx, q, func(rows *sql.Rows) error {
			var name, source, target string
			var p store.LocalePair
			var last int64
			err := rows.Scan(&name, &source, &target, &p.Entries, &last)
			if err != nil {
				return err
			}
			if p.Source, err = known.read(source); err != nil {
				return err
			}
			if p.Target, err = known.read(target); err != nil {
				return err
			}
			if n := len(infos); n == 0 || infos[n-1].Name != name {
				infos = append(infos, store.MemoryInfo{Name: name, Last: last})
			}
			m := &infos[len(infos)-1]
			m.Entries += p.Entries
			m.Pairs = append(m.Pairs, p)
			return nil
		}, `SELECT m.name, e.source_locale, e.target_locale, count(*), m.last_id
			FROM memory m CROSS JOIN entry e ON e.memory = m.key -- in this order, or each entry is looked up by itself
			GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`)
	})
	return infos, err
}

// DeleteMemory deletes a memory with all its entries. The history remembers
// that it was there.
func (s *Store) DeleteMemory(ctx context.Context, name string) error {
	return s.write(ctx, "deleting memory "+name, func(ctx context.Context, tx *sql.Tx) error {
		var key int64
		err := tx.QueryRowContext(ctx, `SELECT key FROM memory WHERE name = ?`, name).Scan(&key)
		if errors.Is(err, sql.ErrNoRows) {
			return fmt.Errorf("memory %q: %w", name, store.ErrNotFound)
		}
		if err != nil {
			return err
		}
		result, err := tx.ExecContext(ctx, `DELETE FROM entry WHERE memory = ?`, key)
		if err != nil {
			return err
		}
		entries, err := result.RowsAffected()
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM memory WHERE key = ?`, key); err != nil {
			return err
		}
		_, _, err = s.log(ctx, tx, entryOfLog{kind: store.KindForget, note: fmt.Sprintf("%s: %d entries", name, entries)})
		return err
	})
}

// Entries goes through the entries of a memory between two languages. Regional
// variants count as their language: asked for en and ar it gives those of en-GB
// and ar-YE too, under their own locales. An entry stored the other way round
// comes turned, without its context, which is in the other language.
func (s *Store) Entries(ctx context.Context, name string, source, target locale.Tag) iter.Seq2[memory.Entry, error] {
	if name == "" {
		return s.ownEntries(ctx, source, target)
	}
	return stream(func(emit func(memory.Entry) error) error {
		return s.read(ctx, "reading memory "+name, func(q querier) error {
			known := locales{}
			return each(ctx, q, func(rows *sql.Rows) error {
				e, err := scanEntry(rows, known)
				if err != nil {
					return err
				}
				e.Memory = name
				if turned(e.SourceLocale, e.TargetLocale, source, target) {
					e = turn(e)
				}
				return emit(e)
			}, `SELECT `+entryColumns+` FROM entry
				WHERE memory = (SELECT key FROM memory WHERE name = ?1) AND (
				(source_locale = ?2 OR source_locale GLOB ?2 || '-*') AND (target_locale = ?3 OR target_locale GLOB ?3 || '-*') OR
				(source_locale = ?3 OR source_locale GLOB ?3 || '-*') AND (target_locale = ?2 OR target_locale GLOB ?2 || '-*'))
				ORDER BY id`, name, source.Base(), target.Base())
		})
	})
}

// stream makes a sequence of a function that reads entries until emit fails.
func stream(read func(emit func(memory.Entry) error) error) iter.Seq2[memory.Entry, error] {
	return func(yield func(memory.Entry, error) bool) {
		left := false // whoever took the entries has had enough
		err := read(func(e memory.Entry) error {
			if left = !yield(e, nil); left {
				return errLeft
			}
			return nil
		})
		if err != nil && !left {
			yield(memory.Entry{}, err)
		}
	}
}

var errLeft = errors.New("no more entries are wanted")

// turn makes an entry serve the other way round. Its context is in the language
// that is now the target's, so it goes.
func turn(e memory.Entry) memory.Entry {
	e.SourceLocale, e.TargetLocale = e.TargetLocale, e.SourceLocale
	e.Source, e.Target = e.Target, e.Source
	e.Previous, e.Next = "", ""
	return e
}

// turned reports whether a pair has to be turned round to serve from source to
// target. Between variants of one language the exact locales decide.
func turned(from, to, source, target locale.Tag) bool {
	if from.Base() != to.Base() {
		return from.Base() != source.Base()
	}
	agree := func(a, b locale.Tag) (n int) {
		if a == source {
			n++
		}
		if b == target {
			n++
		}
		return n
	}
	return agree(to, from) > agree(from, to)
}

const entryColumns = `id, source_locale, target_locale, state, modified, source, source_codes, target, target_codes,
	previous, next, origin, author, properties`

// scanEntry reads entryColumns and what follows them.
func scanEntry(rows *sql.Rows, known locales, more ...any) (e memory.Entry, err error) {
	var from, to, state, source, target string
	var sourceCodes, targetCodes, properties sql.NullString
	var modified sql.NullInt64
	err = rows.Scan(append([]any{&e.ID, &from, &to, &state, &modified, &source, &sourceCodes, &target, &targetCodes,
		&e.Previous, &e.Next, &e.Origin, &e.Author, &properties}, more...)...)
	if err != nil {
		return e, err
	}
	if e.SourceLocale, err = known.read(from); err != nil {
		return e, err
	}
	if e.TargetLocale, err = known.read(to); err != nil {
		return e, err
	}
	if e.State, err = unit.ParseState(state); err != nil {
		return e, err
	}
	if modified.Valid {
		e.Modified = fromMillis(modified.Int64)
	}
	if e.Source, err = decodeText(source, sourceCodes, unit.Text{}); err != nil {
		return e, fmt.Errorf("source of entry %d: %w", e.ID, err)
	}
	if e.Target, err = decodeText(target, targetCodes, e.Source); err != nil {
		return e, fmt.Errorf("target of entry %d: %w", e.ID, err)
	}
	if properties.Valid {
		err = json.Unmarshal([]byte(properties.String), &e.Properties)
	}
	return e, err
}

func millisOrNull(t time.Time) sql.NullInt64 {
	return sql.NullInt64{Int64: t.UnixMilli(), Valid: !t.IsZero()}
}
