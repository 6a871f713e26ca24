package glossary

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"diglot/translate/locale"
)

var sameTags = cmp.Comparer(func(a, b locale.Tag) bool { return a == b })

var styles = map[string]TBXStyle{"v2": TBX2, "v3 dca": TBX3DCA, "v3 dct": TBX3DCT}

const tbxSample = `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>made for this test</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
<conceptEntry id="hama">
  <descrip type="subjectField">geography</descrip>
  <transacGrp><transac type="transactionType">origination</transac><date>2024-12-05</date></transacGrp>
  <note>a city, not حماس</note>
  <langSec xml:lang="ar">
    <descrip type="definition">مدينة سورية على نهر العاصي</descrip>
    <termSec><term>حماة</term><termNote type="partOfSpeech">noun</termNote>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
      <descrip type="context">دخلت القوات حماة</descrip><admin type="source">desk</admin></termSec>
  </langSec>
  <langSec xml:lang="en">
    <termSec><term>Hama</term><note>diglot: case=sensitive&amp;match=exact</note></termSec>
    <termSec><term>Hamah &amp; Co</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
  </langSec>
</conceptEntry>
</body></text>
</tbx>
`

func TestReadTBX(t *testing.T) {
	got, err := ReadTBX(strings.NewReader(tbxSample), "g.tbx")
	if err != nil {
		t.Fatal(err)
	}
	ar, en := locale.MustParse("ar"), locale.MustParse("en")
	want := []Concept{{ID: "hama", Subject: "geography", Note: "a city, not حماس",
		Extra: []Extra{{"", `<transacGrp><transac type="transactionType">origination</transac><date>2024-12-05</date></transacGrp>`}},
		Terms: []Term{
			{Locale: ar, Text: "حماة", Status: Preferred, PartOfSpeech: "noun", Authority: "desk", Extra: []Extra{
				{"language", `<descrip type="definition">مدينة سورية على نهر العاصي</descrip>`},
				{"", `<descrip type="context">دخلت القوات حماة</descrip>`}}},
			{Locale: en, Text: "Hama", Status: Preferred, CaseSensitive: true, Match: Exact},
			{Locale: en, Text: "Hamah & Co", Status: Forbidden},
		}}}
	if d := cmp.Diff(want, got, sameTags); d != "" {
		t.Fatalf("(-want +got):\n%s", d)
	}
	for name, style := range styles {
		roundTripTBX(t, name, want, style)
	}
	var dct bytes.Buffer
	if err := WriteTBX(&dct, got, TBX3DCT); err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"<basic:transactionType>origination</basic:transactionType>", "<min:administrativeStatus>", "<basic:context>"} {
		if !strings.Contains(dct.String(), s) {
			t.Errorf("dct style has no %s:\n%s", s, dct.String())
		}
	}
}

func roundTripTBX(t interface{ Fatalf(string, ...any) }, name string, want []Concept, style TBXStyle) {
	var b bytes.Buffer
	if err := WriteTBX(&b, want, style); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	written := b.String()
	got, err := ReadTBX(&b, name)
	if err != nil {
		t.Fatalf("%v in\n%s", err, written)
	}
	if d := cmp.Diff(want, got, sameTags); d != "" {
		t.Fatalf("%s (-want +got):\n%s\n%s", name, d, written)
	}
}

func TestReadTBXErrors(t *testing.T) {
	change := func(old, new string) string { return strings.Replace(tbxSample, old, new, 1) }
	tests := []struct{ name, data, want string }{
		{"empty", "", "g.tbx:1: no TBX"},
		{"no element", "<!-- -->", "g.tbx:1: no TBX"},
		{"another format", "<html></html>", "g.tbx:1: no TBX: the root element is <html>"},
		{"cut off", tbxSample[:900], "g.tbx:"},
		{"wrong end", change("</termSec>", "</term>"), "g.tbx:13: element <termSec>"},
		{"no type", change(`<descrip type="subjectField">`, "<descrip>"), "g.tbx:6: <descrip> has no attribute type"},
		{"status", change("preferredTerm-admn-sts", "good"), `g.tbx:12: concept hama: administrativeStatus is "good"`},
		{"two terms", change("<term>Hama</term>", "<term>Hama</term><term>Hamah</term>"), "g.tbx:16: concept hama: a section"},
		{"language", change(`xml:lang="ar">`, `xml:lang="!">`), "g.tbx:9: concept hama: "},
		{"no term", change("<term>Hama</term>", ""), "g.tbx:16: concept hama: a section of a term of en has no <term>"},
		{"misplaced", change("<body>", `<admin type="x">y</admin><body>`), "g.tbx:4: <admin> does not belong here"},
		{"TBX-Min", change("TBX-Basic", "TBX-Min"), `g.tbx:10: TBX-Min has no descrip "definition"`},
		{"entity bomb", strings.Replace(change("<tbx ", `<!DOCTYPE tbx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><tbx `), "geography", "&b;", 1),
			"g.tbx:6: invalid character entity &b;"},
		{"deep", change("geography", strings.Repeat("<x>", 100)), "g.tbx:6: elements more than 64 deep"},
	}
	for _, test := range tests {
		_, err := ReadTBX(strings.NewReader(test.data), "g.tbx")
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got error %v, want %s…", test.name, err, test.want)
		}
	}
}

// concepts draws what the model can hold.
func drawConcepts(t *rapid.T) []Concept {
	word := rapid.SampledFrom([]string{"Hama", "حماة", "a & b", "<i>", `"q"`, "=1+1", "'x", "naïve", "سلاح نووي", "@a", "x,y"})
	field := rapid.SampledFrom([]string{"", "x", "a & b", "حماة", "two\nlines", "=1", "'=1", "'"})
	tags := []locale.Tag{locale.MustParse("ar"), locale.MustParse("en"), locale.MustParse("fr-CA")}
	var concepts []Concept
	for i := range rapid.IntRange(0, 4).Draw(t, "concepts") {
		c := Concept{
			ID:      rapid.SampledFrom([]string{"c", "hama#1", "قمة", "1x"}).Draw(t, "id") + string(rune('a'+i)),
			Subject: field.Draw(t, "subject"), Definition: field.Draw(t, "definition"), Note: field.Draw(t, "note"),
			Type: field.Draw(t, "type"), DoNotTranslate: rapid.Bool().Draw(t, "dnt"),
		}
		if rapid.Bool().Draw(t, "extra") {
			c.Extra = []Extra{{"", `<xref type="xGraphic" target="a&amp;b">p</xref>`}, {"", `<foo:bar xmlns:foo="u"/>`}}
		}
		for _, tag := range tags {
			for range rapid.IntRange(1, 2).Draw(t, "terms") {
				c.Terms = append(c.Terms, Term{
					Locale: tag, Text: word.Draw(t, "text"),
					Status:        rapid.SampledFrom([]Status{Preferred, Admitted, Deprecated, Forbidden}).Draw(t, "status"),
					CaseSensitive: rapid.Bool().Draw(t, "case"),
					Match:         rapid.SampledFrom([]Match{Inflected, Exact, Prefix}).Draw(t, "match"),
					Use:           rapid.SampledFrom([]Use{AnyMention, FirstMention, LaterMention}).Draw(t, "use"),
					PartOfSpeech:  rapid.SampledFrom([]string{"", "noun", "properNoun"}).Draw(t, "pos"),
					Gender:        rapid.SampledFrom([]string{"", "feminine", "common"}).Draw(t, "gender"),
					Number:        field.Draw(t, "number"), Note: field.Draw(t, "term note"),
					Authority: field.Draw(t, "authority"), Approval: field.Draw(t, "approval"),
				})
			}
		}
		concepts = append(concepts, c)
	}
	return concepts
}

// What is written is read back, in each form of TBX and in CSV.
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := drawConcepts(t)
		for _, name := range []string{"v2", "v3 dca", "v3 dct"} {
			roundTripTBX(t, name, want, styles[name])
		}
		var b bytes.Buffer
		if err := WriteCSV(&b, want); err != nil {
			t.Fatal(err)
		}
		got, err := ReadCSV(&b, "g.csv")
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got, sameTags); d != "" {
			t.Fatalf("csv (-want +got):\n%s", d)
		}
	})
}

// Files of other programs are read, and what was read comes back from all forms.
func TestForeignTBX(t *testing.T) {
	root := corpus(t, "formats/tbx3")
	for _, pattern := range []string{root + "/valid/dev/*", filepath.Dir(root) + "/tbx2/valid/dev/*"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no files (%v)", pattern, err)
		}
		for _, path := range files {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			concepts, err := ReadTBX(bytes.NewReader(data), filepath.Base(path))
			if err != nil {
				t.Error(err)
				continue
			}
			for _, c := range concepts { // a language with two sections gets one
				slices.SortStableFunc(c.Terms, func(a, b Term) int { return strings.Compare(a.Locale.String(), b.Locale.String()) })
			}
			if len(concepts) == 0 || len(concepts[0].Terms) == 0 {
				t.Errorf("%s: nothing was read", path)
			}
			roundTripTBX(t, "v2", concepts, TBX2)
			roundTripTBX(t, "v3 dca", concepts, TBX3DCA)
			roundTripTBX(t, "v3 dct", throughDCT(t, concepts), TBX3DCT) // white space inside a tag is all that goes
		}
	}
	files, _ := filepath.Glob(root + "/invalid/dev/*")
	for _, path := range files {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ReadTBX(f, filepath.Base(path)); err == nil {
			t.Errorf("%s: invalid, but no error", path)
		}
		f.Close()
	}
}

func throughDCT(t *testing.T, concepts []Concept) []Concept {
	t.Helper()
	var b bytes.Buffer
	if err := WriteTBX(&b, concepts, TBX3DCT); err != nil {
		t.Fatal(err)
	}
	read, err := ReadTBX(&b, "dct")
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func FuzzReadTBX(f *testing.F) {
	f.Add(tbxSample)
	f.Add(strings.NewReplacer("dca", "dct", `<descrip type="subjectField">geography</descrip>`, `<min:subjectField xmlns:min="http://www.tbxinfo.net/ns/min">g</min:subjectField>`).Replace(tbxSample))
	f.Fuzz(func(t *testing.T, data string) {
		concepts, err := ReadTBX(strings.NewReader(data), "f.tbx")
		if err != nil {
			return
		}
		for _, style := range styles {
			var b bytes.Buffer
			if err := WriteTBX(&b, concepts, style); err != nil {
				t.Fatal(err)
			}
			if _, err := ReadTBX(&b, "again.tbx"); err != nil {
				t.Fatalf("what was written is not read: %v", err)
			}
		}
	})
}
