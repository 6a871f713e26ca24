package i18next

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
	d, err := format.Read("en/common.json", []byte(`{"item_one": "{{count}} item", "item_other": "{{count}} items"}`), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Println(b.Key, b.Text)
	}
	last := d.Blocks[len(d.Blocks)-1].Text
	arabic, err := unit.Parse("<1/> عناصر", last)
	if err != nil {
		fmt.Println(err)
		return
	}
	piece := format.Piece{Part: unit.Part{End: last.End()}, New: &arabic}
	out, err := d.Write(map[int][]format.Piece{len(d.Blocks) - 1: {piece}}, locale.MustParse("ar"), "")
	fmt.Println(string(out), err)
	// Output:
	// item[one] <1/> item
	// item[other] <1/> items
	// {"item_one": "{{count}} item", "item_other": "{{count}} عناصر"} <nil>
}

func TestGolden(t *testing.T) { laws.Golden(t, "testdata/*.json", *update) }

func TestCorpus(t *testing.T) { laws.Corpus(t, "i18next") }

func TestRead(t *testing.T) {
	cases := []struct{ body, want string }{
		{`{"a": {"b_few": "x", "b_ordinal_two": "y", "b_plural": "z", "b_2": "q", "few": "w"}}`, "a.b[few]→x; a.b[ordinal two]→y; a.b[plural]→z; a.b[2]→q; a.few→w"},
		{`{"a": "see $t(b, {\"count\": {{n}} }) {x} <1>c</1>"}`, "a→see <1/> {x} <2>c</2>"},
		{`["a"]`, "[0]→a"},
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
		{"{\n  \"a\": \"x\",\n}", "3:1: "},
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
	body := `{"a_one": "b $t(c)", "d": {"e": "{{f}}"}}`
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
	atoms := []string{"a", "word word", " ", "é", `\n`, `\"`, `\\`, `\u0645`, `\ud83d\ude00`, `\/`, "%s", "{name}", "<b>", "</b>", "{{n}}", "$t(a)"}
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		value := strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 12).Draw(t, "atoms"), "")
		return `{"k_one": "` + value + `", "l": "m"}`
	}))
}

func FuzzI18next(f *testing.F) {
	laws.Fuzz(f, `{"a_one":"{{count}} b"}`, `{"a":["$t(b)"]}`, `{"a":"<0>b</0>"}`)
}
