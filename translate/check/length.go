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
	if source == 0 || target == 0 || !v.target.hasContent() {
		return
	}
	// The logarithm of the ratio of lengths is near to normal, and narrower the
	// longer the text (after Gale and Church 1993, who take the difference).
	off := math.Log(target/source) / math.Sqrt(0.02+1.2/source)
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
// say the same there.
func (d *side) weight() float64 {
	letters := 0
	for _, t := range d.tokens {
		switch t.kind {
		case isSpace:
			letters++
		case isOpaque, isHidden:
		default:
			letters += countRunes(d.piece(t))
		}
	}
	return float64(letters) / verbosity(d.lang)
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
