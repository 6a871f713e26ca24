package xml

import (
	"diglot/translate/format"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/unit"
)

// reader goes through a file once.
type reader struct {
	xmlblock.Reader
	rules  []rule
	holds  map[xmlspan.Node]bool // elements with letters somewhere in them
	blocks []format.Block
}

// inherited is what holds for an element from around it.
type inherited struct {
	translate, preserve bool
	note                string
}

// Read makes blocks of the texts.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		return nil, err
	}
	root := tree.Root()
	r := &reader{Reader: xmlblock.Reader{Tree: tree}, rules: globalRules(root), holds: map[xmlspan.Node]bool{}}
	r.Role = r.role
	for n := range root.All() {
		if hasLetters(n) {
			for up := n; !up.IsZero() && up.Kind() == xmlspan.Element && !r.holds[up]; up = up.Parent() {
				r.holds[up] = true
			}
		}
	}
	if err := r.element(root, inherited{translate: true}); err != nil {
		return nil, err
	}
	return r.blocks, nil
}

// role says that an element in a text is a pair of codes, or one code where it is
// not to be translated or a text of its own.
func (r *reader) role(n xmlspan.Node) xmlblock.Role {
	s := of(r.rules, n)
	if s.translate == "no" || s.withinText == "nested" {
		return xmlblock.Role{Ref: n.Name()}
	}
	if name := n.Local(); name == "br" || name == "lb" || name == "linebreak" {
		return xmlblock.Role{Break: true}
	}
	return xmlblock.Role{Sort: xmlblock.Pair}
}

// element reads an element that is not inline.
func (r *reader) element(n xmlspan.Node, in inherited) error {
	s := of(r.rules, n)
	if s.translate != "" {
		in.translate = s.translate == "yes"
	}
	if s.note != "" {
		in.note = s.note
	}
	switch n.Value("xml:space") {
	case "preserve":
		in.preserve = true
	case "default":
		in.preserve = false
	}
	if n.Space() == spaceITS || !r.holds[n] {
		return nil
	}
	mixed := hasLetters(n)
	var run []xmlspan.Node
	flush := func() error {
		err := r.text(n, run, in)
		run = run[:0]
		return err
	}
	for c := range n.Children() {
		if c.Kind() != xmlspan.Element || r.inline(c, mixed) {
			run = append(run, c)
			continue
		}
		if err := flush(); err != nil {
			return err
		}
		if err := r.element(c, in); err != nil {
			return err
		}
	}
	return flush()
}

// inline reports an element that belongs to the text around it.
func (r *reader) inline(n xmlspan.Node, mixed bool) bool {
	switch of(r.rules, n).withinText {
	case "yes", "nested":
		return true
	case "no":
		return false
	}
	if !mixed || !r.holds[n] || hasLetters(n) {
		return mixed
	}
	inside := 0
	for range n.Elements() {
		inside++
	}
	return inside < 2
}

// text makes a block of neighbouring nodes, where they have letters.
func (r *reader) text(n xmlspan.Node, run []xmlspan.Node, in inherited) error {
	if len(run) == 0 || !in.translate {
		return nil
	}
	r.Fold, r.Unwrap = !in.preserve, !in.preserve
	span := unit.Span{Start: run[0].Start(), End: run[len(run)-1].Span().End}
	b, err := r.Nodes(span, run, "paragraph")
	if err != nil || !format.HasLetters(b.Text.Content) {
		return err
	}
	if in.preserve {
		b.Where = xmlblock.Exact
	}
	b.Note = in.note
	b.Key = n.Value("xml:id")
	if b.Key == "" {
		b.Key = n.Value("id")
	}
	r.blocks = append(r.blocks, b)
	return nil
}
