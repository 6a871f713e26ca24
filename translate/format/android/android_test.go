package android

import (
	"fmt"
	"strings"
	"testing"

	"diglot/translate/format/formattest"

	"pgregory.net/rapid"
)

var laws = formattest.Laws{Format: Format{}, LineEnds: true}

func TestCorpus(t *testing.T) { laws.Corpus(t, "android") }

// sources draws files with escapes, quotes, CDATA and markup.
var sources = rapid.Custom(func(t *rapid.T) string {
	piece := rapid.SampledFrom([]string{
		"text", " ", "  \n ", "\r\n", "&amp;", "&lt;", "&#160;", "حماة", `\'`, `\"`, `\n`, `\u0041`, `\\`, `"`, "@", "?", "<![CDATA[<i>a  b\\'</i>]]>",
		"<b>bold</b>", "<br/>", "<xliff:g id='n'>%1$s</xliff:g>", "<!-- c -->", "%d",
	})
	text := func(label string) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 5).Draw(t, label), "")
	}
	return "<resources xmlns:xliff='urn:oasis:names:tc:xliff:document:1.2'>\n<!-- note --><string name='a'>" + text("a") +
		"</string>\n<plurals name='p'><item quantity='one'>" + text("one") + "</item><item quantity='other'>" + text("other") +
		"</item></plurals><string-array name='s'><item>\"" + text("quoted") + "\"</item></string-array></resources>"
})

func TestReadBack(t *testing.T) { laws.ReadBack(t, sources) }

func FuzzRead(f *testing.F) { laws.Fuzz(f, sources.Example(1), sources.Example(2), sources.Example(3)) }

func TestRead(t *testing.T) {
	const file = `<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">
	<!-- Title of the
	     first page. -->
	<string name="title">  It\'s   <b>on</b> \u0040 <xliff:g id="x">%1$s</xliff:g>\n</string>
	<string name="quoted">"  kept  "</string>
	<string name="html"><![CDATA[<p>Hi &amp; bye</p>]]></string>
	<string name="ref">@string/title</string>
	<string name="no" translatable="false">No</string>
	<plurals name="days"><item quantity="one">day</item><item quantity="other">days</item></plurals>
	<string-array name="list"><item>one</item><item>two</item></string-array>
</resources>`
	d, err := laws.Read(t, "strings.xml", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range d.Blocks {
		got = append(got, b.Key+": "+b.Text.String())
	}
	want := []string{
		`title: It's <1>on</1> @ <2/>\n`, `quoted:   kept  `, `html: <p>Hi &amp; bye</p>`,
		"days[one]: day", "days[other]: days", "list[0]: one", "list[1]: two",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if note := d.Blocks[0].Note; !strings.HasPrefix(note, "Title of the") {
		t.Errorf("the note is %q", note)
	}
}

func TestValidate(t *testing.T) {
	for _, c := range []struct{ file, says string }{
		{`<string name="a">It's</string>`, ":1:31: an apostrophe"},
		{`<string name="a">"It's"</string>`, ""},
		{`<string name="a">It\'s</string>`, ""},
		{`<string name="a">%d of %d</string>`, "2 placeholders"},
		{`<string name="a" formatted="false">%d of %d</string>`, ""},
		{`<string name="a">%1$d of %2$d, 100%%</string>`, ""},
		{`<string name="a">x</string><string name="a">y</string>`, "stands twice"},
		{`<string>x</string>`, "no name"},
		{`<plurals name="p"><item quantity="once">x</item></plurals>`, "is none of"},
		{`<string name="a">x</b></string>`, "does not fit"},
	} {
		faults := fmt.Sprint(Format{}.Validate("<resources>" + c.file + "</resources>"))
		if c.says == "" && faults != "[]" || !strings.Contains(faults, c.says) {
			t.Errorf("%s: %s; want %q", c.file, faults, c.says)
		}
	}
}
