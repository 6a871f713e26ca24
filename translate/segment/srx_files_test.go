package segment

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"diglot/translate/locale"
)

func openSRX(tb testing.TB, name string) (*SRX, []Problem) {
	tb.Helper()
	path := filepath.Join(corpora(tb), "segmentation", "srx", name)
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	x, problems, err := ReadSRX(f, name)
	if err != nil {
		tb.Fatal(err)
	}
	return x, problems
}

// TestRealSRX reads the rule files of other tools whole.
func TestRealSRX(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpora(t), "segmentation", "srx", "*.srx"))
	if err != nil || len(files) == 0 {
		missing(t, "srx")
	}
	for _, f := range files {
		x, problems := openSRX(t, filepath.Base(f))
		n := 0
		for _, l := range x.Languages {
			n += len(l.Rules)
		}
		t.Logf("%s: %d languages, %d rules, %d problems", x.Name, len(x.Languages), n, len(problems))
		for i, p := range problems {
			if i < 25 {
				t.Log("  ", p)
			}
		}
		if n == 0 {
			t.Errorf("%s: no rules", x.Name)
		}
	}
}

// TestForeignRulesReachTheirScore: the rules of another tool, walked by our
// engine, score what they score there (the corpora's README; the development
// half differs from the whole by a few tenths).
func TestForeignRulesReachTheirScore(t *testing.T) {
	x, _ := openSRX(t, "languagetool-segment.srx")
	sets := corpus(t)
	for name, published := range map[string]float64{
		"ntrex-ar": 99.3, "ntrex-de": 96.2, "ntrex-en": 99.4, "ntrex-es": 95.6, "ntrex-fa": 99.2, "ntrex-fr": 97.9,
		"ntrex-ja": 86.5, "ntrex-ru": 97.8, "ntrex-zh": 88.5, "ud-ar-pud": 99.8, "ud-en-ewt": 97.8,
	} {
		s := x.For(locale.MustParse(sets[name][0].Lang))
		got := scoreSet(t, sets[name], func(locale.Tag) *Segmenter { return s }).f1()
		if math.Abs(got-published) > 1 {
			t.Errorf("%s: F1p %.1f, published %.1f", name, got, published)
		}
	}
}
