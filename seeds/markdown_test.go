package seeds

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// splitFrontMatter gives the lines between the two fences, and the body.
func splitFrontMatter(t *testing.T, name string) ([]string, string) {
	t.Helper()
	rest, ok := strings.CutPrefix(read(t, name), "---\n")
	head, body, closed := strings.Cut(rest, "\n---\n")
	if !ok || !closed {
		t.Fatalf("%s has no front matter", name)
	}
	return strings.Split(head, "\n"), body
}

// What is not translated is the same bytes in both languages, so that the one
// file can be the export of the other.
func TestFrontMatterDiffersInTranslatedKeysOnly(t *testing.T) {
	ar, _ := splitFrontMatter(t, "hama.ar.md")
	en, _ := splitFrontMatter(t, "hama.en.md")
	if len(ar) != len(en) {
		t.Fatalf("%d lines in Arabic, %d in English", len(ar), len(en))
	}
	var differ []string
	for i := range en {
		if ar[i] != en[i] {
			key, _, _ := strings.Cut(en[i], ":")
			differ = append(differ, key)
		}
	}
	if d := cmp.Diff([]string{"title", "description"}, differ); d != "" {
		t.Errorf("keys that differ (-want +got):\n%s", d)
	}
}

var (
	image  = regexp.MustCompile(`!\[[^]]*\]\([^)]*\)\n\n`)
	markup = regexp.MustCompile(`\*+|\[|\]\([^)]*\)`)
)

// The Markdown is the plain article with markup around its words, the same
// markup in the same order in both languages.
func TestMarkdownIsTheArticleWithMarkup(t *testing.T) {
	codes := map[string][]string{}
	for _, lang := range []string{"ar", "en"} {
		_, body := splitFrontMatter(t, "hama."+lang+".md")
		if n := len(image.FindAllString(body, -1)); n != 1 {
			t.Errorf("%s: %d images, want 1", lang, n)
		}
		body = image.ReplaceAllString(body, "")
		codes[lang] = markup.FindAllString(body, -1)
		plain := strings.TrimPrefix(markup.ReplaceAllString(body, ""), "\n# ")
		plain = strings.TrimSuffix(strings.ReplaceAll(plain, "\n\n", "\n"), "\n")
		if d := cmp.Diff(read(t, "hama."+lang+".txt"), plain); d != "" {
			t.Errorf("%s: (-text +Markdown without its markup):\n%s", lang, d)
		}
	}
	if len(codes["en"]) != 12 {
		t.Errorf("%d codes in English, want 12: %q", len(codes["en"]), codes["en"])
	}
	if d := cmp.Diff(codes["en"], codes["ar"]); d != "" {
		t.Errorf("codes (-English +Arabic):\n%s", d)
	}
}
