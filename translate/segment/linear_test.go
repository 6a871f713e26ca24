package segment

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"diglot/translate/locale"
)

// hostile are texts that a careless engine takes quadratic time or worse for.
var hostile = []struct {
	name string
	unit string
}{
	{"letters", "a"},
	{"words", "word "},
	{"stops", "."},
	{"marks", "?!"},
	{"spaced-stops", ". "},
	{"quotes", "“"},
	{"nested-brackets", "(a "},
	{"closing-brackets", ") "},
	{"quotes-and-stops", "\"a. "},
	{"spaces", " "},
	{"lines", "\n"},
	{"abbreviation", "U."},
	{"initials", "A. "},
	{"list", "1. "},
	{"digits", "1"},
	{"marks-of-letters", "a\u0301"},
	{"ideographic", "。」"},
	{"notes", ".1 "},
	{"bullets", "• "},
	{"braces", "{a. "},
	{"percent", "%. "},
}

func hostileText(unit string, size int) string {
	return strings.Repeat(unit, size/len(unit))
}

// BenchmarkLinear splits 100 kB and 1 MB of each hostile text and reports how
// many times longer the larger one takes: about ten, if time is linear.
func BenchmarkLinear(b *testing.B) {
	en := For(locale.MustParse("en"), Options{})
	foreign := (&SRX{
		Languages: []LanguageRules{{"x", []Rule{{Before: `\b[^.]*Mr\.`, After: `\s.*x`}, {Break: true, Before: `[.?!]+["”)]*`, After: `\s*[\p{Lu}(]`}, {Break: true, After: `\n+x`}}}},
		Maps:      []LanguageMap{{".*", "x"}},
	}).For(locale.MustParse("en"))
	for _, h := range hostile {
		for name, s := range map[string]*Segmenter{"ours": en, "srx": foreign} {
			b.Run(h.name+"/"+name, func(b *testing.B) {
				small, large := hostileText(h.unit, 100_000), hostileText(h.unit, 1_000_000)
				best := func(text string) time.Duration {
					least := time.Hour
					for range 3 {
						start := time.Now()
						s.Split(text)
						least = min(least, time.Since(start))
					}
					return least
				}
				ratio := 0.0
				for b.Loop() {
					least := best(small)
					ratio = float64(best(large)) / float64(max(least, 1))
				}
				b.ReportMetric(ratio, "x-for-10x")
			})
		}
	}
}

// TestHostileMemory: what a hostile text costs in memory stays in proportion
// to its length.
func TestHostileMemory(t *testing.T) {
	s := For(locale.MustParse("en"), Options{})
	for _, h := range hostile {
		text := hostileText(h.unit, 200_000)
		s.Split(text) // builds the states
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		s.Split(text)
		runtime.ReadMemStats(&after)
		if per := after.TotalAlloc - before.TotalAlloc; per > 100*uint64(len(text)) {
			t.Errorf("%s: %d bytes for a text of %d", h.name, per, len(text))
		}
	}
}
