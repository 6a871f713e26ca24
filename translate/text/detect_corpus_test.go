package text_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/text"
)

// oldCharsets are those in which the languages of the corpus were written.
var oldCharsets = map[string][]string{
	"ar": {"windows-1256"},
	"fa": {"windows-1256"},
	"ru": {"windows-1251", "KOI8-R", "ISO-8859-5", "x-mac-cyrillic", "IBM866"},
	"he": {"windows-1255", "ISO-8859-8"},
	"de": {"windows-1252"}, "es": {"windows-1252"}, "fr": {"windows-1252"}, "en": {"windows-1252"},
	"pl": {"windows-1250", "ISO-8859-2"},
	"tr": {"windows-1254"},
	"ja": {"Shift_JIS", "EUC-JP"},
	"zh": {"GB18030", "Big5", "EUC-KR"},
}

// Real articles, put into old charsets: without a hint only Arabic and Persian ones
// may be taken for windows-1256, all of the Arabic ones are, none is called damaged
// UTF-8, and the language alone is enough to find the charset that is usual for it.
func TestDetectOnRealArticles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpora(t, "segmentation/corpora/dev"), "*.jsonl"))
	if err != nil || len(files) < 20 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	articles, persian := map[string]int{}, 0
	for _, path := range files {
		for _, a := range readArticles(t, path) {
			for _, charset := range oldCharsets[a.Lang] {
				c, err := text.CharsetNamed(charset)
				if err != nil {
					t.Fatal(err)
				}
				b := encodeWhatFits(a.Text, c)
				if isASCII(b) {
					continue
				}
				articles[charset]++
				found, err := text.Detect(b, text.Hint{})
				if err != nil {
					t.Errorf("%s in %s: %v", a.ID, charset, err)
					continue
				}
				if a.Lang == "fa" && found.Why == text.ByLetters {
					persian++
				} else if got := found.Why == text.ByLetters; a.Lang != "fa" && got != (a.Lang == "ar") {
					t.Errorf("%s in %s is taken for %s by %s", a.ID, charset, found.Charset, found.Why)
				}
				tag := locale.MustParse(a.Lang)
				if found, err := text.Detect(b, text.Hint{Locale: tag}); c == text.UsualCharset(tag) && (err != nil || found.Charset != c) {
					t.Errorf("%s in %s, known to be %s, is taken for %s by %s, %v", a.ID, charset, a.Lang, found.Charset, found.Why, err)
				}
			}
		}
	}
	t.Logf("articles: %v; Persian ones found by their letters: %d", articles, persian)
}

type article struct{ ID, Lang, Text string }

func readArticles(t *testing.T, path string) []article {
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var list []article
	for line := range strings.Lines(string(raw)) {
		var a article
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		list = append(list, a)
	}
	return list
}

// encodeWhatFits leaves out the characters that a charset does not have.
func encodeWhatFits(s string, c text.Charset) []byte {
	var out []byte
	for _, r := range s {
		if b, err := text.Encode(string(r), c); err == nil {
			out = append(out, b...)
		}
	}
	return out
}

func isASCII(b []byte) bool {
	return !strings.ContainsFunc(string(b), func(r rune) bool { return r >= 0x80 })
}
