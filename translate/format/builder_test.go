package format

import (
	"strings"
	"testing"

	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
)

func TestBuilder(t *testing.T) {
	const body = "..a&amp;b<i>c</i>  \n d.."
	b := NewBuilder(body, 0)
	for range 2 { // a builder that was used before gives the same
		b.Reset(2)
		b.Literal(unit.Span{Start: 2, End: 3})
		b.Spelled(unit.Span{Start: 3, End: 8}, "&")
		b.Literal(unit.Span{Start: 8, End: 9})
		b.Code(unit.Span{Start: 9, End: 12}, unit.Code{ID: 1, Kind: unit.Open})
		b.Literal(unit.Span{Start: 12, End: 13})
		b.Code(unit.Span{Start: 13, End: 17}, unit.Code{ID: 1, Kind: unit.Close})
		b.Spelled(unit.Span{Start: 17, End: 21}, " ")
		b.Literal(unit.Span{Start: 21, End: 22})
		got, err := b.Block("paragraph")
		if err != nil {
			t.Fatal(err)
		}
		if err := CheckBlocks(body, []Block{got}); err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff("a&b<1>c</1> d", got.Text.String()); diff != "" {
			t.Error(diff)
		}
	}
}

// TestBuilderKeepsLetters has letters of one stretch, which are not copied, and
// what ends that.
func TestBuilderKeepsLetters(t *testing.T) {
	const body = "ab&cd"
	cases := []struct {
		name string
		add  func(b *Builder)
		want string
	}{
		{"nothing", func(b *Builder) {}, ""},
		{"two literals", func(b *Builder) { b.Literal(unit.Span{Start: 0, End: 1}); b.Literal(unit.Span{Start: 1, End: 2}) }, "ab"},
		{"spelled alone", func(b *Builder) { b.Spelled(unit.Span{Start: 0, End: 1}, "xyz") }, "xyz"},
		{"spelled as nothing, then a literal", func(b *Builder) { b.Spelled(unit.Span{Start: 0, End: 1}, ""); b.Literal(unit.Span{Start: 1, End: 2}) }, "b"},
		{"a code between literals", func(b *Builder) {
			b.Literal(unit.Span{Start: 0, End: 2})
			b.Code(unit.Span{Start: 2, End: 3}, unit.Code{ID: 1})
			b.Literal(unit.Span{Start: 3, End: 5})
		}, "ab<1/>cd"},
		{"a code, then a literal", func(b *Builder) {
			b.Code(unit.Span{Start: 0, End: 3}, unit.Code{ID: 1})
			b.Literal(unit.Span{Start: 3, End: 4})
			b.Literal(unit.Span{Start: 4, End: 5})
		}, "<1/>cd"},
		{"spelled as it stands", func(b *Builder) { b.Literal(unit.Span{Start: 0, End: 2}); b.Spelled(unit.Span{Start: 2, End: 3}, "&") }, "ab&"},
	}
	for _, c := range cases {
		b := NewBuilder(body, 0)
		c.add(b)
		got, err := b.Block("x")
		if err != nil || got.Text.String() != c.want {
			t.Errorf("%s: %q, %v, want %q", c.name, got.Text.String(), err, c.want)
		}
		if err := CheckBlocks(body, []Block{got}); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestBuilderRefusesGaps(t *testing.T) {
	b := NewBuilder("abc", 0)
	b.Literal(unit.Span{Start: 1, End: 2})
	b.Literal(unit.Span{Start: 2, End: 3})
	if _, err := b.Block("x"); err == nil || !strings.Contains(err.Error(), "[1,2) does not follow byte 0") {
		t.Errorf("got %v", err)
	}
}

func TestBodyAt(t *testing.T) {
	const body = "a&amp;b<i>c"
	b := NewBuilder(body, 0)
	b.Literal(unit.Span{Start: 0, End: 1})
	b.Spelled(unit.Span{Start: 1, End: 6}, "&+")
	b.Literal(unit.Span{Start: 6, End: 7})
	b.Code(unit.Span{Start: 7, End: 10}, unit.Code{ID: 1})
	b.Literal(unit.Span{Start: 10, End: 11})
	block, err := b.Block("x")
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		offset, code int
		at           int
		exact        bool
	}{
		{0, 0, 0, true}, {1, 0, 1, true}, {2, 0, 1, false}, {3, 0, 6, true}, {4, 0, 7, true}, {4, 1, 10, true}, {5, 1, 11, true},
	}
	for _, c := range cases {
		at, exact := block.BodyAt(unit.Pos{Offset: c.offset, Code: c.code})
		if at != c.at || exact != c.exact {
			t.Errorf("%d/%d is at %d %v, want %d %v", c.offset, c.code, at, exact, c.at, c.exact)
		}
	}
}

func TestCheckBlocks(t *testing.T) {
	const body = "abcdef"
	whole := func(start, end int) Block {
		b := NewBuilder(body, start)
		b.Literal(unit.Span{Start: start, End: end})
		block, _ := b.Block("x")
		return block
	}
	change := func(b Block, f func(b *Block)) Block { f(&b); return b }
	cases := []struct {
		want   string
		blocks []Block
	}{
		{"", []Block{whole(0, 2), whole(2, 4)}},
		{"is not in the body", []Block{change(whole(0, 2), func(b *Block) { b.Span.End = 9 })}},
		{"starts before", []Block{whole(2, 4), whole(0, 2)}},
		{"overlaps", []Block{whole(0, 3), whole(2, 4)}},
		{"parent 0 does not stand before", []Block{change(whole(0, 1), func(b *Block) { b.Parent = 0 })}},
		{"stands in no code", []Block{whole(0, 3), change(whole(1, 2), func(b *Block) { b.Parent = 0 })}},
		{"leaves a gap", []Block{change(whole(0, 2), func(b *Block) { b.Runs[0].Body.Start = 1 })}},
		{"do not cover", []Block{change(whole(0, 2), func(b *Block) { b.Span.End = 3 })}},
		{"is not", []Block{change(whole(0, 2), func(b *Block) { b.Text.Content = "xx" })}},
	}
	for _, c := range cases {
		err := CheckBlocks(body, c.blocks)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
}
