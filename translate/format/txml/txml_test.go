package txml

import (
	"strings"
	"testing"

	"diglot/translate/format/formattest"

	"pgregory.net/rapid"
)

var laws = formattest.Laws{Format: Format{}, LineEnds: true}

func TestCorpus(t *testing.T) { laws.Corpus(t, "other-cat") }

var sources = rapid.Custom(func(t *rapid.T) string {
	piece := rapid.SampledFrom([]string{"text", " ", "\n", "&amp;", "حماة", `<ut x="1">&lt;b></ut>`, `<ut x="2"><sub subId="1"/></ut>`})
	text := func(label string) string { return strings.Join(rapid.SliceOfN(piece, 0, 5).Draw(t, label), "") }
	var b strings.Builder
	b.WriteString(`<txml locale="EN" targetlocale="FR"><skeleton>x</skeleton>`)
	for range rapid.IntRange(1, 3).Draw(t, "segments") {
		b.WriteString(`<translatable blockId="1"><segment segmentId="1" gtmt="true"><source>` + text("source") + "</source>" +
			rapid.SampledFrom([]string{"", "<ws> </ws>", "<target/>", "<ws> </ws><target score=\"0\">" + text("target") + "</target>"}).Draw(t, "target") +
			"</segment></translatable>")
	}
	return b.String() + "</txml>"
})

func TestReadBack(t *testing.T) { laws.ReadBack(t, sources) }

func FuzzRead(f *testing.F) { laws.Fuzz(f, sources.Example(1), sources.Example(2)) }
