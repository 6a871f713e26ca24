package literal

import (
	"fmt"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func Example() {
	body := `"Good\tday, {name}!"`
	m := NewMaker(body, 1)
	m.Keep(len("Good"))
	m.Spell(len(`\t`), "\t")
	m.Keep(len("day, {name}!"))
	s := m.String()
	from := strings.Index(s.Letters, "{")
	b, err := s.Block("message", 0, len(s.Letters), []Mark{{From: from, To: from + len("{name}"), Code: &unit.Code{ID: 1}}})
	fmt.Println(b.Text, err)
	fmt.Println(b.Text.Codes[0].Original)
	// Output:
	// Good\tday, <1/>! <nil>
	// {name}
}

// TestBlock draws literals, marks some of their letters, and looks at what the
// block says of them.
func TestBlock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const before = "key = "
		var body, letters strings.Builder
		body.WriteString(before)
		type step struct {
			bytes   string
			letters string
		}
		steps := []step{{"a", "a"}, {"é", "é"}, {`\n`, "\n"}, {"~~", ""}, {`\u00e9`, "é"}}
		list := rapid.SliceOfN(rapid.SampledFrom(steps), 0, 12).Draw(t, "steps")
		var starts []int // in the letters, of each step
		for _, s := range list {
			starts = append(starts, letters.Len())
			body.WriteString(s.bytes)
			letters.WriteString(s.letters)
		}
		starts = append(starts, letters.Len())
		body.WriteString(" and more")
		m := NewMaker(body.String(), len(before))
		for _, s := range list {
			if s.bytes == s.letters {
				m.Keep(len(s.bytes))
			} else {
				m.Spell(len(s.bytes), s.letters)
			}
		}
		s := m.String()
		if diff := cmp.Diff(letters.String(), s.Letters); diff != "" {
			t.Fatal(diff)
		}
		from := rapid.IntRange(0, len(list)).Draw(t, "from")
		to := rapid.IntRange(from, len(list)).Draw(t, "to")
		mark := Mark{From: starts[from], To: starts[to], Code: &unit.Code{ID: 1}}
		marks := []Mark{mark}
		if mark.From == mark.To {
			marks = nil
		}
		b, err := s.Block("message", 0, len(s.Letters), marks)
		if err != nil {
			t.Fatal(err)
		}
		if err := format.CheckBlocks(body.String(), []format.Block{b}); err != nil {
			t.Fatal(err)
		}
		want := s.Letters[:mark.From] + s.Letters[mark.To:]
		if b.Text.Content != want {
			t.Fatalf("the letters are %q, want %q", b.Text.Content, want)
		}
		for _, r := range b.Runs {
			if r.Code < 0 && r.Text.Len() == 0 {
				t.Fatalf("a run %+v spells nothing", r)
			}
		}
		whole, err := s.Whole("message", 0, len(s.Letters), marks)
		if err != nil {
			t.Fatal(err)
		}
		if err := format.CheckBlocks(body.String(), []format.Block{whole}); err != nil {
			t.Fatal(err)
		}
		if whole.Span != s.Span || whole.Text.Content != want {
			t.Fatalf("%+v has the letters %q, want %q in %+v", whole.Span, whole.Text.Content, want, s.Span)
		}
	})
}

func TestRender(t *testing.T) {
	text := unit.Text{Content: "ab", Codes: []unit.Code{{ID: 1, Offset: 1, Original: "{x}"}}}
	if got := Render(text, strings.ToUpper); got != "A{x}B" {
		t.Errorf("got %q", got)
	}
}
