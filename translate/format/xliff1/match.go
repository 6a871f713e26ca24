package xliff1

import (
	"math"
	"strconv"
	"strings"

	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/unit"
)

// offers reads the alternative translations of a unit; those with a mid are for
// that segment, those without for a unit that is one block.
func (r *reader) offers(l layout, s segment, source unit.Text, ids *xmlblock.IDs) []unit.Match {
	var found []unit.Match
	for alt := range l.unit.Elements() {
		if !sameSpace(alt, l.unit, "alt-trans") {
			continue
		}
		if kind := alt.Value("alttranstype"); kind != "" && kind != "proposal" {
			continue
		}
		mid := alt.Value("mid")
		target := alt.Child("target")
		if target.IsZero() || mid != "" && mid != s.source.Value("mid") || mid == "" && len(l.segments) > 1 {
			continue
		}
		m := unit.Match{Source: source, Locale: r.target, Origin: alt.Value("origin")}
		if from := alt.Child("source"); !from.IsZero() {
			if slot, err := r.Target(from, ids); err == nil {
				m.Source = slot.Text
			}
		}
		slot, err := r.Target(target, ids)
		if err != nil {
			continue
		}
		m.Target = slot.Text
		quality := percent(alt.Value("match-quality"))
		m.Score, m.Similarity = int(math.Round(quality)), min(quality/100, 1)
		found = append(found, m)
	}
	return found
}

// percent reads "87", "87%" or "0.87"; what is none of these is 0.
func percent(s string) float64 {
	v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(s), "%"), 64)
	switch {
	case err != nil || !(v >= 0 && v <= 102):
		return 0
	case v < 1 && strings.Contains(s, "."):
		return v * 100
	}
	return v
}
