// Package qtts reads and writes the translation sources of Qt (.ts, Qt Linguist).
//
// A translator sees each message as a block, with the comments of developers and
// earlier translators, and puts the translation beside it. Where a number decides the
// form, every numerus form is a block of its own with the same source.
//
// What counts as what:
//   - Vanished and obsolete messages are left alone, and so are those without source.
//   - The key is the message's id, or its context with a slash behind it.
//   - type="unfinished" is a draft; a translation without it is translated. Both are
//     written when the state is.
//   - <byte value="x1b"/> is the character, which XML cannot hold.
//
// Read first: [Format], then reader.
package qtts

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "qt-ts".
type Format struct{ xmlblock.Charset }

var (
	_ format.Format    = Format{}
	_ format.Bilingual = Format{}
	_ format.Declarer  = Format{}
)

// Name gives "qt-ts".
func (Format) Name() string { return "qt-ts" }

// Sniff knows a file by its root element, and where that cannot be read by its name.
func (Format) Sniff(name, head string) int {
	local, _, _ := xmlspan.Head(head)
	if local == "TS" || local == "" && strings.EqualFold(filepath.Ext(name), ".ts") && strings.Contains(head, "<!DOCTYPE TS") {
		return 96
	}
	return 0
}

// reader goes through a file once.
type reader struct {
	xmlblock.Reader
	target locale.Tag
	blocks []format.Block
}

// Read makes a block of every message, or of each numerus form of it.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		return nil, err
	}
	root := tree.Root()
	if root.Local() != "TS" {
		return nil, format.At(body, root.Start(), errors.New("the root element is not <TS>"))
	}
	r := reader{Reader: xmlblock.Reader{Tree: tree, Role: role}}
	r.target, _ = locale.Parse(strings.ReplaceAll(root.Value("language"), "_", "-")) // one that is no tag is none
	for n := range root.All() {
		if n.Local() == "message" {
			if err := r.message(n); err != nil {
				return nil, err
			}
		}
	}
	return r.blocks, nil
}

func role(n xmlspan.Node) xmlblock.Role {
	if c, ok := byteOf(n); ok {
		return xmlblock.Role{Sort: xmlblock.Spelled, Letters: string(c)}
	}
	return xmlblock.Role{Ref: n.Local()}
}

// byteOf reads <byte value="x1b"/> or <byte value="27"/>.
func byteOf(n xmlspan.Node) (rune, bool) {
	if n.Local() != "byte" {
		return 0, false
	}
	digits, base := n.Value("value"), 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	v, err := strconv.ParseUint(digits, base, 32)
	return rune(v), err == nil && utf8.ValidRune(rune(v))
}

func (r *reader) message(n xmlspan.Node) error {
	source, translation := n.Child("source"), n.Child("translation")
	if source.IsZero() || source.SelfClosed() {
		return nil
	}
	if !translation.IsZero() {
		if kind := translation.Value("type"); kind == "vanished" || kind == "obsolete" || !translation.Child("lengthvariant").IsZero() {
			return nil
		}
	}
	slots := forms(n, translation)
	for i, holder := range slots {
		b, ids, err := r.Source(source, "message")
		if err != nil || !format.HasLetters(b.Text.Content) {
			return err
		}
		b.Key, b.Note = key(n), notes(n)
		if isNumerus(n) {
			b.Key += fmt.Sprintf("[%d]", i)
		}
		if holder.IsZero() {
			b.Target = &format.Slot{Span: place(r.Tree, source, translation)}
		} else if b.Target, err = r.Target(holder, ids); err != nil {
			return err
		}
		b.Target.Locale = r.target
		switch {
		case b.Target.Text.IsEmpty():
		case translation.Value("type") == "unfinished":
			b.Target.State = unit.Draft
		default:
			b.Target.State = unit.Translated
		}
		r.blocks = append(r.blocks, b)
	}
	return nil
}

func isNumerus(message xmlspan.Node) bool { return message.Value("numerus") == "yes" }

// forms lists the elements that hold the translations of a message: one, or its
// numerus forms. A missing one is none.
func forms(message, translation xmlspan.Node) []xmlspan.Node {
	if !isNumerus(message) {
		return []xmlspan.Node{translation}
	}
	var list []xmlspan.Node
	if !translation.IsZero() {
		for c := range translation.Elements() {
			if c.Local() == "numerusform" {
				list = append(list, c)
			}
		}
	}
	if len(list) == 0 {
		list = append(list, xmlspan.Node{})
	}
	return list
}

// place gives where a missing translation, or a missing form of it, would stand.
func place(tree *xmlspan.Tree, source, translation xmlspan.Node) unit.Span {
	switch {
	case translation.IsZero():
		at, _ := xmlblock.Behind(tree, source)
		return at
	case translation.SelfClosed():
		return translation.Tag()
	}
	return translation.Inside()
}

func key(message xmlspan.Node) string {
	if id := message.Value("id"); id != "" {
		return id
	}
	if name := message.Parent().Child("name"); !name.IsZero() {
		return name.Letters() + "/"
	}
	return ""
}

// notes gives what the comments of a message say.
func notes(message xmlspan.Node) string {
	var said []string
	for _, name := range []string{"comment", "extracomment", "translatorcomment"} {
		if c := message.Child(name); !c.IsZero() {
			if s := strings.TrimSpace(c.Letters()); s != "" {
				said = append(said, s)
			}
		}
	}
	return strings.Join(said, "\n")
}

// Render spells a text; characters that XML cannot hold are written as <byte/>.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	s := xmlblock.Spelling{Letter: func(r rune, _ bool) (string, bool) {
		return fmt.Sprintf(`<byte value="x%x"/>`, r), !xmlspan.IsChar(r)
	}}
	return s.Render(d, &d.Blocks[b], t, before, after, hard)
}

// Localize sets the language of the file.
func (Format) Localize(d *format.Document, target locale.Tag) []format.Edit {
	tree, err := xmlspan.Parse(d.Body)
	if err != nil {
		return nil
	}
	root := tree.Root()
	old := root.Value("language")
	name := strings.ReplaceAll(target.String(), "-", "_")
	if strings.EqualFold(strings.ReplaceAll(old, "-", "_"), name) {
		return nil
	}
	return []format.Edit{xmlblock.SetAttribute(tree, root, "language", name)}
}
