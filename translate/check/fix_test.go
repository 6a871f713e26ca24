package check

import (
	"testing"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

func TestFix(t *testing.T) {
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ to, source, target, want string }{
		{"ar", "Homs, Hama and 20 of 30", " حمص, حماة  حماة و٢٠ من 30 ", "حمص، حماة و٢٠ من ٣٠"},
		{"ar", "Homs, Hama", "حمص ، حماة", "حمص، حماة"},
		{"ar", "Homs", "حمـــص", "حمص"},
		{"fr", "Nice.", "Belle ville.", "Belle ville."},
		{"de", "Homs,Hama", "Homs,Hama", "Homs, Hama"},
		{"ar", "Hama fell.", "سقطت ح\u200Bماة.", "سقطت حماة."},
	} {
		got, mended := c.Fix(&Pair{SourceLocale: locale.MustParse("en"), TargetLocale: locale.MustParse(test.to), Source: unit.Plain(test.source), Target: unit.Plain(test.target)})
		if got.Content != test.want {
			t.Errorf("%q: got %q, want %q", test.target, got.Content, test.want)
		}
		if (len(mended) > 0) != (test.target != test.want) {
			t.Errorf("%q: %d issues mended", test.target, len(mended))
		}
	}
}

// Inline codes stay beside the letters that they stood beside.
func TestFixMovesCodes(t *testing.T) {
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	codes := func(a, b int) []unit.Code {
		return []unit.Code{{ID: 1, Kind: unit.Open, Offset: a}, {ID: 1, Kind: unit.Close, Offset: b}}
	}
	p := &Pair{
		SourceLocale: locale.MustParse("en"), TargetLocale: locale.MustParse("fr"),
		Source: unit.Text{Content: "The army left", Codes: codes(4, 8)}, Target: unit.Text{Content: "  L'armée  est partie", Codes: codes(4, 10)},
	}
	got, _ := c.Fix(p)
	want := unit.Text{Content: "L'armée est partie", Codes: codes(2, 8)}
	if !got.Equal(want) {
		t.Errorf("got %s, want %s", got, want)
	}
}
