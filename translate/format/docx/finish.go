package docx

import (
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/archive"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"golang.org/x/text/unicode/bidi"
)

// Finish gives paragraphs, sections and tables the direction of the target, and runs
// that of their letters: a run with letters of a right-to-left script is marked so, also
// one without any letters, unless the target is written left to right.
// In marked runs Word looks at the properties for complex scripts only, so those
// are made the same as the others.
func (Format) Finish(d *format.Document, target locale.Tag) []format.Edit {
	parts, err := archive.Parts(d.Body)
	if err != nil {
		return nil // Read has gone the same way
	}
	f := finisher{right: locale.DirectionOf(target) == locale.RightToLeft}
	for _, p := range parts {
		tree, err := xmlspan.Parse(p.XML)
		if err != nil {
			return nil
		}
		f.tree, f.at = tree, p.Start
		f.part()
	}
	return f.edits
}

// finisher collects the edits.
type finisher struct {
	tree  *xmlspan.Tree
	at    int // where the part begins in the body
	right bool
	edits []format.Edit
}

func (f *finisher) part() {
	deleted := -1
	for n := range f.tree.Root().All() {
		if n.Start() < deleted {
			continue
		}
		switch local(n) {
		case "del", "moveFrom":
			deleted = n.Span().End
		case "p":
			f.within(n, "pPr", "bidi", f.right, behindBidi)
		case "tblPr":
			f.set(n, "bidiVisual", f.right, behindVisual)
		case "sectPr":
			f.set(n, "bidi", f.right, behindSection)
		case "r":
			f.run(n)
		}
	}
}

// run marks a run by its letters, and copies its properties for complex scripts.
func (f *finisher) run(n xmlspan.Node) {
	right, left, text := letters(n)
	if !text {
		return
	}
	on := right || f.right && !left
	if properties := n.Child("rPr"); on && !properties.IsZero() {
		f.twins(properties)
	}
	f.within(n, "rPr", "rtl", on, runOrder[rank(runOrder, "rtl")+1:])
}

// twins puts behind each property that has one for complex scripts that other one.
func (f *finisher) twins(properties xmlspan.Node) {
	for p := range properties.Elements() {
		name := local(p)
		twin := name + "Cs"
		if complexTwins[twin] != name || !properties.Child(twin).IsZero() {
			continue
		}
		written := f.tree.Body[p.Start():p.Span().End]
		written = strings.Replace(written, p.Prefix()+name, p.Prefix()+twin, 1)
		f.edit(unit.Span{Start: p.Span().End, End: p.Span().End}, written)
	}
}

// letters tells what directions the letters of a run have.
func letters(n xmlspan.Node) (right, left, text bool) {
	for c := range n.Elements() {
		if local(c) != "t" {
			continue
		}
		text = true
		for _, r := range c.Letters() {
			p, _ := bidi.LookupRune(r)
			switch p.Class() {
			case bidi.R, bidi.AL:
				right = true
			case bidi.L:
				left = true
			}
		}
	}
	return right, left, text
}

// within sets a property in the element of an element that holds its properties,
// which is added where it is missing.
func (f *finisher) within(n xmlspan.Node, holder, name string, on bool, behind []string) {
	if n.SelfClosed() {
		return
	}
	prefix := n.Prefix()
	fresh := "<" + prefix + holder + "><" + prefix + name + "/></" + prefix + holder + ">"
	switch properties := n.Child(holder); {
	case !properties.IsZero() && !properties.SelfClosed():
		f.set(properties, name, on, behind)
	case !on:
	case properties.IsZero():
		f.edit(unit.Span{Start: n.Tag().End, End: n.Tag().End}, fresh)
	default:
		f.edit(properties.Span(), fresh)
	}
}

// set turns a property on or off. It comes to stand before the first of those that
// the schema has behind it.
func (f *finisher) set(properties xmlspan.Node, name string, on bool, behind []string) {
	prefix := properties.Prefix()
	if p := properties.Child(name); !p.IsZero() {
		switch is := isOn(p); {
		case is == on:
		case on:
			f.edit(p.Span(), "<"+prefix+name+"/>")
		default:
			f.edit(p.Span(), "")
		}
		return
	}
	if !on {
		return
	}
	if properties.SelfClosed() {
		tag := properties.Tag()
		start := strings.TrimRight(strings.TrimSuffix(f.tree.Body[tag.Start:tag.End], "/>"), white)
		f.edit(tag, start+"><"+prefix+name+"/></"+properties.Name()+">")
		return
	}
	at := properties.Inside().End
	for n := range properties.Elements() {
		if rank(behind, local(n)) < len(behind) {
			at = n.Start()
			break
		}
	}
	f.edit(unit.Span{Start: at, End: at}, "<"+prefix+name+"/>")
}

// isOn reads a property that is on or off.
func isOn(n xmlspan.Node) bool {
	switch value(n) {
	case "0", "false", "off":
		return false
	}
	return true
}

func (f *finisher) edit(s unit.Span, written string) {
	s.Start += f.at
	s.End += f.at
	f.edits = append(f.edits, format.Edit{Span: s, New: written})
}
