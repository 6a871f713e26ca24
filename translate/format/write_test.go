package format_test

import (
	"errors"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
)

func read(t *testing.T, src string) *format.Document {
	t.Helper()
	d, err := format.Read("a.toy", []byte(src), format.Settings{}, []format.Format{toy{}})
	if err != nil {
		t.Fatal(err)
	}
	if err := format.CheckBlocks(d.Body, d.Blocks); err != nil {
		t.Fatal(err)
	}
	return d
}

// change is a new text, in its readable form, for a stretch of letters of a block.
// An end of -1 is the end of the text.
type change struct {
	block, start, end int
	text              string
}

func pieces(t *testing.T, d *format.Document, changes []change) map[int][]format.Piece {
	t.Helper()
	all := map[int][]format.Piece{}
	for _, c := range changes {
		source := d.Blocks[c.block].Text
		fresh, err := unit.Parse(c.text, source)
		if err != nil {
			t.Fatal(err)
		}
		part := unit.Part{End: source.End()}
		if c.end >= 0 {
			part = source.Cut([]unit.Span{{Start: c.start, End: c.end}})[0]
		}
		all[c.block] = append(all[c.block], format.Piece{Part: part, New: &fresh})
	}
	return all
}

func TestWrite(t *testing.T) {
	cases := []struct {
		name, src string
		changes   []change
		want      string
	}{
		{"one of two blocks", "a\nb\n", []change{{1, 0, -1, "c"}}, "a\nc\n"},
		{"a stretch of a block", `one \{two\} three`, []change{{0, 0, 3, "eins"}}, `eins \{two\} three`},
		{"two stretches", `one \{two\} three`, []change{{0, 0, 3, "eins"}, {0, 10, 15, "drei"}}, `eins \{two\} drei`},
		{"stretches that touch", "onetwo {b}", []change{{0, 0, 3, "eins"}, {0, 3, 6, "zwei"}}, "einszwei {b}"},
		{"within a spelling, which is spelled anew", `a\{b`, []change{{0, 0, 1, "c"}}, `c\{b`},
		{"what needs hard spelling", "a\nb\nc", []change{{0, 0, -1, "x"}, {1, 0, -1, "{y}"}, {2, 0, -1, `\\z`}}, "x\n\\{y\\}\n\\z"},
		{"codes moved and copied", "a {b} {i}", []change{{0, 0, -1, "<2/>c<1/><1/>"}}, "{i}c{b}{b}"},
		{"sub-flow", "a {alt:b} c", []change{{1, 0, -1, "d"}}, "a {alt:d} c"},
		{"sub-flow in a copied code", "a {alt:b} c", []change{{0, 0, -1, "<1/>x<1/>"}, {1, 0, -1, "d"}}, "{alt:d}x{alt:d}"},
		{"sub-flow in a moved code, not itself changed", "a {alt:b} c", []change{{0, 0, -1, "<1/>x"}}, "{alt:b}x"},
		{"sub-flow in a code that is left out", "a {alt:b} c\nd", []change{{0, 0, -1, "x"}, {1, 0, -1, "y"}}, "x\nd"},
		{"sub-flow in a stretch that is kept", "a {alt:b} c", []change{{0, 0, 1, "x"}, {1, 0, -1, "d"}}, "x {alt:d} c"},
		{"emptied", "a\nb\nc", []change{{1, 0, -1, ""}}, "a\n\nc"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := read(t, c.src)
			out, err := d.Write(pieces(t, d, c.changes), locale.Tag{}, "")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, string(out)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWriteErrors(t *testing.T) {
	cases := []struct {
		name, src string
		pieces    map[int][]format.Piece
		want      string
	}{
		{"no such block", "a\n", map[int][]format.Piece{7: nil}, "a.toy: there are pieces for a block that the document does not have; it has 1 blocks"},
		{"no such code", "a\nb {c}", map[int][]format.Piece{1: {piece(0, 2, unit.Text{Codes: []unit.Code{{ID: 4}}})}},
			"a.toy:2:1: cannot write block 2 (line): the source has no inline code <4/>; its codes are <1/>"},
		{"codes out of order", "b {c}", map[int][]format.Piece{0: {piece(0, 2, unit.Text{Content: "x", Codes: []unit.Code{{ID: 1, Offset: 1}, {ID: 1}}})}},
			"a.toy:1:1: cannot write block 1 (line): the inline codes of the new text are not in order"},
		{"pieces out of order", "abc", map[int][]format.Piece{0: {piece(1, 2, unit.Text{}), piece(0, 1, unit.Text{})}},
			"a.toy:1:1: cannot write block 1 (line): piece 2 does not follow the one before, or lies outside of the text"},
		{"beyond the end", "abc", map[int][]format.Piece{0: {piece(1, 9, unit.Text{})}},
			"a.toy:1:1: cannot write block 1 (line): piece 1 does not follow the one before, or lies outside of the text"},
		{"not UTF-8", "abc", map[int][]format.Piece{0: {piece(0, 3, unit.Plain("\xff"))}},
			"a.toy:1:1: cannot write block 1 (line): not UTF-8 (UTF-8); write the file in UTF-8, or change the text"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			out, err := read(t, c.src).Write(c.pieces, locale.Tag{}, "")
			if err == nil || err.Error() != c.want || out != nil {
				t.Errorf("got %q and %v, want %s", out, err, c.want)
			}
		})
	}
}

func piece(start, end int, fresh unit.Text) format.Piece {
	return format.Piece{Part: unit.Part{Start: unit.Pos{Offset: start}, End: unit.Pos{Offset: end}}, New: &fresh}
}

// TestWriteProves has texts that the format would read as something else; no
// output comes of them.
func TestWriteProves(t *testing.T) {
	for _, text := range []string{"two\nlines", "lang: fr", "! fault"} {
		d := read(t, "a\nb")
		fresh := unit.Plain(text)
		whole := unit.Part{End: d.Blocks[1].Text.End()}
		out, err := d.Write(map[int][]format.Piece{1: {{Part: whole, New: &fresh}}}, locale.Tag{}, "")
		if err == nil || out != nil || !strings.HasPrefix(err.Error(), "a.toy:2:1: ") {
			t.Errorf("%q was written as %q, %v", text, out, err)
		}
		if text != "! fault" && !errors.Is(err, format.ErrCannotHold) {
			t.Errorf("%q: %v does not wrap ErrCannotHold", text, err)
		}
	}
}

func TestWriteCharset(t *testing.T) {
	d := read(t, "caf\xe9\nb")
	fresh := unit.Plain("حماة")
	whole := unit.Part{End: d.Blocks[1].Text.End()}
	arabic := map[int][]format.Piece{1: {{Part: whole, New: &fresh}}}
	_, err := d.Write(arabic, locale.Tag{}, "")
	if want := "a.toy:2:1: cannot write block 2 (line): 'ح' (U+062D) has no place in this charset (windows-1252); write the file in UTF-8, or change the text"; err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
	out, err := d.Write(arabic, locale.Tag{}, "utf-8")
	if err != nil || string(out) != "café\nحماة" {
		t.Errorf("got %q, %v", out, err)
	}
	out, err = d.Write(nil, locale.Tag{}, "UTF-16LE")
	if err != nil || string(out) != "\xff\xfec\x00a\x00f\x00\xe9\x00\n\x00b\x00" {
		t.Errorf("got %q, %v", out, err)
	}
	if _, err = d.Write(nil, locale.Tag{}, "klingon"); err == nil || !strings.Contains(err.Error(), `unknown charset "klingon"`) {
		t.Errorf("got %v", err)
	}
}
