package strings

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
	d, err := format.Read("en.lproj/Localizable.strings", []byte("/* button */\n\"save\" = \"Save %@\";\n"), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	source := d.Blocks[0].Text
	fmt.Println(source, "–", d.Blocks[0].Note)
	arabic, err := unit.Parse("حفظ \"<1/>\"", source)
	if err != nil {
		fmt.Println(err)
		return
	}
	out, err := d.Write(map[int][]format.Piece{0: {{Part: unit.Part{End: source.End()}, New: &arabic}}}, locale.Tag{}, "")
	fmt.Print(string(out), err)
	// Output:
	// Save <1/> – button
	// /* button */
	// "save" = "حفظ \"%@\"";
	// <nil>
}

func TestGolden(t *testing.T) { laws.Golden(t, "testdata/*.strings", *update) }

func TestCorpus(t *testing.T) { laws.Corpus(t, "apple-strings") }

func TestRead(t *testing.T) {
	cases := []struct{ body, want string }{
		{`"a" = "b";`, "a→b"},
		{`a="b";c.d = "e";`, "a→b c.d→e"},
		{`"a"; b = c;`, ""},
		{"{ \"a\" = \"b\"; }\n", "a→b"},
		{"\"a\" = \"b\nc\";", "a→b\nc"},
		{`"a" = "\U0645\u0646\n\"\'\101\\";`, "a→من\n\"'A\\"},
		{`/* x */ "a" /* y */ = "b" // z` + "\n;", "a→b"},
	}
	for _, c := range cases {
		d, err := laws.Read(t, "a.strings", []byte(c.body))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range d.Blocks {
			got = append(got, b.Key+"→"+b.Text.Content)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q: %s", c.body, diff)
		}
	}
}

func TestFaults(t *testing.T) {
	cases := []struct{ body, want string }{
		{"\"a\" = \"b\"\n\"c\" = \"d\";", `a.strings:2:1: '"' stands where the semicolon behind the pair should`},
		{`"a" = "b`, "a.strings:1:7: the string is not closed"},
		{`"a" = ;`, "a.strings:1:7: ';' stands where a value in quotes should"},
		{`/* a`, "a.strings:1:1: the comment is not closed"},
		{`"a" = "\Uxyz";`, `a.strings:1:8: four hexadecimal digits have to follow \U`},
		{`{ "a" = "b";`, "a.strings:1:13: the end of the file stands where a key in quotes should"},
		{`{ } x`, "a.strings:1:5: 'x' stands where the end of the file should"},
		{`"a" = <00ff>;`, "a.strings:1:7: '<' stands where a value in quotes should"},
	}
	for _, c := range cases {
		_, err := laws.Read(t, "a.strings", []byte(c.body))
		if err == nil || err.Error() != c.want {
			t.Errorf("%q: got %v, want %s", c.body, err, c.want)
		}
	}
}

// TestTruncated cuts a file at every byte: it is read or refused with a place.
func TestTruncated(t *testing.T) {
	body := "/* x */ \"a\" = \"b\\U0645 %@\";\n// y\nc = \"d\";\n"
	refused := 0
	for n := range body {
		d, err := laws.Read(t, "cut.strings", []byte(body[:n]))
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
	atoms := []string{"a", " ", "\n", `\n`, `\"`, `\U0645`, `\\`, "é", "%@", "%1$@ and %2$lld", "<b>", "word word", "//", "/*"}
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		return `"k" = "` + strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 20).Draw(t, "atoms"), "") + `";`
	}))
}

func FuzzStrings(f *testing.F) {
	laws.Fuzz(f, `"a" = "b";`, "/* c */\na=\"\\U0645\";", "{\"a\"=\"%@\";}", "// x\n\"a\";")
}
