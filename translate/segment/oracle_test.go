package segment

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"diglot/translate/locale"

	"pgregory.net/rapid"
)

// bruteForce decides every place of a text by Go's own regular expressions,
// rule by rule: slow, and plainly what SRX says.
func bruteForce(rules []Rule, text string) []int {
	type pair struct{ before, after *regexp.Regexp }
	var compiled []pair
	for _, r := range rules {
		compiled = append(compiled, pair{regexp.MustCompile("(?:" + r.Before + `)\z`), regexp.MustCompile(`\A(?:` + r.After + ")")})
	}
	var cuts []int
	for p := range text {
		if p == 0 {
			continue
		}
		for i, c := range compiled {
			// \b and ^ must see both sides, so that matches are sought in the
			// whole text and held against the place.
			if endsAt(c.before, text, p) && c.after.MatchString(text[p:]) {
				if rules[i].Break {
					cuts = append(cuts, p)
				}
				break
			}
		}
	}
	return cuts
}

func endsAt(re *regexp.Regexp, text string, p int) bool {
	return re.MatchString(text[:p])
}

// patterns over a small alphabet, so that they often match. \b stands only
// where the text on one side of the place decides it.
func anyPattern(before bool) *rapid.Generator[string] {
	atom := rapid.SampledFrom([]string{"a", "b", "A", `\.`, "!", `\s`, `[ab]`, `[^.]`, ".", `\p{Lu}`, "(?:a|bA)", "(?:ab)?", "a*", `[.!]+`, "b{1,2}", "(?i:a)"})
	edge := []string{"", "", "", "^", `\b`}
	if !before {
		edge = []string{"", "", "", "$"}
	}
	return rapid.Custom(func(t *rapid.T) string {
		n := rapid.IntRange(0, 3).Draw(t, "atoms")
		var b strings.Builder
		e := rapid.SampledFrom(edge).Draw(t, "edge")
		if before {
			b.WriteString(e)
		}
		for range n {
			b.WriteString(atom.Draw(t, "atom"))
		}
		// An edge alone would look across the place, which the oracle cannot.
		if !before && n > 0 {
			b.WriteString(e)
		}
		return strings.ReplaceAll(b.String(), `\b`, `\b[ab]`)
	})
}

func TestSRXAgreesWithBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rules []Rule
		for range rapid.IntRange(1, 5).Draw(t, "rules") {
			rules = append(rules, Rule{
				Break:  rapid.Bool().Draw(t, "break"),
				Before: anyPattern(true).Draw(t, "before"), After: anyPattern(false).Draw(t, "after"),
			})
		}
		text := rapid.StringMatching(`[abA .!]{0,20}`).Draw(t, "text")
		x := &SRX{Languages: []LanguageRules{{"x", rules}}, Maps: []LanguageMap{{".*", "x"}}}
		s := x.For(locale.Tag{})
		w := walk{s: s, text: text}
		w.run()
		want := bruteForce(rules, text)
		if len(want) != len(w.cuts) {
			t.Fatalf("rules %v cut %q at %v, brute force at %v", rules, text, w.cuts, want)
		}
		for i := range want {
			if want[i] != w.cuts[i] {
				t.Fatalf("rules %v cut %q at %v, brute force at %v", rules, text, w.cuts, want)
			}
		}
		if !utf8.ValidString(text) {
			t.Fatal("the generator made a bad text")
		}
	})
}

// TestNearAndFar: rules that are asked place by place and rules that are
// walked through a whole text decide alike.
func TestNearAndFar(t *testing.T) {
	set, _ := compileRules(own.file("en").expand(own.common()))
	far := newSegmenter(set, nil, nil)
	rapid.Check(t, func(t *rapid.T) {
		text := anyText().Draw(t, "text")
		w := walk{s: far, text: text}
		w.run()
		for _, p := range w.cuts {
			near := walk{s: far, text: text, last: -1, before: make(bitset, len(set.before.always)), after: make(bitset, len(set.after.always))}
			near.ask(p)
			if len(near.cuts) != 1 {
				t.Fatalf("%q is cut at %d by the walk and not when asked", text, p)
			}
		}
	})
}
