package text_test

import (
	"iter"
	"slices"
	"strings"
	"testing"
	"unicode"

	"diglot/translate/text"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestTokens(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{" \t\n", nil},
		{"Hello, World!", []string{"hello", ",", "world", "!"}},
		{"don't 3.5%", []string{"don", "'", "t", "3", ".", "5", "%"}},
		{"co\u00adop Wor\u200dLD", []string{"coop", "world"}},
		{"\u00adA\u00ad", []string{"a"}},
		{"a,\u200e,b", []string{"a", ",", ",", "b"}},
		{"مُدَرِّسة ٢٠٢٤،", []string{"مُدَرِّسة", "٢٠٢٤", "،"}},
		{"ÉTÉ İI", []string{"été", "ii"}},
		{"你好。", []string{"你好", "。"}},
		{"a\xffb\x00", []string{"a", "\ufffd", "b", "\x00"}},
		{"²½ⅷ", []string{"²½ⅷ"}},
	} {
		if diff := cmp.Diff(c.want, text.Tokens(c.in)); diff != "" {
			t.Errorf("Tokens(%q) (-want +got):\n%s", c.in, diff)
		}
	}
}

func TestTokenWordsPointIntoTheText(t *testing.T) {
	s := "Wor\u200dLD\u200f, ÉTÉ"
	want := []text.Word{{Text: "world", Start: 0, End: 8}, {Text: ",", Start: 11, End: 12}, {Text: "été", Start: 13, End: 18}}
	if diff := cmp.Diff(want, text.TokenWords(s)); diff != "" {
		t.Errorf("TokenWords (-want +got):\n%s", diff)
	}
}

// naiveTokens is the memory's definition as it reads, rune by rune.
func naiveTokens(s string) []string {
	var list []string
	var word []rune
	end := func() {
		if len(word) > 0 {
			list = append(list, string(word))
		}
		word = nil
	}
	for _, r := range s {
		if unicode.Is(unicode.Cf, r) {
			continue
		}
		lower := unicode.ToLower(r)
		if unicode.In(r, unicode.L, unicode.M, unicode.N) {
			word = append(word, lower)
			continue
		}
		end()
		if !unicode.IsSpace(r) {
			list = append(list, string(lower))
		}
	}
	end()
	return list
}

func TestTokensAreThoseOfTheDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkTokens(t, messyText().Draw(t, "s")) })
}

// everyRune gives the planes that have letters, and tags and selectors.
func everyRune() iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for r := rune(0); r < 0xE0200; r++ {
			if r == 0x34000 {
				r = 0xE0000
			}
			if !yield(r) {
				return
			}
		}
	}
}

func TestTokensOfEveryRune(t *testing.T) {
	for r := range everyRune() {
		s := string(r) + "x" + string(r)
		if want, got := naiveTokens(s), text.Tokens(s); !slices.Equal(want, got) {
			t.Errorf("Tokens(%+q) = %q, definition %q", s, got, want)
		}
	}
}

func FuzzTokens(f *testing.F) {
	f.Add("Wor\u200dLD\u200f, ÉTÉ \xff 3.5")
	f.Fuzz(func(t *testing.T, s string) { checkTokens(t, s) })
}

func checkTokens(t interface{ Fatalf(string, ...any) }, s string) {
	want := naiveTokens(s)
	if diff := cmp.Diff(want, text.Tokens(s)); diff != "" {
		t.Fatalf("Tokens(%+q) (-definition +got):\n%s", s, diff)
	}
	var walker text.Tokenizer
	walker.Reset("something else")
	walker.Next()
	walker.Reset(s)
	last := 0
	for i, w := range text.TokenWords(s) {
		start, end := -1, -1
		if walker.Next() {
			start, end = walker.Span()
		}
		if w.Text != want[i] || string(walker.Bytes()) != want[i] || w.Start != start || w.End != end || w.Start < last || w.End <= w.Start {
			t.Fatalf("token %d of %+q is %+v, definition %q", i, s, w, want[i])
		}
		if inside := naiveTokens(s[w.Start:w.End]); strings.Join(inside, "\n") != want[i] {
			t.Fatalf("token %d of %+q is %+v, but its span holds %q", i, s, w, inside)
		}
		last = w.End
	}
	if walker.Next() {
		t.Fatalf("more tokens in %+q", s)
	}
}
