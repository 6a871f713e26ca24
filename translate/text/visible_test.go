package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"diglot/translate/text"
)

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"":                   "",
		"plain نص\n\tline":   "plain نص\n\tline",
		"\x1b[31mred\x1b[0m": "␛[31mred␛[0m",
		"a\rb\x00c\x7f":      "a␍b␀c␡",
		"user\u202etxt.exe":  "user⟨U+202E⟩txt.exe",
		"\u2067x\u2069":      "⟨U+2067⟩x⟨U+2069⟩",
		"\u009b31m":          "⟨U+009B⟩31m",
		"bad \xff\xd8":       "bad ⟨FF⟩⟨D8⟩",
		"\u200fبارّان\u200e می\u200cخواهم": "\u200fبارّان\u200e می\u200cخواهم",
	} {
		if got := text.Visible(in); got != want {
			t.Errorf("Visible(%+q) = %+q, want %+q", in, got, want)
		}
	}
}

func FuzzVisible(f *testing.F) {
	f.Add("\x1b]0;title\x07\u202e\xff")
	f.Fuzz(func(t *testing.T, s string) {
		seen := text.Visible(s)
		if !utf8.ValidString(seen) || strings.ContainsFunc(seen, text.IsHidden) {
			t.Fatalf("Visible(%+q) = %+q", s, seen)
		}
		if text.Visible(seen) != seen {
			t.Fatalf("Visible changes its own result %+q", seen)
		}
	})
}
