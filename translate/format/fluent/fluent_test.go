package fluent

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
	d, err := format.Read("desk.ftl", []byte("found = { $n ->\n    [one] { $n } file\n   *[other] { $n } files\n}\n"), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Println(b.Key, b.Text)
	}
	last := d.Blocks[len(d.Blocks)-1].Text
	arabic, err := unit.Parse("<1/> {ملفات}", last)
	if err != nil {
		fmt.Println(err)
		return
	}
	piece := format.Piece{Part: unit.Part{End: last.End()}, New: &arabic}
	out, err := d.Write(map[int][]format.Piece{len(d.Blocks) - 1: {piece}}, locale.MustParse("ar"), "")
	fmt.Println(string(out), err)
	// Output:
	// found[one] <1/> file
	// found[other] <1/> files
	// found = { $n ->
	//     [one] { $n } file
	//    *[other] { $n } {"{"}ملفات{"}"}
	// }
	//  <nil>
}

func TestGolden(t *testing.T) { laws.Golden(t, "testdata/*.ftl", *update) }

func TestCorpus(t *testing.T) { laws.Corpus(t, "fluent") }

func TestRead(t *testing.T) {
	cases := []struct{ body, want string }{
		{"# note\na = b\n    c\n\n      d\n  .e = f { $x }\n", "a→b\\nc\\n\\n  d (note); a.e→f <1/> (note)"},
		{"-t = T\nm = { -t } is { NUMBER($n, minimumFractionDigits: 2) } {\"{\"}\n", "-t→T; m→<1/> is <2/> {"},
		{"a =\n    b\n    c\n", "a→b\\nc"},
		{"junk here\na = b }\nc = { foo( }\n-d =\ne = f\n", "e→f"},
		{"a = x { $g ->\n  [f] she { $n ->\n    *[other] n\n  }\n *[other] they\n } y\n", "a→x <1/> y; a[f]→she <1/>; a[f][other]→n; a[other]→they"},
		{"## group\n\n# c\n\na = b\n", "a→b"},
		{"a\n  = b\n", ""},
		{"a = b\r\n  c\r\n", "a→b\\nc"},
	}
	for _, c := range cases {
		d, err := laws.Read(t, "a.ftl", []byte(c.body))
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

// TestTruncated cuts a file at every byte: what is left is read, or is junk.
func TestTruncated(t *testing.T) {
	body := "# c\na = b { $x ->\n    [one] c\n   *[other] d {\"{\"}\n  } e\n    .f = g\n"
	for n := range body {
		d, err := laws.Read(t, "cut.ftl", []byte(body[:n]))
		if err != nil {
			t.Fatalf("%q: %v", body[:n], err)
		}
		laws.Untouched(t, d)
	}
}

// TestHostile has files that are made to cost time.
func TestHostile(t *testing.T) {
	for _, s := range []string{"{", "a = {\n", "a = { $x ->\n [a] ", "a = b\n ", "\n ", "a = { FOO(", "-a\n", "a =\n\n\n", "{ {"} {
		d, err := laws.Read(t, "a.ftl", []byte("k = "+strings.Repeat(s, 1<<18/len(s))))
		if err != nil {
			t.Fatal(err)
		}
		laws.Untouched(t, d)
	}
}

func TestReadBack(t *testing.T) {
	atoms := []string{"a", "word word", " ", "\n    ", "\n\n    ", "\n      ", "\r\n    ", `{"{"}`, `{"\u000A"}`, `{""}`, "{ $x }", "{ -t }", "<b>", "</b>", "é"}
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		value := strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 12).Draw(t, "atoms"), "")
		return "k = " + value + "\nl = m\n"
	}))
}

func FuzzFluent(f *testing.F) {
	laws.Fuzz(f, "a = b\n", "a = { $n ->\n  [one] x\n *[other] y { $n }\n }\n", "-t = { \"x\" }\n    .a = b\n    c\n", "# c\njunk\r\na = {\"{\"}")
}
