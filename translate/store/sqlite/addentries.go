package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"strings"

	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// AddEntries stores memory entries in one transaction, a batch of rows with each
// statement, so that it takes the same memory for any number of them. Entry.ID
// and Entry.Memory are not read.
func (s *Store) AddEntries(ctx context.Context, name string, entries iter.Seq2[memory.Entry, error]) (added int, err error) {
	if name == "" {
		return 0, errors.New("adding to a memory: it has no name; the project's own targets are saved, not added")
	}
	if err := store.CheckStrings(name); err != nil {
		return 0, err
	}
	doing := "adding to memory " + name
	err = s.write(ctx, doing, func(work context.Context, tx *sql.Tx) error {
		w, err := newEntryWriter(work, tx, name)
		if err != nil {
			return err
		}
		number := 0
		for e, err := range entries {
			if number++; err != nil {
				return fmt.Errorf("%s: %w", doing, err)
			}
			if err := w.add(work, e); err != nil {
				return fmt.Errorf("%s: entry %d: %w", doing, number, err)
			}
			if number%batch == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
		}
		if err := w.finish(work); err != nil {
			return fmt.Errorf("%s: %w", doing, err)
		}
		if added = w.added; added == 0 {
			return nil
		}
		c := memoryChange{tx: tx, memory: w.key}
		c.seq, _, err = s.log(work, tx, entryOfLog{kind: store.KindRemember, note: fmt.Sprintf("%s: %d entries", name, added)})
		if err != nil {
			return err
		}
		if err := c.count(work, 1, `entry WHERE key BETWEEN ? AND ?`, entryKey(w.key, w.before+1), entryKey(w.key, w.id)); err != nil {
			return err
		}
		return c.finish(work)
	})
	if err != nil {
		return 0, err
	}
	return added, nil
}

// A batch of rows goes into the store with one statement.
const (
	batch      = 64
	rowColumns = 15
)

// entryWriter adds entries to a memory.
type entryWriter struct {
	tx        *sql.Tx
	name      string
	key       int64 // of the memory, 0 until it has its first entry
	before    int64 // id of the last entry that was there
	id        int64 // of the last entry
	statement *sql.Stmt
	args      []any // of the rows that wait
	added     int
}

func newEntryWriter(ctx context.Context, tx *sql.Tx, name string) (*entryWriter, error) {
	w := &entryWriter{tx: tx, name: name}
	err := tx.QueryRowContext(ctx, `SELECT key, last_id FROM memory WHERE name = ?`, name).Scan(&w.key, &w.id)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, err
	}
	w.before = w.id
	w.statement, err = tx.PrepareContext(ctx, insertEntries(batch))
	return w, err
}

// insertEntries is the statement for a number of rows. What is there already,
// by its hash, is passed over. OR FAIL spares SQLite a journal of its own for the
// statement; whatever fails, the whole transaction is rolled back.
func insertEntries(rows int) string {
	row := "(" + strings.Repeat("?,", rowColumns-1) + "?)"
	return `INSERT OR FAIL INTO entry (key, ` + entryRest + `) VALUES ` +
		strings.Repeat(row+",", rows-1) + row + ` ON CONFLICT (hash) DO NOTHING`
}

// add takes an entry up, and writes the batch when it is full.
func (w *entryWriter) add(ctx context.Context, e memory.Entry) error {
	if w.key == 0 {
		result, err := w.tx.ExecContext(ctx, `INSERT INTO memory (name, last_id) VALUES (?, 0)`, w.name)
		if err != nil {
			return err
		}
		if w.key, err = result.LastInsertId(); err != nil {
			return err
		}
	}
	w.id++
	row, err := entryRow(w.name, e)
	if err != nil {
		return err
	}
	w.args = append(append(w.args, entryKey(w.key, w.id)), row...)
	if len(w.args) < batch*rowColumns {
		return nil
	}
	result, err := w.statement.ExecContext(ctx, w.args...)
	return w.count(result, err)
}

// finish writes the rows that wait, and how far the ids have come.
func (w *entryWriter) finish(ctx context.Context) error {
	if len(w.args) > 0 {
		result, err := w.tx.ExecContext(ctx, insertEntries(len(w.args)/rowColumns), w.args...)
		if err := w.count(result, err); err != nil {
			return err
		}
	}
	_, err := w.tx.ExecContext(ctx, `UPDATE memory SET last_id = ? WHERE key = ?`, w.id, w.key)
	return err
}

func (w *entryWriter) count(result sql.Result, err error) error {
	w.args = w.args[:0]
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	w.added += int(n)
	return err
}

// entryRow gives the columns of an entry from hash on.
func entryRow(name string, e memory.Entry) ([]any, error) {
	if err := store.CheckEntry(e); err != nil {
		return nil, err
	}
	source, sourceCodes, err := encodeText(e.Source, unit.Text{})
	if err != nil {
		return nil, fmt.Errorf("source: %w", err)
	}
	target, targetCodes, err := encodeText(e.Target, e.Source)
	if err != nil {
		return nil, fmt.Errorf("target: %w", err)
	}
	properties, err := encodeProperties(e.Properties)
	if err != nil {
		return nil, err
	}
	from, to := e.SourceLocale.String(), e.TargetLocale.String()
	return []any{entryHash(name, from, to, source, target, e.Previous, e.Next), from, to, e.State.String(),
		millisOrNull(e.Modified), source, sourceCodes, target, targetCodes, e.Previous, e.Next, e.Origin, e.Author, properties}, nil
}

func encodeProperties(properties map[string]string) (s sql.NullString, err error) {
	if len(properties) == 0 {
		return s, nil
	}
	s.Valid = true
	s.String, err = encodeJSON(properties)
	return s, err
}

// entryHash is over all that makes two entries equal: the first 12 bytes of a
// SHA-256, with each part behind its length. Among a thousand million entries two
// different ones meet in it with a chance of one in 10¹¹.
func entryHash(parts ...string) []byte {
	var b []byte
	for _, p := range parts {
		b = binary.AppendUvarint(b, uint64(len(p)))
		b = append(b, p...)
	}
	sum := sha256.Sum256(b)
	return sum[:12]
}
