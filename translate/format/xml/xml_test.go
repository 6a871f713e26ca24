package xml

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/unit"

	"pgregory.net/rapid"
)

// What is a block depends on where letters are: a text without any outside of its
// codes may become another block, or one with others. And line ends that do not fold,
// and spaces beside ]]>, have no spelling in a CDATA section.
var laws = formattest.Laws{Format: Format{}, LineEnds: true, MayRefuse: func(b *format.Block, t unit.Text) bool {
	return !hasOuterLetters(t) || b.Where == "cdata" && (strings.ContainsAny(t.Content, "\n\t") || strings.Contains(t.Content, "]]>"))
}}

// Files of other formats that are XML are XML of any kind to this one.
func TestCorpus(t *testing.T) {
	blocks := 0
	for _, name := range []string{"android", "resx", "qt-ts", "srx", "tbx2", "tbx3", "xliff2", "tmx"} {
		paths, err := filepath.Glob(filepath.Join(formattest.CorpusDir(t, "formats", name), "valid", "dev", "*"))
		if err != nil || len(paths) == 0 {
			t.Fatalf("no files of %s: %v", name, err)
		}
		for _, path := range paths {
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d, err := laws.Read(t, filepath.Base(path), src)
			if err != nil {
				t.Fatal(err)
			}
			laws.Untouched(t, d)
			blocks += laws.OneUnit(t, d, 3)
		}
	}
	if blocks == 0 {
		t.Fatal("no block was changed")
	}
}

var sources = rapid.Custom(func(t *rapid.T) string {
	piece := rapid.SampledFrom([]string{
		"text", " ", "  \n ", "\r\n", "&amp;", "&#160;", "&#10;", "حماة", "<![CDATA[a  <b>]]>", "<![CDATA[ ]]>", "<!-- c -->", "<?p i?>", "<b>bold</b>", "<b/>", "<i> <b>x</b> </i>",
		"<br/>", "<ul><li>one</li><li>two</li></ul>", "<k i:translate='no'>kept</k>", "<pre xml:space='preserve'> a  b\n</pre>", "<n i:withinText='no'>apart</n>",
	})
	text := func(label string) string { return strings.Join(rapid.SliceOfN(piece, 0, 6).Draw(t, label), "") }
	return "<?xml version='1.0'?>\n<doc xmlns:i='http://www.w3.org/2005/11/its'><p>" + text("one") + "</p>\n<p xml:space='" +
		rapid.SampledFrom([]string{"default", "preserve"}).Draw(t, "space") + "'>" + text("two") + "</p></doc>"
})

func TestReadBack(t *testing.T) { laws.ReadBack(t, sources) }

func FuzzRead(f *testing.F) { laws.Fuzz(f, sources.Example(1), sources.Example(2), sources.Example(3)) }

// hasOuterLetters reports letters that stand in no pair of codes.
func hasOuterLetters(t unit.Text) bool {
	depth, done := 0, 0
	for _, c := range t.Codes {
		if depth == 0 && format.HasLetters(t.Content[done:c.Offset]) {
			return true
		}
		done = c.Offset
		switch c.Kind {
		case unit.Open:
			depth++
		case unit.Close:
			depth--
		}
	}
	return depth == 0 && format.HasLetters(t.Content[done:])
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"elements", "<a><b>one</b><b> two\n  words </b></a>", "[one two words]"},
		{"inline", "<a>one <b>two <i>three</i></b><br/> four</a>", "[one <1>two <2>three</2></1><3/> four]"},
		{"one inside the other", "<p><b><i>x</i></b></p>", "[x]"},
		{"list in text", "<p>one<ul><li>a</li><li>b</li></ul>two</p>", "[one a b two]"},
		{"wrapped inline", "<p>one <b><i>two</i></b></p>", "[one <1><2>two</2></1>]"},
		{"CDATA", "<p><![CDATA[a < b]]></p>", "[a < b]"},
		{"preserve", "<p xml:space='preserve'> a\n b</p>", `[ a\n b]`},
		{"not translated", "<a xmlns:i='http://www.w3.org/2005/11/its'><p i:translate='no'>x</p><p>y <k i:translate='no'>z</k></p></a>", "[y <1/>]"},
		{
			"rules", "<a><r:rules xmlns:r='http://www.w3.org/2005/11/its' version='2.0'><r:translateRule selector='//head//id | /a/code' translate='no'/>" +
				"<r:withinTextRule selector='//emph' withinText='yes'/></r:rules><head><x><id>1</id></x></head><code>c</code><p><emph>one</emph> <emph>two</emph></p></a>",
			"[<1>one</1> <2>two</2>]",
		},
		{"nothing", "<a b='c'><d/> </a>", "[]"},
	} {
		d, err := laws.Read(t, c.name, []byte(c.body))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range d.Blocks {
			got = append(got, b.Text.String())
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
}
