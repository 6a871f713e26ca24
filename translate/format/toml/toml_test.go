package toml

import (
	"flag"
	"fmt"
	"strings"
	"testing"
	"unicode"

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
	MayRefuse: func(b *format.Block, t unit.Text) bool { // letters that spell a placeholder or an address
		for _, c := range b.Text.Codes {
			if strings.ContainsAny(c.Original, "\r\n") { // only a line end parts it from the next
				return true
			}
		}
		if holder.IsAddress(t.Content) || b.Where[0] == '\'' && strings.ContainsFunc(t.Content, unicode.IsControl) {
			return true
		}
		return strings.ContainsAny(t.Content, "\\'"+holder.Signs)
	},
}

func Example() {
	d, err := format.Read("en.toml", []byte("# on the button\n[menu]\nopen = \"Open {file}\"\n"), format.Settings{}, []format.Format{Format{}})
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
	// # on the button
	// [menu]
	// open = "فتح \"{file}\""
	//  <nil>
}

func TestGolden(t *testing.T) { laws.Golden(t, "testdata/*.toml", *update) }

func TestRead(t *testing.T) {
	cases := []struct{ body, want string }{
		{"a = 'b'\n# n\nc.d = \"\"\"\ne\nf\"\"\"\n", "a→b; c.d→e\\nf (n)"},
		{"u = \"https://a.example/\"\nn = 3\n", ""},
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
		{"[A]\na = \"x\"\n[A]\nb = \"y\"\n", "3:2: "},
		{"a = \"x", "1:6: "},
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
	body := "[a]\nb = \"c \\u0645\" # d\ne = [\"f\", {g = 'h'}]\n"
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
	atoms := []string{"a", "word word", " ", "é", `\n`, `\"`, `\\`, `\u0645`, "\n", "\r\n", "\\\n  ", "%s", "{name}", "<b>", "</b>", "#"}
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		value := strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 12).Draw(t, "atoms"), "")
		return "k = " + strings.Repeat("\"", 3) + value + strings.Repeat("\"", 3) + "\nl = \"m\"\n"
	}))
}

func FuzzTOML(f *testing.F) {
	laws.Fuzz(f, "a = \"b\"\n", "[[a]]\nb = '''\nc'''\n", "a = {b = \"\"\"c\\\n  d {x}\"\"\"}\n")
}
