package memory_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"iter"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/memory/bench"
	"diglot/translate/unit"
)

// corpora gives the folder of a corpus that is kept beside the repository.
func corpora(t testing.TB, name string) string {
	t.Helper()
	root := os.Getenv("DIGLOT_CORPORA")
	if root == "" {
		dir, err := os.Getwd()
		if err != nil {
			t.Fatal(err)
		}
		for {
			if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
				break
			}
			dir = filepath.Dir(dir)
		}
		root = filepath.Join(dir, "..", "shared", "corpora")
	}
	path := filepath.Join(root, name)
	if _, err := os.Stat(path); err != nil {
		const missing = "the corpus %s is not here; set DIGLOT_CORPORA to the folder that has it (%v)"
		if os.Getenv("CI") == "true" {
			t.Fatalf(missing, name, err)
		}
		t.Skipf(missing, name, err)
	}
	return path
}

// readPairs reads the lines of a compressed TSV file.
func readPairs(t testing.TB, path string) []bench.Pair {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var pairs []bench.Pair
	problem := func(p memory.Problem) { t.Errorf("%v", p) }
	for e, err := range memory.ReadTSV(z, filepath.Base(path), locale.Tag{}, locale.Tag{}, problem) {
		if err != nil {
			t.Fatal(err)
		}
		pairs = append(pairs, bench.Pair{Source: e.Source.Content, Target: e.Target.Content})
	}
	return pairs
}

func entriesOf(pairs iter.Seq[bench.Pair], n int) iter.Seq2[memory.Entry, error] {
	return func(yield func(memory.Entry, error) bool) {
		i := 0
		for p := range pairs {
			if i == n || !yield(memory.Entry{Source: unit.Plain(p.Source), Target: unit.Plain(p.Target)}, nil) {
				return
			}
			i++
		}
	}
}

// gold is what comparing a query with every unit of a memory has given.
type gold struct {
	ID    string `json:"id"`
	Query string `json:"q"`
	Sizes map[string]struct {
		Similarity  float64 `json:"s"`
		N70         int     `json:"n70"`
		N75         int     `json:"n75"`
		N85         int     `json:"n85"`
		MostSimilar int     `json:"nties"`
	} `json:"sizes"`
}

func readGold(t testing.TB, path string) []gold {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []gold
	for d := json.NewDecoder(bufio.NewReader(f)); ; {
		var g gold
		if err := d.Decode(&g); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, g)
	}
}

// TestGold: for 3,000 queries the best match, its ties and the number of matches at
// three thresholds are those of the brute-force gold, at 100,000 units.
func TestGold(t *testing.T) {
	for _, test := range []struct {
		name, pairs, gold, size string
		units                   int
	}{
		{"en", "tm/dev/en-fr.tsv.gz", "tm/bench/dev", "100000", 100_000},
		{"ar", "tm/bench/dev-ar/mem-real.tsv.gz", "tm/bench/dev-ar", "113635", 113_635},
	} {
		t.Run(test.name, func(t *testing.T) {
			pairs := readPairs(t, corpora(t, test.pairs))
			if test.name == "en" {
				pairs = bench.Shuffle(pairs, "order-dev|")
			}
			m, err := memory.New(entriesOf(slices.Values(pairs), test.units), memory.Options{})
			if err != nil {
				t.Fatal(err)
			}
			all := readGold(t, filepath.Join(corpora(t, test.gold), "gold.jsonl"))
			var queries []memory.Query // two for each: the best match, and all
			for _, g := range all {
				q := memory.Query{Source: unit.Plain(g.Query), Limit: 1, BySimilarity: true}
				queries = append(queries, q)
				q.Limit = memory.All
				queries = append(queries, q)
			}
			found, err := memory.FindAll(t.Context(), m, queries)
			if err != nil {
				t.Fatal(err)
			}
			checked := 0
			for i, g := range all {
				want, ok := g.Sizes[test.size]
				if !ok {
					t.Fatalf("%s has no gold for %s units", g.ID, test.size)
				}
				best := found[2*i]
				if got := len(best) > 0; got != (want.N70 > 0) {
					t.Errorf("%s: a match at 0.70: %v, want %d", g.ID, got, want.N70)
				} else if got && math.Abs(best[0].Similarity-want.Similarity) > 6e-4 {
					t.Errorf("%s: best %.4f, want %.4f", g.ID, best[0].Similarity, want.Similarity)
				}
				n70, n75, n85, ties := 0, 0, 0, 0
				for _, match := range found[2*i+1] {
					n70 += at(match, 0.70)
					n75 += at(match, 0.75)
					n85 += at(match, 0.85)
					ties += at(match, want.Similarity-6e-4)
				}
				if n70 != want.N70 || n75 != want.N75 || n85 != want.N85 || want.N70 > 0 && ties != want.MostSimilar {
					t.Errorf("%s: %d, %d, %d matches and %d ties, want %+v", g.ID, n70, n75, n85, ties, want)
				}
				checked++
			}
			if checked < 1000 {
				t.Errorf("only %d queries were checked", checked)
			}
			t.Logf("%d queries", checked)
		})
	}
}

// at counts a match that is at or above a similarity.
func at(m unit.Match, least float64) int {
	if m.Similarity >= least-1e-9 {
		return 1
	}
	return 0
}
