package glossary

import (
	"strings"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// CheckName is the code of all issues that Check finds; their messages are
// "check.terms.KEY" in the program's catalog.
const CheckName = "terms"

// Keys of the issues.
const (
	KeyMissing        = "missing"          // warning: no known form of an approved term in the target
	KeyForbidden      = "forbidden"        // error: a forbidden term instead; warning: a deprecated one
	KeyAvoid          = "avoid"            // the same where no term is approved yet
	KeyDoNotTranslate = "do-not-translate" // error: the source term does not stand there as it is
	KeySourceLeft     = "source-left-in"   // error: the source term instead
	KeyFewer          = "fewer"            // info: more often in the source than in the target
)

// Check compares a translation with its source. For each concept that the source
// speaks of it returns at most one issue, in the order of the source. The Args are
// source (the term as it stands there), want (the terms to use) and found (what
// stands in its place).
func (g *Glossary) Check(source, target unit.Text, src, tgt locale.Tag) []unit.Issue {
	var issues []unit.Issue
	for _, c := range g.compare(source, target, src, tgt) {
		if issue, ok := c.judge(source.Content, target.Content); ok {
			issues = append(issues, issue)
		}
	}
	return issues
}

// judge makes an issue of a comparison where there is one.
func (c *comparison) judge(source, target string) (issue unit.Issue, ok bool) {
	issue = unit.Issue{
		Check:  CheckName,
		Term:   c.concept.ID,
		Source: c.source,
		Args:   map[string]string{"source": slice(source, c.source[0])},
	}
	if c.concept.DoNotTranslate {
		return issue, c.translated(&issue, source, target)
	}
	say := func(s unit.Severity, key string, place []unit.Span) (unit.Issue, bool) {
		issue.Severity, issue.Key, issue.Target = s, key, place
		issue.Args["want"] = strings.Join(c.want, ", ")
		if len(place) > 0 {
			issue.Args["found"] = slice(target, place[0])
		}
		return issue, true
	}
	switch {
	case len(c.approved) >= len(c.source):
		return issue, false
	case len(c.forbidden) > 0:
		key, severity := KeyForbidden, unit.Error
		if len(c.want) == 0 {
			key = KeyAvoid
		}
		if c.isDeprecated() {
			severity = unit.Warning
		}
		return say(severity, key, c.forbidden)
	case len(c.want) == 0:
		return issue, false // nobody has decided yet
	case len(c.approved) > 0:
		issue.Count = len(c.source)
		return say(unit.Info, KeyFewer, c.approved)
	case len(c.leftIn) > 0:
		return say(unit.Error, KeySourceLeft, c.leftIn)
	}
	return say(unit.Warning, KeyMissing, nil)
}
