package segment

import (
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

func BenchmarkSRX(b *testing.B) {
	x, _ := openSRX(b, "languagetool-segment.srx")
	type part struct {
		seg  *Segmenter
		text string
	}
	var parts []part
	size := 0
	for _, texts := range corpus(b) {
		seg := x.For(locale.MustParse(texts[0].Lang))
		for _, t := range texts {
			parts = append(parts, part{seg, t.Text})
			size += len(t.Text)
			seg.Split(t.Text)
		}
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, p := range parts {
			p.seg.Split(p.text)
		}
	}
}
