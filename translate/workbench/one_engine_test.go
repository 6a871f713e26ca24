package workbench

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diglot/translate/glossary"
	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// TestOneEngine: a project, a file of pairs and a bilingual file give the same
// findings for the same texts.
func TestOneEngine(t *testing.T) {
	pairs := [][2]string{
		{"The bridge is 162 metres long.", "Le pont mesure 126 mètres de long."},
		{"He crossed the bridge.", "Il a traversé la passerelle."},
		{"Did she see it (the bridge)?", "A-t-elle vu le pont."},
		{"It rained on Friday.", "Il a plu plu vendredi."},
	}
	terms := []glossary.Concept{{ID: "bridge", Terms: []glossary.Term{
		{Locale: locale.MustParse("en"), Text: "bridge", Status: glossary.Preferred},
		{Locale: locale.MustParse("fr"), Text: "pont", Status: glossary.Preferred},
		{Locale: locale.MustParse("fr"), Text: "passerelle", Status: glossary.Forbidden},
	}}}
	dir := t.TempDir()
	csv := filepath.Join(dir, "terms.csv")
	var table strings.Builder
	if err := glossary.WriteCSV(&table, terms); err != nil {
		t.Fatal(err)
	}
	write(t, csv, table.String())

	fromProject := checkedInProject(t, dir, pairs, terms)
	if len(fromProject) < 4 {
		t.Fatalf("only %d findings in the project: %v", len(fromProject), fromProject)
	}
	config := Config{}
	en, fr := locale.MustParse("en"), locale.MustParse("fr")

	var lines strings.Builder
	for _, p := range pairs {
		line, err := json.Marshal(map[string]string{"id": "x", "source": p[0], "target": p[1]})
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(line, '\n'))
	}
	inPairs, err := config.CheckPairs(strings.NewReader(lines.String()), "pairs.jsonl", en, fr, csv)
	if err != nil {
		t.Fatal(err)
	}
	po := "msgid \"\"\nmsgstr \"Language: fr\\nContent-Type: text/plain; charset=UTF-8\\n\"\n"
	for _, p := range pairs {
		po += "\nmsgid \"" + p[0] + "\"\nmsgstr \"" + p[1] + "\"\n"
	}
	bilingual := filepath.Join(dir, "fr.po")
	write(t, bilingual, po)
	inFile, err := config.CheckBilingual(bilingual, en, fr, csv)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]Checked{"pairs": inPairs, "bilingual file": inFile} {
		if diff := cmp.Diff(fromProject, issuesOf(c)); diff != "" {
			t.Errorf("project and %s differ (-project +other):\n%s", name, diff)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func issuesOf(c Checked) []unit.Issue {
	var out []unit.Issue
	for _, f := range c.Findings {
		out = append(out, f.Issue)
	}
	return out
}

func checkedInProject(t *testing.T, dir string, pairs [][2]string, terms []glossary.Concept) []unit.Issue {
	t.Helper()
	ctx, fr := context.Background(), locale.MustParse("fr")
	if _, err := Init(dir, locale.MustParse("en"), []locale.Tag{fr}); err != nil {
		t.Fatal(err)
	}
	p, err := Open(ctx, dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	var article strings.Builder
	for _, pair := range pairs {
		article.WriteString(pair[0] + "\n")
	}
	write(t, filepath.Join(dir, "a.txt"), article.String())
	if _, err := p.Import(ctx, filepath.Join(dir, "a.txt"), ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := p.Store.PutConcepts(ctx, DefaultGlossary, terms, false, ""); err != nil {
		t.Fatal(err)
	}
	units, err := p.Store.Units(ctx, "a", false)
	if err != nil || len(units) != len(pairs) {
		t.Fatalf("%d units, want %d (%v)", len(units), len(pairs), err)
	}
	var changes []store.Change
	for i, u := range units {
		changes = append(changes, store.Change{Unit: u.ID, Locale: fr, Target: unit.Target{Text: unit.Plain(pairs[i][1]), State: unit.Translated}})
	}
	if _, err := p.Store.Save(ctx, changes); err != nil {
		t.Fatal(err)
	}
	c, err := p.Check(ctx, nil, fr)
	if err != nil {
		t.Fatal(err)
	}
	return issuesOf(c)
}
