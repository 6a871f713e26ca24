package goi18n

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/format/internal/holder"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files anew")

var laws = formattest.Laws{
	Format:   Format{},
	LineEnds: true,
	MayRefuse: func(_ *format.Block, t unit.Text) bool { // letters that spell a placeholder
		return strings.ContainsAny(t.Content, holder.Signs)
	},
}

func Example() {
	d, err := format.Read("active.en.toml", []byte("[Files]\nhash = \"sha1-5b\"\none = \"{{.N}} file\"\nother = \"{{.N}} files\"\n"), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Println(b.Key, b.Text)
	}
	last := d.Blocks[len(d.Blocks)-1].Text
	arabic, err := unit.Parse("<1/> ملفات", last)
	if err != nil {
		fmt.Println(err)
		return
	}
	piece := format.Piece{Part: unit.Part{End: last.End()}, New: &arabic}
	out, err := d.Write(map[int][]format.Piece{len(d.Blocks) - 1: {piece}}, locale.MustParse("ar"), "")
	fmt.Println(string(out), err)
	// Output:
	// Files[one] <1/> file
	// Files[other] <1/> files
	// [Files]
	// hash = "sha1-5b"
	// one = "{{.N}} file"
	// other = "{{.N}} ملفات"
	//  <nil>
}

func TestGolden(t *testing.T) { laws.Golden(t, "testdata/*en.*[ln]", *update) }

func TestCorpus(t *testing.T) { laws.Corpus(t, "go-i18n") }

func TestRead(t *testing.T) {
	cases := []struct{ body, want string }{
		{"a = \"b\"\n[c]\ndescription = \"d\"\nother = \"e\"\n", "a→b; c[other]→e (d)"},
		{"[[messages]]\ndescription = \"d\"\nid = \"hello\"\nmessage = \"Hi\"\n", "hello→Hi (d)"},
		{`{"a": {"one": "x", "other": "y {{.N}}"}, "b": "z"}`, "a[one]→x; a[other]→y <1/>; b→z"},
		{`[{"id": "a", "translation": "x"}, {"id": "b", "translation": {"one": "y", "other": "z"}}]`, "a→x; b[one]→y; b[other]→z"},
		{`{"language": "en", "messages": [{"id": "a", "message": "src", "translation": "tgt"}]}`, "a→tgt"},
		{"# n\na:\n  description: d\n  other: e\nb: f\n", "a[other]→e (d); b→f"},
		{"- id: a\n  translation: x\n", "a→x"},
	}
	for _, c := range cases {
		d, err := laws.Read(t, "a.toml", []byte(c.body))
		if err != nil {
			t.Errorf("%q: %v", c.body, err)
			continue
		}
		var got []string
		for _, b := range d.Blocks {
			s := b.Key + "→" + b.Text.String()
			if b.Note != "" {
				s += " (" + b.Note + ")"
			}
			got = append(got, s)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%q: %s", c.body, diff)
		}
	}
}

func TestFaults(t *testing.T) {
	cases := []struct{ body, want string }{
		{"[A]\nother = \"x\"\n[A]\nother = \"y\"\n", "3:2: "},
		{`{"a": "x", "a": "y"}`, "1:12: "},
		{"a: x\na: y\n", "2:1: "},
		{"[broken toml\n", "1:9: "},
	}
	for _, c := range cases {
		_, err := laws.Read(t, "a.toml", []byte(c.body))
		if err == nil || !strings.HasPrefix(err.Error(), "a.toml:"+c.want) {
			t.Errorf("%.60q: got %v, want %s", c.body, err, c.want)
		}
	}
}

// TestTruncated cuts a file at every byte: it is read or refused with a place.
func TestTruncated(t *testing.T) {
	body := "[a]\none = \"b {{.C}}\"\nother = \"c\"\n"
	refused := 0
	for n := range body {
		d, err := laws.Read(t, "cut.toml", []byte(body[:n]))
		if err != nil {
			refused++
			continue
		}
		laws.Untouched(t, d)
	}
	if refused == 0 {
		t.Error("no cut was noticed")
	}
}

func TestReadBack(t *testing.T) {
	atoms := []string{"a", "word word", " ", "é", `\n`, `\"`, `\\`, `\u0645`, "{{.Name}}", "{name}", "<b>", "</b>"}
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		value := strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 12).Draw(t, "atoms"), "")
		return []string{"[k]\nother = \"" + value + "\"\n", `{"k": {"other": "` + value + `"}}`, "k:\n  other: \"" + value + "\"\n"}[rapid.IntRange(0, 2).Draw(t, "syntax")]
	}))
}

func FuzzGoI18n(f *testing.F) {
	laws.Fuzz(f, "[a]\nother = \"b\"\n", `{"a": {"one": "b"}}`, "a:\n  other: b {{.C}}\n", `[{"id":"a","translation":"b"}]`)
}
