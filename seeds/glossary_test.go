package seeds

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var glossaryHeader = []string{"concept", "locale", "term", "status", "case", "do_not_translate", "note"}

// row is one line of the glossary by its column's name.
type row map[string]string

func parseGlossary(t *testing.T) []row {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(read(t, "glossary.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(glossaryHeader, records[0]); d != "" {
		t.Fatalf("glossary.csv: header (-want +got):\n%s", d)
	}
	var rows []row
	for _, record := range records[1:] {
		r := row{}
		for i, name := range glossaryHeader {
			r[name] = record[i]
		}
		rows = append(rows, r)
	}
	return rows
}

func TestGlossaryValues(t *testing.T) {
	allowed := map[string][]string{
		"locale":           {"ar", "en", "fr", "es"},
		"status":           {"preferred", "admitted", "deprecated", "forbidden"},
		"case":             {"insensitive", "sensitive"},
		"do_not_translate": {"true", "false"},
	}
	seen := map[string]bool{}
	for _, r := range parseGlossary(t) {
		at := r["concept"] + " " + r["locale"] + " " + r["term"]
		for _, column := range glossaryHeader {
			if want, ok := allowed[column]; ok && !slices.Contains(want, r[column]) {
				t.Errorf("%s: %s is %q, want one of %q", at, column, r[column], want)
			}
			if r[column] != strings.TrimSpace(r[column]) {
				t.Errorf("%s: white space around %s", at, column)
			}
		}
		if strings.Trim(r["concept"], "abcdefghijklmnopqrstuvwxyz-") != "" || r["concept"] == "" || r["term"] == "" {
			t.Errorf("%s: want a concept in small letters and hyphens, and a term", at)
		}
		if seen[at] {
			t.Errorf("%s is there twice", at)
		}
		seen[at] = true
	}
}

// A concept stands in one piece, and every locale has exactly one term to prefer.
func TestEveryConceptHasOnePreferredTermPerLocale(t *testing.T) {
	preferred := map[string]int{}
	var concepts []string
	for _, r := range parseGlossary(t) {
		if n := len(concepts); n == 0 || concepts[n-1] != r["concept"] {
			concepts = append(concepts, r["concept"])
		}
		if r["status"] == "preferred" {
			preferred[r["concept"]+" "+r["locale"]]++
		}
	}
	if n := len(concepts); n < 25 || n > 40 {
		t.Errorf("%d concepts: a sample has 25 to 40", n)
	}
	for i, c := range concepts {
		if slices.Contains(concepts[:i], c) {
			t.Errorf("%s stands in two places", c)
		}
		for _, lang := range []string{"ar", "en", "fr", "es"} {
			if n := preferred[c+" "+lang]; n != 1 {
				t.Errorf("%s has %d preferred terms in %s, want 1", c, n, lang)
			}
		}
	}
}

// No translation in the memory uses a word that the desk forbids or gives up.
func TestMemoryKeepsToTheHouseRules(t *testing.T) {
	ids, texts := parseMemory(t)
	inspected := 0
	for _, r := range parseGlossary(t) {
		if r["status"] != "forbidden" && r["status"] != "deprecated" {
			continue
		}
		inspected++
		for _, id := range ids {
			if strings.Contains(strings.ToLower(texts[id][r["locale"]]), strings.ToLower(r["term"])) {
				t.Errorf("%s %s uses %q, which is %s", id, r["locale"], r["term"], r["status"])
			}
		}
	}
	if inspected == 0 {
		t.Error("no forbidden and no deprecated term was looked for")
	}
}
