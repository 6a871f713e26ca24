package memory_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/unit"
)

// Example shows a look-up in a memory of two pairs.
func Example() {
	en, ar := locale.MustParse("en"), locale.MustParse("ar")
	stored := "The army left Hama.\tغادر الجيش حماة.\nNobody left.\tلم يغادر أحد.\n"
	report := func(p memory.Problem) { fmt.Println(p) }
	m, err := memory.New(memory.ReadTSV(strings.NewReader(stored), "agency.tsv", en, ar, report), memory.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	asked := unit.Plain("The army left Homs.")
	for _, match := range m.Find(memory.Query{Source: asked, SourceLocale: en, TargetLocale: ar}) {
		fmt.Printf("%d %s %s (%s)\n", match.Score, match.Source, match.Target, match.Origin)
		for _, c := range memory.Diff(match.Source, asked) {
			if c.Kind == memory.Replaced {
				fmt.Println(match.Source.Content[c.Old.Start:c.Old.End], "became", asked.Content[c.New.Start:c.New.End])
			}
		}
	}
	// Output:
	// 80 The army left Hama. غادر الجيش حماة. (agency.tsv:1)
	// Hama became Homs
}

func TestOpenFile(t *testing.T) {
	en, ar := locale.MustParse("en"), locale.MustParse("ar")
	dir := t.TempDir()
	files := map[string]string{
		"a.tsv": "\ufeffHama fell\tسقطت حماة\thama#1\r\nno tab here\r\n\r\nempty\t \n\xff\tx\n",
		"a.TMX": `<tmx version="1.4"><header srclang="ar"/><body><tu><tuv xml:lang="ar"><seg>سقطت حماة</seg></tuv>` +
			`<tuv xml:lang="en-GB"><seg>Hama fell</seg></tuv><tuv xml:lang="fr"><seg>Hama est tombée</seg></tuv></tu></body></tmx>`,
	}
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		var problems []string
		m, err := memory.OpenFile(path, en, ar, memory.Options{}, func(p memory.Problem) { problems = append(problems, p.String()) })
		if err != nil {
			t.Fatal(err)
		}
		got := m.Find(memory.Query{Source: unit.Plain("Hama fell"), SourceLocale: en, TargetLocale: ar})
		if len(got) != 1 || got[0].Score != 100 || got[0].Target.Content != "سقطت حماة" {
			t.Errorf("%s: %+v", name, got)
		}
		if want := map[string]int{"a.tsv": 3}[name]; len(problems) != want {
			t.Errorf("%s: problems %q", name, problems)
		}
		if name == "a.tsv" && (problems[0] != "a.tsv:2:12: no tab; a line is source, tab, target" || got[0].Origin != "hama#1") {
			t.Errorf("problem %q, origin %q", problems[0], got[0].Origin)
		}
	}
	for _, path := range []string{filepath.Join(dir, "missing.tmx"), filepath.Join(dir, "a.docx")} {
		if path[len(path)-1] == 'x' && filepath.Ext(path) == ".docx" {
			if err := os.WriteFile(path, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := memory.OpenFile(path, en, ar, memory.Options{}, nil); err == nil {
			t.Errorf("%s was opened", path)
		}
	}
}

func TestFindAll(t *testing.T) {
	m, err := memory.New(func(yield func(memory.Entry, error) bool) {
		for i := range 300 {
			if !yield(memory.Entry{Source: unit.Plain(fmt.Sprintf("number %d", i)), Target: unit.Plain(fmt.Sprint(i))}, nil) {
				return
			}
		}
	}, memory.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var queries []memory.Query
	for i := range 500 {
		queries = append(queries, memory.Query{Source: unit.Plain(fmt.Sprintf("number %d", i)), Min: 100})
	}
	found, err := memory.FindAll(context.Background(), m, queries)
	if err != nil {
		t.Fatal(err)
	}
	for i, matches := range found {
		if i < 300 && (len(matches) != 1 || matches[0].Target.Content != fmt.Sprint(i)) || i >= 300 && len(matches) > 0 {
			t.Errorf("query %d: %+v", i, matches)
		}
	}
	stopped, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := memory.FindAll(stopped, m, queries); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
