package check

import "diglot/translate/unit"

// view is a pair as the checks see it: both sides cut into tokens once, and what
// was found so far. It is used again for the next pair, with its buffers.
type view struct {
	dictionaries   map[string]*Dictionary
	words          vocabulary
	pair           *Pair
	source, target side
	rule           *rule // at work
	matched        matching
	issues         []unit.Issue
}

func (v *view) read(p *Pair) {
	v.pair = p
	v.source.read(p.Source, p.SourceLocale)
	v.target.read(p.Target, p.TargetLocale)
	v.source.findFigures(v.words.of(v.source.lang))
	v.target.findFigures(v.words.of(v.target.lang))
	v.match()
}

// report notes a finding of the rule at work, with the rule's severity.
func (v *view) report(key string, i unit.Issue) {
	v.reportAs(v.rule.info.Severity, key, i)
}

// reportAs is report with another severity.
func (v *view) reportAs(severity unit.Severity, key string, i unit.Issue) {
	i.Check, i.Severity, i.Key = v.rule.info.Name, severity, key
	v.issues = append(v.issues, i)
}

// at makes the list of one span.
func at(start, end int) []unit.Span { return []unit.Span{{Start: start, End: end}} }

// sameLanguage reports a pair that is adapted rather than translated: en-GB to en-US.
func (v *view) sameLanguage() bool { return v.source.lang == v.target.lang }
