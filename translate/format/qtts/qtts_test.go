package qtts

import (
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"pgregory.net/rapid"
)

var laws = formattest.Laws{Format: Format{}, LineEnds: true}

func TestCorpus(t *testing.T) { laws.Corpus(t, "qt-ts") }

var sources = rapid.Custom(func(t *rapid.T) string {
	piece := rapid.SampledFrom([]string{"text", " ", "\r\n", "&amp;", "&apos;", "&quot;", "حماة", "%n", "<byte value=\"x1b\"/>", "<byte value=\"9\"/>", "<!-- c -->"})
	text := func(label string) string { return strings.Join(rapid.SliceOfN(piece, 0, 5).Draw(t, label), "") }
	var b strings.Builder
	b.WriteString("<?xml version='1.0'?>\n<!DOCTYPE TS>\n<TS version='2.1'><context><name>C</name>")
	for range rapid.IntRange(1, 3).Draw(t, "messages") {
		if rapid.Bool().Draw(t, "numerus") {
			b.WriteString("\n<message numerus='yes'><source>" + text("source") + "</source>" + rapid.SampledFrom([]string{
				"", "<translation type='unfinished'/>", "<translation> </translation>",
				"<translation><numerusform>" + text("one") + "</numerusform><numerusform/><numerusform>x</numerusform></translation>",
			}).Draw(t, "forms") + "</message>")
			continue
		}
		b.WriteString("\n<message>\n  <source>" + text("source") + "</source><comment>c</comment>" + rapid.SampledFrom([]string{
			"", "<translation/>", "<translation type='unfinished' ></translation>", "<translation>" + text("target") + "</translation>",
			"<translation type='vanished'>x</translation>",
		}).Draw(t, "translation") + "</message>")
	}
	return b.String() + "</context></TS>"
})

func TestReadBack(t *testing.T) { laws.ReadBack(t, sources) }

func FuzzRead(f *testing.F) { laws.Fuzz(f, sources.Example(1), sources.Example(2), sources.Example(3)) }

func TestFill(t *testing.T) {
	const head = `<TS version="2.1" language="fr"><context><name>C</name><message`
	const tail = `</message></context></TS>`
	for _, c := range []struct {
		name, message string
		state         unit.State
		want          string
	}{
		{"missing", "><source>a</source>", unit.Draft, "><source>a</source><translation type=\"unfinished\">T0</translation>"},
		{"empty", "><source>a</source><translation type='unfinished'/>", unit.Translated, "><source>a</source><translation>T0</translation>"},
		{"finished", "><source>a</source><translation type='unfinished'>x</translation>", unit.Final, "><source>a</source><translation>T0</translation>"},
		{"left as it is", "><source>a</source><translation type='unfinished'>x</translation>", unit.Initial, "><source>a</source><translation type='unfinished'>T0</translation>"},
		{
			"forms", " numerus='yes'><source>%n</source><translation type='unfinished'><numerusform>x</numerusform><numerusform/></translation>", unit.Translated,
			" numerus='yes'><source>%n</source><translation><numerusform>T0</numerusform><numerusform>T1</numerusform></translation>",
		},
		{"a missing form", " numerus='yes'><source>%n</source>", unit.Translated, " numerus='yes'><source>%n</source><translation><numerusform>T0</numerusform></translation>"},
		{"vanished", "><source>a</source><translation type='vanished'>x</translation>", unit.Final, "><source>a</source><translation type='vanished'>x</translation>"},
	} {
		d, err := laws.Read(t, "a.ts", []byte(head+c.message+tail))
		if err != nil {
			t.Fatal(err)
		}
		pieces := map[int][]format.Piece{}
		for i, b := range d.Blocks {
			fresh := unit.Plain("T" + string(rune('0'+i)))
			pieces[i] = []format.Piece{{Part: unit.Part{End: b.Text.End()}, New: &fresh, State: c.state}}
		}
		out, err := d.Write(pieces, locale.MustParse("ar-YE"), "")
		if want := strings.Replace(head+c.want+tail, `"fr"`, `"ar_YE"`, 1); err != nil || string(out) != want {
			t.Errorf("%s:\n%s %v\nwant\n%s", c.name, out, err, want)
		}
	}
}
