package markdown

import (
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// hostile texts are made to cost time. A reader that looks back or ahead for each
// of their pieces would not end within the test's patience.
var hostile = map[string]string{
	"quotes":               strings.Repeat(">", 1e5) + "a",
	"quotes and lines":     strings.Repeat("> ", 5e3) + strings.Repeat("a\n", 1e4),
	"lists":                strings.Repeat("- ", 1e4) + "a",
	"lists, blank lines":   strings.Repeat("- ", 1e4) + "a" + strings.Repeat("\n", 1e4),
	"numbered lists":       strings.Repeat("1. ", 1e4) + "a",
	"brackets":             strings.Repeat("[", 1e5) + "a",
	"closed brackets":      "a" + strings.Repeat("[", 2e4) + "a" + strings.Repeat("]", 2e4) + "\n\n[a]: b",
	"brackets in pairs":    strings.Repeat("[a]", 2e4) + "\n\n[b]: c",
	"links":                strings.Repeat("[a](b", 2e4),
	"links in links":       strings.Repeat("[", 1e4) + "a" + strings.Repeat("](b)", 1e4),
	"titles":               strings.Repeat("[a](b \"", 2e4),
	"definitions":          strings.Repeat("[a]: b (c\n", 1e4),
	"images":               "b " + strings.Repeat("![", 1e4) + "a" + strings.Repeat("](b)", 1e4),
	"stars":                strings.Repeat("*", 1e5) + "a",
	"stars and letters":    strings.Repeat("*a", 1e4) + strings.Repeat("_b ", 1e4),
	"stars closing":        strings.Repeat("a*", 1e4),
	"stars of all sizes":   strings.Repeat("*a **b ***c ", 1e4) + strings.Repeat("a* b** ", 1e4),
	"underscores":          strings.Repeat("_a__b", 1e4),
	"tildes":               strings.Repeat("~a ~~b ", 2e4),
	"backticks":            "a" + ticks(400),
	"pairs of backticks":   strings.Repeat("``a` ", 2e4),
	"less-than signs":      strings.Repeat("<", 1e4) + "a",
	"open tags":            strings.Repeat("<a b=\"", 2e4) + "a",
	"open comments":        "a" + strings.Repeat("<!--", 1e4),
	"open instructions":    "a" + strings.Repeat("<?", 1e4),
	"tags without end":     "a" + strings.Repeat("<b>", 1e4) + strings.Repeat("</i>", 1e4),
	"HTML block of tags":   "<div>a\n" + strings.Repeat("<span translate=no>", 1e4) + strings.Repeat("</b>", 1e4),
	"ampersands":           strings.Repeat("&", 1e4) + "a" + strings.Repeat("&am", 1e4),
	"placeholders":         strings.Repeat("{{", 1e4) + "a" + strings.Repeat("{%", 1e4),
	"formulas":             "a" + strings.Repeat("$a ", 1e4) + strings.Repeat("$$\n", 1e4),
	"addresses":            strings.Repeat("www.", 1e4) + "a" + strings.Repeat(" http://", 1e4),
	"mail":                 strings.Repeat("a@", 1e4) + strings.Repeat("a_", 1e4) + "@b",
	"table":                strings.Repeat("|", 1e4) + "\n" + strings.Repeat("|-", 1e4) + "\na",
	"rows":                 "|a|\n|-|\n" + strings.Repeat("|\\|", 1e4),
	"delimiter rows":       strings.Repeat("a\n:-:|-\n", 1e4),
	"escapes":              strings.Repeat("\\", 1e4) + "a\\|",
	"line ends":            strings.Repeat("a  \n", 1e4) + strings.Repeat("\r", 1e4) + "b",
	"long line":            strings.Repeat("a word and one more ", 1<<16),
	"footnotes":            strings.Repeat("[^a]: b\n", 2e4) + strings.Repeat("[^a]", 2e4),
	"terms":                strings.Repeat("a\n: b\n", 2e4),
	"front matter":         "---\na: " + strings.Repeat("[", 5e3) + "\n---\nb",
	"aliases":              "---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]\ntitle: x\n---\nb",
	"TOML":                 "+++\na = " + strings.Repeat("[", 5e3) + "\n+++\nb",
	"JSON":                 "{\"a\":" + strings.Repeat("[", 2e4) + "\nb",
	"long title":           "---\ntitle: \"" + strings.Repeat("a \\u0041", 2e4) + "\"\n---\n",
	"quote in title":       "[a](b '" + strings.Repeat("\\' &amp; ", 2e4) + "')",
	"links by their words": strings.Repeat("[a b][] ", 2e4) + "\n\n[a b]: c",
}

// ticks gives runs of backticks of all lengths up to n.
func ticks(n int) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		b.WriteString(strings.Repeat("`", i) + "a")
	}
	return b.String()
}

func TestHostile(t *testing.T) {
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			d, err := laws.Read(t, "hostile.md", []byte(text))
			if err != nil {
				t.Log(err)
				return
			}
			if len(d.Blocks) == 0 {
				t.Fatal("no block was found")
			}
			i := len(d.Blocks) - 1
			fresh := unit.Plain("b ").Append(d.Blocks[i].Text)
			pieces := map[int][]format.Piece{i: {{Part: unit.Part{End: d.Blocks[i].Text.End()}, New: &fresh}}}
			if _, err := d.Write(pieces, locale.Tag{}, ""); err != nil {
				t.Log(err)
			}
		})
	}
}
