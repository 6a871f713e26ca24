package glossary

import (
	"diglot/translate/locale"
	"diglot/translate/text/stem"
	"diglot/translate/unit"
)

// Rendering is how one concept of a source text is rendered in its target.
type Rendering struct {
	Concept string
	Source  string // the term as the source has it
	Found   string // what stands in the target, in its form there; "" when nothing is known
	Term    string // the glossary's term that Found is a form of
	Status  string // preferred, admitted, deprecated, forbidden, source-left-in or unknown
	Spans   []unit.Span
}

// RenderingUnknown and RenderingLeft are the statuses that no term has.
const (
	RenderingUnknown = "unknown"        // no term of the glossary stands in the target
	RenderingLeft    = "source-left-in" // the source term stands there
)

// Renderings tells for each concept of the source which of its terms stand in the
// target, in the order of the source; one that is rendered in two ways comes twice.
// Over a whole archive this shows how the desk has called things until now.
func (g *Glossary) Renderings(source, target unit.Text, src, tgt locale.Tag) []Rendering {
	tokens := textOf(target)
	terms := g.index(tgt).find(tokens, true)
	var all []Rendering
	for _, c := range g.compare(source, target, src, tgt) {
		before := len(all)
		named := slice(source.Content, c.source[0])
		for _, f := range terms {
			if &g.concepts[f.entry.concept] == c.concept && (f.entry.term.Status.Approved() || f.kind&stem.Compound == 0) {
				all = addRendering(all, before, Rendering{
					Concept: c.concept.ID,
					Source:  named,
					Found:   slice(target.Content, f.span(tokens)),
					Term:    f.entry.term.Text,
					Status:  string(f.entry.term.Status),
					Spans:   []unit.Span{f.span(tokens)},
				})
			}
		}
		switch {
		case len(all) > before:
		case len(c.leftIn) > 0:
			all = append(all, Rendering{c.concept.ID, named, slice(target.Content, c.leftIn[0]), "", RenderingLeft, c.leftIn})
		default:
			all = append(all, Rendering{Concept: c.concept.ID, Source: named, Status: RenderingUnknown})
		}
	}
	return all
}

// addRendering joins occurrences of one term; from is where the concept's renderings begin.
func addRendering(all []Rendering, from int, r Rendering) []Rendering {
	for i := from; i < len(all); i++ {
		if all[i].Term == r.Term {
			all[i].Spans = append(all[i].Spans, r.Spans...)
			return all
		}
	}
	return append(all, r)
}
