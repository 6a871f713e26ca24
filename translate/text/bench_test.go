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

// against runs ours, times the naive way in the same run, and reports how many
// times faster ours is.
func against(b *testing.B, bytes int, ours, naive func()) {
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		ours()
		n++
	}
	each := float64(b.Elapsed()) / float64(n)
	rounds := max(1, min(n, 200))
	start := time.Now()
	for range rounds {
		naive()
	}
	b.ReportMetric(float64(time.Since(start))/float64(rounds)/each, "times-naive")
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
		against(b, len(x),
			func() { text.DistanceWithin(x, y, 8) },
			func() { naiveDistance(x, y) })
	})
}
