package csv

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
	MayRefuse: func(_ *format.Block, t unit.Text) bool { // letters that spell a placeholder, or, in pieces, need quotes
		return strings.ContainsAny(t.Content, "\",;\t\n"+holder.Signs) || holder.IsAddress(t.Content)
	},
}

func Example() {
	d, err := format.Read("words.csv", []byte("key,source,target\nsave,Save {x},\n"), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Println(b.Key, b.Text)
	}
	last := d.Blocks[len(d.Blocks)-1].Text
	arabic, err := unit.Parse("حفظ, <1/>", last)
	if err != nil {
		fmt.Println(err)
		return
	}
	piece := format.Piece{Part: unit.Part{End: last.End()}, New: &arabic}
	out, err := d.Write(map[int][]format.Piece{len(d.Blocks) - 1: {piece}}, locale.MustParse("ar"), "")
	fmt.Println(string(out), err)
	// Output:
	// save Save <1/>
	// key,source,target
	// save,Save {x},"حفظ, {x}"
	//  <nil>
}

func TestGolden(t *testing.T) { laws.Golden(t, "testdata/*.csv", *update) }

// TestQuotes writes cells without quotes that need some.
func TestQuotes(t *testing.T) {
	for text, want := range map[string]string{"b": "b,x", "b, c": `"b, c",x`, `"b"`: `"""b""",x`, "b\nc": "\"b\nc\",x", `b "c"`: `b "c",x`} {
		d, err := laws.Read(t, "a.csv", []byte("a,x"))
		if err != nil {
			t.Fatal(err)
		}
		fresh := unit.Plain(text)
		out, err := d.Write(map[int][]format.Piece{0: {{Part: unit.Part{End: unit.Pos{Offset: 1}}, New: &fresh}}}, locale.Tag{}, "")
		if err != nil || string(out) != want {
			t.Errorf("%q was written as %q (%v), want %q", text, out, err, want)
		}
	}
}

// TestLanguages has a column for each language.
func TestLanguages(t *testing.T) {
	l := laws
	l.Settings.Source, l.Settings.Target = locale.MustParse("en"), locale.MustParse("ar")
	d, err := l.Read(t, "a.csv", []byte("key,de,en,ar\nk,Ja,Yes,نعم\nl,Nein,No,\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range d.Blocks {
		got = append(got, b.Key+"→"+b.Text.Content+"→"+b.Target.Text.Content)
	}
	if diff := cmp.Diff([]string{"k→Yes→نعم", "l→No→"}, got); diff != "" {
		t.Error(diff)
	}
	laws.Untouched(t, d)
}

func TestRead(t *testing.T) {
	cases := []struct{ body, want string }{
		{"a,\"b, \"\"c\"\"\",1\n\nd;e\n", "1.1→a; 1.2→b, \"c\"; 1.3→1; 3→d;e"},
		{"key;text;note\r\nk;b;n\r\n", "k→b (n)"},
		{"id\ten\tcomment\nk\tb\tc\n", "k→b (c)"},
		{"source,target\nb,c\n", "2→b"},
		{"plain\n", "1→plain"},
	}
	for _, c := range cases {
		d, err := laws.Read(t, "a.csv", []byte(c.body))
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
		{"a,\"b", "1:3: the quote is not closed"},
		{"\"a\"b,c\n", `1:4: "b" stands behind a closing quote`},
		{"source,target\nb\n", "2:1: the row has 1 cells"},
	}
	for _, c := range cases {
		_, err := laws.Read(t, "a.csv", []byte(c.body))
		if err == nil || !strings.HasPrefix(err.Error(), "a.csv:"+c.want) {
			t.Errorf("%.60q: got %v, want %s", c.body, err, c.want)
		}
	}
}

// TestTruncated cuts a file at every byte: it is read or refused with a place.
func TestTruncated(t *testing.T) {
	body := "key,text\na,\"b \"\"c\"\"\"\n"
	refused := 0
	for n := range body {
		d, err := laws.Read(t, "cut.csv", []byte(body[:n]))
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
	atoms := []string{"a", "word word", " ", "é", `""`, ",", ";", "\n", "{x}", "%s", "<b>", "</b>"}
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		value := strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 12).Draw(t, "atoms"), "")
		return "key,text,source\nk,\"" + value + "\",s\n" + []string{"", "l,plain words here,t\n"}[rapid.IntRange(0, 1).Draw(t, "more")]
	}))
}

func FuzzCSV(f *testing.F) {
	laws.Fuzz(f, "a,b\n", "key,source,target\nk,\"b\n c\",\"d\"\n", "a\tb {x}\r\n", "\"a \"\"b\"\"\";c")
}
