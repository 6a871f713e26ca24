package srt

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
		return strings.ContainsAny(t.Content, "\n<>{}")
	},
}

func Example() {
	d, err := format.Read("film.srt", []byte("1\n00:00:01,000 --> 00:00:03,500\n<i>The army</i>\nleft.\n"), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Println(b.Key, b.Text)
	}
	last := d.Blocks[len(d.Blocks)-1].Text
	arabic, err := unit.Parse("<1>غادر</1>\\nالجيش.", last)
	if err != nil {
		fmt.Println(err)
		return
	}
	piece := format.Piece{Part: unit.Part{End: last.End()}, New: &arabic}
	out, err := d.Write(map[int][]format.Piece{len(d.Blocks) - 1: {piece}}, locale.MustParse("ar"), "")
	fmt.Println(string(out), err)
	// Output:
	// 1 <1>The army</1>\nleft.
	// 1
	// 00:00:01,000 --> 00:00:03,500
	// <i>غادر</i>
	// الجيش.
	//  <nil>
}

func TestGolden(t *testing.T) { laws.Golden(t, "testdata/*.srt", *update) }

func TestCorpus(t *testing.T) { laws.Corpus(t, "srt") }

func TestRead(t *testing.T) {
	cases := []struct{ body, want string }{
		{"1\n00:00:01,000 --> 00:00:02,000\na\nb\n\n2\r\n0:0:3.5 --> 0:0:4.25 X1:1\r\n{\\an8}c\r\nd\r\n", "1→a\\nb (00:00:01,000 --> 00:00:02,000); 2→<1/>c\\nd (0:0:3.5 --> 0:0:4.25 X1:1)"},
		{"00:00:01,000 --> 00:00:02,000\na\n\nstray\n\n12\nmen\n", "→a (00:00:01,000 --> 00:00:02,000); →stray; →12\\nmen"},
		{"\n\n7\n00:00:01,000 --> 00:00:02,000\n\n8\n00:00:02,000 --> 00:00:03,000\n3\n", "8→3 (00:00:02,000 --> 00:00:03,000)"},
	}
	for _, c := range cases {
		d, err := laws.Read(t, "a.srt", []byte(c.body))
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
		{"1\n00:00:01 --> 00:00:10\nx\n", `2:1: "00:00:01 --> 00:00:10" are no times`},
		{"hello\n", "1:1: text stands where"},
	}
	for _, c := range cases {
		_, err := laws.Read(t, "a.srt", []byte(c.body))
		if err == nil || !strings.HasPrefix(err.Error(), "a.srt:"+c.want) {
			t.Errorf("%.60q: got %v, want %s", c.body, err, c.want)
		}
	}
}

// TestTruncated cuts a file at every byte: it is read or refused with a place.
func TestTruncated(t *testing.T) {
	body := "1\n00:00:01,000 --> 00:00:03,500\na\n"
	refused := 0
	for n := range body {
		d, err := laws.Read(t, "cut.srt", []byte(body[:n]))
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
	atoms := []string{"a", "word word", " ", "\n", "\r\n", "<i>", "</i>", `{\an8}`, "é", "7"}
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		value := strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 12).Draw(t, "atoms"), "")
		return "1\n00:00:01,000 --> 00:00:02,000\n" + value + "\n\n2\n00:00:02,000 --> 00:00:03,000\nm\n"
	}))
}

func FuzzSRT(f *testing.F) {
	laws.Fuzz(f, "1\n00:00:01,000 --> 00:00:02,000\na\n", "00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>b</i>\r\nc\r\n\r\nd")
}
