package arb

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
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
		return strings.ContainsAny(t.Content, "<>")
	},
}

func Example() {
	d, err := format.Read("app_en.arb", []byte(`{"@@locale": "en", "n": "{n, plural, one {# file} other {# files}}"}`), format.Settings{}, []format.Format{Format{}})
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
	// n[one] <1/> file
	// n[other] <1/> files
	// {"@@locale": "ar", "n": "{n, plural, one {# file} other {# ملفات}}"} <nil>
}

func TestGolden(t *testing.T) { laws.Golden(t, "testdata/*.arb", *update) }

func TestCorpus(t *testing.T) { laws.Corpus(t, "arb") }

func TestRead(t *testing.T) {
	cases := []struct{ body, want string }{
		{`{"a": "b {c}", "@a": {"description": "what", "placeholders": {"c": {"example": "Hama"}}}}`, "a→b <1/> (what\n{c}: Hama)"},
		{`{"@@x": "y", "a": "{g, select, f {she} other {they}} came"}`, "a→<1/> came; a[f]→she; a[other]→they"},
	}
	for _, c := range cases {
		d, err := laws.Read(t, "a.arb", []byte(c.body))
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
		{`{"a": "{n, plural, one {x}}"}`, `1:8: {n, plural has no branch "other"`},
		{`{"a": "b {"}`, "1:10: a { without"},
		{`{"a": "x", "a": "y"}`, `1:12: the key`},
	}
	for _, c := range cases {
		_, err := laws.Read(t, "a.arb", []byte(c.body))
		if err == nil || !strings.HasPrefix(err.Error(), "a.arb:"+c.want) {
			t.Errorf("%.60q: got %v, want %s", c.body, err, c.want)
		}
	}
}

// TestTruncated cuts a file at every byte: it is read or refused with a place.
func TestTruncated(t *testing.T) {
	body := `{"a": "{n, plural, one {b} other {c}}", "@a": {"description": "d"}}`
	refused := 0
	for n := range body {
		d, err := laws.Read(t, "cut.arb", []byte(body[:n]))
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
	atoms := []string{"a", "word word", " ", "é", `\n`, `\"`, `\\`, `\u0645`, `\ud83d\ude00`, `\/`, "%s", "{name}", "don't", "''", "'{'", "<b>", "</b>"}
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		value := strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 12).Draw(t, "atoms"), "")
		return `{"k": "{n, plural, one {` + value + `} other {x # y}} in ` + value + `"}`
	}))
}

func FuzzARB(f *testing.F) {
	laws.Fuzz(f, `{"a":"b {c}","@a":{"description":"d"}}`, `{"a":"{n,plural,one{# b}other{# c}} d"}`)
}
