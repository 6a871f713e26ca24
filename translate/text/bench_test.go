package text_test

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"diglot/translate/text"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

const (
	englishText = "Syrian opposition forces took control of Hama on Thursday, after the army said that it had redeployed outside the city. "
	arabicText  = "سيطرت قوات المعارضة السورية على مدينة حماة يوم الخميس، بعد أن قال الجيش إنه أعاد انتشاره خارج المدينة ٢٠٢٤. "
	frenchText  = "Les forces de l’opposition ont pris le contrôle de Hama jeudi, après que l’armée a annoncé s’être redéployée à l’extérieur. "
)

var benchTexts = []struct{ name, text string }{
	{"en", strings.Repeat(englishText, 20)},
	{"ar", strings.Repeat(arabicText, 20)},
	{"fr", strings.Repeat(frenchText, 20)},
}

// against runs ours, and then reports how many times faster it is than the naive
// way: the best of 200 turns of each, taken by turns, so that a busy machine weighs
// on both alike.
func against(b *testing.B, bytes int, ours, naive func()) {
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		ours()
	}
	best := func(f func(), sofar time.Duration) time.Duration {
		start := time.Now()
		f()
		return min(sofar, time.Since(start))
	}
	a, n := time.Hour, time.Hour
	for range 200 {
		a, n = best(ours, a), best(naive, n)
	}
	b.ReportMetric(float64(n)/float64(a), "times-naive")
}

func BenchmarkFoldCase(b *testing.B) {
	for _, c := range benchTexts {
		b.Run(c.name, func(b *testing.B) {
			against(b, len(c.text),
				func() { text.FoldCase.String(c.text) },
				func() { cases.Fold().String(norm.NFC.String(c.text)) })
		})
	}
}

func BenchmarkFoldArabic(b *testing.B) {
	drop := strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ٱ", "ا", "ى", "ي", "ة", "ه", "ؤ", "و", "ئ", "ي", "ـ", "")
	for _, c := range benchTexts {
		b.Run(c.name, func(b *testing.B) {
			against(b, len(c.text),
				func() { text.FoldArabic.String(c.text) },
				func() {
					_ = strings.Map(func(r rune) rune {
						if unicode.Is(unicode.Mn, r) {
							return -1
						}
						return r
					}, drop.Replace(norm.NFC.String(c.text)))
				})
		})
	}
}

func BenchmarkTokens(b *testing.B) {
	for _, c := range benchTexts {
		b.Run(c.name, func(b *testing.B) {
			var tokens []string
			against(b, len(c.text),
				func() { tokens = text.AppendTokens(tokens[:0], c.text) },
				func() { naiveTokens(c.text) })
		})
	}
}

func BenchmarkTokenizer(b *testing.B) {
	for _, c := range benchTexts {
		b.Run(c.name, func(b *testing.B) {
			var t text.Tokenizer
			against(b, len(c.text),
				func() {
					for t.Reset(c.text); t.Next(); {
						_ = t.Bytes()
					}
				},
				func() { naiveTokens(c.text) })
		})
	}
}

func BenchmarkDistanceWithin(b *testing.B) {
	x := text.Tokens(strings.Repeat(englishText, 4))
	y := text.Tokens(strings.Repeat("the "+englishText, 4))
	b.Run("words", func(b *testing.B) {
		against(b, 0,
			func() { text.DistanceWithin(x, y, 8) },
			func() { naiveDistance(x, y) })
	})
}
