package workbench

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"diglot/translate/locale"
	"diglot/translate/memory"
)

// TMXOptions say how to write a memory. Two zero locales stand for all
// languages.
type TMXOptions struct {
	Source, Target locale.Tag
	Stdout         io.Writer // what "-" stands for
	Force          bool      // overwrite a file that is there
	DryRun         bool
}

// ExportMemory writes a memory, or with name "" the project's own confirmed
// targets, to a TMX file; "-" stands for stdout. It returns how many entries it
// wrote, and what could not be said in TMX. Entries go to the file as they come from
// the store, so that any number of them takes the same memory.
func (p *Project) ExportMemory(ctx context.Context, name, file string, o TMXOptions) (n int, problems []memory.Problem, err error) {
	if name != "" {
		if _, err := p.memoryInfo(ctx, name); err != nil {
			return 0, nil, err
		}
	}
	counted := func(yield func(memory.Entry, error) bool) {
		for e, err := range p.Store.Entries(ctx, name, o.Source, o.Target) {
			if err == nil {
				n++
			}
			if !yield(e, err) {
				return
			}
		}
	}
	write := func(w io.Writer) error {
		return memory.WriteTMX(w, counted, func(m memory.Problem) { problems = append(problems, m) })
	}
	if _, exists := os.Lstat(file); exists == nil && file != "-" && !o.Force {
		return 0, nil, fault("file-exists", nil, "path", file)
	}
	switch {
	case o.DryRun:
		err = write(io.Discard)
	case file == "-":
		err = write(o.Stdout)
	default:
		err = saveStream(file, write)
	}
	if err != nil {
		err = fmt.Errorf("write %s: %w", file, err)
	}
	return n - len(problems), problems, err
}

// saveStream is saveFile for what is too large to be held: a file beside its place,
// which takes the place when it is whole and on the disk.
func saveStream(path string, write func(io.Writer) error) (err error) {
	dir, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer dir.Close()
	name := filepath.Base(path)
	temp := "." + name + ".diglot-part"
	f, err := dir.Create(temp)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			err = errors.Join(err, dir.Remove(temp))
		}
	}()
	w := bufio.NewWriterSize(f, 1<<16)
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
	if err := dir.Rename(temp, name); err != nil {
		return err
	}
	syncDir(dir)
	return nil
}
