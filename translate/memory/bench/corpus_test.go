package bench

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkTable prints the table of Run for real texts, 20,000 units of them, or as
// many as DIGLOT_BENCH_UNITS says; beyond 285,781 they are mixtures.
//
//	DIGLOT_BENCH_UNITS=1000000 go test -run '^$' -bench Table -benchtime 1x ./translate/memory/bench
func BenchmarkTable(b *testing.B) {
	units := 20_000
	if s := os.Getenv("DIGLOT_BENCH_UNITS"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			b.Fatal(err)
		}
		units = n
	}
	dir := corpus(b)
	pairs := Shuffle(readPairs(b, filepath.Join(dir, "dev", "en-fr.tsv.gz")), "order-dev|")
	asked := readAsked(b, filepath.Join(dir, "bench", "dev", "queries.tsv"))
	for b.Loop() {
		rows, err := Run(context.Background(), Config{Units: units, Pairs: pairs, Asked: asked, Seed: 1, Dir: b.TempDir(), Now: time.Now})
		if err != nil {
			b.Fatal(err)
		}
		fmt.Printf("\n%d units, %d queries\n", units, len(asked))
		for _, row := range rows {
			fmt.Println(row)
			if row.Ratio > 0 {
				b.ReportMetric(row.Ratio, strings.ReplaceAll(row.Measure, " ", "_")+"/brute")
			}
		}
	}
}

// corpus gives the folder of the memory texts that are kept beside the repository.
func corpus(b *testing.B) string {
	b.Helper()
	root := os.Getenv("DIGLOT_CORPORA")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared", "corpora")
	}
	dir := filepath.Join(root, "tm")
	if _, err := os.Stat(dir); err != nil {
		b.Skipf("the corpus tm is not here; set DIGLOT_CORPORA to the folder that has it (%v)", err)
	}
	return dir
}

func readPairs(b *testing.B, path string) []Pair {
	b.Helper()
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	var pairs []Pair
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		source, rest, _ := strings.Cut(lines.Text(), "\t")
		target, _, _ := strings.Cut(rest, "\t")
		pairs = append(pairs, Pair{source, target})
	}
	if err := lines.Err(); err != nil {
		b.Fatal(err)
	}
	return pairs
}

func readAsked(b *testing.B, path string) []string {
	b.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	var asked []string
	for line := range strings.Lines(string(data)) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		asked = append(asked, fields[3])
	}
	return asked
}
