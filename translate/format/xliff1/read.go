package xliff1

import (
	"errors"
	"fmt"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// reader goes through a file once.
type reader struct {
	xmlblock.Reader
	target locale.Tag
	prefix string // of keys, from the second <file> on
	blocks []format.Block
}

// Read makes a block of every unit or segment that is to be translated.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		return nil, err
	}
	root := tree.Root()
	if root.Local() != "xliff" {
		return nil, format.At(body, root.Start(), errors.New("the root element is not <xliff>"))
	}
	r := &reader{Reader: xmlblock.Reader{Tree: tree, Role: role}}
	count := 0
	for file := range root.Elements() {
		if !sameSpace(file, root, "file") {
			continue
		}
		if count++; count > 1 {
			r.prefix = fmt.Sprintf("f%d/", count)
		}
		r.target, _ = locale.Parse(file.Value("target-language")) // one that is no tag is none
		if err := r.group(file, true); err != nil {
			return nil, err
		}
	}
	return r.blocks, nil
}

// sameSpace reports an element of that name and of the namespace that another has.
func sameSpace(n, as xmlspan.Node, local string) bool {
	return n.Local() == local && n.Space() == as.Space()
}

// group reads what is in a file, a body or a group.
func (r *reader) group(n xmlspan.Node, translate bool) error {
	for c := range n.Elements() {
		if c.Space() != n.Space() {
			continue
		}
		here := translate
		if says := c.Value("translate"); says != "" {
			here = says != "no"
		}
		var err error
		switch c.Local() {
		case "body", "group":
			err = r.group(c, here)
		case "trans-unit":
			if here {
				err = r.unit(c)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// layout is how a unit holds its texts.
type layout struct {
	unit, source, segmented, target xmlspan.Node
	segments                        []segment // none where the unit is one block
}

// segment is a marker in seg-source and the one in the target that belongs to it,
// which may be none.
type segment struct{ source, target xmlspan.Node }

// arrange finds the parts of a unit. The segments of seg-source count, unless the
// target has content that is not cut into them.
func arrange(n xmlspan.Node) layout {
	l := layout{unit: n}
	for c := range n.Elements() {
		switch {
		case c.Space() != n.Space():
		case c.Local() == "source" && l.source.IsZero():
			l.source = c
		case c.Local() == "seg-source":
			l.segmented = c
		case c.Local() == "target" && l.target.IsZero():
			l.target = c
		}
	}
	if l.segmented.IsZero() {
		return l
	}
	targets := map[string]xmlspan.Node{}
	for _, m := range markers(l.target) {
		targets[m.Value("mid")] = m
	}
	if len(targets) == 0 && !l.target.IsZero() && l.target.Inside().Len() > 0 {
		return l
	}
	for _, m := range markers(l.segmented) {
		l.segments = append(l.segments, segment{m, targets[m.Value("mid")]})
	}
	return l
}

// markers lists the segment markers in an element, but not those in one another.
func markers(n xmlspan.Node) []xmlspan.Node {
	if n.IsZero() {
		return nil
	}
	var list []xmlspan.Node
	for c := range n.All() {
		if c.Local() == "mrk" && c.Value("mtype") == "seg" && (len(list) == 0 || c.Start() >= list[len(list)-1].Span().End) {
			list = append(list, c)
		}
	}
	return list
}

func (r *reader) unit(n xmlspan.Node) error {
	l := arrange(n)
	if l.source.IsZero() {
		return format.At(r.Tree.Body, n.Start(), errors.New("the unit has no <source>"))
	}
	if len(l.segments) == 0 {
		place, _ := xmlblock.Behind(r.Tree, l.before())
		return r.block(l, segment{l.source, l.target}, place)
	}
	for _, s := range l.segments {
		place := unit.Span{}
		switch {
		case l.target.IsZero():
			place, _ = xmlblock.Behind(r.Tree, l.segmented)
		case len(markers(l.target)) == 0: // nothing is in it yet
			if place = l.target.Inside(); l.target.SelfClosed() {
				place = l.target.Tag()
			}
		default:
			place = unit.Span{Start: l.target.Inside().End, End: l.target.Inside().End}
		}
		if err := r.block(l, s, place); err != nil {
			return err
		}
	}
	return nil
}

// before gives the element that a target stands behind.
func (l layout) before() xmlspan.Node {
	if l.segmented.IsZero() {
		return l.source
	}
	return l.segmented
}

// block reads one unit or segment; place is where a missing target would stand.
func (r *reader) block(l layout, s segment, place unit.Span) error {
	b, ids, err := r.Source(s.source, "segment")
	if err != nil || !format.HasLetters(b.Text.Content) {
		return err
	}
	b.Key = r.prefix + l.unit.Value("id")
	if s.source != l.source {
		b.Key += "/" + s.source.Value("mid")
	}
	b.Note = notes(l.unit)
	b.Target = &format.Slot{Span: place}
	if !s.target.IsZero() {
		if b.Target, err = r.Target(s.target, ids); err != nil {
			return err
		}
	}
	b.Target.Locale = r.target
	if !b.Target.Text.IsEmpty() {
		b.Target.State = l.state(s)
	}
	b.Target.Matches = r.offers(l, s, b.Text, ids)
	r.blocks = append(r.blocks, b)
	return nil
}

// notes gives what the notes of a unit say.
func notes(n xmlspan.Node) string {
	var said []string
	for c := range n.Elements() {
		if sameSpace(c, n, "note") {
			if s := strings.TrimSpace(c.Letters()); s != "" {
				said = append(said, s)
			}
		}
	}
	return strings.Join(said, "\n")
}
