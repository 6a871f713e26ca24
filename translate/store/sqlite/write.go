package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"diglot/translate/store"
)

// write runs do in a transaction that begins when it is this writer's turn and
// is on the disk when write returns nil; otherwise nothing of it has happened.
// The context that do gets is never cancelled, which spares a watcher for every
// statement: long loops look at their own.
func (s *Store) write(ctx context.Context, doing string, do func(context.Context, *sql.Tx) error) error {
	if s.options.ReadOnly {
		return fmt.Errorf("%s: %w", doing, ErrReadOnly)
	}
	return s.lockedUntil(ctx, doing, func(deadline <-chan time.Time) error {
		work := context.WithoutCancel(ctx)
		var tx *sql.Tx
		err := waitFor(ctx, deadline, func() (err error) {
			// Only a program that does not know our lock can be in the way here.
			tx, err = s.writer.BeginTx(work, nil)
			if isCode(err, sqlite3.SQLITE_BUSY) {
				return errHeld
			}
			return err
		})
		if err != nil {
			return err
		}
		defer func() { _ = tx.Rollback() }() // nothing to do after a commit
		if err := do(work, tx); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		return tx.Commit()
	})
}

// locked runs do while no other process writes.
func (s *Store) locked(ctx context.Context, doing string, do func() error) error {
	return s.lockedUntil(ctx, doing, func(<-chan time.Time) error { return do() })
}

func (s *Store) lockedUntil(ctx context.Context, doing string, do func(deadline <-chan time.Time) error) error {
	lock, err := s.writerLock()
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	deadline := time.NewTimer(s.options.Wait)
	defer deadline.Stop()
	if err = lock.acquire(ctx, deadline.C, doing); err == nil {
		err = func() error {
			defer lock.release()
			return do(deadline.C)
		}()
		if errors.Is(err, errHeld) {
			return &store.LockedError{Holder: "another program that has " + s.path + " open", Waited: s.options.Wait}
		}
	}
	if errors.Is(err, errHeld) {
		return &store.LockedError{Holder: lock.holder(), Waited: s.options.Wait}
	}
	return s.explain(doing, err)
}

func (s *Store) writerLock() (lock *writerLock, err error) {
	s.lockOpening.Lock()
	defer s.lockOpening.Unlock()
	if s.lock == nil {
		s.lock, err = openWriterLock(filepath.Dir(s.path), s.options.Holder)
	}
	return s.lock, err
}

// explain says of an error of SQLite what it means for a person, and leaves
// other errors as they are.
func (s *Store) explain(doing string, err error) error {
	var failed *driver.Error
	if !errors.As(err, &failed) {
		return err
	}
	switch failed.Code() & 0xff {
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%s: the disk is full; nothing of this was saved, what was saved before is safe: %w", doing, err)
	case sqlite3.SQLITE_IOERR:
		return fmt.Errorf("%s: %s could not be read or written; nothing of this was saved, what was saved before is safe: %w", doing, s.path, err)
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%s: %s is damaged; keep a copy of it and run diglot doctor: %w", doing, s.path, err)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("%s: %s cannot be written: %w", doing, s.path, err)
	case sqlite3.SQLITE_BUSY:
		return &store.LockedError{Holder: "another program that has " + s.path + " open", Waited: s.options.Wait}
	}
	return fmt.Errorf("%s: %w", doing, err)
}

func isCode(err error, code int) bool {
	var failed *driver.Error
	return errors.As(err, &failed) && failed.Code()&0xff == code
}

func isDamage(err error) bool {
	return isCode(err, sqlite3.SQLITE_CORRUPT) || isCode(err, sqlite3.SQLITE_NOTADB)
}

// now gives the time to store, as it will come back: UTC, in milliseconds.
func (s *Store) now() time.Time { return fromMillis(s.options.Now().UnixMilli()) }

func fromMillis(ms int64) time.Time { return time.UnixMilli(ms).UTC() }
