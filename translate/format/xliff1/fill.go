package xliff1

import (
	"cmp"
	"slices"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/unit"
)

// Fill puts texts into targets and their markers, and makes those that are
// missing.
func (Format) Fill(d *format.Document, fillings []format.Filling) ([]format.Edit, error) {
	tree, err := xmlspan.Parse(d.Body)
	if err != nil {
		return nil, err
	}
	f := filler{tree: tree, at: map[int]format.Filling{}}
	for _, filling := range fillings {
		f.at[d.Blocks[filling.Block].Span.Start] = filling
	}
	for n := range tree.Root().All() {
		if sameSpace(n, tree.Root(), "trans-unit") {
			f.unit(arrange(n))
		}
	}
	return f.edits, nil
}

// filler goes through the units once more.
type filler struct {
	tree  *xmlspan.Tree
	at    map[int]format.Filling // by the byte where a source's text begins
	edits []format.Edit
}

func (f *filler) unit(l layout) {
	if l.source.IsZero() {
		return
	}
	if len(l.segments) == 0 {
		if filling, ok := f.at[l.source.Inside().Start]; ok {
			f.whole(l, filling)
		}
		return
	}
	filled := map[int]format.Filling{} // by segment
	state := unit.Final
	for i, s := range l.segments {
		filling, ok := f.at[s.source.Inside().Start]
		if !ok {
			state = unit.Initial
			continue
		}
		filled[i] = filling
		edits, said := l.setState(f.tree, s, filling.State)
		f.edits = append(f.edits, edits...)
		if said {
			state = unit.Initial
		}
		state = min(state, filling.State)
	}
	if len(filled) > 0 {
		f.segments(l, filled, state)
	}
}

// whole fills the target of a unit that is one block.
func (f *filler) whole(l layout, filling format.Filling) {
	edits, said := l.setState(f.tree, segment{l.source, l.target}, filling.State)
	f.edits = append(f.edits, edits...)
	state := filling.State
	if said {
		state = unit.Initial
	}
	f.target(l, filling.Text, state)
}

// target writes the whole content of a target.
func (f *filler) target(l layout, content string, state unit.State) {
	f.approve(l, state)
	if !l.target.IsZero() {
		f.say(l, state)
		f.edits = append(f.edits, fillTagged(f.tree, l, content, state))
		return
	}
	at, gap := xmlblock.Behind(f.tree, l.before())
	name := l.source.Prefix() + "target"
	attributes := ""
	if state != unit.Initial {
		attributes = ` state="` + standardWords[state] + `"`
	}
	f.edits = append(f.edits, format.Edit{Span: at, New: gap + "<" + name + attributes + ">" + content + "</" + name + ">"})
}

// approve takes back an approval that was given to another translation.
func (f *filler) approve(l layout, state unit.State) {
	if state != unit.Initial && state != unit.Final && l.unit.Value("approved") == "yes" {
		f.edits = append(f.edits, xmlblock.SetAttribute(f.tree, l.unit, "approved", "no"))
	}
}

// say writes the state of a target that stands there with an end tag.
func (f *filler) say(l layout, state unit.State) {
	if state != unit.Initial && !l.target.SelfClosed() && l.target.Value("state") != standardWords[state] {
		f.edits = append(f.edits, xmlblock.SetAttribute(f.tree, l.target, "state", standardWords[state]))
	}
}

// fillTagged fills a target that stands there; one without an end tag gets its
// state in the same edit.
func fillTagged(tree *xmlspan.Tree, l layout, content string, state unit.State) format.Edit {
	e := xmlblock.FillElement(tree, l.target, content)
	if state == unit.Initial || !l.target.SelfClosed() {
		return e
	}
	attribute := xmlblock.SetAttribute(tree, l.target, "state", standardWords[state])
	from, to := attribute.Span.Start-e.Span.Start, attribute.Span.End-e.Span.Start
	e.New = e.New[:from] + attribute.New + e.New[to:]
	return e
}

// segments fills the markers of a target; where it has none it becomes what
// seg-source is, with the markers filled or empty.
func (f *filler) segments(l layout, filled map[int]format.Filling, state unit.State) {
	if l.target.IsZero() || len(markers(l.target)) == 0 {
		f.target(l, f.likeSource(l, filled), state)
		return
	}
	f.approve(l, state)
	f.say(l, state)
	var added strings.Builder
	for i, s := range l.segments {
		filling, ok := filled[i]
		switch {
		case !ok:
		case !s.target.IsZero():
			f.edits = append(f.edits, xmlblock.FillElement(f.tree, s.target, filling.Text))
		default:
			tag := s.source.Tag()
			start := strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(f.tree.Body[tag.Start:tag.End], ">"), "/"), " ")
			added.WriteString(start + ">" + filling.Text + "</" + s.source.Name() + ">")
		}
	}
	if added.Len() > 0 {
		end := l.target.Inside().End
		f.edits = append(f.edits, format.Edit{Span: unit.Span{Start: end, End: end}, New: added.String()})
	}
}

// likeSource gives the content of seg-source with translations in the markers.
func (f *filler) likeSource(l layout, filled map[int]format.Filling) string {
	var edits []format.Edit
	for i, s := range l.segments {
		edits = append(edits, xmlblock.FillElement(f.tree, s.source, filled[i].Text))
	}
	slices.SortFunc(edits, func(a, b format.Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	var out strings.Builder
	in := l.segmented.Inside()
	done := in.Start
	for _, e := range edits {
		out.WriteString(f.tree.Body[done:e.Span.Start] + e.New)
		done = e.Span.End
	}
	out.WriteString(f.tree.Body[done:in.End])
	return out.String()
}
