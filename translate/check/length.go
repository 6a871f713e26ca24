package check

import (
	"math"
	"strconv"

	"diglot/translate/unit"
)

// length finds a translation that is far shorter or longer than its language would
// make of the source: half of it is gone, or two segments ran together.
func length() rule {
	return rule{Info{
		Name: "length", Severity: unit.Warning,
		Good: example("The army left the city on Friday after three days of heavy fighting with opposition forces.", "en", "غادر الجيش المدينة يوم الجمعة بعد ثلاثة أيام من القتال العنيف مع قوات المعارضة.", "ar"),
		Bad:  example("The army left the city on Friday after three days of heavy fighting with opposition forces.", "en", "غادر الجيش المدينة يوم.", "ar"),
	}, findLength}
}

func findLength(v *view) {
	source, target := v.source.weight(), v.target.weight()
	spread := 0.02 + 1.2/source
	if !v.target.script.spaced() {
		spread *= 1.5 // says more or less by the character than letters do
	}
	if source == 0 || target == 0 || !v.target.hasContent() {
		return
	}
	// The logarithm of the ratio of lengths is near to normal, and narrower the
	// longer the text (after Gale and Church 1993, who take the difference).
	off := math.Log(target/source) / math.Sqrt(spread)
	key := ""
	switch {
	case off < -2.5:
		key = "short"
	case off > 4:
		key = "long"
	default:
		return
	}
	v.report(key, unit.Issue{
		Args:   map[string]string{"percent": strconv.Itoa(int(math.Round(100 * target / source)))},
		Source: at(0, len(v.source.s)), Target: at(0, len(v.target.s)),
	})
}

// weight gives the length of a text in letters of English: what it would take to
// say the same there. Latin names in a Chinese text keep their length.
func (d *side) weight() float64 {
	own, foreign := 0, 0
	for _, t := range d.tokens {
		n := 1
		switch t.kind {
		case isOpaque, isHidden:
			continue
		case isWord:
			n = countRunes(d.piece(t))
		case isDigits:
			n = countRunes(d.piece(t))
		}
		if !d.script.spaced() && (t.script == latin && t.kind == isWord || t.kind == isDigits) {
			foreign += n
		} else {
			own += n
		}
	}
	return float64(own)/verbosity(d.lang) + float64(foreign)
}

// verbosity is how many letters a language takes for one of English in news.
func verbosity(lang string) float64 {
	switch lang {
	case "ar":
		return 0.91
	case "fa":
		return 0.98
	case "he":
		return 0.8
	case "de":
		return 1.19
	case "fr":
		return 1.19
	case "es":
		return 1.16
	case "ru":
		return 1.11
	case "tr":
		return 1.05
	case "ja":
		return 0.46
	case "zh":
		return 0.34
	}
	return 1
}
