package tmx

import (
	"fmt"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"pgregory.net/rapid"
)

var laws = formattest.Laws{Format: Format{}, LineEnds: true, Settings: format.Settings{Target: locale.MustParse("ar")}}

func TestCorpus(t *testing.T) { laws.Corpus(t, "tmx") }

var sources = rapid.Custom(func(t *rapid.T) string {
	inline := rapid.SampledFrom([]string{
		"text", " ", "\r\n", "&amp;", "&lt;b&gt;", "حماة", "&e;", "<bpt i='1' x='1'>{</bpt>", "<ept i='1'>}</ept>", "<ph x='2'>%s</ph>",
		"<it pos='begin' x='3'>u</it>", "<hi type='b'>hi</hi>", "<ut>x</ut>", "<ph>[<sub>s</sub>]</ph>", "<![CDATA[a<b]]>",
	})
	text := func(label string) string { return strings.Join(rapid.SliceOfN(inline, 0, 5).Draw(t, label), "") }
	var b strings.Builder
	b.WriteString("<?xml version='1.0'?>\n<!DOCTYPE tmx SYSTEM 'tmx14.dtd' [<!ENTITY e 'x'>]>\n<tmx version='1.4'><header srclang='en'/><body>")
	for range rapid.IntRange(1, 3).Draw(t, "units") {
		b.WriteString("\n<tu tuid='1'><note>n</note>\n  <tuv xml:lang='fr'><seg>f</seg></tuv>\n  <tuv xml:lang='en-US'><seg>" + text("source") + "</seg></tuv>")
		b.WriteString(rapid.SampledFrom([]string{"", "<tuv xml:lang='ar'><seg/></tuv>", "<tuv lang='AR-YE'><prop type='x'>p</prop><seg>" + text("target") + "</seg></tuv>"}).Draw(t, "target"))
		b.WriteString("</tu>")
	}
	return b.String() + "</body></tmx>"
})

func TestReadBack(t *testing.T) { laws.ReadBack(t, sources) }

func FuzzRead(f *testing.F) { laws.Fuzz(f, sources.Example(1), sources.Example(2), sources.Example(3)) }

// The target is the variant that the settings name, and is made where it is missing.
func TestLanguages(t *testing.T) {
	const file = `<tmx version="1.4"><header srclang="EN"/><body>
<tu><tuv xml:lang="de"><seg>d</seg></tuv>
  <tuv xml:lang="en-GB"><seg>e <bpt i="1">{</bpt>f<ept i="1">}</ept></seg></tuv><tuv xml:lang="fr"><seg>g</seg></tuv></tu></body></tmx>`
	for _, c := range []struct{ target, has, written string }{
		{"fr-CA", "g", `<tuv xml:lang="fr"><seg>neu</seg></tuv>`},
		{"", "d", `<tuv xml:lang="de"><seg>neu</seg></tuv>`},
		{"ar-YE", "", "</tuv>\n  <tuv xml:lang=\"ar-YE\"><seg>neu</seg></tuv><tuv xml:lang=\"fr\">"},
	} {
		l := laws
		l.Settings.Target, _ = locale.Parse(c.target)
		d, err := l.Read(t, "a.tmx", []byte(file))
		if err != nil {
			t.Fatal(err)
		}
		b := d.Blocks[0]
		if b.Text.String() != "e <1>f</1>" || b.Target.Text.Content != c.has {
			t.Errorf("%q: %s with the slot %q", c.target, b.Text, b.Target.Text)
		}
		fresh := unit.Plain("neu")
		out, err := d.Write(map[int][]format.Piece{0: {{Part: unit.Part{End: b.Text.End()}, New: &fresh}}}, locale.Tag{}, "")
		if err != nil || !strings.Contains(string(out), c.written) {
			t.Errorf("%q: %s %v", c.target, out, err)
		}
	}
}

func TestNoSecondLanguage(t *testing.T) {
	d, err := format.Read("a.tmx", []byte(`<tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>a</seg></tuv></tu></body></tmx>`), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		t.Fatal(err)
	}
	fresh := unit.Plain("b")
	_, err = d.Write(map[int][]format.Piece{0: {{Part: unit.Part{End: unit.Pos{Offset: 1}}, New: &fresh}}}, locale.Tag{}, "")
	if err == nil || !strings.Contains(err.Error(), "a.tmx:1:35") {
		t.Errorf("written without a second language: %v", err)
	}
}

func TestValidate(t *testing.T) {
	const head = `<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="ar" datatype="x"/><body>`
	const tail = `</body></tmx>`
	for _, c := range []struct{ body, says string }{
		{`<tu><tuv xml:lang="ar"><seg>a<bpt i="1">x</bpt><ept i="1">x</ept></seg></tuv></tu>`, ""},
		{`<tu><tuv xml:lang="ar"><seg>a<ept i="9">x</ept></seg></tuv></tu>`, "no <bpt"},
		{`<tu><tuv xml:lang="ar"><seg>a<bpt i="9">x</bpt></seg></tuv></tu>`, "no <ept"},
		{`<tu><tuv><seg>a</seg></tuv></tu>`, "no xml:lang"},
		{`<tu><tuv xml:lang="ar"/></tu>`, "0 <seg>"},
		{`<tu/>`, "no <tuv>"},
		{`<tu><tuv xml:lang="ar"><seg>a<b/></seg></tuv></tu>`, "cannot stand in a segment"},
		{`<tu><tuv xml:lang="ar"><seg>a</seg></tuv><note>n</note></tu>`, "before the <tuv>"},
	} {
		faults := fmt.Sprint(Format{}.Validate(head + c.body + tail))
		if c.says == "" && faults != "[]" || !strings.Contains(faults, c.says) {
			t.Errorf("%s: %s; want %q", c.body, faults, c.says)
		}
	}
	if faults := fmt.Sprint(Format{}.Validate(`<tmx><header/><body/></tmx>`)); !strings.Contains(faults, "no srclang") {
		t.Errorf("a header without srclang: %s", faults)
	}
}
