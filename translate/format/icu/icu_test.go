package icu

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
	d, err := format.Read("en.json", []byte(`{"found": "{n, plural, one {# file} other {# files}} in {dir}"}`), format.Settings{}, []format.Format{Format{}})
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
	// found <1/> in <2/>
	// found[one] <1/> file
	// found[other] <1/> files
	// {"found": "{n, plural, one {# file} other {# ملفات}} in {dir}"} <nil>
}

func TestGolden(t *testing.T) { laws.Golden(t, "testdata/*.json", *update) }

func TestCorpus(t *testing.T) { laws.Corpus(t, "icu-messageformat") }

func TestRead(t *testing.T) {
	cases := []struct{ body, want string }{
		{`{"a": {"b": "x {y, number}"}, "c": ["d"]}`, "a.b→x <1/>; c[0]→d"},
		{`[{"id": "a.b", "defaultMessage": "Hi", "description": "greets"}]`, "a.b→Hi (greets)"},
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
		{`{"a": "{n, plural, one {x} other {y}"}`, "1:37: the message ends within"},
		{`{"a": "{n, plural, one {x} tow {y} other {z}}"}`, `1:28: "tow" is no plural category`},
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
	body := `{"a": "{n, plural, one {b} other {c}}", "d": "e"}`
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
	atoms := []string{"a", "word word", " ", "é", `\n`, `\"`, `\\`, `\u0645`, `\ud83d\ude00`, `\/`, "%s", "{name}", "don't", "''", "'{'", "<b>", "</b>"}
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		value := strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 12).Draw(t, "atoms"), "")
		return `{"k": "{n, plural, one {` + value + `} other {x # y}} in ` + value + `"}`
	}))
}

func FuzzICU(f *testing.F) {
	laws.Fuzz(f, `{"a":"{n,plural,one{# b}other{# c}} d"}`, `{"a":"{g,select,f{{n,plural,other{x}}}other{'{'}}"}`)
}
