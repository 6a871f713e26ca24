package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"diglot/translate/store"
	"diglot/translate/unit"
)

// The two statements of putSource.
const (
	insertSource  = `INSERT INTO source (unit, version, text, codes) VALUES (?, ?, ?, ?)`
	sourcesOfUnit = `SELECT version, text, codes FROM source WHERE unit = ? ORDER BY version`
)

// putSource gives the version under which a unit has a source text, which may
// be one that it had before, and adds it where it is new.
func putSource(ctx context.Context, sources, insert *sql.Stmt, key int64, text unit.Text) (int, error) {
	version, newest, err := findSource(ctx, sources, key, text)
	if version > 0 || err != nil {
		return version, err
	}
	return newest + 1, addSource(ctx, insert, key, newest+1, text)
}

func addSource(ctx context.Context, insert *sql.Stmt, key int64, version int, t unit.Text) error {
	text, codes, err := encodeText(t, unit.Text{})
	if err != nil {
		return err
	}
	_, err = insert.ExecContext(ctx, key, version, text, codes)
	return err
}

// findSource looks a text up among those that a unit had; version is 0 where it
// is none of them, newest the last one's.
func findSource(ctx context.Context, sources *sql.Stmt, key int64, text unit.Text) (version, newest int, err error) {
	rows, err := sources.QueryContext(ctx, key)
	if err != nil {
		return 0, 0, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var stored string
		var codes sql.NullString
		if err := rows.Scan(&newest, &stored, &codes); err != nil {
			return 0, 0, err
		}
		t, err := decodeText(stored, codes, unit.Text{})
		if err != nil {
			return 0, 0, fmt.Errorf("stored source: %w", err)
		}
		if store.Identical(t, text) {
			version = newest
		}
	}
	return version, newest, rows.Err()
}
