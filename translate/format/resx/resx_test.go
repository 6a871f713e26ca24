package resx

import (
	"fmt"
	"strings"
	"testing"

	"diglot/translate/format/formattest"

	"pgregory.net/rapid"
)

var laws = formattest.Laws{Format: Format{}, LineEnds: true}

func TestCorpus(t *testing.T) { laws.Corpus(t, "resx") }

var sources = rapid.Custom(func(t *rapid.T) string {
	piece := rapid.SampledFrom([]string{"text", "  ", "\r\n", "&amp;", "&lt;b&gt;", "حماة", "&#xD;", "<![CDATA[x ]] > y]]>", "{0}", "<b>x</b>"})
	return "<root>\n<data name='a'><value>" + strings.Join(rapid.SliceOfN(piece, 0, 6).Draw(t, "a"), "") +
		"</value><comment>c</comment></data><data name='b' xml:space='preserve'><value><![CDATA[in]]></value></data></root>"
})

func TestReadBack(t *testing.T) { laws.ReadBack(t, sources) }

func FuzzRead(f *testing.F) { laws.Fuzz(f, sources.Example(1), sources.Example(2)) }

func TestRead(t *testing.T) {
	const file = `<root><data name="a"><value>One &amp; two</value><comment>said</comment></data>
<data name="b" type="System.String, mscorlib"><value> x </value></data>
<data name="c" type="System.Drawing.Size"><value>1, 2</value></data>
<data name="d" mimetype="application/x-microsoft.net.object.bytearray.base64"><value>AA==</value></data>
<data name="&gt;&gt;e.Name"><value>e</value></data><metadata name="f"><value>f</value></metadata></root>`
	d, err := laws.Read(t, "a.resx", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range d.Blocks {
		got = append(got, b.Key+":"+b.Text.Content+":"+b.Note)
	}
	if fmt.Sprint(got) != "[a:One & two:said b: x :]" {
		t.Errorf("got %q", got)
	}
}

func TestValidate(t *testing.T) {
	const headers = `<resheader name="resmimetype"><value>text/microsoft-resx</value></resheader><resheader name="reader"/><resheader name="writer"/>`
	for _, c := range []struct{ file, says string }{
		{headers + `<data name="a"><value>x</value></data>`, ""},
		{headers + `<data name="a"><value>x</value></data><data name="a"><value>y</value></data>`, `"a" stands twice`},
		{headers + `<data name="a"/>`, "no <value>"},
		{``, "no <resheader"},
	} {
		faults := fmt.Sprint(Format{}.Validate("<root>" + c.file + "</root>"))
		if c.says == "" && faults != "[]" || !strings.Contains(faults, c.says) {
			t.Errorf("%s: %s; want %q", c.file, faults, c.says)
		}
	}
}
