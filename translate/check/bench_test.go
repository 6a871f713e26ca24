package check

import (
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"diglot/translate/text"
)

// All checks together over good news in ten languages, in two goroutines, beside a
// naive version of a few of them that looks with patterns.
func BenchmarkCheck(b *testing.B) {
	c, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	records := load(b, "clean")
	pairs := make([]Pair, len(records))
	for i, r := range records {
		pairs[i] = r.pair()
	}
	b.ResetTimer()
	for range b.N {
		bothHalves(pairs, func(p *Pair) { c.Check(p) })
	}
	b.ReportMetric(float64(len(pairs)*b.N)/b.Elapsed().Seconds(), "segments/s")
	own := b.Elapsed() / time.Duration(b.N)
	b.StopTimer()
	start := time.Now()
	bothHalves(pairs, naive)
	b.ReportMetric(float64(time.Since(start))/float64(own), "times-naive")
}

func bothHalves(pairs []Pair, do func(*Pair)) {
	var wait sync.WaitGroup
	for part := range 2 {
		wait.Go(func() {
			for i := part; i < len(pairs); i += 2 {
				do(&pairs[i])
			}
		})
	}
	wait.Wait()
}

var (
	naiveNumber = regexp.MustCompile(`\p{Nd}+(?:[.,٫٬]\p{Nd}+)*`)
	naiveTag    = regexp.MustCompile(`</?[A-Za-z][^<>]*>`)
	naiveURL    = regexp.MustCompile(`https?://\S+`)
	naivePlace  = regexp.MustCompile(`\{[^{}]*\}|%[sd]`)
	naiveSpace  = regexp.MustCompile(`\s{2,}`)
	naiveQuote  = regexp.MustCompile(`["“”«»「」]`)
	naiveEnd    = regexp.MustCompile(`[.!?؟。…]+\P{L}*$`)
)

// naive does what eight of the checks do, as a first version would: a pattern for
// each, words cut anew for each.
func naive(p *Pair) {
	found := 0
	for _, re := range []*regexp.Regexp{naiveNumber, naiveTag, naiveURL, naivePlace, naiveSpace, naiveQuote, naiveEnd} {
		a, b := re.FindAllString(p.Source.Content, -1), re.FindAllString(p.Target.Content, -1)
		if len(a) != len(b) {
			found++
		}
	}
	last := ""
	for w := range text.Words(p.Target.Content) {
		lower := strings.ToLower(w.Text)
		if lower == last && unicode.IsLetter([]rune(lower)[0]) {
			found++
		}
		last = lower
	}
	_ = found
}

// A Checker is made once per run of the program; it must not be felt.
func BenchmarkNew(b *testing.B) {
	for range b.N {
		if _, err := New(Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
