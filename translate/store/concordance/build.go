package concordance

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"time"

	"diglot/translate/memory"
)

// schema is that of an index. The words have no copy of the texts beside them, which
// are in the store. The tokenizer leaves every letter as it is, since words come
// folded.
const schema = `CREATE TABLE about (stamp TEXT NOT NULL) STRICT;
	CREATE VIRTUAL TABLE words USING fts5(source, target, content='', columnsize=0, tokenize='ascii')`

// build writes an index beside its place and puts it there when it is whole and on
// the disk. Whoever opens it meanwhile, or after a crash, finds the old one.
func build(ctx context.Context, path, stamp string, entries iter.Seq2[memory.Entry, error]) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.tmp")
	if err != nil {
		return err
	}
	temporary := f.Name()
	defer func() {
		if err != nil {
			err = errors.Join(err, remove(temporary), remove(temporary+"-journal"))
		}
	}()
	removeAbandoned(path, f)
	if err := f.Close(); err != nil {
		return err
	}
	if err := fill(ctx, temporary, stamp, entries); err != nil {
		return err
	}
	if err := seal(temporary); err != nil {
		return err
	}
	return os.Rename(temporary, path)
}

func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// removeAbandoned removes what builders left that were killed: their files that
// nobody wrote to for an hour, by the clock of the file system.
func removeAbandoned(path string, own *os.File) {
	mine, err := own.Stat()
	if err != nil {
		return
	}
	names, err := filepath.Glob(filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".*.tmp"))
	if err != nil {
		return
	}
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && info.ModTime().Before(mine.ModTime().Add(-time.Hour)) {
			os.Remove(name) // who cannot remove it may still build
		}
	}
}

// fill writes the entries into an empty file. It needs no journal: until it is done,
// nobody looks at the file.
func fill(ctx context.Context, path, stamp string, entries iter.Seq2[memory.Entry, error]) (err error) {
	db, err := sql.Open("sqlite", dataSource(path, "mode=rw", "_pragma=journal_mode(OFF)", "_pragma=synchronous(OFF)", "_pragma=cache_size(-65536)"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	work := context.WithoutCancel(ctx) // spares a watcher for every statement
	if _, err := db.ExecContext(work, schema); err != nil {
		return err
	}
	tx, err := db.BeginTx(work, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // nothing to do after a commit
	w := writer{tx: tx}
	if w.full, err = tx.PrepareContext(work, insert(batch)); err != nil {
		return err
	}
	for e, err := range entries {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = w.add(work, e)
		}
		if err != nil {
			return err
		}
	}
	if err := w.finish(work, stamp); err != nil {
		return err
	}
	return tx.Commit()
}

// batch is the rows with one statement. After each of them FTS5 writes down what it
// has gathered, so they are many.
const batch = 4096

func insert(rows int) string {
	return `INSERT INTO words (rowid, source, target) VALUES ` + strings.Repeat("(?,?,?),", rows-1) + "(?,?,?)"
}

type writer struct {
	tx   *sql.Tx
	full *sql.Stmt
	args []any
}

func (w *writer) add(ctx context.Context, e memory.Entry) (err error) {
	w.args = append(w.args, e.ID, foldedWords(e.Source.Content), foldedWords(e.Target.Content))
	if len(w.args) == 3*batch {
		_, err = w.full.ExecContext(ctx, w.args...)
		w.args = w.args[:0]
	}
	return err
}

func (w *writer) finish(ctx context.Context, stamp string) error {
	if len(w.args) > 0 {
		if _, err := w.tx.ExecContext(ctx, insert(len(w.args)/3), w.args...); err != nil {
			return err
		}
	}
	if _, err := w.tx.ExecContext(ctx, `INSERT INTO words (words) VALUES ('optimize')`); err != nil {
		return err
	}
	_, err := w.tx.ExecContext(ctx, `INSERT INTO about (stamp) VALUES (?)`, stamp)
	return err
}

// The check sum of the file stands in its header, in the field for a version that
// is the user's own (https://www.sqlite.org/fileformat2.html, section 1.3.12); it is
// over the file with zeros in that place.
const (
	sumAt  = 60
	sumLen = 4
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var errDamaged = errors.New("the index is damaged")

func seal(path string) (err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, sum, err := sums(f)
	if err != nil {
		return err
	}
	if _, err := f.WriteAt(binary.BigEndian.AppendUint32(nil, sum), sumAt); err != nil {
		return err
	}
	return f.Sync()
}

func verify(path string) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	stands, sum, err := sums(f)
	if err == nil && stands != sum {
		err = fmt.Errorf("%s: %w", path, errDamaged)
	}
	return err
}

// sums gives the check sum that stands in a file, and the one that it has.
func sums(f *os.File) (stands, sum uint32, err error) {
	header := make([]byte, 100)
	if _, err := io.ReadFull(f, header); err != nil {
		return 0, 0, errDamaged
	}
	stands = binary.BigEndian.Uint32(header[sumAt:])
	copy(header[sumAt:], make([]byte, sumLen))
	h := crc32.New(castagnoli)
	_, _ = h.Write(header) // a hash takes everything
	_, err = io.CopyBuffer(struct{ io.Writer }{h}, struct{ io.Reader }{f}, make([]byte, 1<<18))
	return stands, h.Sum32(), err
}
