package workbench

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"diglot/translate/check"
	"diglot/translate/glossary"
	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/unit"
)

// Repairer makes the target of a near match fit: the numbers, dates, names and codes
// of the new source in the place of the old ones. What a check calls an error is
// not offered.
type Repairer struct {
	source, target locale.Tag
	names          []memory.Name
	judge          *Judge
}

// Repairer repairs with the names of the project's glossaries, and judges with its
// checks.
func (p *Project) Repairer(ctx context.Context, source, target locale.Tag) (*Repairer, error) {
	concepts, err := p.Concepts(ctx)
	if err != nil {
		return nil, err
	}
	judge, err := p.Config.judge(concepts, []locale.Tag{target})
	if err != nil {
		return nil, err
	}
	return &Repairer{source, target, namesIn(concepts, source, target), judge}, nil
}

// NewRepairer repairs without a project: numbers, dates and codes.
func NewRepairer(source, target locale.Tag) (*Repairer, error) {
	judge, err := Config{}.judge(nil, []locale.Tag{target})
	return &Repairer{source: source, target: target, judge: judge}, err
}

// Repair makes a match fit. It gives false where the match is exact, where more
// differs than can be repaired, and where the result has an error.
func (r *Repairer) Repair(asked unit.Text, m unit.Match) (memory.Repaired, bool) {
	if m.Score >= 100 {
		return memory.Repaired{}, false
	}
	repaired, ok := memory.RepairMatch(asked, r.source, m, r.names)
	if !ok {
		return memory.Repaired{}, false
	}
	for _, issue := range r.judge.Pair(&check.Pair{SourceLocale: r.source, TargetLocale: r.target, Source: asked, Target: repaired.Target}) {
		if issue.Severity == unit.Error {
			return memory.Repaired{}, false
		}
	}
	return repaired, true
}

// namesIn lists the concepts that are names, with what the source may call them and
// the one preferred name in the target.
func namesIn(concepts []glossary.Concept, source, target locale.Tag) []memory.Name {
	var names []memory.Name
	for _, c := range concepts {
		if !isName(c) {
			continue
		}
		var n memory.Name
		for _, t := range c.Terms {
			switch {
			case t.Locale.Base() == source.Base() && t.Status.Approved():
				n.Source = append(n.Source, t.Text)
			case t.Locale.Base() == target.Base() && t.Status == glossary.Preferred && n.Target == nil:
				n.Target = []string{t.Text}
			}
		}
		if c.DoNotTranslate && n.Target == nil && n.Source != nil {
			n.Target = n.Source[:1]
		}
		if n.Source != nil && n.Target != nil {
			names = append(names, n)
		}
	}
	return names
}

// isName reports whether a concept names one person, place or organisation. Where
// the glossary does not say, the capitals of its terms do.
func isName(c glossary.Concept) bool {
	switch c.Type {
	case "person", "place", "organisation":
		return true
	case "":
	default:
		return false
	}
	capitals := false
	for _, t := range c.Terms {
		if t.PartOfSpeech == "properNoun" {
			return true
		}
		if t.PartOfSpeech != "" || !t.Status.Approved() || t.Locale.Base() == "de" { // where every noun has a capital
			continue
		}
		first, _ := utf8.DecodeRuneInString(t.Text)
		switch {
		case !unicode.IsLower(first) && !unicode.IsUpper(first): // a script without capitals
		case !capitalised(t.Text):
			return false
		default:
			capitals = true
		}
	}
	return capitals
}

// capitalised reports whether every word of more than three letters has a capital,
// and the first one: "Ministry of Defence".
func capitalised(s string) bool {
	for i, w := range strings.Fields(s) {
		first, _ := utf8.DecodeRuneInString(w)
		if (i == 0 || utf8.RuneCountInString(w) > 3) && !unicode.IsUpper(first) {
			return false
		}
	}
	return true
}
