package workbench

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// saveFile writes a file so that after a crash either the old or the new one is
// there, whole.
func saveFile(path string, data []byte) error {
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer root.Close()
	return saveIn(root, filepath.Base(path), data)
}

// writeOut writes what make gives to a file that is not there yet, or is to be
// overwritten; "-" stands for stdout.
func writeOut(path string, stdout io.Writer, force, dryRun bool, make func(io.Writer) error) error {
	if path == "-" {
		return make(stdout)
	}
	if _, err := os.Lstat(path); err == nil && !force {
		return fault("file-exists", nil, "path", path)
	}
	var data bytes.Buffer
	if err := make(&data); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if dryRun {
		return nil
	}
	if err := saveFile(path, data.Bytes()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// saveIn writes a file in a folder: a temporary file beside it, fsync, rename,
// fsync of the folder. The temporary name is fixed, so that what a killed run
// left behind is cleared by the next.
func saveIn(dir *os.Root, name string, data []byte) (err error) {
	mode := fs.FileMode(0o644)
	if info, err := dir.Stat(name); err == nil {
		mode = info.Mode().Perm() // a file that is replaced keeps its permissions
	}
	temp := "." + name + ".diglot-part"
	if err := dir.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := dir.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			dir.Remove(temp)
		}
	}()
	if _, err = f.Write(data); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = dir.Rename(temp, name); err != nil {
		return err
	}
	syncDir(dir)
	return nil
}

// syncDir makes a rename in the folder durable. Some systems cannot sync a
// folder; there the rename itself has to do.
func syncDir(dir *os.Root) {
	if d, err := dir.Open("."); err == nil {
		_ = d.Sync()
		d.Close()
	}
}
