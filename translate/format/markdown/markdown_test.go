package markdown

import (
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"pgregory.net/rapid"
)

var laws = formattest.Laws{Format: Format{}, LineEnds: true, MayRefuse: mayRefuse}

// mayRefuse names the texts that Markdown has no spelling for, or for which a kept
// stretch beside the new one would have to change: a blank line, no letters where
// they hold up what follows, codes that touch each other (two runs of stars become
// one), a hard line break that does not stand between words or would come about by
// kept spaces, a plain address that touches other letters, a tag of a block at the
// start of a line, and a line that makes a table of the one before.
func mayRefuse(b *format.Block, t unit.Text) bool {
	if strings.Contains(t.Content[len(strings.TrimRight(t.Content, " \t\n")):], "\n") || strings.TrimSpace(t.Content) == "" {
		return true
	}
	if b.Where[0] == 'g' && strings.Contains(t.Content, "\n") {
		return true
	}
	if blankLine(t.Content) || strings.Contains(t.Content, "  ") ||
		strings.Contains(t.Content, " \n") || strings.Contains(t.Content, "\n ") || strings.Contains(t.Content, "\n\t") || b.Kind == "term" && strings.Contains(t.Content, "|") {
		return true
	}
	if trimmed := strings.TrimLeft(t.Content, " \t\n"); trimmed != t.Content && blockStart(trimmed) >= 0 {
		return true
	}
	for line := range strings.Lines(t.Content) {
		if line = strings.TrimSpace(line); line != "" && tableColumns(line) > 0 {
			return true
		}
	}
	for k, c := range t.Codes {
		before, after := t.Content[:c.Offset], t.Content[c.Offset:]
		name, _ := tagName(strings.TrimLeft(c.Original, "</"))
		switch {
		case k > 0 && t.Codes[k-1].Offset == c.Offset:
			return true
		case c.Break && (strings.TrimSpace(before) == "" || strings.TrimSpace(after) == "" || before[len(before)-1] <= ' ' || after[0] <= ' '):
			return true
		case strings.HasPrefix(c.Original, "http") && (after != "" && !strings.HasPrefix(after, " ") || before != "" && !strings.HasSuffix(before, " ")):
			return true
		case blockTags[name] && strings.HasSuffix("\n"+strings.TrimRight(before, " \t"), "\n"):
			return true
		}
	}
	return false
}

func TestReadBack(t *testing.T) {
	bits := []string{"word", "two words", " ", "\n", "\n\n", "*em*", "**strong**", "_em_", "~~gone~~", "`code`", "[link](u \"ti\\\"tle\")", "[ref][]", "[ref]", "![al*t*](i 'title')", "<b>b</b>", "<br>", "&amp;", "\\*", "# ", "## H {#id}\n", "- ", "- [ ] ", "1. ", "> ", "    ", "---\n", "===\n", "| a | b\\|c |\n|---|---|\n| d | e |\n", "a | b\n--|--\nc | d\n", "```\ncode\n```\n", "<div>\ntext\n</div>\n", "  \n", "\\\n", "حماة", "«", "\n[ref]: /u 'title'\n", "[^n]", "\n[^n]: note\n", "{{< x >}}", "$x$", "http://x.example", "Term\n: definition\n", "\n<p title='a \"b\"'>one <b>two</b>\nthree &lt; four</p>\n", "{{< figure caption=\"a \\\"b\\\"\" >}}", "> [!NOTE] a\n> b\n"}
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(bits), 1, 8).Draw(t, "bits"), "")
	}))
}

// TestFrontMatter puts texts into values of all styles; all of them can hold any.
func TestFrontMatter(t *testing.T) {
	styles := []string{
		"---\ntitle: %s\n---\ntext\n",
		"---\ntitle: \"%s\"\n---\n",
		"---\ntitle: '%s'\n---\n",
		"---\n{title: %s, x: [1]}\n---\n",
		"---\r\ndescription: |\r\n  %s\r\n  more\r\nx: 1\r\n---\r\n",
		"---\ndescription: >-\n    %s\n    more\n\n    end\nx: y\n---\n",
		"---\na:\n- alt: %s # why\n  b: c\n---\n",
		"+++\ntitle = \"%s\"\n+++\n",
		"+++\ntitle = '%s'\n+++\n",
		"+++\ntitle = \"\"\"\n%s\\\n  x\"\"\"\n+++\n",
		"+++\ntitle = '''%s'''\n[x]\nalt=\"y\"\n+++\n",
		"{\"title\": \"%s\", \"x\": 1}\n\ntext\n",
	}
	bits := []string{"word", "two words", " ", ". ", "حماة", "é", "a: b", "\\n", "''", "\\\"", "#", "{{ x }}", "1", "true"}
	fresh := append(bits, "\n", "\n\n", "\t", ": ", " #", "- ", "? ", "'", "\"", "\"\"\"", "'''", "\\", "\\u0041", "{", "]", ",", "&a", "*a", "!t", "%", "@", "`", "|", ">", "---", "...", "~", "null", "\u2028", "\u0085", "\ufeff", "\a", "日本", "😀")
	draw := func(t *rapid.T, bits []string, label string) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(bits), 1, 5).Draw(t, label), "")
	}
	written := 0
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Replace(rapid.SampledFrom(styles).Draw(t, "style"), "%s", draw(t, bits, "value"), 1)
		d, err := laws.Read(t, "drawn.md", []byte(source))
		if err != nil || len(d.Blocks) == 0 || d.Blocks[0].Key == "" {
			return
		}
		laws.Untouched(t, d)
		asked := unit.Plain(draw(t, fresh, "fresh"))
		if strings.TrimSpace(asked.Content) == "" {
			return
		}
		pieces := map[int][]format.Piece{0: {{Part: unit.Part{End: d.Blocks[0].Text.End()}, New: &asked}}}
		if _, err := d.Write(pieces, locale.Tag{}, ""); err != nil {
			t.Fatalf("%q with %q: %v", source, asked.Content, err)
		}
		written++
	})
	if written == 0 {
		t.Fatal("no value was written")
	}
}
