package yaml

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
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
	MayRefuse: func(b *format.Block, t unit.Text) bool {
		style, _, _ := strings.Cut(b.Where, " ")
		switch {
		case strings.ContainsAny(t.Content, holder.Signs) || holder.IsAddress(t.Content): // letters that spell a placeholder or an address
			return true
		case style == `"`:
			return false
		case style == "'":
			return strings.ContainsFunc(t.Content, hard)
		}
		// in pieces, nothing can get quotes
		return !tame.MatchString(t.Content) || strings.ContainsFunc(t.Content, hard)
	},
}

// hard reports characters that only double quotes can hold.
func hard(r rune) bool { return unicode.IsControl(r) || strings.ContainsRune("\u2028\u2029\ufeff", r) }

// tame finds texts that are themselves in every style.
var tame = regexp.MustCompile(`^\pL[\pL\pN.]*( [\pL\pN.]+)*$`)

func Example() {
	d, err := format.Read("en.yml", []byte("en:\n  open: Open %{file}\n"), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Println(b.Key, b.Text)
	}
	last := d.Blocks[len(d.Blocks)-1].Text
	arabic, err := unit.Parse("فتح: <1/>", last)
	if err != nil {
		fmt.Println(err)
		return
	}
	piece := format.Piece{Part: unit.Part{End: last.End()}, New: &arabic}
	out, err := d.Write(map[int][]format.Piece{len(d.Blocks) - 1: {piece}}, locale.MustParse("ar"), "")
	fmt.Println(string(out), err)
	// Output:
	// en.open Open <1/>
	// en:
	//   open: "فتح: %{file}"
	//  <nil>
}

func TestGolden(t *testing.T) { laws.Golden(t, "testdata/*.yaml", *update) }

// TestDocsy reads the YAML files among those of go-i18n.
func TestDocsy(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(formattest.CorpusDir(t, "formats", "go-i18n", "valid", "dev"), "*.yaml"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no files: ", err)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		d, err := laws.Read(t, filepath.Base(path), b)
		if err != nil {
			t.Fatal(err)
		}
		laws.Untouched(t, d)
		if laws.OneUnit(t, d, 50) == 0 {
			t.Errorf("%s: no block", path)
		}
	}
}

// TestPlain writes values without quotes that need some.
func TestPlain(t *testing.T) {
	cases := []struct{ text, want string }{
		{"b", "a: b"}, {"it's", "a: it's"}, {"b: c", `a: "b: c"`}, {"b #c", `a: "b #c"`}, {"- b", `a: "- b"`}, {"yes", `a: "yes"`},
		{"12", `a: "12"`}, {" b", `a: " b"`}, {"b\nc", `a: "b\nc"`}, {`"b"`, `a: "\"b\""`}, {"نعم: لا", `a: "نعم: لا"`}, {"@b", `a: "@b"`}, {"b, c", "a: b, c"},
	}
	for _, c := range cases {
		d, err := laws.Read(t, "a.yaml", []byte("a: x"))
		if err != nil {
			t.Fatal(err)
		}
		fresh := unit.Plain(c.text)
		out, err := d.Write(map[int][]format.Piece{0: {{Part: unit.Part{End: unit.Pos{Offset: 1}}, New: &fresh}}}, locale.Tag{}, "")
		if err != nil || string(out) != c.want {
			t.Errorf("%q was written as %q (%v), want %q", c.text, out, err, c.want)
		}
	}
}

var styles = []string{"plain", "'", `"`, "|", ">", "flow"}

// styled gives a file with a value in a style.
func styled(style, value string) string {
	switch style {
	case "plain":
		return "k: " + value + "\nl: m\n"
	case "flow":
		return "k: [" + value + ", n]\nl: m\n"
	case "|", ">":
		return "k: " + style + "\n  " + value + "\n  more\nl: m\n"
	}
	return "k: " + style + value + style + "\nl: m\n"
}

func TestRead(t *testing.T) {
	cases := []struct{ body, want string }{
		{"a: b\n# n\nc:\n  - d\n  - e: 'f'\n", "a→b; c.0→d; c.1.e→f"},
		{"u: https://a.example/\nn: 3\nx: \"%count%\"\n", ""},
	}
	for _, c := range cases {
		d, err := laws.Read(t, "a.yaml", []byte(c.body))
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
		{"a: b\na: c\n", `2:1: the key "a" stands twice`},
		{"a: [b\n", "2:1: "},
	}
	for _, c := range cases {
		_, err := laws.Read(t, "a.yaml", []byte(c.body))
		if err == nil || !strings.HasPrefix(err.Error(), "a.yaml:"+c.want) {
			t.Errorf("%.60q: got %v, want %s", c.body, err, c.want)
		}
	}
}

// TestTruncated cuts a file at every byte: it is read or refused with a place.
func TestTruncated(t *testing.T) {
	body := "a:\n  b: \"c\"\n  d: [e, 'f']\n  g: |\n    h\n"
	refused := 0
	for n := range body {
		d, err := laws.Read(t, "cut.yaml", []byte(body[:n]))
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
	atoms := []string{"a", "word word", "é", "it", "%s", "{name}", "<b>", "</b>", "12"}
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		value := strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 12).Draw(t, "atoms"), "")
		return styled(rapid.SampledFrom(styles).Draw(t, "style"), value)
	}))
}

func FuzzYAML(f *testing.F) {
	laws.Fuzz(f, "a: b\n", "a: |\n  b\n  c\n", "a: [\"b\", 'c']\n", "a: b\n  c {x}\n", "- a: >-\n    b\n\n    c\n")
}
