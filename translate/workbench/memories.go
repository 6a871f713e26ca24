package workbench

import (
	"bufio"
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// Added reports what a memory took in.
type Added struct {
	Memory   string           `json:"memory"`
	Read     int              `json:"read"`
	New      int              `json:"new"`
	Problems []memory.Problem `json:"problems"` // units that were skipped, with line and column
}

// AddMemory reads a TMX or TSV file into the memory of a name; by default that
// of the file. The locales are for files that do not name any. The whole file
// is one transaction.
func (p *Project) AddMemory(ctx context.Context, file, name string, source, target locale.Tag, dryRun bool) (Added, error) {
	if name == "" {
		name = strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	}
	r := Added{Memory: name, Problems: []memory.Problem{}}
	entries, closer, err := openEntries(file, source, target, func(m memory.Problem) { r.Problems = append(r.Problems, m) })
	if err != nil {
		return r, err
	}
	defer closer()
	counted := func(yield func(memory.Entry, error) bool) {
		for e, err := range entries {
			if err == nil {
				r.Read++
			}
			if !yield(e, err) {
				return
			}
		}
	}
	if dryRun {
		for _, err := range counted {
			if err != nil {
				return r, err
			}
		}
		return r, nil
	}
	r.New, err = p.Store.AddEntries(ctx, name, counted)
	return r, err
}

// openEntries opens a memory file; its extension tells the format.
func openEntries(file string, source, target locale.Tag, problem func(memory.Problem)) (iter.Seq2[memory.Entry, error], func() error, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, nil, fault("file-unreadable", cause(err), "path", file)
	}
	in := bufio.NewReaderSize(f, 1<<20)
	switch ext := strings.ToLower(filepath.Ext(file)); ext {
	case ".tmx":
		return memory.ReadTMX(in, file, problem), f.Close, nil
	case ".tsv", ".txt", ".tab":
		if source.IsZero() || target.IsZero() {
			f.Close()
			return nil, nil, fault("memory-locales", nil, "path", file)
		}
		return memory.ReadTSV(in, file, source, target, problem), f.Close, nil
	default:
		f.Close()
		return nil, nil, fault("memory-format", nil, "path", file, "ext", ext)
	}
}

// Query is a text to look up under a name of its own.
type Query struct {
	ID   string
	Text string
}

// ReadQueries reads one query a line: id, tab, text.
func ReadQueries(path string) ([]Query, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault("file-unreadable", cause(err), "path", path)
	}
	defer f.Close()
	var out []Query
	err = eachLine(f, path, func(line []byte) error {
		id, s, ok := strings.Cut(strings.TrimSuffix(string(line), "\r"), "\t")
		if !ok {
			return errors.New("no tab between id and text")
		}
		out = append(out, Query{id, s})
		return nil
	})
	return out, err
}

// MemoryFile gives a memory file to be asked without a project.
func MemoryFile(path string, source, target locale.Tag, problem func(memory.Problem)) (*memory.Memory, error) {
	return memory.OpenFile(path, source, target, memory.Options{}, problem)
}

// FindAll looks texts up on all cores and gives the matches of each, in order.
func FindAll(ctx context.Context, m memory.Finder, queries []Query, source, target locale.Tag, min, limit int) ([][]unit.Match, error) {
	ask := make([]memory.Query, len(queries))
	for i, q := range queries {
		ask[i] = memory.Query{Source: unit.Plain(q.Text), SourceLocale: source, TargetLocale: target, Min: min, Limit: limit, BySimilarity: true}
	}
	return memory.FindAll(ctx, m, ask)
}

// ExportMemory writes a memory, or with name "" the project's own confirmed
// targets, to a TMX file; "-" stands for stdout. It returns how many entries it
// wrote and what could not be said in TMX.
func (p *Project) ExportMemory(ctx context.Context, name, file string, source, target locale.Tag, stdout io.Writer, force, dryRun bool) (n int, problems []memory.Problem, err error) {
	if name != "" {
		infos, err := p.Store.Memories(ctx)
		if err != nil {
			return 0, nil, err
		}
		if !slices.ContainsFunc(infos, func(m store.MemoryInfo) bool { return m.Name == name }) {
			return 0, nil, fault("no-memory", store.ErrNotFound, "memory", name)
		}
	}
	counted := func(yield func(memory.Entry, error) bool) {
		for e, err := range p.Store.Entries(ctx, name, source, target) {
			if err == nil {
				n++
			}
			if !yield(e, err) {
				return
			}
		}
	}
	err = writeOut(file, stdout, force, dryRun, func(w io.Writer) error {
		return memory.WriteTMX(w, counted, func(m memory.Problem) { problems = append(problems, m) })
	})
	return n, problems, err
}
