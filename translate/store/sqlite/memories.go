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
			var m store.MemoryInfo
			var source, target string
			var p store.LocalePair
			var at int64
			err := rows.Scan(&m.Name, &m.Last, &m.Changed, &at, &source, &target, &p.Entries)
			if err != nil {
				return err
			}
			if p.Source, err = known.read(source); err != nil {
				return err
			}
			if p.Target, err = known.read(target); err != nil {
				return err
			}
			if n := len(infos); n == 0 || infos[n-1].Name != m.Name {
				m.ChangedAt = fromMillis(at)
				infos = append(infos, m)
			}
			last := &infos[len(infos)-1]
			last.Entries += p.Entries
			last.Pairs = append(last.Pairs, p)
			return nil
		}, `SELECT m.name, m.last_id, m.changed, e.at, p.source_locale, p.target_locale, p.entries
			FROM memory m JOIN memory_pair p ON p.memory = m.key JOIN event e ON e.seq = m.changed
			ORDER BY m.name, p.source_locale, p.target_locale`)
	})
	return infos, err
}

// Entries goes through the entries of a memory between two languages. Regional
// variants count as their language: asked for en and ar it gives those of en-GB
// and ar-YE too, under their own locales. An entry stored the other way round
// comes turned, without its context, which is in the other language. Two zero
// locales stand for all entries, each as it was stored.
func (s *Store) Entries(ctx context.Context, name string, source, target locale.Tag) iter.Seq2[memory.Entry, error] {
	if name == "" {
		return s.ownEntries(ctx, source, target)
	}
	all := source.IsZero() && target.IsZero()
	return stream(func(emit func(memory.Entry) error) error {
		return s.read(ctx, "reading memory "+name, func(q querier) error {
			key, err := memoryKey(ctx, q, name)
			if errors.Is(err, store.ErrNotFound) {
				return nil
			}
			if err != nil {
				return err
			}
			known := locales{}
			return each(ctx, q, func(rows *sql.Rows) error {
				e, err := scanEntry(rows, known)
				if err != nil {
					return err
				}
				e.Memory = name
				if !all && turned(e.SourceLocale, e.TargetLocale, source, target) {
					e = turn(e)
				}
				return emit(e)
			}, `SELECT `+entryColumns+` FROM entry WHERE key BETWEEN ?1 AND ?2 AND (?5 OR
				(source_locale = ?3 OR source_locale GLOB ?3 || '-*') AND (target_locale = ?4 OR target_locale GLOB ?4 || '-*') OR
				(source_locale = ?4 OR source_locale GLOB ?4 || '-*') AND (target_locale = ?3 OR target_locale GLOB ?3 || '-*'))
				ORDER BY key`, entryKey(key, 0), entryKey(key, maxEntryID), source.Base(), target.Base(), all)
		})
	})
}

// EntriesByID gives entries of a memory as they were stored, in the order of
// their IDs.
func (s *Store) EntriesByID(ctx context.Context, name string, ids []int64) (list []memory.Entry, err error) {
	err = s.read(ctx, "reading memory "+name, func(q querier) error {
		key, err := memoryKey(ctx, q, name)
		if err != nil {
			return err
		}
		list, err = entriesByKey(ctx, q, name, entryKeys(key, ids))
		return err
	})
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	return list, err
}

func entriesByKey(ctx context.Context, q querier, name, keys string) (list []memory.Entry, err error) {
	known := locales{}
	err = each(ctx, q, func(rows *sql.Rows) error {
		e, err := scanEntry(rows, known)
		e.Memory = name
		list = append(list, e)
		return err
	}, `SELECT `+entryColumns+` FROM entry WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key`, keys)
	return list, err
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

const entryColumns = `key & 1099511627775, source_locale, target_locale, state, modified, source, source_codes, target, target_codes,
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
