package glossary

import (
	"slices"
	"sort"

	"diglot/translate/locale"
	"diglot/translate/text/stem"
	"diglot/translate/unit"
)

// comparison is what one concept looks like in a source and its target.
type comparison struct {
	concept   *Concept
	source    []unit.Span // where the source speaks of it
	terms     []occurrence
	approved  []unit.Span // of terms, where they are approved
	forbidden []unit.Span // of terms, where they are not
	leftIn    []unit.Span // where the source's own term stands in the target
	want      []string    // approved terms of the target locale
}

// occurrence is a term of a concept in the target.
type occurrence struct {
	term *Term
	span unit.Span
}

// compare looks for all concepts of the source in the target, in the order of the source.
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
		c := byConcept[f.entry.concept]
		if c != nil && (f.entry.term.Status.Approved() || f.kind&stem.Compound == 0) {
			c.terms = append(c.terms, occurrence{f.entry.term, f.span(there)})
		}
	}
	absent := false
	for _, c := range all {
		c.sort()
		c.wants(tgt)
		absent = absent || len(c.approved) == 0
	}
	if absent {
		for _, f := range x.find(there, false) {
			if c := byConcept[f.entry.concept]; c != nil {
				c.leftIn = appendSpan(c.leftIn, f.span(there))
			}
		}
	}
	return all
}

// sort tells approved terms from others. A term that is a part of a longer one of
// the other sort does not count: شبه جزيرة is forbidden though جزيرة is not.
func (c *comparison) sort() {
	all := c.terms
	c.terms = nil
	for _, o := range all {
		if slices.ContainsFunc(all, func(p occurrence) bool {
			return p.span.Start <= o.span.Start && o.span.End <= p.span.End && p.span.Len() > o.span.Len() &&
				p.term.Status.Approved() != o.term.Status.Approved()
		}) {
			continue
		}
		c.terms = append(c.terms, o)
		if o.term.Status.Approved() {
			c.approved = appendSpan(c.approved, o.span)
		} else {
			c.forbidden = appendSpan(c.forbidden, o.span)
		}
	}
}

// wants lists what the target may say.
func (c *comparison) wants(tgt locale.Tag) {
	for i := range c.concept.Terms {
		if t := &c.concept.Terms[i]; t.Status.Approved() && serves(t.Locale, tgt) {
			c.want = append(c.want, t.Text)
		}
	}
}

// isDeprecated reports whether none of the terms that are not approved is forbidden.
func (c *comparison) isDeprecated() bool {
	return !slices.ContainsFunc(c.terms, func(o occurrence) bool { return o.term.Status == Forbidden })
}

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

func slice(s string, span unit.Span) string { return s[span.Start:span.End] }
