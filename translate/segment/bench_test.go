package segment

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diglot/translate/locale"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// corpus gives the texts of the development corpora by name, with their
// language.
func corpus(tb testing.TB) map[string][]corpusText {
	tb.Helper()
	dir := filepath.Join(corpora(tb), "segmentation", "corpora", "dev")
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil || len(files) == 0 {
		missing(tb, dir)
	}
	all := map[string][]corpusText{}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".jsonl")
		readLines(tb, f, func(line []byte) {
			var t corpusText
			if err := json.Unmarshal(line, &t); err != nil {
				tb.Fatal(err)
			}
			all[name] = append(all[name], t)
		})
	}
	return all
}

type corpusText struct {
	ID, Lang, Text string
	Sentences      [][2]int
	Punct          []int
}

func readLines(tb testing.TB, file string, each func([]byte)) {
	tb.Helper()
	f, err := os.Open(file)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		each(sc.Bytes())
	}
	if sc.Err() != nil {
		tb.Fatal(sc.Err())
	}
}

// corpora gives the folder that DIGLOT_CORPORA names, ../shared/corpora
// beside the repository by default.
func corpora(tb testing.TB) string {
	tb.Helper()
	dir := os.Getenv("DIGLOT_CORPORA")
	if dir == "" {
		root, err := filepath.Abs(".")
		if err != nil {
			tb.Fatal(err)
		}
		for !exists(filepath.Join(root, "go.mod")) && filepath.Dir(root) != root {
			root = filepath.Dir(root)
		}
		dir = filepath.Join(root, "..", "shared", "corpora")
	}
	if !exists(filepath.Join(dir, "segmentation")) {
		missing(tb, dir)
	}
	return dir
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func missing(tb testing.TB, what string) {
	tb.Helper()
	if os.Getenv("CI") == "true" {
		tb.Fatalf("no segmentation corpora at %s; set DIGLOT_CORPORA", what)
	}
	tb.Skipf("needs the segmentation corpora, which are not at %s; set DIGLOT_CORPORA", what)
}

func BenchmarkNews(b *testing.B) {
	type part struct {
		seg  *Segmenter
		text string
	}
	var parts []part
	size := 0
	for name, texts := range corpus(b) {
		if !strings.HasPrefix(name, "ntrex-") {
			continue
		}
		seg := For(locale.MustParse(texts[0].Lang), Options{})
		for _, t := range texts {
			parts = append(parts, part{seg, t.Text})
			size += len(t.Text)
		}
	}
	b.Run("ours", func(b *testing.B) {
		b.SetBytes(int64(size))
		b.ReportAllocs()
		for b.Loop() {
			for _, p := range parts {
				p.seg.Split(p.text)
			}
		}
	})
	b.Run("uax29", func(b *testing.B) {
		b.SetBytes(int64(size))
		for b.Loop() {
			for _, p := range parts {
				it := sentences.FromString(p.text)
				for it.Next() {
				}
			}
		}
	})
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		var l library
		s := l.segmenter(locale.MustParse("en"), Options{})
		s.Split("Hello there. This is Mr. Smith.")
	}
}
