package markdown

import (
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/unit"

	"pgregory.net/rapid"
)

var laws = formattest.Laws{Format: Format{}, LineEnds: true, MayRefuse: mayRefuse}

func mayRefuse(b *format.Block, t unit.Text) bool {
	return len(t.Codes) > 0 || strings.Contains(t.Content, "\n")
}

func TestCorpus(t *testing.T) { laws.Corpus(t, "markdown") }

func TestReadBack(t *testing.T) {
	bits := []string{"word", "two words", " ", "\n", "\n\n", "*em*", "**strong**", "_em_", "~~gone~~", "`code`", "[link](u \"ti\\\"tle\")", "[ref][]", "[ref]", "![al*t*](i 'title')", "<b>b</b>", "<br>", "&amp;", "\\*", "# ", "## H {#id}\n", "- ", "- [ ] ", "1. ", "> ", "    ", "---\n", "===\n", "| a | b\\|c |\n|---|---|\n| d | e |\n", "a | b\n--|--\nc | d\n", "```\ncode\n```\n", "<div>\ntext\n</div>\n", "  \n", "\\\n", "حماة", "«", "\n[ref]: /u 'title'\n", "[^n]", "\n[^n]: note\n", "{{< x >}}", "$x$", "http://x.example", "Term\n: definition\n"}
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(bits), 1, 8).Draw(t, "bits"), "")
	}))
}
