package format

import (
	"strings"
	"testing"

	"diglot/translate/unit"
)

// bilingual gives a block of "one" with a slot for a span of the body "one two".
func bilingual(slot Slot) Block {
	source := unit.Span{End: 3}
	return Block{
		Text: unit.Plain("one"), Span: source, Runs: []Run{{Body: source, Text: source, Code: -1}}, Parent: -1, Target: &slot,
	}
}

func TestCheckBlocksLooksAtSlots(t *testing.T) {
	const body = "one two"
	there := Slot{
		Text: unit.Plain("two"), Span: unit.Span{Start: 4, End: 7},
		Runs: []Run{{Body: unit.Span{Start: 4, End: 7}, Text: unit.Span{End: 3}, Code: -1}},
	}
	other := there
	other.Text = unit.Plain("too")
	plain := bilingual(there)
	plain.Target = nil
	for _, c := range []struct {
		name   string
		blocks []Block
		says   string
	}{
		{"a slot with text", []Block{bilingual(there)}, ""},
		{"an empty place", []Block{bilingual(Slot{Span: unit.Span{Start: 7, End: 7}})}, ""},
		{"two targets of one source", []Block{bilingual(there), bilingual(Slot{Span: unit.Span{Start: 7, End: 7}})}, ""},
		{"two sources in one place", []Block{plain, plain}, "overlaps"},
		{"beyond the body", []Block{bilingual(Slot{Span: unit.Span{Start: 7, End: 8}})}, "not in the body"},
		{"letters that are not there", []Block{bilingual(other)}, "slot"},
		{"text without runs", []Block{bilingual(Slot{Text: unit.Plain("two"), Span: there.Span})}, "slot"},
	} {
		err := CheckBlocks(body, c.blocks)
		if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%s: %v, want %q", c.name, err, c.says)
		}
	}
}

// A slot is as far as the least of what comes into it.
func TestStateOfPieces(t *testing.T) {
	fresh := unit.Plain("x")
	one, three := unit.Pos{Offset: 1}, unit.Pos{Offset: 3}
	for _, c := range []struct {
		pieces []Piece
		want   unit.State
	}{
		{[]Piece{{Part: unit.Part{End: three}, New: &fresh, State: unit.Final}}, unit.Final},
		{[]Piece{{Part: unit.Part{End: one}, New: &fresh, State: unit.Final}, {Part: unit.Part{Start: one, End: three}, New: &fresh, State: unit.Draft}}, unit.Draft},
		{[]Piece{{Part: unit.Part{End: one}, New: &fresh, State: unit.Reviewed}, {Part: unit.Part{Start: one, End: three}}}, unit.Reviewed},
		{[]Piece{{Part: unit.Part{End: three}, New: &fresh}}, unit.Initial},
		{[]Piece{{Part: unit.Part{End: three}}}, unit.Initial},
	} {
		d := &Document{Body: "one two", Blocks: []Block{bilingual(Slot{Span: unit.Span{Start: 7, End: 7}})}}
		w, err := newWriting(d, map[int][]Piece{0: c.pieces})
		if err != nil {
			t.Fatal(err)
		}
		if got := w.state(0); got != c.want {
			t.Errorf("%+v: %v, want %v", c.pieces, got, c.want)
		}
	}
}
