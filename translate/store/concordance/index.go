package concordance

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite": SQLite in pure Go

	"diglot/translate/memory"
)

// Index narrows down which entries of a memory a query is about.
type Index struct{ db *sql.DB }

// OpenOrBuild opens the index at path, or builds it of the entries where it is
// missing, damaged, or was built under another stamp. Entries need their IDs.
func OpenOrBuild(ctx context.Context, path, stamp string, entries iter.Seq2[memory.Entry, error]) (*Index, error) {
	x, err := open(ctx, path, stamp)
	if err == nil {
		return x, nil
	}
	if err := build(ctx, path, stamp, entries); err != nil {
		return nil, fmt.Errorf("build the concordance %s: %w", path, err)
	}
	return open(ctx, path, stamp)
}

var errStamp = errors.New("the index is of another state of the memory")

// open opens an index that is whole and has the stamp.
func open(ctx context.Context, path, stamp string) (*Index, error) {
	if err := verify(path); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", dataSource(path, "mode=ro", "immutable=1"))
	if err != nil {
		return nil, err
	}
	var have string
	err = db.QueryRowContext(ctx, `SELECT stamp FROM about`).Scan(&have)
	if err == nil && have != stamp {
		err = errStamp
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Index{db}, nil
}

// dataSource is the driver's name for a file.
func dataSource(path string, settings ...string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/… on Windows
	}
	u := url.URL{Scheme: "file", Path: path, RawQuery: strings.Join(settings, "&")}
	return u.String()
}

// Close closes the index.
func (x *Index) Close() error { return x.db.Close() }

// Candidates gives the IDs of the entries that may match, in order: all that do
// and, where letters count as they are written, some that do not. ok is false for a
// regular expression, for which every entry has to be asked.
func (x *Index) Candidates(ctx context.Context, m *Matcher) (ids iter.Seq2[int64, error], ok bool) {
	if m.re != nil {
		return nil, false
	}
	var terms []string
	for _, p := range m.phrases {
		term := quote(p)
		if m.query.Prefix {
			term += " *"
		}
		terms = append(terms, term)
	}
	all := "(" + strings.Join(terms, " AND ") + ")"
	var sides []string
	for _, side := range []Side{Source, Target} {
		if m.query.Side == Both || m.query.Side == side {
			sides = append(sides, "("+string(side)+" : "+all+")")
		}
	}
	return x.search(ctx, strings.Join(sides, " OR ")), true
}

// Sharing gives the IDs of the entries with one of the phrases on either side.
func (x *Index) Sharing(ctx context.Context, phrases []string) iter.Seq2[int64, error] {
	var terms []string
	for _, s := range phrases {
		if words := foldedWords(s); words != "" {
			terms = append(terms, `"`+words+`"`)
		}
	}
	if len(terms) == 0 {
		return func(func(int64, error) bool) {}
	}
	return x.search(ctx, strings.Join(terms, " OR "))
}

// quote writes a phrase for FTS5. Words have letters and numbers only, so there is
// nothing to escape.
func quote(p []asked) string {
	words := make([]string, len(p))
	for i, w := range p {
		words[i] = w.folded
	}
	return `"` + strings.Join(words, " ") + `"`
}

func (x *Index) search(ctx context.Context, query string) iter.Seq2[int64, error] {
	return func(yield func(int64, error) bool) {
		rows, err := x.db.QueryContext(ctx, `SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid`, query)
		if err != nil {
			yield(0, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			var id int64
			if err := rows.Scan(&id); !yield(id, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(0, err)
		}
	}
}
