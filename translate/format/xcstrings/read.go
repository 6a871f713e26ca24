package xcstrings

import (
	"strconv"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/jsonspan"
	"diglot/translate/format/internal/literal"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// reader goes through a catalog once.
type reader struct {
	source  string
	target  string     // as the catalog names it; "" where there is none
	locale  locale.Tag // of the target
	number  int        // of the entry
	blocks  []format.Block
	entries int
}

func newReader(tree *jsonspan.Tree, target locale.Tag) *reader {
	r := &reader{source: tree.Root().Child("sourceLanguage").String()}
	if own, err := locale.Parse(r.source); !target.IsZero() && (err != nil || own != target) {
		r.locale, r.target = target, target.String()
	}
	return r
}

// slotPlace tells where in an entry the value of a block belongs; it is the block's
// Where: the number of the entry, and the names of the members on the way.
func slotPlace(entry int, path []string) string {
	return strconv.Itoa(entry) + " " + strings.Join(path, "/")
}

// entry reads one string of the catalog.
func (r *reader) entry(n jsonspan.Node) error {
	r.number = r.entries
	r.entries++
	if s := n.Child("shouldTranslate"); !s.IsZero() && !strings.HasPrefix(n.Source(s.Span()), "true") {
		return nil
	}
	note := n.Child("comment").String()
	own := n.Child("localizations").Child(r.source)
	if own.IsZero() { // then the key is the text
		if r.target == "" {
			return nil
		}
		return r.add(n.KeyLiteral(), n, n.Key(), note, []string{"stringUnit"})
	}
	return r.unit(own, n, n.Key(), note, nil)
}

// unit reads what a language has for a string, or for a branch of it.
func (r *reader) unit(own, entry jsonspan.Node, key, note string, path []string) error {
	for c := range own.Children() {
		below := append(path[:len(path):len(path)], c.Key())
		switch c.Key() {
		case "stringUnit":
			if v := c.Child("value"); v.Kind() == jsonspan.String {
				if err := r.add(v.Literal(), entry, key, note, below); err != nil {
					return err
				}
			}
		case "variations", "substitutions":
			for kind := range c.Children() {
				name := key
				if c.Key() == "substitutions" || kind.Child("variations").Kind() == jsonspan.Object {
					name += "[" + kind.Key() + "]"
				}
				if err := r.branches(kind, entry, name, note, append(below[:len(below):len(below)], kind.Key())); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// branches reads the variations of one kind. Those of a plural are the target's.
func (r *reader) branches(own, entry jsonspan.Node, key, note string, path []string) error {
	if own.Key() == "plural" && r.target != "" && own.Child("other").Kind() == jsonspan.Object {
		return r.plural(own, entry, key, note, path)
	}
	for c := range own.Children() {
		below := append(path[:len(path):len(path)], c.Key())
		name := key
		switch {
		case c.Key() == "variations" || c.Key() == "stringUnit":
			return r.unit(own, entry, key, note, path)
		case c.Kind() != jsonspan.Object:
			continue
		default:
			name += "[" + c.Key() + "]"
		}
		if c.Child("stringUnit").IsZero() && c.Child("variations").IsZero() {
			if err := r.branches(c, entry, name, note, below); err != nil {
				return err
			}
		} else if err := r.unit(c, entry, name, note, below); err != nil {
			return err
		}
	}
	return nil
}

// plural gives each category of the target's language a source: the same one, or
// "other".
func (r *reader) plural(own, entry jsonspan.Node, key, note string, path []string) error {
	for c := range own.Children() {
		for _, form := range locale.PluralForms(r.locale) {
			from := own.Child(string(form))
			if from.IsZero() {
				from = own.Child("other")
			}
			v := from.Child("stringUnit").Child("value")
			if from.Key() != c.Key() || v.Kind() != jsonspan.String {
				continue
			}
			below := append(path[:len(path):len(path)], string(form), "stringUnit")
			if err := r.add(v.Literal(), entry, key+"["+string(form)+"]", note, below); err != nil {
				return err
			}
		}
	}
	return nil
}

// add makes a block.
func (r *reader) add(source literal.String, entry jsonspan.Node, key, note string, path []string) error {
	b, ok, err := holder.Block(source, "message", styles)
	if err != nil || !ok {
		return err
	}
	b.Key, b.Note, b.Where = key, note, slotPlace(r.number, path)
	if r.target != "" {
		if b.Target, err = r.slot(&b, source.Letters, entry, path); err != nil {
			return err
		}
	}
	r.blocks = append(r.blocks, b)
	return nil
}

// endOf gives the place where another member of an object belongs: behind the
// last one or, in an empty object, all that is between its braces.
func endOf(object jsonspan.Node) (s unit.Span, empty bool) {
	own := object.Span()
	s, empty = unit.Span{Start: own.Start + 1, End: own.End - 1}, true
	for c := range object.Children() {
		s, empty = unit.Span{Start: c.Span().End, End: c.Span().End}, false
	}
	return s, empty
}

// slot finds the target's value. One that is not there belongs at the end of what is
// there of the way to it.
func (r *reader) slot(b *format.Block, source string, entry jsonspan.Node, path []string) (*format.Slot, error) {
	n, deepest := entry, entry
	for _, name := range append([]string{"localizations", r.target}, path...) {
		if n = n.Child(name); n.Kind() == jsonspan.Object {
			deepest = n
		}
	}
	s := &format.Slot{Locale: r.locale}
	s.Span, _ = endOf(deepest)
	value := n.Child("value")
	if value.Kind() != jsonspan.String {
		return s, nil
	}
	text := value.Literal()
	s.Span = text.Span
	if text.Letters == "" {
		return s, nil
	}
	marks := holder.InTarget(source, text.Letters, b.Text, func(letters string) []literal.Mark { return holder.Find(letters, styles) })
	filled, err := text.Whole("message", 0, len(text.Letters), marks)
	s.Text, s.Runs, s.State = filled.Text, filled.Runs, stateOf(n.Child("state").String())
	return s, err
}

// stateOf reads the state of a stringUnit.
func stateOf(state string) unit.State {
	if state == "translated" {
		return unit.Translated
	}
	return unit.Draft // new, needs_review, stale
}
