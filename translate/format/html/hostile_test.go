package html

import (
	"io"
	"strings"
	"testing"
	"time"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"golang.org/x/net/html"
)

// hostile pages are made to cost time. A reader that looks back or ahead for each
// of their pieces would not end within the test's patience.
var hostile = map[string]string{
	"unclosed div":             strings.Repeat("<div>", 1e5) + "a",
	"unclosed b":               "<p>a" + strings.Repeat("<b>", 1e5) + strings.Repeat("</i>", 1e5),
	"unclosed b, closed late":  "<p>a" + strings.Repeat("<b>", 2e4) + strings.Repeat("<i>", 2e4) + strings.Repeat("</b>", 2e4),
	"spans not to translate":   strings.Repeat("<span translate=no>", 1e5) + "a" + strings.Repeat("</b>", 1e5) + strings.Repeat("</span>", 1e5) + "b",
	"tables in tables":         strings.Repeat("<table><tr><td>a", 3e4) + strings.Repeat("</p></td>", 3e4),
	"paragraphs and lists":     strings.Repeat("<ul><li><p>a", 3e4),
	"long attribute":           "<p title=\"" + strings.Repeat("a&amp;b ", 1<<17) + "\">a",
	"many attributes":          "<p " + strings.Repeat("title=a ", 1e5) + ">a",
	"many different ones":      "<p " + strings.Repeat("x ", 1e5) + strings.Repeat("title=a ", 1e5) + ">a",
	"long line":                strings.Repeat("a word and one more ", 1<<19),
	"open snippets":            "<p>a" + strings.Repeat("<%", 2e5),
	"open snippets in a tag":   "<p title='" + strings.Repeat("<%<?=", 1e5) + "'>a",
	"snippets in an attribute": "<p title='" + strings.Repeat("<%%>", 1e5) + "a'>a",
	"open CDATA":               "<p>a" + strings.Repeat("<![CDATA[>", 1e5),
	"open PHP":                 "<p>a" + strings.Repeat("<?php ", 1e5),
	"open comments":            "<p>a" + strings.Repeat("<!--", 1e5),
	"comment of arrows":        "<p>a<!-- " + strings.Repeat("->", 1e6),
	"less-than signs":          "<p>a" + strings.Repeat("<", 5e4),
	"ampersands":               "<p>a" + strings.Repeat("&", 5e4),
	"references without end":   "<p>a" + strings.Repeat("&am", 5e4),
	"end tags":                 "<p>a" + strings.Repeat("</b></div>", 1e5),
	"scripts in scripts":       "<p>a<script><!--" + strings.Repeat("<script></script", 1e5),
	"svg in svg":               "<p>a" + strings.Repeat("<svg>", 1e5),
	"white space":              "<p>a" + strings.Repeat(" \n", 1e6) + "b" + strings.Repeat(" &#32;", 1e5),
	"titles":                   strings.Repeat("<title>a</titl", 1e5),
	"images":                   "<p>a" + strings.Repeat("<img alt=b>", 2e4),
}

func TestHostile(t *testing.T) {
	for name, page := range hostile {
		t.Run(name, func(t *testing.T) {
			d, err := laws.Read(t, "hostile.html", []byte(page))
			if err != nil {
				t.Fatal(err)
			}
			if len(d.Blocks) == 0 {
				t.Fatal("no block was found")
			}
			i := len(d.Blocks) - 1
			fresh := unit.Plain("b").Append(d.Blocks[i].Text)
			pieces := map[int][]format.Piece{i: {{Part: unit.Part{End: d.Blocks[i].Text.End()}, New: &fresh}}}
			if _, err := d.Write(pieces, locale.MustParse("ar"), ""); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// article is a page as a newsroom has it, as often as it takes to fill size bytes.
func article(size int) string {
	const paragraph = "<div class=\"item\"><h2 id=\"a1\">Opposition takes <em>Hama</em></h2>\n<p>The army <b>left&nbsp;Hama</b> on Thursday, " +
		"following fierce battles, and went to <a href=\"/homs\" title=\"More on Homs\">Homs</a>. " +
		"The city is 46 kilometers away &mdash; and it serves as a vital transportation hub, connecting southern provinces with coastal regions.</p>\n" +
		"<p><img src=\"map.png\" alt=\"A map\"> Nobody knows why.<br>\nMore will be said.</p></div>\n"
	return "<!doctype html><html lang=en><body>\n" + strings.Repeat(paragraph, size/len(paragraph)) + "</body></html>"
}

// BenchmarkRead prints, besides its own speed, how long it takes as a multiple of a
// plain pass of the tokenizer of x/net/html.
func BenchmarkRead(b *testing.B) {
	page := article(4 << 20)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := (Format{}).Read(page, format.Settings{}); err != nil {
			b.Fatal(err)
		}
	}
	own := b.Elapsed()
	start := time.Now()
	for range b.N {
		z := html.NewTokenizer(strings.NewReader(page))
		for z.Next() != html.ErrorToken {
		}
		if z.Err() != io.EOF {
			b.Fatal(z.Err())
		}
	}
	b.ReportMetric(float64(own)/float64(time.Since(start)), "×tokenizer")
}

// BenchmarkWrite replaces every block, reads the output back and proves it.
func BenchmarkWrite(b *testing.B) {
	page := article(4 << 20)
	d, err := format.Read("a.html", []byte(page), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		b.Fatal(err)
	}
	pieces := map[int][]format.Piece{}
	for i := range d.Blocks {
		fresh := unit.Plain("حماة ").Append(d.Blocks[i].Text)
		pieces[i] = []format.Piece{{Part: unit.Part{End: d.Blocks[i].Text.End()}, New: &fresh}}
	}
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := d.Write(pieces, locale.MustParse("ar"), ""); err != nil {
			b.Fatal(err)
		}
	}
}
