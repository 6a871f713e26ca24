package memory

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"os"
	"path/filepath"
	"time"

	"diglot/translate/memory/index"
)

// Build writes a memory file of entries, with a stamp by which the caller knows
// later what it was built of. The file is put in its place when it is whole and on
// disk: whoever opens it meanwhile, or after a crash, finds the old one.
func Build(path, stamp string, entries iter.Seq2[Entry, error]) error {
	return replaceFile(path, func(w io.Writer) error { return writeMemory(w, stamp, entries) })
}

// writeMemory writes the entries of a memory file as they come, and then the rest.
func writeMemory(w io.Writer, stamp string, entries iter.Seq2[Entry, error]) error {
	shelves, builder := newShelfWriter(w), index.NewBuilder()
	for e, err := range entries {
		if err != nil {
			return err
		}
		if !builder.Add(letters(e.Source)) {
			return errFull
		}
		if shelves.add(&e); shelves.err != nil {
			return shelves.err
		}
	}
	once := appendDescents(appendStrings(nil, stamp), shelves.descents)
	for _, section := range [][]byte{shelves.ends, once} {
		if _, err := w.Write(section); err != nil {
			return err
		}
	}
	indexed, err := builder.WriteTo(w)
	if err != nil {
		return err
	}
	foot := binary.LittleEndian.AppendUint32([]byte(fileMagic), fileVersion)
	for _, n := range []int64{int64(shelves.written), int64(len(shelves.ends)), int64(len(once)), indexed} {
		foot = binary.LittleEndian.AppendUint64(foot, uint64(n))
	}
	sum := crc32.Update(crc32.Checksum(shelves.ends, castagnoli), castagnoli, once)
	foot = binary.LittleEndian.AppendUint32(foot, sum)
	foot = binary.LittleEndian.AppendUint32(foot, crc32.Checksum(foot, castagnoli))
	_, err = w.Write(foot)
	return err
}

// replaceFile writes a file beside its place, brings it to disk and puts it there.
func replaceFile(path string, write func(io.Writer) error) (err error) {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, temporary(path))
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("building %s: %w", path, err), ignoreClosed(f.Close()), os.Remove(f.Name()))
		}
	}()
	removeAbandoned(path, f)
	w := bufio.NewWriterSize(f, 1<<20)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	return syncFolder(dir)
}

func ignoreClosed(err error) error {
	if errors.Is(err, os.ErrClosed) {
		return nil
	}
	return err
}

// temporary is the pattern for the name of a file that is being written.
func temporary(path string) string { return "." + filepath.Base(path) + ".*.tmp" }

// removeAbandoned removes what builders left that were killed: files of theirs that
// nobody has written to for an hour, by the clock of the file system itself.
func removeAbandoned(path string, own *os.File) {
	mine, err := own.Stat()
	if err != nil {
		return
	}
	names, err := filepath.Glob(filepath.Join(filepath.Dir(path), temporary(path)))
	if err != nil {
		return
	}
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && info.ModTime().Before(mine.ModTime().Add(-time.Hour)) {
			os.Remove(name) // who cannot remove it may still build
		}
	}
}
