package properties

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
	MayRefuse: func(b *format.Block, t unit.Text) bool { // letters that spell a placeholder
		for _, c := range b.Text.Codes {
			if strings.ContainsAny(c.Original, "\r\n") { // only a line end parts it from the next
				return true
			}
		}
		return strings.ContainsAny(t.Content, holder.Signs)
	},
}

func Example() {
	d, err := format.Read("desk_en.properties", []byte("# on the button\nsave = Save {0}\n"), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	source := d.Blocks[0].Text
	fmt.Println(source, "–", d.Blocks[0].Note)
	arabic, err := unit.Parse("حفظ <1/>", source)
	if err != nil {
		fmt.Println(err)
		return
	}
	out, err := d.Write(map[int][]format.Piece{0: {{Part: unit.Part{End: source.End()}, New: &arabic}}}, locale.Tag{}, "")
	fmt.Print(string(out), err)
	// Output:
	// Save <1/> – on the button
	// # on the button
	// save = \u062D\u0641\u0638 {0}
	// <nil>
}

func TestGolden(t *testing.T) { laws.Golden(t, "testdata/*.properties", *update) }

func TestCorpus(t *testing.T) { laws.Corpus(t, "properties") }

func TestRead(t *testing.T) {
	cases := []struct{ body, want string }{
		{"a=b", "a→b"},
		{"a:b\r\nc = d \re\tf", "a→b c→d  e→f"},
		{"a b = c", "a→b = c"},
		{`a\ b\=c=d`, "a b=c→d"},
		{"a=b\\\n  c\\\r\n\td", "a→bcd"},
		{"a \\\n  = b", "a→b"},
		{"a=\\\n\nb=c", "b→c"},
		{`a=\u0645\ud83d\ude00\t\q`, "a→م😀\tq"},
		{"# x\n! y\n  # z\na=b#c", "a→b#c"},
		{"a\nb=\n=c", "→c"},
		{`a=b\`, "a→b"},
		{`a=b\\`, `a→b\`},
	}
	for _, c := range cases {
		d, err := laws.Read(t, "a.properties", []byte(c.body))
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

func TestFault(t *testing.T) {
	_, err := laws.Read(t, "a.properties", []byte("a=b\nID=x\\uABC\n"))
	if err == nil || !strings.HasPrefix(err.Error(), "a.properties:2:5: four hexadecimal digits") {
		t.Errorf("got %v", err)
	}
}

func TestReadBack(t *testing.T) {
	atoms := []string{"a", "key", " ", "=", ":", "\n", "\r\n", "\\\n  ", "\\\r\n\t ", `\ `, `\u0645`, `\n`, "é", "{0}", "%s", "#", "  ", "\t", "word word"}
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		return "k=" + strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 20).Draw(t, "atoms"), "")
	}))
}

func FuzzProperties(f *testing.F) {
	laws.Fuzz(f, "a=b\n", "# c\na b\\\n  c\n", `a=\u0645\ud83d`, "a : {0} %s\r\n")
}

// TestHostile has files that are made to cost time.
func TestHostile(t *testing.T) {
	for _, s := range []string{"\\\n", "\\", "a=", "a=\\u0041", "#\n", "= ", "{", "<a "} {
		d, err := laws.Read(t, "a.properties", []byte("k="+strings.Repeat(s, 1<<20/len(s))))
		if err != nil {
			t.Fatal(err)
		}
		laws.Untouched(t, d)
	}
}
