package segment

import (
	"regexp"
	"strings"

	"diglot/translate/locale"
)

// SRX is a file of segmentation rules as the LISA standard SRX 2.0 has them.
type SRX struct {
	Name    string // of the file, for rule ids and problems
	Version string
	Cascade bool // all language maps that match add their rules, not only the first
	// SegmentSubflows: text inside inline codes is segmented by itself.
	SegmentSubflows bool
	Codes           CodeHandling
	Languages       []LanguageRules
	Maps            []LanguageMap

	own     map[string]ownSettings // of languages that are ours
	icuBase bool                   // the file wants the default rules of ICU beneath its own
}

// CodeHandling says on which side of a boundary the inline codes that stand
// right at it go: true is the segment before.
type CodeHandling struct{ Start, End, Isolated bool }

// LanguageRules are the rules of one name, in order.
type LanguageRules struct {
	Name  string
	Rules []Rule
}

// LanguageMap says which languages use the rules of a name.
type LanguageMap struct{ Pattern, Name string }

// ownSettings are what our own rules need besides patterns.
type ownSettings struct{ end, pairs, even, hold string }

// Rules gives the rules of the file for a language in the order in which they
// are asked: maps in order, and without cascade only the first that matches.
// WithExceptions takes them before other rules.
func (x *SRX) Rules(tag locale.Tag) []Rule {
	var rules []Rule
	for _, name := range x.names(tag) {
		_, ours := x.own[name]
		for _, l := range x.Languages {
			if l.Name != name {
				continue
			}
			for _, r := range l.Rules {
				r.foreign = !ours
				rules = append(rules, r)
			}
		}
	}
	return rules
}

// For gives the segmenter of the file for a language. It compiles the rules
// each time, so keep what it gives.
func (x *SRX) For(tag locale.Tag) *Segmenter {
	rules := x.Rules(tag)
	for _, name := range x.names(tag) {
		if settings, ours := x.own[name]; ours {
			// ReadSRX has told which rules do not compile; settings that were
			// tampered with leave ordinary rules.
			if s, _ := settings.segmenter(rules, nil); s != nil {
				return s
			}
		}
	}
	if x.icuBase {
		rules = append(rules, defaultRules()...)
	}
	set, _ := compileRules(rules)
	return newSegmenter(set, nil, nil)
}

// names are the names of the rules that a language uses, in order.
func (x *SRX) names(tag locale.Tag) []string {
	var names []string
	seen := map[string]bool{}
	for _, m := range x.Maps {
		if !matchesLanguage(m.Pattern, tag) || seen[m.Name] {
			continue
		}
		seen[m.Name] = true
		names = append(names, m.Name)
		if !x.Cascade {
			break
		}
	}
	return names
}

// matchesLanguage matches a whole language tag, in either of the usual
// spellings and in any case.
func matchesLanguage(pattern string, tag locale.Tag) bool {
	re, err := languagePattern(pattern)
	if err != nil {
		return false // ReadSRX has told
	}
	return re.MatchString(tag.String()) || re.MatchString(strings.ReplaceAll(tag.String(), "-", "_"))
}

// languagePattern compiles the pattern of a map: a few letters and dots, for
// which the regular expressions of Go are enough.
func languagePattern(pattern string) (*regexp.Regexp, error) {
	return regexp.Compile("(?i)^(?:" + pattern + ")$")
}
