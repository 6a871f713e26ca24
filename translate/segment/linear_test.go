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

// BenchmarkLinear splits 1 MB of each hostile text, and as much in ten pieces
// of 100 kB, and reports how many times longer the one piece takes: about one,
// if time is linear. Both are run in turn, so that a noisy machine still
// decides.
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
				pieces, whole := time.Hour, time.Hour
				for b.Loop() {
					for range 5 {
						start := time.Now()
						for range 10 {
							s.Split(small)
						}
						middle := time.Now()
						s.Split(large)
						pieces, whole = min(pieces, middle.Sub(start)), min(whole, time.Since(middle))
					}
				}
				b.ReportMetric(float64(whole)/float64(max(pieces, 1)), "x-linear")
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
