package unit

import (
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// texts draws letters, signs of the readable form and hidden characters, with
// pairs and single codes at random places.
func texts(t *rapid.T) Text {
	runes := rapid.SliceOfN(rapid.SampledFrom([]rune("ab </>\\n1é\n\t\r\u202E\u2028مة.؟")), 0, 14).Draw(t, "runes")
	text := Plain(string(runes))
	at := []int{0}
	for i := range text.Content {
		at = append(at, i)
	}
	at = append(at, len(text.Content))
	last := 0
	for id := range rapid.IntRange(0, 4).Draw(t, "codes") {
		i := rapid.IntRange(last, len(at)-1).Draw(t, "at")
		if at[i] < at[last] {
			continue
		}
		last = i
		text.Codes = append(text.Codes, Code{ID: id + 1, Offset: at[i], Kind: rapid.SampledFrom([]Kind{Standalone, Open, Close}).Draw(t, "kind")})
	}
	return text
}

func TestReadableFormReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := texts(t)
		got, err := Parse(text.String(), text)
		if err != nil {
			t.Fatalf("%q: %v", text.String(), err)
		}
		if !got.Equal(text) {
			t.Fatalf("%q reads back as %q", text.String(), got.String())
		}
		for _, r := range text.String() {
			if unicode.IsControl(r) || r == '\u202E' {
				t.Fatalf("%q shows a hidden character as it is", text.String())
			}
		}
	})
}

// Parts and the gaps between them are the whole text, in order.
func TestCutLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := texts(t)
		var spans []Span
		for i, r := range text.Content { // every letter a segment of its own
			if unicode.IsLetter(r) {
				spans = append(spans, Span{i, i + len(string(r))})
			}
		}
		parts := text.Cut(spans)
		if len(parts) != len(spans) {
			t.Fatalf("%d parts of %d spans", len(parts), len(spans))
		}
		var whole Text
		at := Pos{}
		for i, p := range parts {
			if p.Start.Less(at) || p.End.Less(p.Start) || (Span{p.Start.Offset, p.End.Offset}) != spans[i] {
				t.Fatalf("part %d of %q is %v after %v", i, text, p, at)
			}
			whole = whole.Append(text.Slice(at, p.Start)).Append(text.Slice(p.Start, p.End))
			at = p.End
		}
		if whole = whole.Append(text.Slice(at, text.End())); !whole.Equal(text) {
			t.Fatalf("%q became %q", text, whole)
		}
	})
}

func TestParseFaults(t *testing.T) {
	for _, s := range []string{`a \q`, `\`, `<1`, `<1x>`, "\xff", `\u{110000}`, `\u{}`} {
		if got, err := Parse(s, Text{}); err == nil {
			t.Errorf("%q was read as %q", s, got)
		}
	}
}
