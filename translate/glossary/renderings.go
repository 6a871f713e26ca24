package glossary

import (
	"diglot/translate/locale"
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
	var all []Rendering
	for _, c := range g.compare(source, target, src, tgt) {
		all = append(all, c.renderings(source.Content, target.Content)...)
	}
	return all
}

func (c *comparison) renderings(source, target string) []Rendering {
	r := Rendering{Concept: c.concept.ID, Source: slice(source, c.source[0]), Status: RenderingUnknown}
	if len(c.terms) == 0 {
		if len(c.leftIn) > 0 {
			r.Found, r.Status, r.Spans = slice(target, c.leftIn[0]), RenderingLeft, c.leftIn
		}
		return []Rendering{r}
	}
	var all []Rendering
	at := map[*Term]int{} // index in all
	for _, o := range c.terms {
		i, ok := at[o.term]
		if !ok {
			i = len(all)
			at[o.term] = i
			r.Found, r.Term, r.Status = slice(target, o.span), o.term.Text, string(o.term.Status)
			all = append(all, r)
		}
		all[i].Spans = append(all[i].Spans, o.span)
	}
	return all
}
