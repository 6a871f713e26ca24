package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"diglot/translate/locale"
)

// read runs do on one snapshot of the store: all its queries see the state as
// of the same commit.
func (s *Store) read(ctx context.Context, doing string, do func(querier) error) error {
	tx, err := s.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err == nil {
		defer func() { _ = tx.Rollback() }()
		err = do(tx)
	}
	if err != nil && ctx.Err() != nil {
		return fmt.Errorf("%s: %w", doing, ctx.Err()) // however SQLite put it
	}
	return s.explain(doing, err)
}

// each calls row for every row of a query.
func each(ctx context.Context, q querier, row func(*sql.Rows) error, query string, args ...any) (err error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// localeName is a locale's stored form, empty for none.
func localeName(t locale.Tag) string {
	if t.IsZero() {
		return ""
	}
	return t.String()
}

// locales reads stored locales; a project has few of them in many rows.
type locales map[string]locale.Tag

func (l locales) read(name string) (locale.Tag, error) {
	if tag, ok := l[name]; ok || name == "" {
		return tag, nil
	}
	tag, err := locale.Parse(name)
	if err != nil {
		return tag, fmt.Errorf("stored locale: %w", err)
	}
	l[name] = tag
	return tag, nil
}

// statement is a query and where its prepared form goes.
type statement struct {
	into  **sql.Stmt
	query string
}

// prepareAll prepares statements that are run many times in a transaction. They
// end with it.
func prepareAll(ctx context.Context, tx *sql.Tx, list ...statement) (err error) {
	for _, s := range list {
		if *s.into, err = tx.PrepareContext(ctx, s.query); err != nil {
			return err
		}
	}
	return nil
}
