package check

import (
	"bufio"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

var (
	findings = flag.String("findings", "", "write the findings on the corpus to this file, for the corpus's own scorer")
	split    = flag.String("split", "dev", "which half of the corpus to read")
)

// record is a line of the corpus: a good translation, one with a fault put in, or
// one of a document.
type record struct {
	ID      string `json:"id"`
	CleanID string `json:"clean_id"`
	Mate    string `json:"mate"`
	Lang    string `json:"lang"`
	Set     string `json:"set"`
	Error   string `json:"error"`
	Source  string `json:"source"`
	Target  string `json:"target"`
}

func (r record) pair() Pair {
	return Pair{
		SourceLocale: locale.MustParse("en"), Source: unit.Plain(r.Source),
		TargetLocale: locale.MustParse(r.Lang), Target: unit.Plain(r.Target),
	}
}

// corpora gives the folder of the corpora, and skips the test where there is none.
func corpora(tb testing.TB) string {
	tb.Helper()
	dir := os.Getenv("DIGLOT_CORPORA")
	if dir == "" {
		root, err := filepath.Abs(".")
		if err != nil {
			tb.Fatal(err)
		}
		for {
			if _, err := os.Stat(filepath.Join(root, "go.mod")); err == nil {
				break
			}
			parent := filepath.Dir(root)
			if parent == root {
				tb.Fatal("no go.mod above the test")
			}
			root = parent
		}
		dir = filepath.Join(root, "..", "shared", "corpora")
	}
	qa := filepath.Join(dir, "termqa", "qa")
	if _, err := os.Stat(qa); err != nil {
		if os.Getenv("CI") == "true" {
			tb.Fatalf("the corpus of quality checks is missing: %v", err)
		}
		tb.Skipf("the corpus of quality checks is missing (set DIGLOT_CORPORA): %v", err)
	}
	return qa
}

var corpusLanguages = []string{"ar", "de", "es", "fa", "fr", "he", "ja", "ru", "tr", "zh"}

// load reads the records of one kind (clean, dirty, consistency) in all languages.
func load(tb testing.TB, kind string) []record {
	tb.Helper()
	dir := corpora(tb)
	var list []record
	for _, lang := range corpusLanguages {
		f, err := os.Open(filepath.Join(dir, kind+"."+lang+"."+*split+".jsonl"))
		if err != nil {
			tb.Fatal(err)
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var r record
			if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
				tb.Fatalf("%s: %v", f.Name(), err)
			}
			list = append(list, r)
		}
		if err := lines.Err(); err != nil {
			tb.Fatal(err)
		}
		if err := f.Close(); err != nil {
			tb.Fatal(err)
		}
	}
	return list
}

// found is what the checks say of each record: the worst severity by check.
type found map[string]map[string]unit.Severity

func (f found) add(id string, issues []unit.Issue) {
	for _, i := range issues {
		if f[id] == nil {
			f[id] = map[string]unit.Severity{}
		}
		f[id][i.Check] = max(f[id][i.Check], i.Severity)
	}
}

// has reports a finding at warning level or above.
func (f found) has(id, check string) bool { return f[id][check] >= unit.Warning }

// run checks all records one by one, in two goroutines.
func run(tb testing.TB, c *Checker, records []record) [][]unit.Issue {
	tb.Helper()
	out := make([][]unit.Issue, len(records))
	var wait sync.WaitGroup
	for part := range 2 {
		wait.Go(func() {
			for i := part; i < len(records); i += 2 {
				p := records[i].pair()
				out[i] = c.Check(&p)
			}
		})
	}
	wait.Wait()
	return out
}

// write puts findings of warning level and above where -findings says.
func write(tb testing.TB, records []record, issues [][]unit.Issue, truncate bool) {
	tb.Helper()
	if *findings == "" {
		return
	}
	flags := os.O_CREATE | os.O_WRONLY | os.O_APPEND
	if truncate {
		flags |= os.O_TRUNC
	}
	f, err := os.OpenFile(*findings, flags, 0o644)
	if err != nil {
		tb.Fatal(err)
	}
	w := json.NewEncoder(f)
	for k, r := range records {
		for _, i := range issues[k] {
			if i.Severity == unit.Info {
				continue
			}
			var args []string
			for _, a := range i.Args {
				args = append(args, a)
			}
			if err := w.Encode(map[string]string{"id": r.ID, "check": i.Check, "severity": i.Severity.String(), "key": i.Key, "args": strings.Join(args, " | ")}); err != nil {
				tb.Fatal(err)
			}
		}
	}
	if err := f.Close(); err != nil {
		tb.Fatal(err)
	}
}
