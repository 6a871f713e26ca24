package markdown

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"diglot/translate/format/formattest"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"
)

// Goldmark is the judge of what a document says: an outline of each of its texts,
// made of goldmark's tree, has to be the one made of ours. An outline is the
// letters with {em …}, {a …}, {img}, {code}, {html}, {br} for the markup.

var oracle = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify, extension.TaskList, extension.Footnote))

// goldmarkOutline gives the outlines of the texts of a document in order.
func goldmarkOutline(src string) []string {
	source := []byte(src)
	doc := oracle.Parser().Parse(text.NewReader(source))
	var out []string
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() != ast.TypeBlock {
			return ast.WalkContinue, nil
		}
		if c := n.FirstChild(); c != nil && c.Type() == ast.TypeInline {
			var b strings.Builder
			goldmarkInline(&b, n, source)
			if s := strings.TrimSpace(b.String()); s != "" {
				out = append(out, s)
			}
		}
		return ast.WalkContinue, nil
	})
	return out
}

func goldmarkInline(b *strings.Builder, parent ast.Node, source []byte) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		wrap := func(name string) {
			b.WriteString("{" + name + " ")
			goldmarkInline(b, n, source)
			b.WriteString("}")
		}
		switch n := n.(type) {
		case *ast.Text:
			b.WriteString(letters(n.Segment.Value(source)))
			if n.HardLineBreak() {
				b.WriteString("{br}")
			} else if n.SoftLineBreak() {
				b.WriteString("\n")
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.Emphasis:
			wrap([]string{"", "em", "strong"}[n.Level])
		case *extast.Strikethrough:
			wrap("del")
		case *ast.Link:
			wrap("a")
		case *ast.CodeSpan:
			b.WriteString("{code}")
		case *ast.Image:
			b.WriteString("{img}")
		case *ast.AutoLink, *extast.FootnoteLink:
			b.WriteString("{code}")
		case *ast.RawHTML:
			b.WriteString("{html}")
		case *extast.TaskCheckBox, *extast.FootnoteBacklink:
		default:
			fmt.Fprintf(b, "{%s}", n.Kind())
		}
	}
}

func letters(raw []byte) string {
	var b bytes.Buffer
	w := bufio.NewWriter(&b)
	gmhtml.DefaultWriter.Write(w, raw)
	w.Flush()
	return html.UnescapeString(b.String())
}

// ownOutline gives the outlines as this package reads the document.
func ownOutline(src string) []string {
	r := readBlocks(src, 0)
	in := r.inline()
	var out []string
	add := func(f flat) {
		tokens, marks := in.read(f.s)
		var b strings.Builder
		for _, t := range tokens {
			ownToken(&b, f.s, t, marks)
		}
		if s := strings.TrimSpace(b.String()); s != "" {
			out = append(out, s)
		}
	}
	for _, l := range r.leaves {
		switch {
		case l.form == titleForm || l.form == htmlForm:
		case l.kind == "cell":
			add(flattenCell(src, r.spans[l.first], nil))
		default:
			add(flatten(src, r.spans[l.first:l.last], nil))
		}
	}
	return out
}

func ownToken(b *strings.Builder, s string, t token, marks []mark) {
	switch t.kind {
	case literal:
		b.WriteString(s[t.start:t.end])
	case spelled:
		b.WriteString(t.letters)
	case run:
		at := t.start
		for _, m := range marks {
			if m.start < t.start || m.start >= t.end {
				continue
			}
			b.WriteString(s[at:m.start])
			name := "em"
			switch {
			case s[m.start] == '~':
				name = "del"
			case m.end-m.start == 2:
				name = "strong"
			}
			if m.code == 1 {
				b.WriteString("{" + name + " ")
			} else {
				b.WriteString("}")
			}
			at = m.end
		}
		b.WriteString(s[at:t.end])
	case code:
		switch raw := s[t.start:t.end]; {
		case t.pair > 0 && t.code == 1:
			b.WriteString("{a ")
		case t.pair > 0:
			b.WriteString("}")
		case t.breaks && strings.HasSuffix(raw, "\n"):
			b.WriteString("{br}")
		case raw[0] == '!':
			b.WriteString("{img}")
		case raw[0] == '<' && angleAddress(raw) == 0:
			b.WriteString("{html}")
		default:
			b.WriteString("{code}")
		}
	}
}

func TestSpecAgainstGoldmark(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Skipf("the goldmark module, whose examples this test reads, is not to be found: %v", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "_test", "spec.json"))
	if err != nil {
		t.Skipf("the examples of the CommonMark specification in the goldmark module cannot be read: %v", err)
	}
	var examples []struct {
		Markdown, Section string
		Example           int
	}
	if err := json.Unmarshal(data, &examples); err != nil {
		t.Fatal(err)
	}
	for _, e := range examples {
		if diff := compareOutlines(e.Markdown); diff != "" {
			t.Errorf("example %d (%s)\n%q\n%s", e.Example, e.Section, e.Markdown, diff)
		}
	}
}

// compareOutlines gives the difference between the outlines, as sets: goldmark
// moves footnotes to the end. It leaves three of the spaces before a hard break.
func compareOutlines(src string) string {
	src = quotedAddress.ReplaceAllString(src, "quoted")
	want, got := goldmarkOutline(src), ownOutline(src)
	for _, list := range [][]string{want, got} {
		for i := range list {
			list[i] = spacesBeforeBreak.ReplaceAllString(list[i], "{br}")
		}
		slices.Sort(list)
	}
	return cmp.Diff(want, got)
}

// quotedAddress is a plain address directly behind a quote or a "<", which GitHub
// takes for a link and goldmark does not.
var quotedAddress = regexp.MustCompile(`["'<]https?://[^"'>\s]*["' ]`)

var spacesBeforeBreak = regexp.MustCompile(` +\{br\}`)

// beyondGoldmark are the constructs that goldmark does not know: placeholders,
// attribute lists and the marks of alerts.
var beyondGoldmark = regexp.MustCompile(`(?s)\{\{.*?\}\}| *\{#[-\w. ]+\}|\[!\w+\]`)

func TestCorpusAgainstGoldmark(t *testing.T) {
	dir := formattest.CorpusDir(t, "formats", "markdown", "valid", "dev")
	paths, err := filepath.Glob(filepath.Join(dir, "*.md"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files in %s: %v", dir, err)
	}
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := compareOutlines(beyondGoldmark.ReplaceAllString(string(src), "Zz")); diff != "" {
			t.Errorf("%s:\n%s", filepath.Base(path), diff)
		}
	}
}

// TestRandomAgainstGoldmark asks goldmark of random lines of markup. It leaves out
// what goldmark reads in another way than the specification, or than GitHub does: a
// tag with spaces behind it, a tilde behind a tilde, an underline below nothing but
// definitions, and what comes directly behind a table.
func TestRandomAgainstGoldmark(t *testing.T) {
	bits := []string{"a", "b c", " ", "  ", "\n", "\n\n", "*", "**", "_", "__", "~~", "`", "``", "[", "]", "](u)", "[r]", "![", "(", ")",
		"<", ">", "<b>", "</b>", "&amp;", "\\", "#", "# ", "- ", "1. ", "> ", "    ", "---", "===", "|", "\n\n| a | b |\n|---|---|\n| `c` | *d* |\n\n",
		"```", "<div>", "<!-- x -->", "é", "«", "حماة", "\"", ".", "\n\n[r]: /u\n\n"}
	tried := 0
	rapid.Check(t, func(t *rapid.T) {
		src := strings.Join(rapid.SliceOfN(rapid.SampledFrom(bits), 1, 10).Draw(t, "bits"), "")
		if odd.MatchString(src) {
			return
		}
		tried++
		if diff := compareOutlines(src); diff != "" {
			t.Fatalf("%q\n%s", src, diff)
		}
	})
	if tried == 0 {
		t.Fatal("no text was compared")
	}
}

var odd = regexp.MustCompile(`</?b> +(\n|$)|\\~|/u\s*[-=]|[^|]---\||^---\|`)
