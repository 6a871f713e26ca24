package glossary

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"diglot/translate/locale"
	"diglot/translate/text/stem"
	"diglot/translate/unit"
)

// CheckName is the code of all issues that Check finds; their messages are
// "check.terms.KEY" in the program's catalog.
const CheckName = "terms"

// Keys of the issues.
const (
	KeyMissing        = "missing"          // warning: no known form of an approved term in the target
	KeyForbidden      = "forbidden"        // error: a forbidden term instead; warning: a deprecated one
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
	for _, r := range g.compare(source, target, src, tgt) {
		if issue, ok := g.judge(r, source.Content, target.Content); ok {
			issues = append(issues, issue)
		}
	}
	return issues
}

// comparison is what one concept looks like in a pair.
type comparison struct {
	concept                     *Concept
	source                      []unit.Span // where the source speaks of it
	approved, forbidden, leftIn []unit.Span // in the target
	deprecated                  bool        // forbidden has deprecated terms only
	want                        []string    // approved terms of the target locale
}

// compare looks for all concepts of the source in the target.
func (g *Glossary) compare(source, target unit.Text, src, tgt locale.Tag) []*comparison {
	x := g.index(src)
	tokens := textOf(source)
	var all []*comparison
	byConcept := map[int]*comparison{}
	for _, f := range longest(x.find(tokens, false)) {
		c := byConcept[f.entry.concept]
		if c == nil {
			c = &comparison{concept: &g.concepts[f.entry.concept]}
			byConcept[f.entry.concept] = c
			all = append(all, c)
		}
		c.source = appendSpan(c.source, f.span(tokens))
	}
	if len(all) == 0 {
		return nil
	}
	there := textOf(target)
	for _, f := range g.index(tgt).find(there, true) {
		if c := byConcept[f.entry.concept]; c != nil {
			if f.entry.term.Status.Approved() {
				c.approved = appendSpan(c.approved, f.span(there))
			} else if f.kind&stem.Compound == 0 {
				deprecated := f.entry.term.Status == Deprecated
				c.deprecated = deprecated && (c.deprecated || len(c.forbidden) == 0)
				c.forbidden = appendSpan(c.forbidden, f.span(there))
			}
		}
	}
	if slices.ContainsFunc(all, func(c *comparison) bool { return len(c.approved) == 0 }) {
		for _, f := range x.find(there, false) {
			if c := byConcept[f.entry.concept]; c != nil {
				c.leftIn = appendSpan(c.leftIn, f.span(there))
			}
		}
	}
	for _, c := range all {
		for i := range c.concept.Terms {
			if t := &c.concept.Terms[i]; t.Status.Approved() && serves(t.Locale, tgt) {
				c.want = append(c.want, t.Text)
			}
		}
	}
	return all
}

// judge makes an issue of a comparison where there is one.
func (g *Glossary) judge(c *comparison, source, target string) (unit.Issue, bool) {
	issue := unit.Issue{
		Check:  CheckName,
		Term:   c.concept.ID,
		Source: c.source,
		Args:   map[string]string{"source": slice(source, c.source[0])},
	}
	if c.concept.DoNotTranslate {
		return issue, c.untouched(&issue, source, target)
	}
	issue.Args["want"] = strings.Join(c.want, ", ")
	switch {
	case len(c.approved) >= len(c.source):
		return issue, false
	case len(c.forbidden) > 0:
		issue.Severity, issue.Key, issue.Target = unit.Error, KeyForbidden, c.forbidden
		if c.deprecated {
			issue.Severity = unit.Warning
		}
		issue.Args["found"] = slice(target, c.forbidden[0])
	case len(c.want) == 0:
		return issue, false // nobody has decided yet
	case len(c.approved) > 0:
		issue.Severity, issue.Key, issue.Target = unit.Info, KeyFewer, c.approved
		issue.Count = len(c.source)
	case len(c.leftIn) > 0:
		issue.Severity, issue.Key, issue.Target = unit.Error, KeySourceLeft, c.leftIn
		issue.Args["found"] = slice(target, c.leftIn[0])
	default:
		issue.Severity, issue.Key = unit.Warning, KeyMissing
	}
	return issue, true
}

// untouched reports whether a term that is not to be translated is missing in the
// target, and says so in the issue.
func (c *comparison) untouched(issue *unit.Issue, source, target string) bool {
	for _, s := range c.source {
		word := slice(source, s)
		kept := hasWord(target, word)
		for i := 0; i < len(c.concept.Terms) && !kept; i++ { // the source may have an inflected form
			kept = hasWord(target, c.concept.Terms[i].Text)
		}
		if !kept {
			issue.Severity, issue.Key = unit.Error, KeyDoNotTranslate
			issue.Args["source"], issue.Args["want"] = word, word
			return true
		}
	}
	return false
}

// hasWord reports whether a word stands in s as it is, and not inside another.
func hasWord(s, word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	for from := 0; ; {
		i := strings.Index(s[from:], word)
		if i < 0 || word == "" {
			return false
		}
		start, end := from+i, from+i+len(word)
		before, _ := utf8.DecodeLastRuneInString(s[:start])
		after, _ := utf8.DecodeRuneInString(s[end:])
		if !sameWord(before, first) && !sameWord(last, after) {
			return true
		}
		from = end
	}
}

// sameWord reports whether two characters side by side belong to one word.
func sameWord(a, b rune) bool {
	return scriptOf(a) != noLetter && scriptOf(a) == scriptOf(b) && scriptOf(a) != syllables
}

func slice(s string, span unit.Span) string { return s[span.Start:span.End] }

// appendSpan adds a span unless it overlaps one that is there; the longer stays.
func appendSpan(spans []unit.Span, s unit.Span) []unit.Span {
	for i, t := range spans {
		if s.Start < t.End && t.Start < s.End {
			if s.Len() > t.Len() {
				spans[i] = s
			}
			return spans
		}
	}
	spans = append(spans, s)
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	return spans
}
