package xliff2

import (
	"math"
	"strconv"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/unit"
)

// match is a candidate of the Translation Candidates module.
type match struct {
	id             string // of the segment or the marked span that it is for
	node           xmlspan.Node
	source, target xmlspan.Node
}

// matches lists the candidates of a unit.
func (r *reader) matches(n xmlspan.Node) []match {
	var list []match
	for c := range n.Elements() {
		if c.Is(spaceMatches, "match") {
			ref := c.Value("ref")
			list = append(list, match{ref[strings.LastIndexAny(ref, "#/=")+1:], c, r.child(c, "source"), r.child(c, "target")})
		}
	}
	return list
}

// offered gives the candidates for a segment or for a span in it.
func (r *reader) offered(segment xmlspan.Node, list []match, ids *xmlblock.IDs) []unit.Match {
	if len(list) == 0 {
		return nil
	}
	here := map[string]bool{}
	for n := range segment.All() {
		here[n.Value("id")] = true
	}
	var found []unit.Match
	for _, m := range list {
		if !here[m.id] || m.source.IsZero() || m.target.IsZero() {
			continue
		}
		if offer, err := r.offer(m, ids); err == nil {
			found = append(found, offer)
		}
	}
	return found
}

func (r *reader) offer(m match, ids *xmlblock.IDs) (unit.Match, error) {
	source, err := r.Target(m.source, ids)
	if err != nil {
		return unit.Match{}, err
	}
	target, err := r.Target(m.target, ids)
	if err != nil {
		return unit.Match{}, err
	}
	similarity := percent(m.node.Value("similarity"))
	score := percent(m.node.Value("matchQuality"))
	if score == 0 {
		score = similarity
	}
	return unit.Match{
		Source: source.Text, Target: target.Text, Locale: r.target,
		Similarity: similarity / 100, Score: int(math.Round(score)),
		Origin: m.node.Value("origin"),
	}, nil
}

func percent(s string) float64 {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || !(v >= 0 && v <= 100) {
		return 0
	}
	return v
}

// Fill puts texts into <target> elements, and the states into their segments.
func (Format) Fill(d *format.Document, fillings []format.Filling) ([]format.Edit, error) {
	tree, err := xmlspan.Parse(d.Body)
	if err != nil {
		return nil, err
	}
	root := tree.Root()
	at := map[int]format.Filling{} // by the byte where the source's text begins
	for _, f := range fillings {
		at[d.Blocks[f.Block].Span.Start] = f
	}
	var edits []format.Edit
	for source := range root.All() {
		if f, ok := at[source.Inside().Start]; ok && source.Is(root.Space(), "source") && source.Parent().Is(root.Space(), "segment") {
			edits = append(edits, fillSegment(tree, source, f)...)
		}
	}
	return edits, nil
}

func fillSegment(tree *xmlspan.Tree, source xmlspan.Node, f format.Filling) []format.Edit {
	segment := source.Parent()
	edits := setState(tree, segment, f.State)
	for n := range segment.Elements() {
		if n.Is(source.Space(), "target") {
			return append(edits, xmlblock.FillElement(tree, n, f.Text))
		}
	}
	at, gap := xmlblock.Behind(tree, source)
	name := source.Prefix() + "target"
	return append(edits, format.Edit{Span: at, New: gap + "<" + name + ">" + f.Text + "</" + name + ">"})
}

// setState writes a state; a subState told more of the old one and goes.
func setState(tree *xmlspan.Tree, segment xmlspan.Node, s unit.State) []format.Edit {
	if s == unit.Initial {
		return nil
	}
	name := s.String()
	if s == unit.Draft {
		name = "initial"
	}
	if segment.Value("state") == name {
		return nil
	}
	return append(xmlblock.DropAttribute(tree, segment, "subState"), xmlblock.SetAttribute(tree, segment, "state", name))
}
