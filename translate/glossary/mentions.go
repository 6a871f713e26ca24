package glossary

import (
	"slices"
	"strings"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// KeyFirst is of the issue that Mentions finds: a warning of a form for later
// mentions where the document speaks of the concept for the first time.
const KeyFirst = "first"

// Mentions looks at the texts of one document in their order and gives, for each
// index, the concepts that the targets name there for the first time by a form for
// later mentions (SDF) though there is one for the first (Syrian Democratic Forces).
// Terms for any mention may stand anywhere.
func (g *Glossary) Mentions(sources, targets []unit.Text, src, tgt locale.Tag) [][]unit.Issue {
	issues := make([][]unit.Issue, len(sources))
	open := map[*Concept]bool{} // not mentioned yet
	for i := range g.concepts {
		if c := &g.concepts[i]; len(c.firstForms(tgt)) > 0 {
			open[c] = true
		}
	}
	for i := range sources {
		if len(open) == 0 {
			break
		}
		for _, c := range g.compare(sources[i], targets[i], src, tgt) {
			o, ok := c.firstMention()
			if !open[c.concept] || !ok {
				continue
			}
			delete(open, c.concept)
			if o.term.Use == LaterMention {
				issues[i] = append(issues[i], unit.Issue{
					Check: CheckName, Severity: unit.Warning, Key: KeyFirst, Term: c.concept.ID,
					Args:   map[string]string{"found": slice(targets[i].Content, o.span), "want": strings.Join(c.concept.firstForms(tgt), ", ")},
					Source: c.source[:1:1], Target: []unit.Span{o.span},
				})
			}
		}
	}
	return issues
}

// firstForms lists the approved forms of a locale for the first mention.
func (c *Concept) firstForms(l locale.Tag) []string {
	var forms []string
	for _, t := range c.Terms {
		if t.Use == FirstMention && t.Status.Approved() && serves(t.Locale, l) {
			forms = append(forms, t.Text)
		}
	}
	return forms
}

// firstMention gives the approved term that stands first in the target, of several
// that begin there the longest.
func (c *comparison) firstMention() (occurrence, bool) {
	var approved []occurrence
	for _, o := range c.terms {
		if o.term.Status.Approved() {
			approved = append(approved, o)
		}
	}
	if len(approved) == 0 {
		return occurrence{}, false
	}
	return slices.MinFunc(approved, func(a, b occurrence) int {
		if a.span.Start != b.span.Start {
			return a.span.Start - b.span.Start
		}
		return b.span.Len() - a.span.Len()
	}), true
}
