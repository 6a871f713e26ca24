package tbx

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
	for _, name := range []string{"tbx2", "tbx3"} {
		paths, err := filepath.Glob(filepath.Join(formattest.CorpusDir(t, "formats", name), "*", "dev", "*"))
		if err != nil || len(paths) == 0 {
			t.Fatalf("no files of %s: %v", name, err)
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
			faults := Format{}.Validate(d.Body)
			if (len(faults) == 0) != (verdict == "valid") {
				t.Errorf("%s %s: %v", verdict, filepath.Base(path), faults)
			}
			count[verdict]++
		}
	}
	t.Logf("%v", count)
}

func FuzzRead(f *testing.F) {
	laws.Fuzz(f, "<tbx><text/></tbx>", "<martif><text><body><termEntry/></body></text></martif>")
}

func FuzzValidate(f *testing.F) {
	f.Add(minimal)
	f.Fuzz(func(t *testing.T, body string) {
		for _, fault := range (Format{}).Validate(strings.ToValidUTF8(body, "?")) {
			if fault == nil || fault.Line == 0 {
				t.Fatalf("%v names no place", fault)
			}
		}
	})
}

const minimal = `<tbx type="TBX-Min" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
<text><body><conceptEntry id="c1"><descrip type="subjectField">army</descrip><langSec xml:lang="en"><termSec><term>left</term><termNote type="partOfSpeech">verb</termNote></termSec></langSec></conceptEntry></body></text></tbx>`

func TestValidate(t *testing.T) {
	for _, c := range []struct{ old, new, says string }{
		{"", "", ""},
		{`<p>x</p>`, `x`, "text cannot stand in <sourceDesc>"},
		{` id="c1"`, ``, "no id"},
		{`<langSec xml:lang="en">`, `<langSec>`, "no xml:lang"},
		{`<term>left</term>`, ``, "<term> comes first"},
		{`<term>left</term>`, `<term>left</term><term>right</term>`, "cannot stand here"},
		{`type="partOfSpeech"`, `type="termType"`, "has no type"},
		{`>verb<`, `>verbal<`, "is not one of"},
		{` type="partOfSpeech"`, ``, "no type"},
		{`<term>left</term>`, `<term>left</term><xref type="externalCrossReference" target="nowhere">x</xref>`, "no address"},
		{`style="dca"`, `style="abc"`, "neither dca nor dct"},
		{`<descrip`, `<x xmlns="urn:x"/><descrip`, "cannot stand here"},
	} {
		faults := fmt.Sprint(Format{}.Validate(strings.Replace(minimal, c.old, c.new, 1)))
		if c.says == "" && faults != "[]" || !strings.Contains(faults, c.says) {
			t.Errorf("%s → %s: %s; want %q", c.old, c.new, faults, c.says)
		}
	}
}
