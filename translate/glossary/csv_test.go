package glossary

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diglot/translate/locale"
)

const head = "concept,locale,term,status,case,do_not_translate,note\n"

func TestReadCSVErrors(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"empty", "", "g.csv: empty"},
		{"header", "id,locale\n", "g.csv:1: column 1"},
		{"short header", "concept,locale,term\n", "g.csv:1: 3 columns"},
		{"unknown column", "concept,locale,term,status,case,do_not_translate,note,colour\n", `g.csv:1: column "colour"`},
		{"short line", head + "hama,ar\n", "g.csv:2: 2 cells"},
		{"locale", head + "hama,arabic-language,حماة,preferred,sensitive,false,\n", "g.csv:2: "},
		{"status", head + "\nhama,ar,حماة,good,sensitive,false,\n", `g.csv:3: status is "good"`},
		{"case", head + "hama,ar,حماة,preferred,yes,false,\n", `g.csv:2: case is "yes"`},
		{"do not translate", head + "hama,ar,حماة,preferred,sensitive,maybe,\n", `g.csv:2: do_not_translate is "maybe"`},
		{"no term", head + "hama,ar, ,preferred,sensitive,false,\n", "g.csv:2: no term"},
		{"no concept", head + ",ar,حماة,preferred,sensitive,false,\n", "g.csv:2: no concept"},
		{"windows-1256", head + "hama,ar,\xcd\xe3\xc7\xc9,preferred,sensitive,false,\n", "g.csv:2: cell 3 is not UTF-8 (it looks like windows-1256)"},
		{"quote", head + "hama,ar,\"حماة,preferred\n", "g.csv: "},
		{"huge", head + "hama,ar," + strings.Repeat("x", maxCell+1) + ",preferred,sensitive,false,\n", "g.csv:2: cell 3 has"},
	}
	for _, test := range tests {
		_, err := ReadCSV(strings.NewReader(test.data), "g.csv")
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got error %v, want %s…", test.name, err, test.want)
		}
	}
}

func TestCSVRoundTrip(t *testing.T) {
	ar, en := locale.MustParse("ar"), locale.MustParse("en")
	concepts := []Concept{
		{ID: "hama", Terms: []Term{
			{Locale: ar, Text: "حماة", Status: Preferred, Note: "مدينة، لا «حماس»"},
			{Locale: en, Text: "Hama", Status: Preferred, CaseSensitive: true},
			{Locale: en, Text: "=cmd()", Status: Forbidden, Note: " +1 and space "},
			{Locale: en, Text: "'=quoted", Status: Forbidden, Note: "'plain"},
		}},
		{ID: "sdf", Subject: "politics", Definition: "an \"armed\"\nalliance", Note: "n", Type: "organisation", DoNotTranslate: true,
			Extra: []Extra{{XML: "<a/>"}},
			Terms: []Term{{Locale: en, Text: "SDF", Status: Admitted, Match: Exact, Use: LaterMention, PartOfSpeech: "properNoun",
				Gender: "f", Number: "plural", Authority: "desk", Approval: "approved", Extra: []Extra{{"language", "<b/>"}}}}},
	}
	for name, want := range map[string][]Concept{"plain": concepts[:1], "rich": concepts} {
		var b bytes.Buffer
		if err := WriteCSV(&b, want); err != nil {
			t.Fatal(err)
		}
		if name == "plain" && !strings.HasPrefix(b.String(), head) {
			t.Errorf("the header is %q", firstLine(b.Bytes()))
		}
		for _, sign := range []string{",=", ",+", ",-", ",@"} {
			if strings.Contains(b.String(), sign) {
				t.Errorf("a cell begins with %s, which a spreadsheet runs:\n%s", sign[1:], b.String())
			}
		}
		var tabs bytes.Buffer
		if err := WriteTSV(&tabs, want); err != nil {
			t.Fatal(err)
		}
		for table, data := range map[string]*bytes.Buffer{"csv": &b, "tsv": &tabs} {
			got, err := ReadCSV(data, "g."+table)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, got, sameTags); d != "" {
				t.Errorf("%s %s (-want +got):\n%s", name, table, d)
			}
		}
	}
}

func FuzzReadCSV(f *testing.F) {
	f.Add(head + "hama,ar,حماة,preferred,sensitive,false,\n")
	f.Add(strings.ReplaceAll(head, ",", "\t") + "a\ten\t'=x\tforbidden\t\ttrue\t\"a\nb\"\n")
	f.Fuzz(func(t *testing.T, data string) {
		want, err := ReadCSV(strings.NewReader(data), "f.csv")
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := WriteCSV(&b, want); err != nil {
			t.Fatal(err)
		}
		got, err := ReadCSV(&b, "again.csv")
		if err != nil {
			t.Fatalf("what was written is not read: %v", err)
		}
		if d := cmp.Diff(want, got, sameTags); d != "" {
			t.Fatalf("(-want +got):\n%s", d)
		}
	})
}
