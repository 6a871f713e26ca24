package memory

import (
	"strings"
	"testing"

	"diglot/translate/text"
	"diglot/translate/unit"

	"pgregory.net/rapid"
)

// show writes a difference as a terminal might.
func show(old, new string, changes []Change) string {
	var b strings.Builder
	for _, c := range changes {
		a, z := old[c.Old.Start:c.Old.End], new[c.New.Start:c.New.End]
		switch c.Kind {
		case Same:
			b.WriteString(z)
		case Reformed:
			b.WriteString("~" + z + "~")
		case Deleted:
			b.WriteString("[-" + a + "-]")
		case Inserted:
			b.WriteString("{+" + z + "+}")
		default:
			b.WriteString("[-" + a + "-]{+" + z + "+}")
		}
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	tests := []struct{ old, new, want string }{
		{"The army left Hama.", "The army left Homs.", "The army left [-Hama-]{+Homs+}."},
		{"The army left.", "The  Army has left.", "The  ~Army ~{+has +}left."},
		{"قوات في حماة", "قوات المعارضة في حماة", "قوات {+المعارضة +}في حماة"},
		{"He left .", "He has left", "He {+has +}left[-.-]"},
		{"", "new", "{+new+}"},
		{" a ", " a  ", " a  "},
		{"caf\u00e9", "cafe\u0301", "~cafe\u0301~"},
	}
	for _, test := range tests {
		got := show(test.old, test.new, Diff(unit.Plain(test.old), unit.Plain(test.new)))
		if got != test.want {
			t.Errorf("%q to %q: %q, want %q", test.old, test.new, got, test.want)
		}
	}
}

// TestDiffCoversBoth: the changes joined are the two texts, and what is the same is
// the same.
func TestDiffCoversBoth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		old, new := drawText(t, "old").Content, drawText(t, "new").Content
		var a, b strings.Builder
		for _, c := range Diff(unit.Plain(old), unit.Plain(new)) {
			a.WriteString(old[c.Old.Start:c.Old.End])
			b.WriteString(new[c.New.Start:c.New.End])
			if c.Kind == Same && strings.TrimSpace(old[c.Old.Start:c.Old.End]) != strings.TrimSpace(new[c.New.Start:c.New.End]) {
				t.Fatalf("%q is said to be the same as %q", old[c.Old.Start:c.Old.End], new[c.New.Start:c.New.End])
			}
		}
		if a.String() != old || b.String() != new {
			t.Fatalf("%q and %q, not %q and %q", a.String(), b.String(), old, new)
		}
	})
}

// TestAlignIsShortest: the steps that are no tokens kept are as many as the distance.
func TestAlignIsShortest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string) []token {
			var tokens []token
			for _, n := range rapid.SliceOfN(rapid.IntRange(0, 3), 0, 12).Draw(t, label) {
				tokens = append(tokens, token{number: n})
			}
			return tokens
		}
		a, b := draw("a"), draw("b")
		changed, seenA, seenB := 0, 0, 0
		align(nil, a, b, func(i, j int) {
			if i >= 0 {
				seenA++
			}
			if j >= 0 {
				seenB++
			}
			if i < 0 || j < 0 || a[i].number != b[j].number {
				changed++
			}
		})
		if want := text.Distance(a, b); changed != want || seenA != len(a) || seenB != len(b) {
			t.Fatalf("%d steps, distance %d", changed, want)
		}
	})
}

func TestDiffOfLongTexts(t *testing.T) {
	old, new := "Same "+strings.Repeat("a b ", 3000)+"end", "Same "+strings.Repeat("x y ", 3000)+"end"
	got := Diff(unit.Plain(old), unit.Plain(new))
	if len(got) != 3 || got[1].Kind != Replaced || new[got[2].New.Start:] != "end" {
		t.Errorf("%v", got)
	}
}
