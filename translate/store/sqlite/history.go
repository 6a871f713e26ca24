package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"
	"time"

	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// entryOfLog is an event that writes no target.
type entryOfLog struct {
	author, kind, note string
	document, unit     int64 // keys, 0 for none
	locale             locale.Tag
}

// log puts an event behind the others and gives its seq and time.
func (s *Store) log(ctx context.Context, q querier, e entryOfLog) (seq int64, at time.Time, err error) {
	at = s.now()
	result, err := q.ExecContext(ctx, `INSERT INTO event (at, author, kind, document, unit, locale, note) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		at.UnixMilli(), e.author, e.kind, keyOrNull(e.document), keyOrNull(e.unit), localeName(e.locale), e.note)
	if err != nil {
		return 0, at, err
	}
	seq, err = result.LastInsertId()
	return seq, at, err
}

func keyOrNull(key int64) sql.NullInt64 { return sql.NullInt64{Int64: key, Valid: key != 0} }

// History lists events, newest first. What stood before an event is the
// revision before its own.
func (s *Store) History(ctx context.Context, f store.Filter) (events []store.Event, err error) {
	where, args, err := historyWhere(f)
	if err != nil {
		return nil, err
	}
	known := locales{}
	err = s.read(ctx, "reading the history", func(q querier) error {
		return each(ctx, q, func(rows *sql.Rows) error {
			e, err := scanEvent(rows, known)
			events = append(events, e)
			return err
		}, `SELECT a.seq, a.at, a.author, a.kind, coalesce(d.name, ''), coalesce(u.number, 0), a.locale, a.note,
			`+targetColumns("a", "fa")+`, `+targetColumns("b", "fb")+`
			FROM event a LEFT JOIN document d ON d.key = a.document LEFT JOIN unit u ON u.key = a.unit
			LEFT JOIN source fa ON fa.unit = a.unit AND fa.version = a.version
			LEFT JOIN event b ON b.unit = a.unit AND b.locale = a.locale AND b.revision = a.revision - 1
			LEFT JOIN source fb ON fb.unit = b.unit AND fb.version = b.version
			WHERE `+where, args...)
	})
	return events, err
}

func historyWhere(f store.Filter) (where string, args []any, err error) {
	conditions := []string{"1"}
	if f.Document != "" {
		conditions = append(conditions, "a.document = (SELECT key FROM document WHERE name = ?)")
		args = append(args, f.Document)
	}
	if f.Unit != "" {
		document, number, err := store.SplitID(f.Unit)
		if err != nil {
			return "", nil, err
		}
		conditions = append(conditions, `a.unit = (SELECT x.key FROM unit x JOIN document y ON y.key = x.document
			WHERE y.name = ? AND x.number = ?)`)
		args = append(args, document, number)
	}
	if !f.Locale.IsZero() {
		conditions = append(conditions, "a.locale = ?")
		args = append(args, f.Locale.String())
	}
	if f.Seq != 0 {
		conditions = append(conditions, "a.seq = ?")
		args = append(args, f.Seq)
	}
	if f.Targets {
		conditions = append(conditions, "a.revision IS NOT NULL")
	}
	where = strings.Join(conditions, " AND ") + " ORDER BY a.seq DESC"
	if f.Limit > 0 {
		where += " LIMIT " + strconv.Itoa(f.Limit)
	}
	return where, args, nil
}

func scanEvent(rows *sql.Rows, known locales) (e store.Event, err error) {
	var at int64
	var number int
	var tag string
	var before, after targetRow
	fields := append([]any{&e.Seq, &at, &e.Author, &e.Kind, &e.Document, &number, &tag, &e.Note}, after.fields()...)
	if err := rows.Scan(append(fields, before.fields()...)...); err != nil {
		return e, err
	}
	e.Time = fromMillis(at)
	if number > 0 {
		e.Unit = store.UnitID(e.Document, number)
	}
	if e.Locale, err = known.read(tag); err != nil {
		return e, err
	}
	for _, side := range []struct {
		row *targetRow
		to  **unit.Target
	}{{&before, &e.Before}, {&after, &e.After}} {
		if !side.row.revision.Valid {
			continue
		}
		_, t, err := side.row.target(known)
		if err != nil {
			return e, fmt.Errorf("event %d: %w", e.Seq, err)
		}
		*side.to = &t
	}
	return e, nil
}
