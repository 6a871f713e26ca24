package xliff2

import (
	"errors"
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
	space  string     // of the core
	target locale.Tag // trgLang
	blocks []format.Block
}

// Read makes a block of every segment that is to be translated.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		return nil, err
	}
	root := tree.Root()
	if root.Local() != "xliff" {
		return nil, format.At(body, root.Start(), errors.New("the root element is not <xliff>"))
	}
	r := &reader{Reader: xmlblock.Reader{Tree: tree, Role: role}, space: root.Space()}
	r.target, _ = locale.Parse(root.Value("trgLang")) // a tag that is none is a matter for Validate
	for file := range root.Elements() {
		if r.is(file, "file") {
			if err := r.group(file, "f="+file.Value("id"), true); err != nil {
				return nil, err
			}
		}
	}
	return r.blocks, nil
}

// is reports an element of the core.
func (r *reader) is(n xmlspan.Node, local string) bool { return n.Is(r.space, local) }

// group reads what is in a file or a group. translate is what holds around it.
func (r *reader) group(n xmlspan.Node, key string, translate bool) error {
	translate = translated(n, translate)
	for c := range n.Elements() {
		var err error
		switch {
		case r.is(c, "group"):
			err = r.group(c, key, translate)
		case r.is(c, "unit") && translated(c, translate):
			err = r.unit(c, key+"/u="+c.Value("id"))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func translated(n xmlspan.Node, around bool) bool {
	if says := n.Value("translate"); says != "" {
		return says != "no"
	}
	return around
}

func (r *reader) unit(n xmlspan.Node, key string) error {
	note := r.notes(n)
	var matches []match
	for c := range n.Elements() {
		if c.Is(spaceMatches, "matches") {
			matches = r.matches(c)
		}
	}
	for c := range n.Elements() {
		if !r.is(c, "segment") {
			continue
		}
		segment := key
		if id := c.Value("id"); id != "" {
			segment += "/" + id
		}
		if err := r.segment(c, segment, note, matches); err != nil {
			return err
		}
	}
	return nil
}

// notes gives what the unit's notes say.
func (r *reader) notes(n xmlspan.Node) string {
	var said []string
	for c := range n.Elements() {
		if !r.is(c, "notes") {
			continue
		}
		for note := range c.Elements() {
			if s := strings.TrimSpace(note.Letters()); s != "" {
				said = append(said, s)
			}
		}
	}
	return strings.Join(said, "\n")
}

func (r *reader) segment(n xmlspan.Node, key, note string, matches []match) error {
	source, target := r.child(n, "source"), r.child(n, "target")
	if source.IsZero() {
		return format.At(r.Tree.Body, n.Start(), errors.New("the segment has no <source>"))
	}
	b, ids, err := r.Source(source, "segment")
	if err != nil || !format.HasLetters(b.Text.Content) {
		return err
	}
	b.Key, b.Note, b.Where = key, note, source.Prefix()
	if target.IsZero() {
		at, _ := xmlblock.Behind(r.Tree, source)
		b.Target = &format.Slot{Span: at}
	} else if b.Target, err = r.Target(target, ids); err != nil {
		return err
	}
	b.Target.Locale = r.target
	b.Target.State = state(n, b.Target)
	b.Target.Matches = r.offered(n, matches, ids)
	r.blocks = append(r.blocks, b)
	return nil
}

// child gives the first child of the core with that name.
func (r *reader) child(n xmlspan.Node, local string) xmlspan.Node {
	for c := range n.Elements() {
		if r.is(c, local) {
			return c
		}
	}
	return xmlspan.Node{}
}

// state reads how far a segment is. A target in a segment that is said to be new,
// or not said to be anything, is a draft.
func state(segment xmlspan.Node, s *format.Slot) unit.State {
	if s.Text.IsEmpty() {
		return unit.Initial
	}
	if read, err := unit.ParseState(segment.Value("state")); err == nil && read > unit.Draft {
		return read
	}
	return unit.Draft
}
