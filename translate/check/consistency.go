package check

import (
	"strings"

	"diglot/translate/unit"
)

// consistency finds the same source with different targets in one document, and
// different sources with the same target. A reader takes two names for two things.
func consistency() rule {
	good := append(example("Read more", "en", "اقرأ المزيد", "ar"), example("Read more", "en", "اقرأ المزيد", "ar")...)
	bad := append(example("Read more", "en", "اقرأ المزيد", "ar"), example("Read more", "en", "للمزيد", "ar")...)
	return rule{info: Info{Name: "consistency", Severity: unit.Warning, Good: good, Bad: bad}}
}

// Consistency looks at the pairs of one document together and gives, for the pair
// at each index, where its translation differs from that of its equals.
func (c *Checker) Consistency(pairs []Pair) [][]unit.Issue {
	found := make([][]unit.Issue, len(pairs))
	on := false
	for _, r := range c.rules {
		on = on || r.info.Name == "consistency"
	}
	if !on {
		return found
	}
	sources, targets := make([]string, len(pairs)), make([]string, len(pairs))
	for i, p := range pairs {
		sources[i], targets[i] = strings.TrimSpace(p.Source.Content), strings.TrimSpace(p.Target.Content)
	}
	differ(found, sources, targets, "target")
	differ(found, targets, sources, "source")
	return found
}

// differ notes each index whose key was seen before with another value, at both
// places.
func differ(found [][]unit.Issue, keys, values []string, key string) {
	first := map[string]int{}
	reported := map[int]bool{}
	for i, k := range keys {
		j, seen := first[k]
		if k == "" || values[i] == "" {
			continue
		}
		if !seen {
			first[k] = i
			continue
		}
		if values[i] == values[j] {
			continue
		}
		note := func(at, other int) {
			found[at] = append(found[at], unit.Issue{
				Check: "consistency", Severity: unit.Warning, Key: key, Args: map[string]string{"other": values[other]},
			})
		}
		if !reported[j] {
			reported[j] = true
			note(j, i)
		}
		note(i, j)
	}
}
