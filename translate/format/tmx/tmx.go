// Package tmx reads and writes translation memories (TMX 1.1 to 1.4b) as files to
// be worked on: each unit is a block with its source, and the target language's
// variant is its slot.
//
// A translator who is handed a memory instead of a document can fill it or mend it,
// and every other language, property and attribute stays as it is. (To look texts up in
// a memory it is imported instead; see package memory.)
//
// What counts as what:
//   - The source is the variant in the language that the unit or the header names, in
//     the project's source language where that is *all*, else the first one.
//   - The target is the variant in the project's target language, or where none was
//     said the first other one.
//   - hi, and bpt with ept, are pairs of codes; it, ph and ut single ones.
//
// Read first: [Format], then reader.
package tmx

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "tmx".
type Format struct{ xmlblock.Charset }

var (
	_ format.Format    = Format{}
	_ format.Bilingual = Format{}
	_ format.Declarer  = Format{}
	_ format.Validator = Format{}
)

// Name gives "tmx".
func (Format) Name() string { return "tmx" }

// Sniff knows a file by its root element, and where that cannot be read by its name.
func (Format) Sniff(name, head string) int {
	switch local, _, _ := xmlspan.Head(head); {
	case local == "tmx":
		return 96
	case local == "" && strings.EqualFold(filepath.Ext(name), ".tmx"):
		return 40
	}
	return 0
}

// reader goes through a file once.
type reader struct {
	xmlblock.Reader
	settings format.Settings
	srclang  string // of the header
	blocks   []format.Block
}

// Read makes a block of every unit.
func (Format) Read(body string, s format.Settings) ([]format.Block, error) {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		return nil, err
	}
	root := tree.Root()
	if root.Local() != "tmx" {
		return nil, format.At(body, root.Start(), errors.New("the root element is not <tmx>"))
	}
	r := reader{Reader: xmlblock.Reader{Tree: tree, Role: role}, settings: s}
	if header := root.Child("header"); !header.IsZero() {
		r.srclang = header.Value("srclang")
	}
	for n := range root.All() {
		if n.Local() == "tu" {
			if err := r.unit(n); err != nil {
				return nil, err
			}
		}
	}
	return r.blocks, nil
}

func (r *reader) unit(n xmlspan.Node) error {
	source, target := r.pick(n)
	seg := child(source, "seg")
	if seg.IsZero() {
		return nil
	}
	b, ids, err := r.Source(seg, "segment")
	if err != nil || !format.HasLetters(b.Text.Content) {
		return err
	}
	b.Key, b.Note = n.Value("tuid"), notes(n)
	at, _ := xmlblock.Behind(r.Tree, source)
	b.Target = &format.Slot{Span: at, Locale: r.settings.Target}
	if to := child(target, "seg"); !to.IsZero() {
		if b.Target, err = r.Target(to, ids); err != nil {
			return err
		}
		b.Target.Locale, _ = locale.Parse(language(target)) // one that is no tag is none
		if !b.Target.Text.IsEmpty() {
			b.Target.State = unit.Translated
		}
	}
	r.blocks = append(r.blocks, b)
	return nil
}

func child(n xmlspan.Node, name string) xmlspan.Node {
	if n.IsZero() {
		return n
	}
	return n.Child(name)
}

// language gives that of a variant; TMX 1.1 has lang.
func language(tuv xmlspan.Node) string {
	if l := tuv.Value("xml:lang"); l != "" {
		return l
	}
	return tuv.Value("lang")
}

// pick finds the variants of the source and the target language; either may be none.
func (r *reader) pick(n xmlspan.Node) (source, target xmlspan.Node) {
	var variants []xmlspan.Node
	for c := range n.Elements() {
		if c.Local() == "tuv" {
			variants = append(variants, c)
		}
	}
	if len(variants) == 0 {
		return source, target
	}
	from := n.Value("srclang")
	if from == "" {
		from = r.srclang
	}
	if from == "" || from == "*all*" {
		from = r.settings.Source.String()
	}
	if source = find(variants, from); source.IsZero() {
		source = variants[0]
	}
	var others []xmlspan.Node
	for _, v := range variants {
		if v != source {
			others = append(others, v)
		}
	}
	if !r.settings.Target.IsZero() {
		return source, find(others, r.settings.Target.String())
	}
	if len(others) > 0 {
		target = others[0]
	}
	return source, target
}

// find gives the variant in a language: the same, or one of the same base.
func find(variants []xmlspan.Node, tag string) xmlspan.Node {
	for _, v := range variants {
		if strings.EqualFold(strings.ReplaceAll(language(v), "_", "-"), tag) {
			return v
		}
	}
	for _, v := range variants {
		if tag != "" && strings.EqualFold(base(language(v)), base(tag)) {
			return v
		}
	}
	return xmlspan.Node{}
}

func base(tag string) string {
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		return tag[:i]
	}
	return tag
}

// notes gives what the notes of a unit say.
func notes(n xmlspan.Node) string {
	var said []string
	for c := range n.Elements() {
		if s := strings.TrimSpace(c.Letters()); c.Local() == "note" && s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, "\n")
}

// role says what an inline element is. What belongs to the same thing in all
// languages has the same x; without it the content tells.
func role(n xmlspan.Node) xmlblock.Role {
	name, i := n.Local(), n.Value("i")
	ref := name + ":x" + n.Value("x")
	if n.Value("x") == "" {
		ref = name + ":" + n.Value("type") + ":" + n.Letters()
	}
	switch name {
	case "bpt":
		return xmlblock.Role{Sort: xmlblock.Opens, Ref: "bpt:" + i}
	case "ept":
		return xmlblock.Role{Sort: xmlblock.Closes, Ref: "bpt:" + i}
	case "it":
		return xmlblock.Role{Ref: ref + n.Value("pos"), NoDelete: true, NoCopy: true, NoReorder: true}
	case "ph":
		return xmlblock.Role{Ref: ref, Break: n.Value("type") == "lb"}
	case "hi":
		return xmlblock.Role{Sort: xmlblock.Pair, Ref: "hi:" + n.Value("type") + n.Value("x")}
	}
	return xmlblock.Role{Ref: ref}
}

// Render spells a text.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	return xmlblock.Spelling{}.Render(d, &d.Blocks[b], t, before, after, hard)
}

// Localize changes nothing: each variant names its language.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

// Fill puts texts into the variants of the target language, and makes those that
// are missing.
func (Format) Fill(d *format.Document, fillings []format.Filling) ([]format.Edit, error) {
	tree, err := xmlspan.Parse(d.Body)
	if err != nil {
		return nil, err
	}
	r := reader{Reader: xmlblock.Reader{Tree: tree}, settings: d.Settings}
	if header := tree.Root().Child("header"); !header.IsZero() {
		r.srclang = header.Value("srclang")
	}
	at := map[int]format.Filling{}
	for _, f := range fillings {
		at[d.Blocks[f.Block].Span.Start] = f
	}
	var edits []format.Edit
	for n := range tree.Root().All() {
		if n.Local() != "tu" {
			continue
		}
		source, target := r.pick(n)
		seg := child(source, "seg")
		if seg.IsZero() {
			continue
		}
		f, ok := at[seg.Inside().Start]
		switch {
		case !ok:
		case !child(target, "seg").IsZero():
			edits = append(edits, xmlblock.FillElement(tree, target.Child("seg"), f.Text))
		case d.Settings.Target.IsZero():
			return nil, format.At(d.Body, n.Start(), errors.New("the unit has no second language; say which locale is to be written"))
		default:
			edits = append(edits, variant(tree, source, d.Settings.Target.String(), f.Text))
		}
	}
	return edits, nil
}

// variant makes a variant behind the source's.
func variant(tree *xmlspan.Tree, source xmlspan.Node, tag, text string) format.Edit {
	at, gap := xmlblock.Behind(tree, source)
	attribute := "xml:lang"
	if _, ok := source.Attribute("xml:lang"); !ok {
		attribute = "lang"
	}
	return format.Edit{Span: at, New: fmt.Sprintf(`%s<tuv %s="%s"><seg>%s</seg></tuv>`, gap, attribute, tag, text)}
}
