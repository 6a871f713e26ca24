package segment

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"diglot/translate/locale"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// pieces are the segments of a text as strings.
func pieces(s *Segmenter, text string) []string {
	var out []string
	for _, sp := range s.Split(text) {
		out = append(out, text[sp.Start:sp.End])
	}
	return out
}

// check fails where spans are not what Split promises of them.
func checkSpans(t interface{ Fatalf(string, ...any) }, text string, spans []Span) {
	at := 0
	for _, sp := range spans {
		if sp.Start < at || sp.End <= sp.Start || sp.End > len(text) {
			t.Fatalf("spans %v are not in order within %d bytes", spans, len(text))
		}
		if gap := text[at:sp.Start]; strings.TrimFunc(gap, unicode.IsSpace) != "" {
			t.Fatalf("%q between segments is not white space", gap)
		}
		if seg := text[sp.Start:sp.End]; seg != strings.TrimFunc(seg, unicode.IsSpace) {
			t.Fatalf("segment %q begins or ends with white space", seg)
		}
		at = sp.End
	}
	if rest := text[at:]; strings.TrimFunc(rest, unicode.IsSpace) != "" {
		t.Fatalf("%q is in no segment", rest)
	}
}

func TestEveryLanguageCompiles(t *testing.T) {
	names := own.names()
	for _, want := range strings.Fields("ar en fr es de it pt nl ru uk pl cs el tr fa ur he hi zh ja ko th am hy my da sv fi kk bg ro sk mr ml") {
		if !slices.Contains(names, want) {
			t.Errorf("no rules for %s", want)
		}
	}
	for _, name := range append(names, "default") {
		file := own.file(name)
		set, bad := compileRules(file.expand(own.common()))
		for i, err := range bad {
			t.Errorf("%s: rule %s: %v", name, set.source[i].ID, err)
		}
		for _, r := range set.rules {
			if r.Why == "" {
				t.Errorf("%s: rule %s has no reason", name, r.ID)
			}
		}
		checkSpans(t, "One. Two.", compiled(name).Split("One. Two."))
	}
}

// compiled gives the segmenter of a language file.
func compiled(name string) *Segmenter {
	if name == "default" {
		return For(locale.Tag{}, Options{})
	}
	return For(locale.MustParse(name), Options{})
}

func TestOptions(t *testing.T) {
	text := "قال: نعم، ثم سكت؛ وبعدها\nمضى. انتهى."
	tests := []struct {
		name string
		opt  Options
		want []string
	}{
		{"none", Options{}, []string{"قال: نعم، ثم سكت؛ وبعدها\nمضى.", "انتهى."}},
		{"colon", Options{BreakAfterColon: true}, []string{"قال:", "نعم، ثم سكت؛ وبعدها\nمضى.", "انتهى."}},
		{"semicolon", Options{BreakAfterSemicolon: true}, []string{"قال: نعم، ثم سكت؛", "وبعدها\nمضى.", "انتهى."}},
		{"comma", Options{BreakAfterComma: true}, []string{"قال: نعم،", "ثم سكت؛ وبعدها\nمضى.", "انتهى."}},
		{"newline", Options{BreakOnNewline: true}, []string{"قال: نعم، ثم سكت؛ وبعدها", "مضى.", "انتهى."}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, pieces(For(locale.MustParse("ar"), tt.opt), text)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.name, diff)
		}
	}
}

func TestWideOptions(t *testing.T) {
	opt := Options{BreakAfterComma: true, BreakAfterColon: true}
	got := pieces(For(locale.MustParse("zh"), opt), "他说：好，走吧。再见")
	if diff := cmp.Diff([]string{"他说：", "好，", "走吧。", "再见"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestConcurrent: segmenters share their states between goroutines.
func TestConcurrent(t *testing.T) {
	text := strings.Repeat("Dr. Ali (who left. Then came.) said: no! ", 20)
	want := compiled("en").Split(text)
	var l library
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if diff := cmp.Diff(want, l.segmenter(locale.MustParse("en"), Options{}).Split(text)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	wg.Wait()
}

func TestExceptions(t *testing.T) {
	text := "Das ist Abt. Sieben. Wir gehen heim; Kommt mit."
	base := For(locale.MustParse("fr"), Options{})
	if diff := cmp.Diff([]string{"Das ist Abt.", "Sieben.", "Wir gehen heim; Kommt mit."}, pieces(base, text)); diff != "" {
		t.Fatalf("before the exceptions (-want +got)\n%s", diff)
	}
	s, problems := base.WithExceptions([]Rule{NoBreakAfter("Abt."), BreakAfter("heim;"), {Before: `(a)\1`, ID: "mine"}, {Before: `(?<!a+)b+`, ID: "far"}})
	if diff := cmp.Diff([]string{"Das ist Abt. Sieben.", "Wir gehen heim;", "Kommt mit."}, pieces(s, text)); diff != "" {
		t.Errorf("with exceptions (-want +got)\n%s", diff)
	}
	if len(problems) != 2 || problems[0].Rule != "mine" || problems[1].Rule != "far" {
		t.Errorf("problems %v, want those of the rules mine and far", problems)
	}
}

func TestGuard(t *testing.T) {
	texts := []string{"See {user. name} here.", "Use ${a. B} now.", "Ask {{ x! Y }} now.", "So%(n. N)s ends.", "Stop.\u0301 Go", "Ja!\u200d\u2642 gut"}
	anywhere, problems := For(locale.MustParse("en"), Options{}).WithExceptions([]Rule{{Break: true, Before: "[.!]", ID: "all"}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, text := range texts {
		for _, d := range anywhere.Explain(text) {
			if d.Break && d.Offset < len(text)-6 {
				t.Errorf("%q is cut at %d by %s", text, d.Offset, d.Rule)
			}
		}
	}
}

func TestExplain(t *testing.T) {
	text := "Dr. Ali came at 5 p.m. He left (at once. Really.) with me."
	s := For(locale.MustParse("en"), Options{})
	var got []string
	for _, d := range s.Explain(text) {
		got = append(got, fmt.Sprintf("%d %v %s", d.Offset, d.Break, d.Rule))
		if d.Rule != "" && d.Why == "" {
			t.Errorf("decision at %d has no reason", d.Offset)
		}
	}
	want := []string{"3 false common/never", "20 false ", "22 true common/cased-final-end", "40 false hold", "49 false common/cased-lower"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// texts of all sorts: what rules look at comes often.
func anyText() *rapid.Generator[string] {
	part := rapid.OneOf(
		rapid.SampledFrom([]string{". ", "! ", "? ", "؟ ", "۔", "। ", "。", "…", "...", " ", "\n", "\n\n", "\r\n", "(", ")", "\"", "“", "”", "« ", " »", "[1]", "1. ", "2) ", "a) ", "•",
			"Mr.", "U.S.", "p.m.", "د. ", "z.B. ", "St. ", "3.5", "{x. y}", "%1$s", "http://a.b/c?d", "\u0301", "\u200f", "😀", ":)", "\xff"}),
		rapid.StringMatching(`[A-Za-z]{1,8} ?`),
		rapid.StringMatching(`[ا-ي]{1,6} ?`),
		rapid.StringMatching(`[一-三]{1,4}`),
		rapid.String(),
	)
	return rapid.Map(rapid.SliceOfN(part, 0, 30), func(p []string) string { return strings.Join(p, "") })
}

func TestSplitKeepsEverything(t *testing.T) {
	names := own.names()
	rapid.Check(t, func(t *rapid.T) {
		text := anyText().Draw(t, "text")
		s := compiled(rapid.SampledFrom(names).Draw(t, "language"))
		spans := s.Split(text)
		checkSpans(t, text, spans)
		var cuts []int
		for _, d := range s.Explain(text) {
			if d.Break {
				cuts = append(cuts, d.Offset)
			}
		}
		w := walk{s: s, text: text, cuts: cuts}
		if diff := cmp.Diff(spans, w.spans()); diff != "" {
			t.Fatalf("Explain and Split differ (-split +explain)\n%s", diff)
		}
	})
}

func FuzzSplit(f *testing.F) {
	f.Add("en", "Mr. Smith went. He left!")
	f.Add("ar", "قال د. علي: نعم. ومضى؟")
	f.Add("ja", "行く。「はい。」と言った")
	f.Fuzz(func(t *testing.T, lang, text string) {
		tag, err := locale.Parse(lang)
		if err != nil {
			tag = locale.Tag{}
		}
		s := For(tag, Options{})
		spans := s.Split(text)
		checkSpans(t, text, spans)
		if !utf8.ValidString(text) {
			return
		}
		for _, sp := range spans {
			if again := s.Split(text[sp.Start:sp.End]); len(again) != 1 {
				t.Fatalf("of %q the segment %q splits again", text, text[sp.Start:sp.End])
			}
			if !utf8.ValidString(text[sp.Start:sp.End]) {
				t.Fatalf("%v cuts a character of %q", sp, text)
			}
		}
	})
}

func FuzzReadSRX(f *testing.F) {
	f.Add(cascadeFile)
	f.Add(`<srx version="2.0"><body><languagerules><languagerule languagerulename="x"><rule><beforebreak>(?<!a)b{2,}[^\p{Lu}&&[a-z]]</beforebreak><afterbreak>\s(?!c)</afterbreak></rule></languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="x"/></maprules></body></srx>`)
	f.Fuzz(func(t *testing.T, file string) {
		x, _, err := ReadSRX(strings.NewReader(file), "fuzz.srx")
		if err != nil {
			return
		}
		text := "One. Two! bb c (Three. Four.) 5."
		checkSpans(t, text, x.For(locale.MustParse("en")).Split(text))
		if err := WriteSRX(&bytes.Buffer{}, x); err != nil {
			t.Fatal(err)
		}
	})
}

func TestSplitIsStable(t *testing.T) {
	names := own.names()
	rapid.Check(t, func(t *rapid.T) {
		text := anyText().Draw(t, "text")
		s := compiled(rapid.SampledFrom(names).Draw(t, "language"))
		for _, piece := range pieces(s, text) {
			if again := pieces(s, piece); len(again) != 1 {
				t.Fatalf("of %q the segment %q splits again: %q", text, piece, again)
			}
		}
	})
}

func TestCorporaAreStable(t *testing.T) {
	for name, texts := range corpus(t) {
		s := For(locale.MustParse(texts[0].Lang), Options{})
		for _, x := range texts {
			for _, piece := range pieces(s, x.Text) {
				if again := pieces(s, piece); len(again) != 1 {
					t.Errorf("%s %s: %q splits again: %q", name, x.ID, piece, again)
				}
			}
		}
	}
}
