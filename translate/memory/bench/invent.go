package bench

import (
	"math"
	"strings"
)

// Invent gives n pairs in no language, the same for the same seed, for where there
// are no texts: words as frequent as Zipf's law has them, in sentences of 1 to 40.
func Invent(n int, seed uint64) []Pair {
	random := splitMix(seed)
	words := vocabulary(60_000, &random)
	pairs := make([]Pair, n)
	for i := range pairs {
		pairs[i] = Pair{inventSentence(words, &random), inventSentence(words, &random)}
	}
	return pairs
}

func vocabulary(n int, random *splitMix) []string {
	syllables := strings.Fields("ba ka ta ra la sha mi ni si ri di wu nu hu mo so ter an el ish")
	words := make([]string, n)
	for i := range words {
		var b strings.Builder
		for range 1 + random.below(4) {
			b.WriteString(syllables[random.below(len(syllables))])
		}
		words[i] = b.String()
	}
	return words
}

func inventSentence(words []string, random *splitMix) string {
	var b strings.Builder
	length := 1 + random.below(20) + random.below(21)
	for i := range length {
		if i > 0 {
			b.WriteByte(' ')
		}
		switch kind := random.below(30); {
		case kind == 0:
			b.WriteString([]string{"5", "2024", "162"}[random.below(3)])
		default:
			share := float64(random.below(1<<20)+1) / (1 << 20)
			b.WriteString(words[int(math.Pow(float64(len(words)), share))-1])
		}
		if i+1 < length && random.below(12) == 0 {
			b.WriteByte(',')
		}
	}
	b.WriteByte('.')
	return b.String()
}
