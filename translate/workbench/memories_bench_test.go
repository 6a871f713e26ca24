package workbench

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/store/concordance"
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
// benchmark takes one in and builds its indexes, and sets time and disk against what
// reading the file alone takes, and what its texts weigh.
func BenchmarkMemoryImport(b *testing.B) {
	list := pairsOf(b, "tm/dev/en-fr.tsv.gz", 300_000)
	texts := 0
	for _, e := range list {
		texts += len(e.Source.Content) + len(e.Target.Content)
	}
	for b.Loop() {
		importOnce(b, list, float64(texts))
	}
}

func importOnce(b *testing.B, list []memory.Entry, texts float64) {
	b.Helper()
	ctx, dir := context.Background(), b.TempDir()
	file := filepath.Join(dir, "agency.tmx")
	writeTMX(b, file, list)
	en, fr := locale.MustParse("en"), locale.MustParse("fr")
	p := project(b, dir, en, fr)
	seconds := func(do func() error) float64 {
		b.Helper()
		begin := time.Now()
		if err := do(); err != nil {
			b.Fatal(err)
		}
		return time.Since(begin).Seconds()
	}
	var added Added
	read := seconds(func() (err error) {
		_, err = p.AddMemory(ctx, file, AddOptions{DryRun: true})
		return err
	})
	stored := seconds(func() (err error) {
		added, err = p.AddMemory(ctx, file, AddOptions{})
		return err
	})
	indexed := seconds(func() error {
		m, err := p.Memory(ctx, en, fr)
		if err == nil {
			err = m.Close()
		}
		return err
	})
	ask := func(q concordance.Query) func() error {
		return func() error {
			hits, _, err := p.Concordance(ctx, q, ConcordanceOptions{Limit: 20})
			if err == nil && len(hits) == 0 {
				err = errors.New("nothing was found")
			}
			return err
		}
	}
	first := seconds(ask(concordance.Query{Text: "security update"}))
	again := seconds(ask(concordance.Query{Text: "security update"}))
	expression := seconds(ask(concordance.Query{Text: `zeppelin|[Ss]ecurity updates? is`, Kind: concordance.Regexp}))
	if err := p.Close(); err != nil {
		b.Fatal(err)
	}

	n := float64(added.New)
	b.ReportMetric(n/read, "read/s")
	b.ReportMetric(n/stored, "stored/s")
	b.ReportMetric(n/(stored+indexed), "units/s")
	b.ReportMetric((stored+indexed)/read, "×reading")
	b.ReportMetric(first, "s-concordance-built")
	b.ReportMetric(1000*again, "ms-concordance")
	b.ReportMetric(1000*expression, "ms-regexp")
	b.ReportMetric(expression/again, "×index")
	size := func(pattern string) float64 {
		names, err := filepath.Glob(filepath.Join(dir, stateDir, pattern))
		if err != nil || len(names) != 1 {
			b.Fatalf("%s: %v, %v", pattern, names, err)
		}
		info, err := os.Stat(names[0])
		if err != nil {
			b.Fatal(err)
		}
		return float64(info.Size()) / texts
	}
	store, fuzzy, words := size("store.db"), size("index/*.memory"), size("index/*.concordance")
	b.ReportMetric(store, "store/text")
	b.ReportMetric(store+fuzzy, "store+index/text")
	b.ReportMetric(store+fuzzy+words, "all/text")
}

func writeTMX(t testing.TB, file string, list []memory.Entry) {
	t.Helper()
	out, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := memory.WriteTMX(out, sequence(list), func(memory.Problem) {}); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}

// project makes a project in a folder and opens it.
func project(t testing.TB, dir string, source locale.Tag, targets ...locale.Tag) *Project {
	t.Helper()
	if _, err := Init(dir, source, targets); err != nil {
		t.Fatal(err)
	}
	p, err := Open(context.Background(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}
