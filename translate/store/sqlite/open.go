package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite": SQLite in pure Go

	"diglot/translate/store"
)

// Options say how to open a store. The zero Options will do.
type Options struct {
	// Now is the clock for everything that is stored; nil is time.Now.
	Now func() time.Time
	// Holder names the program to others who wait for it: "diglot import".
	Holder string
	// Wait is how long a write waits for its turn; 0 is ten seconds.
	Wait time.Duration
	// ReadOnly neither makes a store nor changes one.
	ReadOnly bool
}

// Store is a store.Store in one SQLite file. It may be used by many goroutines
// at once.
type Store struct {
	path    string
	options Options
	scripts []string

	// Readers see the state as of the last commit and are never in anybody's
	// way. There is one connection that writes.
	reader, writer *sql.DB

	lockOpening sync.Mutex
	lock        *writerLock // opened by the first write
}

var _ store.Store = (*Store)(nil)

// ErrReadOnly is returned for a write to a store that was opened for reading.
var ErrReadOnly = errors.New("the store is open for reading only")

// Open opens the store in the file at path, usually .diglot/store.db in the
// project's folder, and makes it where there is none. A file that is something
// else, is damaged, or was written by a newer program is refused and not
// touched. Opening waits for no other process, unless the store has to be made
// or to be brought up to this program's version.
func Open(ctx context.Context, path string, options Options) (*Store, error) {
	scripts, err := migrationScripts()
	if err != nil {
		return nil, err
	}
	return openScripts(ctx, path, options, scripts)
}

// openScripts opens a store whose newest version is the number of the scripts.
func openScripts(ctx context.Context, path string, options Options, scripts []string) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Wait <= 0 {
		options.Wait = 10 * time.Second
	}
	s := &Store{path: path, options: options, scripts: scripts}
	if err := s.open(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func (s *Store) open(ctx context.Context) error {
	version, err := inspectFile(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		if s.options.ReadOnly {
			return fmt.Errorf("there is no store at %s: %w", s.path, fs.ErrNotExist)
		}
		err = s.create(ctx)
		version = len(s.scripts)
	}
	if err == nil {
		err = s.checkVersion(version)
	}
	if err != nil {
		return err
	}
	wait := s.options.Wait.Milliseconds()
	s.reader, err = sql.Open("sqlite", dataSource(s.path, "rw", "query_only(1)", "cache_size(-8192)", fmt.Sprintf("busy_timeout(%d)", wait)))
	if err != nil {
		return err
	}
	// Fullfsync matters on macOS only, where fsync stops short of the disk.
	s.writer, err = sql.Open("sqlite", dataSource(s.path, "rw", "busy_timeout(20)", "synchronous(FULL)",
		"fullfsync(1)", "foreign_keys(1)", "cache_size(-32768)", "journal_size_limit(16777216)")+"&_txlock=immediate")
	if err != nil {
		return err
	}
	s.writer.SetMaxOpenConns(1)
	return s.update(ctx)
}

// update brings a store of an older program to the newest version.
func (s *Store) update(ctx context.Context) error {
	version, err := schemaVersion(ctx, s.reader)
	if err != nil {
		return s.explain("opening the store", err)
	}
	if err := s.checkVersion(version); err != nil {
		return err
	}
	if version == len(s.scripts) {
		var none int // a damaged schema shows now and not in the middle of the work
		err := s.reader.QueryRowContext(ctx, `SELECT count(*) FROM document WHERE key < 0`).Scan(&none)
		return s.explain("opening the store", err)
	}
	if s.options.ReadOnly {
		return fmt.Errorf("%s was written by an older program (version %d, this one has %d): open it for writing once to bring it up to date",
			s.path, version, len(s.scripts))
	}
	return s.write(ctx, "bringing the store up to date", func(ctx context.Context, tx *sql.Tx) error {
		return migrate(ctx, tx, s.scripts)
	})
}

func (s *Store) checkVersion(version int) error {
	if version > len(s.scripts) {
		return fmt.Errorf("%s was written by a newer program (version %d, this one knows up to %d): update diglot",
			s.path, version, len(s.scripts))
	}
	return nil
}

// create makes a new store beside its place and moves it there when it is
// whole, so that there is never half a store.
func (s *Store) create(ctx context.Context) error {
	folder := filepath.Dir(s.path)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return fmt.Errorf("making the store: %w", err)
	}
	return s.locked(ctx, "making the store", func() error {
		if _, err := inspectFile(s.path); !errors.Is(err, fs.ErrNotExist) {
			return err // another process made it, or it is none of ours
		}
		if err := noRemains(s.path); err != nil {
			return err
		}
		building := s.path + ".new"
		for _, name := range []string{building, building + "-journal", building + "-wal", building + "-shm"} {
			if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("making the store: %w", err)
			}
		}
		if err := build(ctx, building, s.scripts); err != nil {
			return s.explain("making the store", err)
		}
		if err := os.Rename(building, s.path); err != nil {
			return fmt.Errorf("making the store: %w", err)
		}
		return errors.Join(syncFolder(folder), syncFolder(filepath.Dir(folder)))
	})
}

// build writes an empty store to a new file.
func build(ctx context.Context, path string, scripts []string) (err error) {
	db, err := sql.Open("sqlite", dataSource(path, "rwc", "synchronous(FULL)", "fullfsync(1)"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	for _, pragma := range []string{fmt.Sprintf("PRAGMA application_id = %d", applicationID), "PRAGMA journal_mode = WAL"} {
		if _, err := db.ExecContext(ctx, pragma); err != nil {
			return err
		}
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	if err := migrate(ctx, tx, scripts); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	// Everything goes into the one file, which alone is moved to its place.
	_, err = db.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return err
}

// dataSource is the driver's name for a file, with settings for each connection.
func dataSource(path, mode string, pragmas ...string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/… on Windows
	}
	u := url.URL{Scheme: "file", Path: path}
	values := url.Values{"mode": {mode}, "_pragma": pragmas}
	return u.String() + "?" + values.Encode()
}

// Close waits for a write that is under way and closes the store.
func (s *Store) Close() error {
	s.lockOpening.Lock()
	defer s.lockOpening.Unlock()
	if s.lock != nil {
		s.lock.turn <- struct{}{}
		defer func() { <-s.lock.turn }()
	}
	var errs []error
	for _, db := range []*sql.DB{s.reader, s.writer} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	if s.lock != nil {
		errs = append(errs, s.lock.close())
	}
	return errors.Join(errs...)
}
