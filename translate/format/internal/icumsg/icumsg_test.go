package icumsg

import (
	"fmt"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/internal/literal"
	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// plain makes a literal of letters that stand as they are.
func plain(s string) literal.String {
	m := literal.NewMaker(s, 0)
	m.Keep(len(s))
	return m.String()
}

func Example() {
	blocks, err := Blocks(plain("{n, plural, one {# file} other {# files}} in {folder}"), "found", "", 0)
	for _, b := range blocks {
		fmt.Println(b.Key, b.Parent, b.Text)
	}
	fmt.Println(err)
	// Output:
	// found -1 <1/> in <2/>
	// found[one] 0 <1/> file
	// found[other] 0 <1/> files
	// <nil>
}

func TestBlocks(t *testing.T) {
	cases := []struct {
		message string
		want    []string
	}{
		{"Hama", []string{"k -1 Hama"}},
		{"{x}", nil},
		{"don't {x}, '{'no'}' it''s", []string{"k -1 don't <1/>, {no} it's"}},
		{"'{a''b'", []string{"k -1 {a'b"}},
		{"{d, date, medium} at {t, time, ::jmm} {p, number, #'}'} {c, choice, 0#{x}|1#b}", []string{"k -1 <1/> at <2/> <3/> <4/>"}},
		{"{n,plural,=0{none}one{# '#'}other{# of {m}}}", []string{"k[=0] -1 none", "k[one] -1 <1/> #", "k[other] -1 <1/> of <2/>"}},
		{"{n, plural, offset:1 one {a} other {b}}", []string{"k[one] -1 a", "k[other] -1 b"}},
		{"{g, select, f {{n, plural, one {she has # file} other {she has # files}}} other {they {x}}}",
			[]string{"k[f][one] -1 she has <1/> file", "k[f][other] -1 she has <1/> files", "k[other] -1 they <1/>"}},
		{"{a, plural, other {x}} and {b, select, other {y {c, select, other {z}}}}",
			[]string{"k -1 <1/> and <2/>", "k[a other] 0 x", "k[b other] 0 y <1/>", "k[b other][other] 2 z"}},
		{"a <b>{x}</b> # c", []string{"k -1 a <1><2/></1> # c"}},
	}
	for _, c := range cases {
		blocks, err := Blocks(plain(c.message), "k", "", 0)
		if err != nil {
			t.Errorf("%s: %v", c.message, err)
			continue
		}
		if err := format.CheckBlocks(c.message, blocks); err != nil {
			t.Errorf("%s: %v", c.message, err)
		}
		var got []string
		for _, b := range blocks {
			got = append(got, fmt.Sprintf("%s %d %s", b.Key, b.Parent, b.Text))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.message, diff)
		}
	}
}

func TestFaults(t *testing.T) {
	cases := []struct {
		message string
		at      int
		want    string
	}{
		{"a {", 2, "a { without the name"},
		{"a }", 2, "a } without its {"},
		{"{x", 0, "the argument {x is not closed"},
		{"{x,}", 3, "the type of an argument is missing"},
		{"{x y}", 0, "the argument {x is not closed"},
		{"{n, plural}", 10, "a comma and branches"},
		{"{n, plural, one {x}}", 0, `has no branch "other"`},
		{"{n, plural, one {x} tow {y} other {z}}", 20, `"tow" is no plural category`},
		{"{n, plural, one {x} one {y} other {z}}", 20, "the branch one stands twice"},
		{"{n, plural, one {x} other {y}", 29, "the message ends within an argument"},
		{"{n, plural, other {y", 18, "the branch other is not closed"},
		{"{n, plural, other y}", 18, "a { has to follow the branch other"},
		{strings.Repeat("{n, select, other {", 1000), 30 * 19, "nested more than 30 deep"},
	}
	for _, c := range cases {
		_, err := Blocks(plain(c.message), "k", "", 0)
		fault, ok := err.(*Fault)
		if !ok || !strings.Contains(fault.Error(), c.want) {
			t.Errorf("%.40s: got %v, want %s", c.message, err, c.want)
		} else if c.want != "nested more than 30 deep" && fault.Offset != c.at {
			t.Errorf("%s: at %d, want %d", c.message, fault.Offset, c.at)
		}
	}
}

// TestSpell writes drawn letters as a message, and reads them back.
func TestSpell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.StringOf(rapid.SampledFrom([]rune("a'{}#é "))).Draw(t, "letters")
		plural := rapid.Bool().Draw(t, "plural")
		s := Spell(unit.Plain(letters), plural, "", func(s string) string { return s })
		if plural {
			s = "{n, plural, other {" + s + "}}"
		}
		blocks, err := Blocks(plain(s), "k", "", 0)
		if err != nil {
			t.Fatalf("%q was written as %q: %v", letters, s, err)
		}
		if !format.HasLetters(letters) {
			return
		}
		if len(blocks) != 1 || blocks[0].Text.String() != unit.Plain(letters).String() {
			t.Fatalf("%q was written as %q, and read as %v", letters, s, blocks)
		}
	})
}

func FuzzBlocks(f *testing.F) {
	for _, s := range []string{"{n, plural, one {# file} other {# files}} in {dir}", "don't '{'x'}'", "{g, select, a {{b}} other {'#'}}", "<b>{x, number, #}</b>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		blocks, err := Blocks(plain(s), "k", "", 0)
		if err != nil {
			if fault, ok := err.(*Fault); !ok || fault.Offset > len(s) {
				t.Fatalf("the error %v has no place", err)
			}
			return
		}
		if err := format.CheckBlocks(s, blocks); err != nil {
			t.Fatal(err)
		}
	})
}
