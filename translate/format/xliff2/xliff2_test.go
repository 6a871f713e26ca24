package xliff2

import (
	"strings"
	"testing"

	"diglot/translate/format/formattest"

	"pgregory.net/rapid"
)

var laws = formattest.Laws{Format: Format{}, LineEnds: true}

func TestCorpus(t *testing.T) { laws.Corpus(t, "xliff2") }

// sources draws files whose segments have codes, targets in all forms, and
// references.
var sources = rapid.Custom(func(t *rapid.T) string {
	inline := rapid.SampledFrom([]string{
		"text", " ", "\r\n", "\n", "&amp;", "&lt;b&gt;", "&#160;", "حماة", "<![CDATA[a<b]]>", "<![CDATA[]]>", "<cp hex=\"0003\"/>", "<!-- c -->",
		"<ph id='p1'/>", "<pc id='q1'>in</pc>", "<pc id='q2'/>", "<sc id='s1'/>x<ec startRef='s1'/>", "<sc id='s2' isolated='yes'/>", "<ec startRef='s9'/>",
		"<mrk id='m1' type='term'>t</mrk>", "<mrk id='m2' translate='no'>no</mrk>",
	})
	text := func(label string) string {
		return strings.Join(rapid.SliceOfN(inline, 0, 5).Draw(t, label), "")
	}
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"en\" trgLang=\"ar\"><file id='f'>")
	for range rapid.IntRange(1, 3).Draw(t, "units") {
		b.WriteString("<unit id='u'><notes><note>n</note></notes><segment state=\"initial\" subState='x:y'>\n  <source>" + text("source") + "</source>")
		switch rapid.IntRange(0, 3).Draw(t, "target") {
		case 1:
			b.WriteString("<target/>")
		case 2:
			b.WriteString("<target xml:lang='ar' ></target>")
		case 3:
			b.WriteString("\n<target>" + text("target") + "</target>")
		}
		b.WriteString("</segment></unit>")
	}
	return b.String() + "</file></xliff>"
})

func TestReadBack(t *testing.T) { laws.ReadBack(t, sources) }

func FuzzRead(f *testing.F) {
	laws.Fuzz(f, rapidSeeds(sources)...)
}

func rapidSeeds(g *rapid.Generator[string]) []string {
	return []string{g.Example(1), g.Example(2), g.Example(3)}
}
