package glossary

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// grown adds made-up concepts to a glossary until it has n. Their terms are built
// of syllables, so that many of them begin alike and none stands in the texts.
func grown(concepts []Concept, n int, src, tgt locale.Tag) []Concept {
	latin := []string{"ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"}
	arabic := []string{"با", "كي", "لي", "مو", "نو", "را", "سي", "تي", "وا", "زو"}
	concepts = concepts[:min(n, len(concepts)):min(n, len(concepts))]
	for i := len(concepts); i < n; i++ {
		var a, b string
		for k := i; k > 0; k /= 10 {
			a, b = a+latin[k%10], b+arabic[k%10]
		}
		concepts = append(concepts, Concept{ID: fmt.Sprint("made-up-", i), Terms: []Term{
			{Locale: src, Text: a, Status: Preferred}, {Locale: tgt, Text: b, Status: Preferred},
			{Locale: tgt, Text: b + " " + b, Status: Forbidden},
		}})
	}
	return concepts
}

// BenchmarkCheck measures the check on the news of the measuring data with glossaries
// of 100 and of 10,000 entries, in turns. The text decides what it costs, so the
// ratio of the times is to be near 1.
func BenchmarkCheck(b *testing.B) {
	src, tgt := locale.MustParse("en"), locale.MustParse("ar")
	concepts, pairs := loadPair(b, "en-ar")
	small := New(grown(concepts.Concepts(), 100, src, tgt))
	large := New(grown(concepts.Concepts(), 10_000, src, tgt))
	pass := func(g *Glossary) time.Duration {
		start := time.Now()
		for _, p := range pairs {
			g.Check(unit.Plain(p.Source), unit.Plain(p.Target), src, tgt)
		}
		return time.Since(start)
	}
	pass(small) // builds the tries
	pass(large)
	b.ReportAllocs()
	var ofSmall, ofLarge []time.Duration
	for b.Loop() {
		ofSmall = append(ofSmall, pass(small))
		ofLarge = append(ofLarge, pass(large))
	}
	// The fastest pass is the one that other programs disturbed least.
	fast, slow := slices.Min(ofSmall), slices.Min(ofLarge)
	b.ReportMetric(float64(len(pairs))/fast.Seconds(), "segments/s")
	b.ReportMetric(float64(len(pairs))/slow.Seconds(), "segments/s-10000-entries")
	b.ReportMetric(slow.Seconds()/fast.Seconds(), "time-10000/100")
}
