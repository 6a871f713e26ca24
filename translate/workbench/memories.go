package workbench

import (
	"bufio"
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"

	"diglot/translate/locale"
	"diglot/translate/memory"
)

// Added reports what a memory took in.
type Added struct {
	Memory   string           `json:"memory"`
	Read     int              `json:"read"`
	New      int              `json:"new"`
	Replaced int              `json:"replaced"` // deleted, since a newer entry stands in for them
	Problems []memory.Problem `json:"problems"` // units that were skipped, with line and column
}

// AddOptions say how to take a memory file in.
type AddOptions struct {
	Name           string            // of the memory; by default that of the file
	Source, Target locale.Tag        // for files that do not name their languages
	Duplicates     memory.Duplicates // what goes when the entries are in; "" is memory.KeepAll
	DryRun         bool
	Progress       func(done, size int64) // told now and then how many bytes of the file are read; may be nil
}

// AddMemory reads a TMX or TSV file into a memory. The whole file is one
// transaction. Entries that newer ones stand in for go in a second one, which
// UndoMemory takes back.
func (p *Project) AddMemory(ctx context.Context, file string, o AddOptions) (Added, error) {
	if o.Name == "" {
		o.Name = strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	}
	r := Added{Memory: o.Name, Problems: []memory.Problem{}}
	var done atomic.Int64
	entries, size, closer, err := openCounted(file, o.Source, o.Target, &done, func(m memory.Problem) { r.Problems = append(r.Problems, m) })
	if err != nil {
		return r, err
	}
	defer closer()
	counted := func(yield func(memory.Entry, error) bool) {
		for e, err := range ahead(entries) {
			if err == nil {
				r.Read++
			}
			if r.Read%1024 == 0 {
				if o.Progress != nil {
					o.Progress(done.Load(), size)
				}
				err = errors.Join(err, ctx.Err())
			}
			if !yield(e, err) {
				return
			}
		}
	}
	if o.DryRun {
		for _, err := range counted {
			if err != nil {
				return r, err
			}
		}
		return r, nil
	}
	if r.New, err = p.Store.AddEntries(ctx, o.Name, counted); err != nil {
		return r, err
	}
	if o.Duplicates != "" && o.Duplicates != memory.KeepAll && r.New > 0 {
		deduped, err := p.DedupeMemory(ctx, o.Name, o.Duplicates, false)
		r.Replaced = len(deduped.Removed)
		return r, err
	}
	return r, nil
}

// ahead goes through entries in a goroutine of its own, some hundreds ahead of who
// takes them: reading a file and storing what it says then share the work between
// two cores.
func ahead(entries iter.Seq2[memory.Entry, error]) iter.Seq2[memory.Entry, error] {
	type result struct {
		entry memory.Entry
		err   error
	}
	return func(yield func(memory.Entry, error) bool) {
		batches, left := make(chan []result, 4), make(chan struct{})
		var reader sync.WaitGroup
		reader.Go(func() {
			defer close(batches)
			var batch []result
			send := func() bool {
				select {
				case batches <- batch:
					batch = nil
					return true
				case <-left:
					return false
				}
			}
			for e, err := range entries {
				if batch = append(batch, result{e, err}); len(batch) == 256 && !send() {
					return
				}
			}
			send()
		})
		defer reader.Wait() // nothing of this goes on when the caller closes the file
		defer close(left)
		for batch := range batches {
			for _, r := range batch {
				if !yield(r.entry, r.err) {
					return
				}
			}
		}
	}
}

// openEntries opens a memory file; its extension tells the format.
func openEntries(file string, source, target locale.Tag, problem func(memory.Problem)) (iter.Seq2[memory.Entry, error], func() error, error) {
	entries, _, closer, err := openCounted(file, source, target, new(atomic.Int64), problem)
	return entries, closer, err
}

// openCounted is openEntries with the file's size, and with the number of bytes that
// were read so far in done.
func openCounted(file string, source, target locale.Tag, done *atomic.Int64, problem func(memory.Problem)) (entries iter.Seq2[memory.Entry, error], size int64, closer func() error, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, 0, nil, fault("file-unreadable", cause(err), "path", file)
	}
	if info, err := f.Stat(); err == nil {
		size = info.Size()
	}
	in, name := bufio.NewReaderSize(&countingReader{f, done}, 1<<20), filepath.Base(file)
	switch ext := strings.ToLower(filepath.Ext(file)); ext {
	case ".tmx":
		return memory.ReadTMX(in, name, problem), size, f.Close, nil
	case ".tsv", ".txt", ".tab":
		if source.IsZero() || target.IsZero() {
			f.Close()
			return nil, 0, nil, fault("memory-locales", nil, "path", file)
		}
		return memory.ReadTSV(in, name, source, target, problem), size, f.Close, nil
	default:
		f.Close()
		return nil, 0, nil, fault("memory-format", nil, "path", file, "ext", ext)
	}
}

// countingReader counts the bytes that go through it.
type countingReader struct {
	io.Reader
	done *atomic.Int64
}

func (r *countingReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	r.done.Add(int64(n))
	return n, err
}
