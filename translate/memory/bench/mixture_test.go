package bench

import (
	"strings"
	"testing"
)

func TestShuffleKeepsNothingTwice(t *testing.T) {
	pairs := Shuffle([]Pair{{"a", "1"}, {"b", "2"}, {"a", "3"}, {" \u200d", "4"}}, "salt")
	var sources []string
	for _, p := range pairs {
		sources = append(sources, p.Source+p.Target)
	}
	if got := strings.Join(sources, " "); got != "a1 b2" && got != "b2 a1" {
		t.Errorf("%q", got)
	}
}

func TestMixtureIsTheSameEachTime(t *testing.T) {
	base := []Pair{{"the army left Hama on 5 December", "x"}, {"nobody was in the city of Homs then", "y"}}
	list := func(n int) []string {
		var sources []string
		for p := range Mixture(base, 7) {
			if sources = append(sources, p.Source); len(sources) == n {
				break
			}
		}
		return sources
	}
	long := list(200)
	if short := list(50); strings.Join(short, "|") != strings.Join(long[:50], "|") {
		t.Error("the first units of a long mixture are not those of a short one")
	}
	seen := map[string]bool{}
	for _, s := range long {
		if seen[s] {
			t.Errorf("%q came twice", s)
		}
		seen[s] = true
	}
}
