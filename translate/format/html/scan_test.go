package html

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diglot/translate/format/formattest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

// ours describes the tokens of a page as the scanner cuts it.
func ours(body string) []string {
	var list []string
	s := scanner{body: body}
	for s.next() {
		t := s.token
		if t.kind == broken {
			return append(list, "broken")
		}
		list = append(list, fmt.Sprintf("%v %q%s", t.kind, body[t.start:t.end], ownAttributes(body, &t)))
		if t.kind == startTag && netIsRaw[t.name] {
			from := s.at
			if t.name == "plaintext" {
				s.at = len(body)
			} else {
				s.rawText(t.name)
			}
			if s.at > from {
				list = append(list, fmt.Sprintf("%v %q", textRun, body[from:s.at]))
			}
		}
	}
	return list
}

func ownAttributes(body string, t *token) string {
	var b strings.Builder
	seen := map[string]bool{}
	for _, a := range t.attributes {
		key := strings.ToLower(body[a.key.Start:a.key.End])
		if value := body[a.value.Start:a.value.End]; t.kind == startTag && !seen[key] {
			fmt.Fprintf(&b, " %s=%q", key, html.UnescapeString(value))
		}
		seen[key] = true
	}
	return b.String()
}

var netIsRaw = map[string]bool{
	"iframe": true, "noembed": true, "noframes": true, "noscript": true, "plaintext": true, "script": true, "style": true, "textarea": true, "title": true, "xmp": true,
}

// theirs describes the tokens of a page as x/net/html cuts it.
func theirs(body string) []string {
	var list []string
	z := html.NewTokenizer(strings.NewReader(body))
	at := 0
	for {
		tt := z.Next()
		raw := string(z.Raw())
		at += len(raw)
		if tt == html.ErrorToken {
			if raw != "" {
				list = append(list, "broken")
			}
			return list
		}
		k := map[html.TokenType]kind{
			html.TextToken: textRun, html.StartTagToken: startTag, html.SelfClosingTagToken: startTag,
			html.EndTagToken: endTag, html.CommentToken: comment, html.DoctypeToken: doctype,
		}[tt]
		var attributes strings.Builder
		for _, a := range z.Token().Attr {
			fmt.Fprintf(&attributes, " %s=%q", a.Key, a.Val)
		}
		described := fmt.Sprintf("%v %q%s", k, raw, attributes.String())
		if n := len(list); n > 0 && raw == "</" && at == len(body) && strings.HasPrefix(list[n-1], "0 ") {
			list[n-1] = strings.TrimSuffix(list[n-1], `"`) + `</"` // at the end it is a text of its own there
			continue
		}
		list = append(list, described)
	}
}

// TestScannerAgrees compares the scanner with the tokenizer of x/net/html, on
// pages without what the scanner treats in its own way.
func TestScannerAgrees(t *testing.T) {
	own := []string{"<?", "<%", "<![CDATA["}
	atoms := []string{
		"a", " ", "\n", "<", ">", "/", "=", "\"", "'", "!", "-", "--", "&x", "<a", "<b ", "</", "</b", "</b >", "<p>", "<x/>", "<x y=z/>", "<x y = 'z' w>", "<x y=\"z>\">", "<x =y>", "<x / y>",
		"<!--", "-->", "--!>", "<!-->", "<!--->", "<!", "<!x>", "<!DOCTYPE", "<!doctype html>", "</3>", "</>", "<3", "<é>",
		"<script>", "<SCRIPT", "</script>", "</script", "</scriptx>", "<style>", "</style >", "<title>", "</title/>", "<textarea a>", "</TEXTAREA>", "<plaintext>",
	}
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 15).Draw(t, "atoms"), "")
		for _, s := range own {
			body = strings.ReplaceAll(body, s, "")
		}
		if strings.Contains(strings.ToLower(body), "<script") {
			body = strings.ReplaceAll(body, "<!--", "") // see TestScriptEnd
		}
		if diff := cmp.Diff(theirs(body), ours(body)); diff != "" {
			t.Fatalf("%q\n%s", body, diff)
		}
	})
}

// TestScriptEnd has its cases from the standard's states, 13.2.5.15 to 31; the
// tokenizer of x/net leaves the escaped state at a "<" that begins no tag.
func TestScriptEnd(t *testing.T) {
	cases := []struct{ body, want string }{
		{"a</script>b", "a"},
		{"a</SCRIPT >b", "a"},
		{"a</scripty>b</script/", "a</scripty>b"},
		{"a</script", "a</script"},
		{"<!-- </script>b", "<!-- "},
		{"<!-- <script> </script> --></script>", "<!-- <script> </script> -->"},
		{"<!-- <script> </script> </script>", "<!-- <script> </script> "},
		{"<!-- <script> --></script>", "<!-- <script> -->"},
		{"<!--<!--<script></script>", "<!--<!--<script></script>"},
		{"<!--><script></script>", "<!--><script>"},
		{"<!---><script></script>", "<!---><script>"},
		{"<!-<script></script>", "<!-<script>"},
		{"<!--<scripty></script>", "<!--<scripty>"},
	}
	for _, c := range cases {
		if got := c.body[:scriptEnd(c.body, 0)]; got != c.want {
			t.Errorf("%q ends behind %q, want %q", c.body, got, c.want)
		}
	}
}

func TestScannerAgreesOnCorpus(t *testing.T) {
	dir := formattest.CorpusDir(t, "formats", "html", "valid", "dev")
	paths, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files in %s: %v", dir, err)
	}
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		body := strings.ToValidUTF8(string(src), "?")
		if strings.Contains(body, "<%") || strings.Contains(body, "<?") || strings.Contains(body, "<![CDATA[") {
			continue
		}
		if diff := cmp.Diff(theirs(body), ours(body)); diff != "" {
			t.Errorf("%s: %.2000s", filepath.Base(path), diff)
		}
	}
}
