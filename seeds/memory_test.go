package seeds

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type tmx struct {
	Units []struct {
		ID       string `xml:"tuid,attr"`
		Variants []struct {
			Lang string `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
			Text string `xml:"seg"`
		} `xml:"tuv"`
	} `xml:"body>tu"`
}

// parseMemory gives the article's units and the extra ones, each as id and
// texts by language.
func parseMemory(t *testing.T) (ids []string, texts map[string]map[string]string) {
	t.Helper()
	var m tmx
	if err := xml.Unmarshal([]byte(read(t, "memory.tmx")), &m); err != nil {
		t.Fatal(err)
	}
	texts = map[string]map[string]string{}
	for _, u := range m.Units {
		if texts[u.ID] != nil {
			t.Fatalf("memory.tmx: %s is there twice", u.ID)
		}
		ids, texts[u.ID] = append(ids, u.ID), map[string]string{}
		for _, v := range u.Variants {
			texts[u.ID][v.Lang] = v.Text
		}
	}
	return ids, texts
}

func isExtra(id string) bool { return strings.HasPrefix(id, "hama-x") }

// The Arabic and the English side are the two articles, byte for byte: only
// white space stands between their segments.
func TestMemoryRebuildsTheArticles(t *testing.T) {
	ids, texts := parseMemory(t)
	for _, lang := range []string{"ar", "en"} {
		rest, n := read(t, "hama."+lang+".txt"), 0
		for _, id := range ids {
			if isExtra(id) {
				continue
			}
			after, ok := strings.CutPrefix(strings.TrimLeft(rest, " \n"), texts[id][lang])
			if !ok {
				t.Fatalf("%s %s: %q is not what comes next in the article", id, lang, texts[id][lang])
			}
			rest, n = after, n+1
		}
		if rest != "" || n != 14 {
			t.Errorf("%s: %d segments, and %q is left over", lang, n, rest)
		}
	}
}

func TestMemoryCoverage(t *testing.T) {
	ids, texts := parseMemory(t)
	got := map[string]int{}
	for _, id := range ids {
		for lang, text := range texts[id] {
			if text == "" || text != strings.TrimSpace(text) {
				t.Errorf("%s %s: empty, or with white space around it", id, lang)
			}
			if isExtra(id) {
				lang = "extra " + lang
			}
			got[lang]++
		}
	}
	want := map[string]int{"ar": 14, "en": 14, "es": 14, "fr": 9, "extra ar": 4, "extra es": 4, "extra fr": 4}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("segments by language (-want +got):\n%s", d)
	}
}

// An extra unit must stay a near match: were it the article's own sentence,
// French would be complete.
func TestExtraUnitsAreNotInTheArticle(t *testing.T) {
	ids, texts := parseMemory(t)
	for _, id := range ids {
		if isExtra(id) && strings.Contains(read(t, "hama.ar.txt"), texts[id]["ar"]) {
			t.Errorf("%s is a sentence of the article", id)
		}
	}
}

// The demo shows a check that finds one wrong number in Spanish, and only that one.
func TestOnePlantedFault(t *testing.T) {
	ids, texts := parseMemory(t)
	var wrong []string
	for _, id := range ids {
		for _, lang := range []string{"en", "es", "fr"} {
			text, ok := texts[id][lang]
			if ok && !cmp.Equal(figures(texts[id]["ar"]), figures(text)) {
				wrong = append(wrong, id+" "+lang+" "+strings.Join(figures(text), " "))
			}
		}
	}
	if d := cmp.Diff([]string{"hama-07 es 126"}, wrong); d != "" {
		t.Errorf("wrong numbers (-want +got):\n%s", d)
	}
}
