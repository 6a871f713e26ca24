package segment

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// newsText is the news of all languages with the segmenter of each.
func newsText(b *testing.B, rules func(locale.Tag) *Segmenter) (parts []benchPart, size int) {
	for name, texts := range corpus(b) {
		if !strings.HasPrefix(name, "ntrex-") {
			continue
		}
		seg := rules(locale.MustParse(texts[0].Lang))
		for _, t := range texts {
			parts = append(parts, benchPart{seg, t.Text})
			size += len(t.Text)
			seg.Split(t.Text) // builds the states
		}
	}
	return parts, size
}

type benchPart struct {
	seg  *Segmenter
	text string
}

// benchNews measures rules against the sentences of UAX #29, one right after
// the other, so that a noisy machine still tells their ratio.
func benchNews(b *testing.B, rules func(locale.Tag) *Segmenter) {
	parts, size := newsText(b, rules)
	b.SetBytes(int64(size))
	var ours, peer time.Duration
	for b.Loop() {
		start := time.Now()
		for _, p := range parts {
			p.seg.Split(p.text)
		}
		ours += time.Since(start)
		b.StopTimer()
		start = time.Now()
		for _, p := range parts {
			for it := sentences.FromString(p.text); it.Next(); {
				_ = it.Value()
			}
		}
		peer += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(float64(size)*float64(b.N)/1e6/peer.Seconds(), "uax29-MB/s")
	b.ReportMetric(peer.Seconds()/ours.Seconds(), "x-uax29")
}

func BenchmarkNews(b *testing.B) {
	benchNews(b, func(tag locale.Tag) *Segmenter { return For(tag, Options{}) })
}

// BenchmarkForeignRules runs a file of 1,600 rules of another tool.
func BenchmarkForeignRules(b *testing.B) {
	x, _ := openSRX(b, "languagetool-segment.srx")
	benchNews(b, x.For)
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		var l library
		s := l.segmenter(locale.MustParse("en"), Options{})
		s.Split("Hello there. This is Mr. Smith.")
	}
}
