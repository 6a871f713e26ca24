package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
)

// The schema grows by numbered files: 0001.sql, 0002.sql … A file that was once
// released is never edited; a change of the schema is a new file.
//
//go:embed migrations/*.sql
var migrations embed.FS

// applicationID stands in bytes 68 to 71 of the file and tells a store of
// Diglot from any other SQLite database ("dglt").
const applicationID = 0x64676c74

// migrationScripts lists the scripts; the n-th takes a store from version n-1 to n.
func migrationScripts() ([]string, error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	scripts := make([]string, 0, len(names))
	for i, name := range names {
		if want := fmt.Sprintf("migrations/%04d.sql", i+1); name != want {
			return nil, fmt.Errorf("migration %s is missing; found %s in its place", want, name)
		}
		b, err := migrations.ReadFile(name)
		if err != nil {
			return nil, err
		}
		scripts = append(scripts, string(b))
	}
	return scripts, nil
}

// migrate brings a store from the version it has to the newest, inside the
// caller's transaction: all steps or none.
func migrate(ctx context.Context, tx querier, scripts []string) error {
	version, err := schemaVersion(ctx, tx)
	if err != nil {
		return err
	}
	for ; version < len(scripts); version++ {
		if _, err := tx.ExecContext(ctx, scripts[version]); err != nil {
			return fmt.Errorf("bringing the store to version %d: %w", version+1, err)
		}
		if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version+1)); err != nil {
			return err
		}
	}
	return nil
}

func schemaVersion(ctx context.Context, q querier) (version int, err error) {
	err = q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	return version, err
}

// querier is what *sql.DB, *sql.Conn and *sql.Tx have in common.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
}
