package docx

import (
	"slices"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/unit"
)

// reader goes through the parts of a body.
type reader struct {
	body   string
	tree   *xmlspan.Tree // of the part
	at     int           // where the part begins in the body
	part   string        // the kind of its paragraphs, or ""
	build  *format.Builder
	blocks []format.Block
	err    error
}

// The namespaces of WordprocessingML, as Word writes it and in the strict form.
const (
	transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	strict       = "http://purl.oclc.org/ooxml/wordprocessingml/main"
)

// local gives the name of an element of WordprocessingML, or "" for another one.
func local(n xmlspan.Node) string {
	if space := n.Space(); space == transitional || space == strict {
		return n.Local()
	}
	return ""
}

// span gives a span of the part as one of the body.
func (r *reader) span(s unit.Span) unit.Span {
	return unit.Span{Start: s.Start + r.at, End: s.End + r.at}
}

// flow reads the paragraphs in an element. parent is the block in one of whose
// codes it stands, or -1.
func (r *reader) flow(n xmlspan.Node, parent int) {
	for _, p := range paragraphsIn(n) {
		r.paragraph(p, parent)
	}
}

// paragraphsIn lists the paragraphs in an element that stand in no other of them.
// What was deleted is not looked at.
func paragraphsIn(n xmlspan.Node) []xmlspan.Node {
	var list []xmlspan.Node
	end := -1
	for c := range n.All() {
		if c.Start() < end || c == n {
			continue
		}
		switch local(c) {
		case "p":
			list = append(list, c)
			end = c.Span().End
		case "del", "moveFrom":
			end = c.Span().End
		}
	}
	return list
}

// paragraph reads a paragraph and those in its text boxes.
func (r *reader) paragraph(p xmlspan.Node, parent int) {
	if r.err != nil {
		return
	}
	inner := paragraphsIn(p)
	b, found := r.block(p)
	if !found {
		for _, q := range inner {
			r.paragraph(q, parent)
		}
		return
	}
	for len(inner) > 0 && r.span(inner[0].Span()).Start < b.Span.Start {
		r.paragraph(inner[0], parent)
		inner = inner[1:]
	}
	b.Parent = parent
	own := len(r.blocks)
	r.blocks = append(r.blocks, b)
	for _, q := range inner {
		if r.span(q.Span()).End <= b.Span.End {
			r.paragraph(q, own)
		} else {
			r.paragraph(q, parent)
		}
	}
}

// kind says what a paragraph is.
func (r *reader) kind(p xmlspan.Node) string {
	properties := p.Child("pPr")
	style := ""
	if !properties.IsZero() {
		if s := properties.Child("pStyle"); !s.IsZero() {
			style = strings.ToLower(value(s))
		}
	}
	switch {
	case r.part != "":
		return r.part
	case strings.HasPrefix(style, "heading"), style == "title", style == "subtitle":
		return "heading"
	case strings.HasPrefix(style, "caption"):
		return "caption"
	case !properties.IsZero() && !properties.Child("numPr").IsZero():
		return "list-item"
	case inCell(p):
		return "cell"
	}
	return "paragraph"
}

// value gives the attribute val of a property.
func value(n xmlspan.Node) string { return n.Value(n.Prefix() + "val") }

func inCell(p xmlspan.Node) bool {
	for n := p.Parent(); !n.IsZero() && n.Kind() == xmlspan.Element; n = n.Parent() {
		switch n.Local() {
		case "tc":
			return true
		case "txbxContent":
			return false
		}
	}
	return false
}

// properties are those of a run, as far as they cut a text into stretches.
type properties struct {
	shown []string // elements that count, as they are written
	aside []string // elements that do not
}

// asideNames are properties that cut nothing: they come and go with every save, or
// follow from the letters.
var asideNames = []string{"lang", "noProof", "rtl", "cs", "webHidden"}

// complexTwins are properties for complex scripts that say what another one says
// for the rest; beside that one they do not count.
var complexTwins = map[string]string{"bCs": "b", "iCs": "i", "szCs": "sz"}

func (r *reader) properties(run xmlspan.Node) properties {
	var p properties
	rPr := run.Child("rPr")
	if rPr.IsZero() {
		return p
	}
	has := map[string]bool{}
	for n := range rPr.Elements() {
		has[local(n)] = true
	}
	for n := range rPr.Elements() {
		name := local(n)
		written := r.tree.Body[n.Start():n.Span().End]
		switch twin := complexTwins[name]; {
		case name == "rPrChange":
		case slices.Contains(asideNames, name), has[twin]:
			p.aside = append(p.aside, written)
		case name == "rFonts":
			if fonts := r.fonts(n); fonts != "" {
				p.shown = append(p.shown, fonts)
			}
		default:
			p.shown = append(p.shown, written)
		}
	}
	if len(p.shown) > len(runOrder) { // no program writes one twice
		p.shown = []string{strings.Join(p.shown, "")}
	}
	return p
}

// fonts gives a run's fonts as they are written, without the hint which of them to
// take; "" where it is only that.
func (r *reader) fonts(n xmlspan.Node) string {
	var named strings.Builder
	for a := range n.Attributes() {
		if a.Local() != "hint" {
			named.WriteString(" " + r.tree.Body[a.Span.Start:a.Span.End])
		}
	}
	if named.Len() == 0 {
		return ""
	}
	return "<" + n.Name() + named.String() + "/>"
}

// key tells whether two runs look the same.
func (p properties) key() string { return strings.Join(p.shown, "") }

// common gives the properties that all runs share, the ones that do not count as
// the first has them.
func common(all []properties) properties {
	if len(all) == 0 {
		return properties{}
	}
	var base properties
	for _, e := range all[0].shown {
		if !slices.ContainsFunc(all[1:], func(p properties) bool { return !slices.Contains(p.shown, e) }) {
			base.shown = append(base.shown, e)
		}
	}
	for _, e := range all[0].aside {
		twin, ok := complexTwins[elementName(e)]
		if !ok || slices.ContainsFunc(base.shown, func(s string) bool { return elementName(s) == twin }) {
			base.aside = append(base.aside, e)
		}
	}
	return base
}

// opener gives the tags that begin a run with these properties.
func (p properties) opener(prefix string) string {
	start := "<" + prefix + "r>"
	if len(p.shown)+len(p.aside) == 0 {
		return start
	}
	all := slices.Concat(p.shown, p.aside)
	slices.SortStableFunc(all, func(a, b string) int { return rank(runOrder, elementName(a)) - rank(runOrder, elementName(b)) })
	s := start + "<" + prefix + "rPr>" + strings.Join(all, "") + "</" + prefix + "rPr>"
	return strings.NewReplacer("\r", " ", "\n", " ", "\t", " ").Replace(s)
}

// elementName gives the local name of the element at the start of s.
func elementName(s string) string {
	name := s[1 : 1+strings.IndexAny(s[1:], " \t\r\n/>")]
	return name[strings.IndexByte(name, ':')+1:]
}
