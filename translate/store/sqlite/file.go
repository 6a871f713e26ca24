package sqlite

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// inspectFile looks at the first bytes of a file without SQLite, which might
// begin to repair or to change what is not ours. It gives the store's version,
// and fs.ErrNotExist where there is nothing yet.
// (https://www.sqlite.org/fileformat2.html, section 1.3)
func inspectFile(path string) (version int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil {
		return 0, err
	} else if !info.Mode().IsRegular() {
		return 0, fmt.Errorf("%s is no store of Diglot: it is no file", path)
	}
	header := make([]byte, 100)
	n, err := io.ReadFull(f, header)
	switch {
	case errors.Is(err, io.EOF):
		return 0, fs.ErrNotExist // an empty file is a place for a store
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return 0, err
	case !bytes.HasPrefix(header[:n], []byte("SQLite format 3\x00")):
		return 0, fmt.Errorf("%s is damaged, or no store of Diglot: it does not begin as an SQLite database does; nothing was changed", path)
	case n < len(header):
		return 0, fmt.Errorf("%s is damaged: it ends after %d bytes; nothing was changed", path, n)
	case binary.BigEndian.Uint32(header[68:]) != applicationID:
		return 0, fmt.Errorf("%s is a database of another program, not a store of Diglot; nothing was changed", path)
	}
	return int(binary.BigEndian.Uint32(header[60:])), nil
}

// noRemains refuses to put a new store beside the log of one that is lost:
// SQLite would play what is in it into the new one, and with the log the newest
// work would be gone too.
func noRemains(path string) error {
	for _, log := range []string{path + "-wal", path + "-journal"} {
		if info, err := os.Stat(log); err == nil && info.Size() > 0 {
			return fmt.Errorf("%s is missing, and %s, which belongs to it, is there: put the store back, or move the log away to begin anew", path, log)
		}
	}
	return nil
}
