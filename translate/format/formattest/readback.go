package formattest

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"pgregory.net/rapid"
)

// atoms are what random texts are made of: whatever could be taken for markup in
// some format, and letters, marks and spaces that go wrong elsewhere.
var atoms = []string{
	"a", "word", "The army left.", " ", "  ", "\t", ".", ",", ":", "::", "!", "?",
	"<", ">", "&", "&amp;", "&lt;b&gt;", "&nbsp;", "&#10;", "&copy", "<b>", "</b>", "</p>", "<br>", "<!--", "-->", "]]>", "<?php", "?>", "<%", "%>", "</title>", "</textarea>",
	"\\", "\\n", "\\u0041", "#", "# ", "## x", "- ", "* ", "+ ", "> ", "1. ", "2) ", "|", "`", "``", "```", "_", "__", "*", "**", "~~", "~~~", "[", "]", "](", "![", "[x]: y", "---", "===", "+++", "    ",
	"http://x.example/", "www.a.example", "a@b.example", "{{", "}}", "{0}", "${x}", "%s", "%1$d", "\"", "'", "“", "”", "«", "—", "=", ";", "$", "^",
	"حماة", "حِمْص ", "١٢٣", "؟", "é", "e\u0301", "ß", "日本語", "。", "😀", "👩‍👩‍👧", "\u00a0", "\u00ad", "\u200b", "\u200f", "\u202b", "\u202c", "\u2028", "\ufeff",
}

// text draws a text of letters only.
func (l Laws) text(t *rapid.T, label string) string {
	from := atoms
	if l.LineEnds {
		from = append([]string{"\n", "\n\n", "\n- "}, atoms...)
	}
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(from), 0, 6).Draw(t, label), "")
}

// ReadBack is the second law as a rapid property: documents that sources draws
// get random texts in random places, their codes kept, moved, dropped and copied,
// and what was asked for is what reading the output gives.
func (l Laws) ReadBack(t *testing.T, sources *rapid.Generator[string]) {
	t.Helper()
	blocks := 0
	sameDraws()
	rapid.Check(t, func(t *rapid.T) {
		d, err := l.Read(t, "drawn", []byte(sources.Draw(t, "source")))
		if err != nil {
			return
		}
		l.Untouched(t, d)
		blocks += l.Change(t, d)
	})
	if blocks == 0 {
		t.Fatalf("no block was changed in any drawn document: this proves nothing")
	}
}

// Change puts drawn texts into drawn blocks of d and checks what comes out. It
// gives the number of changed blocks.
func (l Laws) Change(t *rapid.T, d *format.Document) int {
	t.Helper()
	if len(d.Blocks) == 0 {
		return 0
	}
	pieces := map[int][]format.Piece{}
	refusable := false
	for n := rapid.IntRange(1, min(3, len(d.Blocks))).Draw(t, "blocks"); n > 0; n-- {
		i := rapid.IntRange(0, len(d.Blocks)-1).Draw(t, "block")
		pieces[i] = l.pieces(t, d.Blocks[i].Text)
		if l.MayRefuse != nil && l.MayRefuse(&d.Blocks[i], whole(d.Blocks[i].Text, pieces[i])) {
			refusable = true
		}
	}
	out, err := d.Write(pieces, locale.Tag{}, "")
	if err != nil {
		if refusable && errors.Is(err, format.ErrCannotHold) {
			return 0
		}
		t.Fatalf("%q\nwith %s: %v", d.Body, describe(d, pieces), err)
	}
	l.verify(t, d, pieces, out)
	return len(pieces)
}

// verify reads the output as any other file and looks for the asked texts, by
// other means than Write's own proof.
func (l Laws) verify(t *rapid.T, d *format.Document, pieces map[int][]format.Piece, out []byte) {
	t.Helper()
	body, blocks, err := l.readAs(d, out)
	if err != nil {
		t.Fatalf("%q\nwas written as %q: %v", d.Body, out, err)
	}
	if err := format.CheckBlocks(body, blocks); err != nil {
		t.Fatalf("%q\nwas written as %q: %v", d.Body, out, err)
	}
	found, inSlot := map[string]bool{}, map[string]bool{}
	for i := range blocks {
		found[blocks[i].Text.Content] = true
		if s := blocks[i].Target; s != nil {
			inSlot[s.Text.Content] = true
		}
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		want := b.Text
		if list, ok := pieces[i]; ok {
			want = whole(b.Text, list)
			if f, ok := l.Format.(format.Normalizer); ok {
				want = f.Normal(b, want)
			}
		}
		if b.Target != nil {
			if !found[b.Text.Content] {
				t.Fatalf("%q\nwith %s\nwas written as %q, which has lost the source %q", d.Body, describe(d, pieces), out, b.Text.String())
			}
			if given(pieces[i]) && !inSlot[want.Content] {
				t.Fatalf("%q\nwith %s\nwas written as %q, which has no target %q", d.Body, describe(d, pieces), out, want.String())
			}
			continue
		}
		if b.Parent >= 0 || strings.TrimSpace(want.Content) == "" {
			continue
		}
		if !found[want.Content] {
			t.Fatalf("%q\nwith %s\nwas written as %q, which has no %q", d.Body, describe(d, pieces), out, want.String())
		}
	}
}

// given reports that some piece brings new text.
func given(pieces []format.Piece) bool {
	return slices.ContainsFunc(pieces, func(p format.Piece) bool { return p.New != nil })
}

// pieces draws new text for a block: for the whole of it, or for some of its words.
func (l Laws) pieces(t *rapid.T, text unit.Text) []format.Piece {
	if rapid.Bool().Draw(t, "whole") {
		fresh := l.recoded(t, text)
		return []format.Piece{{Part: unit.Part{End: text.End()}, New: &fresh}}
	}
	var list []format.Piece
	for _, p := range text.Cut(wordSpans(text.Content)) {
		piece := format.Piece{Part: p}
		if rapid.Bool().Draw(t, "new") {
			fresh := l.between(t, text.Slice(p.Start, p.End).Codes)
			piece.New = &fresh
		}
		list = append(list, piece)
	}
	return list
}

// between draws letters around codes that stay in their order.
func (l Laws) between(t *rapid.T, codes []unit.Code) unit.Text {
	fresh := unit.Plain(l.text(t, "letters"))
	for _, c := range codes {
		c.Offset = len(fresh.Content)
		fresh.Codes = append(fresh.Codes, c)
		fresh.Content += l.text(t, "letters")
	}
	return fresh
}

// recoded draws a text in which the codes of another are kept, or, where they
// allow it, moved, dropped and copied, pairs together.
func (l Laws) recoded(t *rapid.T, text unit.Text) unit.Text {
	free := true
	for _, c := range text.Codes {
		free = free && !c.NoReorder && !c.NoDelete && !c.NoCopy
	}
	if !free || len(text.Codes) == 0 || rapid.Bool().Draw(t, "in order") {
		return l.between(t, text.Codes)
	}
	var codes []unit.Code
	for _, id := range rapid.SliceOfN(rapid.SampledFrom(text.IDs()), 0, 4).Draw(t, "ids") {
		for _, c := range text.Codes {
			if c.ID == id {
				codes = append(codes, c)
			}
		}
	}
	return l.between(t, codes)
}

// whole gives the text of a block with its pieces in place.
func whole(text unit.Text, pieces []format.Piece) unit.Text {
	var out unit.Text
	at := unit.Pos{}
	for _, p := range pieces {
		out = out.Append(text.Slice(at, p.Part.Start))
		if p.New != nil {
			out = out.Append(*p.New)
		} else {
			out = out.Append(text.Slice(p.Part.Start, p.Part.End))
		}
		at = p.Part.End
	}
	return out.Append(text.Slice(at, text.End()))
}

func describe(d *format.Document, pieces map[int][]format.Piece) string {
	var b strings.Builder
	for i := range d.Blocks {
		if list, ok := pieces[i]; ok {
			b.WriteString("\n  " + d.Blocks[i].Text.String() + "\n  → " + whole(d.Blocks[i].Text, list).String())
		}
	}
	return b.String()
}
