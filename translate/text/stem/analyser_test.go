package stem

import (
	"slices"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"diglot/translate/locale"
)

var languages = words("ar en fr es de ru he fa it pt tr ko nl da sv nb fi hu ro und")

// Every word is a form of itself, as it is, in each language and whatever it is.
func TestWordsMeetThemselves(t *testing.T) {
	letters := rapid.SampledFrom([]rune("والبسكتةىيءأإآؤئمنهاعغabsexünßíñиеныйьה ם\u200cُ'\"İı的전"))
	rapid.Check(t, func(t *rapid.T) {
		word := string(rapid.SliceOfN(letters, 1, 9).Draw(t, "word"))
		a := For(locale.MustParse(rapid.SampledFrom(languages[:len(languages)-1]).Draw(t, "locale")))
		keys := a.Keys(word)
		for _, r := range a.Readings(word) {
			if !utf8.ValidString(r.Key) {
				t.Fatalf("%q has the broken key %q", word, r.Key)
			}
		}
		if len(keys) > 0 && !slices.ContainsFunc(a.Readings(word), func(r Reading) bool { return slices.Contains(keys, r.Key) }) {
			t.Fatalf("%q has the keys %q and does not meet them: %v", word, keys, a.Readings(word))
		}
	})
}

// Analysing is paid once for each new word of a text, and bounds nothing else.
func BenchmarkReadings(b *testing.B) {
	for tag, word := range map[string]string{"ar": "وبسياراتهم", "de": "Hochsicherheitsgefängnis", "ru": "безопасностью", "en": "countries", "tr": "evlerimizden"} {
		a := For(locale.MustParse(tag))
		b.Run(tag, func(b *testing.B) {
			for b.Loop() {
				a.Readings(word)
			}
		})
	}
}
