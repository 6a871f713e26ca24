package plain

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func Example() {
	d, err := format.Read("hama.txt", []byte("Hama\r\n\r\n  Homs is next.\r\n"), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	arabic := unit.Plain("حمص هي التالية.")
	out, err := d.Write(map[int][]format.Piece{1: {{Part: unit.Part{End: d.Blocks[1].Text.End()}, New: &arabic}}}, locale.MustParse("ar"), "")
	fmt.Printf("%q %v\n", out, err)
	// Output: "Hama\r\n\r\n  حمص هي التالية.\r\n" <nil>
}

// likeListMark finds what becomes a list mark when a line is broken before it in
// bytes that stay as they are.
var likeListMark = regexp.MustCompile(`\s([-*+•‣–—]|\d+[.)])\s`)

func laws(paragraph string) formattest.Laws {
	return formattest.Laws{
		Format:   Format{},
		Settings: format.Settings{Paragraph: paragraph},
		LineEnds: paragraph == Blank,
		MayRefuse: func(_ *format.Block, t unit.Text) bool {
			return paragraph == Blank && (strings.Contains(t.Content, "\n") || likeListMark.MatchString(t.Content))
		},
	}
}

func TestRead(t *testing.T) {
	wrapped := "The quick brown fox jumps over the lazy\n  dog, and then it goes on to jump over\nthe other.\n\n- one\n- two\n\n\n  北京的天气今天很好北京的天\n气今天很好 and\n"
	cases := []struct {
		name, body, paragraph string
		want                  []string
	}{
		{"empty", "", "", nil},
		{"only white space", " \n\t\r\n", "", nil},
		{"line ends of all sorts", "a\nb\r\nc\rd\u0085e\ff\u2029g", "", []string{"a", "b", "c", "d", "e", "f", "g"}},
		{"white space outside", "  a b \n\u3000c\u00a0\n", "", []string{"a b", "c"}},
		{"line separator inside", "a\u2028b\vc\n", "", []string{"a\u2028b\vc"}},
		{"one line a paragraph", wrapped, Line, []string{
			"The quick brown fox jumps over the lazy", "dog, and then it goes on to jump over", "the other.",
			"- one", "- two", "北京的天气今天很好北京的天", "气今天很好 and"}},
		{"broken lines", wrapped, Blank, []string{
			"The quick brown fox jumps over the lazy dog, and then it goes on to jump over the other.",
			"- one\n- two", "北京的天气今天很好北京的天气今天很好 and"}},
		{"form feed in a paragraph", "a\fb\nc", Blank, []string{"a", "b c"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			blocks, err := Format{}.Read(c.body, format.Settings{Paragraph: c.paragraph})
			if err != nil {
				t.Fatal(err)
			}
			if err := format.CheckBlocks(c.body, blocks); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, b := range blocks {
				got = append(got, b.Text.Content)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestUnknownSetting(t *testing.T) {
	_, err := format.Read("a.txt", []byte("a"), format.Settings{Paragraph: "page"}, []format.Format{Format{}})
	if err == nil || !strings.Contains(err.Error(), `a.txt: paragraph is "page"`) {
		t.Errorf("got %v", err)
	}
}

func TestWrapped(t *testing.T) {
	prose := strings.Repeat("Hama lies on the Orontes and has been fought over. ", 12)
	cases := []struct {
		name, body string
		want       bool
	}{
		{"broken at 72", breakLines(prose, 72), true},
		{"broken at 60, blank lines between", breakLines(prose, 60) + "\n\n" + breakLines(prose, 60), true},
		{"one line a paragraph", prose + "\n" + prose + "\n", false},
		{"short paragraphs, one line each", "Barran Press\nThe army said on Thursday that it left the town of Hama.\nNo more was said.\nHoms is next.\n", false},
		{"poem", "In Xanadu did Kubla Khan\nA stately pleasure-dome decree:\nWhere Alph, the sacred river, ran\nThrough caverns measureless to man\nDown to a sunless sea.\n", false},
		{"Arabic", breakLines(strings.Repeat("أعلنت فصائل المعارضة السورية سيطرتها الكاملة على مدينة حماة. ", 12), 70), true},
		{"a list", strings.Repeat("- one item of a list that is quite long really\n", 8), false},
	}
	for _, c := range cases {
		if got := Wrapped(c.body); got != c.want {
			t.Errorf("%s: wrapped is %v, want %v\n%s", c.name, got, c.want, c.body)
		}
	}
}

func breakLines(s string, limit int) string {
	var out strings.Builder
	column := 0
	for _, w := range strings.Fields(s) {
		if column > 0 && column+1+width(w) > limit {
			out.WriteByte('\n')
			column = 0
		} else if column > 0 {
			out.WriteByte(' ')
			column++
		}
		out.WriteString(w)
		column += width(w)
	}
	return out.String()
}

func TestWrite(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Die Armee verlässt die Stadt. ", 4))
	wrapped := "The army left the town on Thursday,\r\nas it says.\r\n\r\nIn the end: \r\n - it left\r\n"
	cases := []struct {
		name, body, paragraph string
		block                 int
		text, want            string
	}{
		{"line", "a\r\n b \r\n", Line, 1, "c > d", "a\r\n c > d \r\n"},
		{"emptied", "a\nb\n", Line, 0, "", "\nb\n"},
		{"wrapped anew", wrapped, Blank, 0, long, "Die Armee verlässt die Stadt. Die\r\nArmee verlässt die Stadt. Die Armee\r\nverlässt die Stadt. Die Armee\r\nverlässt die Stadt.\r\n\r\nIn the end: \r\n - it left\r\n"},
		{"list kept", wrapped, Blank, 1, "Am Ende:\n- ab\n- fort", "The army left the town on Thursday,\r\nas it says.\r\n\r\nAm Ende:\r\n - ab\r\n - fort\r\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d, err := format.Read("a.txt", []byte(c.body), format.Settings{Paragraph: c.paragraph}, []format.Format{Format{}})
			if err != nil {
				t.Fatal(err)
			}
			fresh := unit.Plain(c.text)
			out, err := d.Write(map[int][]format.Piece{c.block: {{Part: unit.Part{End: d.Blocks[c.block].Text.End()}, New: &fresh}}}, locale.Tag{}, "")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, string(out)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLineEndsAreRefused(t *testing.T) {
	for _, paragraph := range []string{Line, Blank} {
		d, err := format.Read("a.txt", []byte("one\n\ntwo\n"), format.Settings{Paragraph: paragraph}, []format.Format{Format{}})
		if err != nil {
			t.Fatal(err)
		}
		fresh := unit.Plain("zwei\ndrei")
		_, err = d.Write(map[int][]format.Piece{1: {{Part: unit.Part{End: d.Blocks[1].Text.End()}, New: &fresh}}}, locale.Tag{}, "")
		if !errors.Is(err, format.ErrCannotHold) || !strings.HasPrefix(err.Error(), "a.txt:3:1: cannot write block 2 (paragraph): ") {
			t.Errorf("%s: got %v", paragraph, err)
		}
	}
}

func TestCorpus(t *testing.T) {
	for _, paragraph := range []string{"", Line, Blank} {
		t.Run("paragraph "+paragraph, func(t *testing.T) { laws(paragraph).Corpus(t, "text") })
	}
}

func TestReadBack(t *testing.T) {
	lines := rapid.Custom(func(t *rapid.T) string {
		atoms := []string{"a", "word", "- ", "1. ", " ", "  ", "\t", "\n", "\n", "\r\n", "\r", "\f", "\u2029", "\u0085", "北京", "حماة ", "The army left the town on Thursday"}
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 20).Draw(t, "atoms"), "")
	})
	for _, paragraph := range []string{Line, Blank} {
		t.Run(paragraph, func(t *testing.T) { laws(paragraph).ReadBack(t, lines) })
	}
}

func FuzzText(f *testing.F) {
	laws("").Fuzz(f, "", "Hama\n\nHoms", "a\r\n  b\rc\fd", "\ufeffx", "one two three four five six seven eight nine\nten eleven twelve\n- x\n")
}

func BenchmarkRead(b *testing.B) {
	body := strings.Repeat("On Thursday, Syrian opposition forces announced their complete control over the city.\n", 20000)
	for _, paragraph := range []string{Line, Blank} {
		b.Run(paragraph, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				if _, err := (Format{}).Read(body, format.Settings{Paragraph: paragraph}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestLongLine has one line of many sentences, each of them new. Whatever is done
// over for each sentence must not grow with the line.
func TestLongLine(t *testing.T) {
	const sentences = 50000
	for _, paragraph := range []string{Line, Blank} {
		d, err := format.Read("a.txt", []byte(strings.Repeat("The army left the town. ", sentences)), format.Settings{Paragraph: paragraph}, []format.Format{Format{}})
		if err != nil {
			t.Fatal(err)
		}
		fresh := unit.Plain("Die Armee ging.")
		var pieces []format.Piece
		for i := range sentences {
			start := i * len("The army left the town. ")
			end := start + len("The army left the town.")
			if i%2 == 0 && i+1 < sentences {
				end++ // and the next one follows without a gap
			}
			pieces = append(pieces, format.Piece{Part: unit.Part{Start: unit.Pos{Offset: start}, End: unit.Pos{Offset: end}}, New: &fresh})
		}
		out, err := d.Write(map[int][]format.Piece{0: pieces}, locale.Tag{}, "")
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(out), "Armee"); n != sentences {
			t.Errorf("%d sentences of %d were written", n, sentences)
		}
	}
}
