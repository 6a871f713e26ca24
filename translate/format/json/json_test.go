package json

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
	MayRefuse: func(_ *format.Block, t unit.Text) bool { // letters that spell a placeholder or an address
		return strings.ContainsAny(t.Content, holder.Signs) || holder.IsAddress(t.Content)
	},
}

func Example() {
	d, err := format.Read("en.json", []byte(`{"menu": {"open": "Open {file}"}}`), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Println(b.Key, b.Text)
	}
	last := d.Blocks[len(d.Blocks)-1].Text
	arabic, err := unit.Parse("فتح \"<1/>\"", last)
	if err != nil {
		fmt.Println(err)
		return
	}
	piece := format.Piece{Part: unit.Part{End: last.End()}, New: &arabic}
	out, err := d.Write(map[int][]format.Piece{len(d.Blocks) - 1: {piece}}, locale.MustParse("ar"), "")
	fmt.Println(string(out), err)
	// Output:
	// menu.open Open <1/>
	// {"menu": {"open": "فتح \"{file}\""}} <nil>
}

func TestGolden(t *testing.T) { laws.Golden(t, "testdata/*.json", *update) }

func TestCorpus(t *testing.T) { laws.Corpus(t, "json") }

func TestRead(t *testing.T) {
	cases := []struct{ body, want string }{
		{`{"a": "b", "c": {"d": ["e", {"f": "g"}]}}`, "a→b; c.d[0]→e; c.d[1].f→g"},
		{`{"u": "https://a.example/b", "p": "img/a.png", "n": 1, "e": "", "x": "{y}"}`, ""},
		{`[{"key": "hello", "value": "Hello"}, {"id": "b", "text": "Bye"}]`, "hello.value→Hello; b.text→Bye"},
		{`{"t": {"message": "Hi $N$", "description": "greets", "placeholders": {"n": {"content": "$1"}}}}`, "t→Hi $N$ (greets)"},
		{`{"a": "b", "_a.comment": "note"}`, "a→b (note)"},
		{`"just this"`, "→just this"},
		{``, ""},
	}
	for _, c := range cases {
		d, err := laws.Read(t, "a.json", []byte(c.body))
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
		{`{"a": "x", "a": "y"}`, `1:12: the key "a" stands twice`},
		{"{\n 'a': 1}", "2:2: "},
		{`{"a": "b"`, "1:10: the file ends"},
		{strings.Repeat("[", 1<<20), "1:502: objects and arrays are nested"},
	}
	for _, c := range cases {
		_, err := laws.Read(t, "a.json", []byte(c.body))
		if err == nil || !strings.HasPrefix(err.Error(), "a.json:"+c.want) {
			t.Errorf("%.60q: got %v, want %s", c.body, err, c.want)
		}
	}
}

// TestTruncated cuts a file at every byte: it is read or refused with a place.
func TestTruncated(t *testing.T) {
	body := `{"a": ["b\u0645", {"c": "d {x}"}], "e": 1.5e3}`
	refused := 0
	for n := range body {
		d, err := laws.Read(t, "cut.json", []byte(body[:n]))
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
	atoms := []string{"a", "word word", " ", "é", `\n`, `\"`, `\\`, `\u0645`, `\ud83d\ude00`, `\/`, "%s", "{name}", "<b>", "</b>"}
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		value := strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 12).Draw(t, "atoms"), "")
		return `{"k": "` + value + `", "l": "m"}`
	}))
}

func FuzzJSON(f *testing.F) {
	laws.Fuzz(f, `{"a":"b"}`, `[{"id":"a","text":"b {x}"}]`, `"a"`, `{"a":"\ud83d\ude00 <b>c</b>"}`)
}
