package webvtt

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files anew")

var laws = formattest.Laws{
	Format:   Format{},
	LineEnds: true,
	MayRefuse: func(_ *format.Block, t unit.Text) bool { // letters that spell a placeholder
		return strings.ContainsAny(t.Content, "\n")
	},
}

func Example() {
	d, err := format.Read("film.vtt", []byte("WEBVTT\nLanguage: en\n\n00:01.000 --> 00:03.500\n<v Anna>Hama &amp; Homs\n"), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Println(b.Key, b.Text)
	}
	last := d.Blocks[len(d.Blocks)-1].Text
	arabic, err := unit.Parse("<1/>حماة < حمص", last)
	if err != nil {
		fmt.Println(err)
		return
	}
	piece := format.Piece{Part: unit.Part{End: last.End()}, New: &arabic}
	out, err := d.Write(map[int][]format.Piece{len(d.Blocks) - 1: {piece}}, locale.MustParse("ar"), "")
	fmt.Println(string(out), err)
	// Output:
	//  <1/>Hama & Homs
	// WEBVTT
	// Language: ar
	//
	// 00:01.000 --> 00:03.500
	// <v Anna>حماة &lt; حمص
	//  <nil>
}

func TestGolden(t *testing.T) { laws.Golden(t, "testdata/*.vtt", *update) }

func TestCorpus(t *testing.T) { laws.Corpus(t, "webvtt") }

func TestRead(t *testing.T) {
	cases := []struct{ body, want string }{
		{"WEBVTT x\n\nNOTE a\nb\n\nSTYLE\n::cue {}\n\nREGION\nid:r\n\nintro\n00:01.000 --> 00:03.500 align:end\n<c.red>a</c> &lt;b&gt;\nc&nbsp;d\n", "intro→<1>a</1> <b>\\nc d (00:01.000 --> 00:03.500 align:end)"},
		{"WEBVTT\r\n\r\n100:00:01.000 --> 100:00:02.000\r\na\r\n00:03.000 --> 00:04.000\r\nb", "→a (100:00:01.000 --> 100:00:02.000); →b (00:03.000 --> 00:04.000)"},
		{"", ""},
	}
	for _, c := range cases {
		d, err := laws.Read(t, "a.vtt", []byte(c.body))
		if err != nil {
			t.Errorf("%q: %v", c.body, err)
			continue
		}
		var got []string
		for _, b := range d.Blocks {
			s := b.Key + "→" + b.Text.String()
			if b.Note != "" {
				s += " (" + b.Note + ")"
			}
			got = append(got, s)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%q: %s", c.body, diff)
		}
	}
}

func TestFaults(t *testing.T) {
	cases := []struct{ body, want string }{
		{"WEBVTT\n\n1:00 --> 00:03,000\nx\n", `3:1: "1:00 --> 00:03,000" are no times`},
		{"hello\n", "1:1: the file does not begin"},
	}
	for _, c := range cases {
		_, err := laws.Read(t, "a.vtt", []byte(c.body))
		if err == nil || !strings.HasPrefix(err.Error(), "a.vtt:"+c.want) {
			t.Errorf("%.60q: got %v, want %s", c.body, err, c.want)
		}
	}
}

// TestTruncated cuts a file at every byte: it is read or refused with a place.
func TestTruncated(t *testing.T) {
	body := "WEBVTT\n\nid\n00:01.000 --> 00:03.500\na &lt; <b>b</b>\n"
	refused := 0
	for n := range body {
		d, err := laws.Read(t, "cut.vtt", []byte(body[:n]))
		if err != nil {
			refused++
			continue
		}
		laws.Untouched(t, d)
	}
	if refused == 0 {
		t.Error("no cut was noticed")
	}
}

func TestReadBack(t *testing.T) {
	atoms := []string{"a", "word word", " ", "\n", "\r\n", "<i>", "</i>", "<00:01.000>", "&amp;", "&lrm;", "&", "<", "é", "--"}
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		value := strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 12).Draw(t, "atoms"), "")
		return "WEBVTT\n\n00:01.000 --> 00:02.000\n" + value + "\n\nx\n00:02.000 --> 00:03.000\nm\n"
	}))
}

func FuzzWebVTT(f *testing.F) {
	laws.Fuzz(f, "WEBVTT\n\n00:01.000 --> 00:02.000\na\n", "WEBVTT\r\n\r\nNOTE x\r\n\r\nid\r\n00:01.000 --> 00:02.000\r\n<v a>&lt;b\r\nc")
}
