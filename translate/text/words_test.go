package text_test

import (
	"slices"
	"strings"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/text"

	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	for in, want := range map[string]string{
		"":       "",
		" — … !": "",
		"Don't panic: 3.5% of well-known U.S. towns": "Don't|panic|3.5|of|well|known|U.S|towns",
		"قالت المدرِّسة، ٢٠٢٤؟":                      "قالت|المدرِّسة|٢٠٢٤",
		"l’armée d'Alep":                             "l’armée|d'Alep",
		"你好 world":                                   "你|好|world",
		"می\u200cخواهم":                              "می\u200cخواهم",
	} {
		var got []string
		for w := range text.Words(in) {
			if w.Text != in[w.Start:w.End] {
				t.Errorf("%q: word %q stands at %d to %d", in, w.Text, w.Start, w.End)
			}
			got = append(got, w.Text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("Words(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWordsCanStop(t *testing.T) {
	for w := range text.Words("one two three") {
		if w.Text == "two" {
			break
		}
		if w.Text == "three" {
			t.Error("went on after break")
		}
	}
}

func TestPiecesAreTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := messyText().Draw(t, "s")
		at := 0
		var words, wordlike []text.Word
		for p := range text.Pieces(s) {
			if p.Start != at || p.End <= p.Start || p.Text != s[p.Start:p.End] {
				t.Fatalf("piece %+v does not follow on %d in %+q", p, at, s)
			}
			at = p.End
			if len(slices.Collect(text.Words(p.Text))) > 0 {
				wordlike = append(wordlike, p)
			}
		}
		if at != len(s) {
			t.Fatalf("pieces of %+q end at %d", s, at)
		}
		words = slices.Collect(text.Words(s))
		if !slices.Equal(words, wordlike) {
			t.Fatalf("words %v, pieces with letters %v", words, wordlike)
		}
	})
}

func TestCountWords(t *testing.T) {
	for _, c := range []struct {
		locale, in string
		want       int
	}{
		{"en", "Syrian opposition forces took Hama.", 5},
		{"en", "", 0},
		{"en", " — ", 0},
		{"ar", "سيطرت قوات المعارضة على حماة عام ٢٠٢٤.", 7},
		{"fr", "L’armée s’est retirée", 3},
		{"zh", "反对派部队控制了哈马市。", 4},         // 11 characters at 2.8
		{"ja", "反体制派がハマを制圧した。", 4},        // 12 characters at 3.0
		{"zh", "控制 Hama 市", 3},            // 3 at 2.8 are 2, and Hama
		{"ko", "반군이 하마를 장악했다", 3},         // Korean parts its words
		{"th", "ฝ่ายค้านยึดเมืองฮามา", 3}, // 15 clusters at 6.0
		{"en", "The 市 of Hama", 4},        // foreign script in English
	} {
		if got := text.CountWords(c.in, locale.MustParse(c.locale)); got != c.want {
			t.Errorf("CountWords(%q, %s) = %d, want %d", c.in, c.locale, got, c.want)
		}
	}
}

func TestCountCharacters(t *testing.T) {
	for in, want := range map[string]int{
		"": 0, "abc": 3, "a b": 3, "e\u0301": 1, "مُدَرِّسة": 5, "👍🏽🇸🇾": 2, "a\r\nb": 3, "\xff": 1,
	} {
		if got := text.CountCharacters(in); got != want {
			t.Errorf("CountCharacters(%q) = %d, want %d", in, got, want)
		}
	}
}
