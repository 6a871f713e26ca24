package xliff1

import (
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"pgregory.net/rapid"
)

// A target that holds all segments of a unit uncut cannot be empty: it would be read
// as one that has none of them yet.
var laws = formattest.Laws{Format: Format{}, LineEnds: true, MayRefuse: func(_ *format.Block, t unit.Text) bool { return t.IsEmpty() }}

func TestCorpus(t *testing.T) {
	for _, name := range []string{"xliff1", "sdlxliff", "mqxliff"} {
		t.Run(name, func(t *testing.T) { laws.Corpus(t, name) })
	}
}

// sources draws units with all inline elements, with and without segments, with
// targets in all forms.
var sources = rapid.Custom(func(t *rapid.T) string {
	inline := rapid.SampledFrom([]string{
		"text", " ", "\r\n", "&amp;", "&lt;b&gt;", "حماة", "<![CDATA[a<b]]>", "<!-- c -->", "<g id='1'>in</g>", "<g id='2'/>", "<x id='3'/>",
		"<bx id='4'/>", "<ex id='4'/>", "<bpt id='5'>&lt;i></bpt>", "<ept id='5'>&lt;/i></ept>", "<ph id='6'>%s<sub>sub</sub></ph>", "<it id='7' pos='open'>u</it>",
		"<mrk mtype='term'>t</mrk>", "<mrk mtype='protected'>p</mrk>",
	})
	text := func(label string) string { return strings.Join(rapid.SliceOfN(inline, 0, 5).Draw(t, label), "") }
	var b strings.Builder
	b.WriteString("<?xml version='1.0'?>\n<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file original='a' source-language='en' datatype='x'><body><group>")
	for range rapid.IntRange(1, 3).Draw(t, "units") {
		b.WriteString("\n<trans-unit id='1'>\n  <source>" + text("source") + "</source>")
		if rapid.Bool().Draw(t, "segmented") {
			b.WriteString("<seg-source><g id='8'><mrk mtype='seg' mid='1'>" + text("seg 1") + "</mrk> <mrk mtype='seg' mid='2'>" + text("seg 2") + "</mrk></g></seg-source>")
		}
		b.WriteString(rapid.SampledFrom([]string{
			"", "<target/>", "\n<target state='new' ></target>", "<target>" + text("target") + "</target>",
			"<target><mrk mtype='seg' mid='2'/></target>", "<target><mrk mtype='seg' mid='1'>" + text("target 1") + "</mrk></target>",
		}).Draw(t, "target"))
		b.WriteString("<note>n</note><alt-trans match-quality='80%'><target>alt</target></alt-trans></trans-unit>")
	}
	return b.String() + "</group></body></file></xliff>"
})

func TestReadBack(t *testing.T) { laws.ReadBack(t, sources) }

func FuzzRead(f *testing.F) { laws.Fuzz(f, sources.Example(1), sources.Example(2), sources.Example(3)) }

// fill translates every block of a file with a state.
func fill(t *testing.T, file string, s unit.State, target locale.Tag) string {
	t.Helper()
	d, err := laws.Read(t, "a.xlf", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	pieces := map[int][]format.Piece{}
	for i, b := range d.Blocks {
		fresh := unit.Plain("T" + b.Text.Content)
		pieces[i] = []format.Piece{{Part: unit.Part{End: b.Text.End()}, New: &fresh, State: s}}
	}
	out, err := d.Write(pieces, target, "")
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestFill(t *testing.T) {
	const head = `<xliff version="1.2" xmlns:s="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:mq="MQXliff"><file target-language="fr"><body>`
	const tail = `</body></file></xliff>`
	for _, c := range []struct{ name, unit, want string }{
		{"missing", "<trans-unit id='1'>\n <source>a</source>\n</trans-unit>", "<trans-unit id='1'>\n <source>a</source>\n <target state=\"translated\">Ta</target>\n</trans-unit>"},
		{"empty tag", "<trans-unit id='1'><source>a</source><target xml:lang='fr' /></trans-unit>", "<trans-unit id='1'><source>a</source><target xml:lang='fr' state=\"translated\">Ta</target></trans-unit>"},
		{"old state", "<trans-unit id='1'><source>a</source><target state='new'>x</target></trans-unit>", "<trans-unit id='1'><source>a</source><target state='translated'>Ta</target></trans-unit>"},
		{
			"approved before", "<trans-unit id='1' approved='yes'><source>a</source><target state='final'>x</target></trans-unit>",
			"<trans-unit id='1' approved='no'><source>a</source><target state='translated'>Ta</target></trans-unit>",
		},
		{
			"segments without a target",
			"<trans-unit id='1'><source>a b</source><seg-source><mrk mtype='seg' mid='1'>a</mrk> <mrk mtype='seg' mid='2'>b</mrk></seg-source></trans-unit>",
			"<trans-unit id='1'><source>a b</source><seg-source><mrk mtype='seg' mid='1'>a</mrk> <mrk mtype='seg' mid='2'>b</mrk></seg-source><target state=\"translated\"><mrk mtype='seg' mid='1'>Ta</mrk> <mrk mtype='seg' mid='2'>Tb</mrk></target></trans-unit>",
		},
		{
			"SDL",
			"<trans-unit id='1'><source>a</source><seg-source><mrk mtype='seg' mid='1'>a</mrk></seg-source><target><mrk mtype='seg' mid='1'/></target><s:seg-defs><s:seg id='1' origin='not-translated'/></s:seg-defs></trans-unit>",
			"<trans-unit id='1'><source>a</source><seg-source><mrk mtype='seg' mid='1'>a</mrk></seg-source><target><mrk mtype='seg' mid='1'>Ta</mrk></target><s:seg-defs><s:seg id='1' origin='interactive' conf=\"Translated\"/></s:seg-defs></trans-unit>",
		},
		{
			"memoQ", "<trans-unit id='1' mq:status='NotStarted'><source>a</source><target></target></trans-unit>",
			"<trans-unit id='1' mq:status='ManuallyConfirmed'><source>a</source><target>Ta</target></trans-unit>",
		},
		{"not for translation", "<group translate='no'><trans-unit id='1'><source>a</source></trans-unit></group>", "<group translate='no'><trans-unit id='1'><source>a</source></trans-unit></group>"},
	} {
		if got := fill(t, head+c.unit+tail, unit.Translated, locale.Tag{}); got != head+c.want+tail {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, head+c.want+tail)
		}
	}
	got := fill(t, head+"<trans-unit id='1'><source>a</source><target xml:lang='fr'>x</target></trans-unit>"+tail, unit.Initial, locale.MustParse("ar"))
	if !strings.Contains(got, `target-language="ar"`) || !strings.Contains(got, `<target xml:lang='ar'>Ta<`) {
		t.Errorf("localized: %s", got)
	}
}

// What a file brings is there for an import: targets, states, notes, matches.
func TestTakenOver(t *testing.T) {
	const file = `<xliff version="1.2"><file target-language="en"><body><trans-unit id="7" resname="x">
<source>قال <g id="1">المتحدث</g></source><target state="signed-off">The <g id="1">spokesman</g> said</target><note>ask</note>
<alt-trans match-quality="87%" origin="TM"><source>قال</source><target>said</target></alt-trans></trans-unit></body></file></xliff>`
	d, err := laws.Read(t, "a.xlf", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	b := d.Blocks[0]
	s := b.Target
	if b.Key != "7" || b.Note != "ask" || s.Text.String() != "The <1>spokesman</1> said" || s.State != unit.Reviewed || s.Locale != locale.MustParse("en") {
		t.Errorf("block %+v with slot %+v", b, s)
	}
	if len(s.Matches) != 1 || s.Matches[0].Score != 87 || s.Matches[0].Target.Content != "said" || s.Matches[0].Source.Content != "قال" || s.Matches[0].Origin != "TM" {
		t.Errorf("matches %+v", s.Matches)
	}
}

func TestValidate(t *testing.T) {
	const head = `<xliff version="1.2"><file original="a" source-language="en" datatype="x"><body>`
	const tail = `</body></file></xliff>`
	for _, c := range []struct{ body, says string }{
		{"<trans-unit id='1'><source><bpt id='1'/>a<ept id='1'/><bx id='2' rid='9'/><ex id='3' rid='9'/></source></trans-unit>", ""},
		{"<trans-unit id='1'><source><bpt id='1'/>a</source></trans-unit>", "1:108: <bpt>: it has no end"},
		{"<trans-unit id='1'><source>a<ex id='1'/></source></trans-unit>", "no start"},
		{"<trans-unit id='1'><source>a</source></trans-unit><trans-unit id='1'><source>b</source></trans-unit>", `"1" stands twice`},
		{"<trans-unit><source>a</source></trans-unit>", "no id"},
		{"<trans-unit id='1'/>", "0 <source>"},
	} {
		var says []string
		for _, f := range (Format{}).Validate(head + c.body + tail) {
			says = append(says, f.Error())
		}
		all := strings.Join(says, "\n")
		if c.says == "" && all != "" || !strings.Contains(all, c.says) {
			t.Errorf("%s: %s; want %q", c.body, all, c.says)
		}
	}
}
