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

func findInconsistent(d *document) {
	sources, targets := make([]string, len(d.pairs)), make([]string, len(d.pairs))
	for i, p := range d.pairs {
		sources[i], targets[i] = strings.TrimSpace(p.Source.Content), strings.TrimSpace(p.Target.Content)
	}
	d.differ(sources, targets, "target")
	d.differ(targets, sources, "source")
}

// differ notes each index whose key was seen before with another value, at both
// places.
func (d *document) differ(keys, values []string, key string) {
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
		if values[i] == values[j] || d.sameMessage(i, j) {
			continue
		}
		if !reported[j] {
			reported[j] = true
			d.report(j, key, unit.Issue{Args: map[string]string{"other": values[i]}})
		}
		d.report(i, key, unit.Issue{Args: map[string]string{"other": values[j]}})
	}
}

// sameMessage reports two forms of one message: Arabic has four words for the one
// plural of English, and Chinese one for both of its forms.
func (d *document) sameMessage(i, j int) bool {
	if d.pairs[i].Key == "" || d.pairs[j].Key == "" {
		return false
	}
	a, _, ok := branchOf(d.pairs[i].Key)
	b, _, also := branchOf(d.pairs[j].Key)
	return ok && also && a == b
}
