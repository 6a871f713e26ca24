package workbench

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/unit"
)

// corpus finds a file of the corpora, which stand beside the repository.
func corpus(t testing.TB, name string) string {
	t.Helper()
	root := os.Getenv("DIGLOT_CORPORA")
	if root == "" {
		root = "../../../shared/corpora"
	}
	path := filepath.Join(root, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the corpora are missing: %v", err)
		}
		t.Skipf("the corpora are missing, set DIGLOT_CORPORA: %v", err)
	}
	return path
}

// pairsOf reads the pairs of a corpus, at most so many.
func pairsOf(t testing.TB, name string, most int) []memory.Entry {
	t.Helper()
	f, err := os.Open(corpus(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var list []memory.Entry
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() && len(list) < most {
		parts := strings.Split(lines.Text(), "\t")
		list = append(list, memory.Entry{SourceLocale: locale.MustParse("en"), TargetLocale: locale.MustParse("fr"),
			Source: unit.Plain(parts[0]), Target: unit.Plain(parts[1])})
	}
	if lines.Err() != nil {
		t.Fatal(lines.Err())
	}
	return list
}

func sequence(list []memory.Entry) iter.Seq2[memory.Entry, error] {
	return func(yield func(memory.Entry, error) bool) {
		for _, e := range list {
			if !yield(e, nil) {
				return
			}
		}
	}
}

// An agency's memory comes as a TMX file of some hundred thousand units. The
// benchmark takes one in, builds its indexes, and sets time and disk against what
// reading the file alone takes and what its texts weigh.
func BenchmarkMemoryImport(b *testing.B) {
	list := pairsOf(b, "tm/dev/en-fr.tsv.gz", 300_000)
	texts := 0
	for _, e := range list {
		texts += len(e.Source.Content) + len(e.Target.Content)
	}
	for b.Loop() {
		dir := b.TempDir()
		file := filepath.Join(dir, "agency.tmx")
		out, err := os.Create(file)
		if err != nil {
			b.Fatal(err)
		}
		if err := memory.WriteTMX(out, sequence(list), func(memory.Problem) {}); err != nil {
			b.Fatal(err)
		}
		if err := out.Close(); err != nil {
			b.Fatal(err)
		}
		en, fr := locale.MustParse("en"), locale.MustParse("fr")
		if _, err := Init(dir, en, []locale.Tag{fr}); err != nil {
			b.Fatal(err)
		}
		ctx := context.Background()
		p, err := Open(ctx, dir, Options{})
		if err != nil {
			b.Fatal(err)
		}
		begin := time.Now()
		if _, err := p.AddMemory(ctx, file, "", en, fr, true); err != nil {
			b.Fatal(err)
		}
		read := time.Since(begin).Seconds()
		begin = time.Now()
		added, err := p.AddMemory(ctx, file, "", en, fr, false)
		if err != nil {
			b.Fatal(err)
		}
		stored := time.Since(begin).Seconds()
		m, err := p.Memory(ctx, en, fr)
		if err != nil {
			b.Fatal(err)
		}
		all := time.Since(begin).Seconds()
		m.Close()
		p.Close()
		if d := os.Getenv("KEEP"); d != "" {
			data, _ := os.ReadFile(filepath.Join(dir, stateDir, "store.db"))
			os.WriteFile(d, data, 0o644)
		}
		sizes := map[string]int64{}
		filepath.Walk(filepath.Join(dir, stateDir), func(path string, info os.FileInfo, err error) error {
			if err == nil && !info.IsDir() {
				sizes[filepath.Ext(path)] += info.Size()
				fmt.Println(path, info.Size(), float64(info.Size())/float64(texts))
			}
			return nil
		})
		n := float64(added.New)
		b.ReportMetric(n, "units")
		b.ReportMetric(n/read, "read/s")
		b.ReportMetric(n/stored, "stored/s")
		b.ReportMetric(n/all, "units/s")
		b.ReportMetric(all/read, "×reading")
		b.ReportMetric(float64(sizes[".db"])/float64(texts), "store/text")
		b.ReportMetric(float64(sizes[".db"]+sizes[".memory"])/float64(texts), "disk/text")
	}
}
