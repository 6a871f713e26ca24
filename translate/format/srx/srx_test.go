package srx

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diglot/translate/format/formattest"
)

var laws = formattest.Laws{Format: Format{}}

// Every valid file is read, comes back and keeps the rules; every invalid one breaks them.
func TestCorpus(t *testing.T) {
	count := map[string]int{}
	paths, err := filepath.Glob(filepath.Join(formattest.CorpusDir(t, "formats", "srx"), "*", "dev", "*"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, path := range paths {
		verdict := filepath.Base(filepath.Dir(filepath.Dir(path)))
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		d, err := laws.Read(t, filepath.Base(path), src)
		if err != nil {
			t.Fatal(err)
		}
		laws.Untouched(t, d)
		if faults := (Format{}).Validate(d.Body); (len(faults) == 0) != (verdict == "valid") {
			t.Errorf("%s %s: %v", verdict, filepath.Base(path), faults)
		}
		count[verdict]++
	}
	t.Logf("%v", count)
}

func FuzzRead(f *testing.F) { laws.Fuzz(f, "<srx version='2.0'><body/></srx>") }

func TestUnbalanced(t *testing.T) {
	for pattern, says := range map[string]string{
		"": "", `[.?!]+`: "", `[]a]`: "", `[^]a]`: "", `[[a-z]&&[^b]]`: "", `\[`: "", `(?:a|b)\)`: "", `\Q[(\E.`: "", `\Q[(`: "",
		`[.`: "[ without", `(a`: "( without", `a)`: ") without", `a\`: "end", `[a[b]`: "[ without", `[(]`: "",
	} {
		if got := unbalanced(pattern); !strings.Contains(got, says) || (got == "") != (says == "") {
			t.Errorf("%q: %q, want %q", pattern, got, says)
		}
	}
}

func TestValidate(t *testing.T) {
	const file = `<srx version="2.0"><body><languagerules><languagerule languagerulename="A"><rule break="no"><beforebreak>x</beforebreak></rule></languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="A"/></maprules></body></srx>`
	for _, c := range []struct{ old, new, says string }{
		{"", "", ""},
		{`>x<`, `>(x<`, "1:93: <beforebreak>: a ( without )"},
		{`break="no"`, `break="maybe"`, "neither yes nor no"},
		{`".*" languagerulename="A"`, `".*" languagerulename="B"`, `no rules "B"`},
	} {
		faults := fmt.Sprint(Format{}.Validate(strings.Replace(file, c.old, c.new, 1)))
		if c.says == "" && faults != "[]" || !strings.Contains(faults, c.says) {
			t.Errorf("%s → %s: %s; want %q", c.old, c.new, faults, c.says)
		}
	}
}
