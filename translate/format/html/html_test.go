package html

import (
	"strings"
	"testing"

	"diglot/translate/format/formattest"

	"pgregory.net/rapid"
)

var laws = formattest.Laws{Format: Format{}, LineEnds: true}

func TestCorpus(t *testing.T) { laws.Corpus(t, "html") }

// pages draws pages of pieces that meet in odd ways.
var pages = rapid.Custom(func(t *rapid.T) string {
	atoms := []string{
		"word", "حماة ", "a", " ", "  ", "\n", "\r\n ", "\t", "&amp;", "&nbsp;", "&eacute", "&", "&#x41;", "&#10;", "&notit;", "<", "< b", ">", "\"", "'",
		"<p>", "</p>", "<p title='x &quot;y'>", "<div>", "</div>", "<h1>", "<ul><li>", "<li>", "<td>", "<tr>", "<table>", "</table>", "<hr>", "<br>", "<br/>",
		"<b>", "</b>", "<i>", "</i>", "<a href=x title=\"t \n u\">", "</a>", "<a name=x/>", "<span>", "</span>", "<font color=red>",
		"<span translate=no>", "<span translate=yes>", "<div translate=no>", "<span class='x notranslate'>", "<code>", "</code>", "<pre>", "</pre>",
		"<img alt=foo src=x>", "<img alt=\"a &lt; b\">", "<img alt='x'>", "<img alt=a&amp;b title=x/>", "<input type=submit value=Go>", "<input value=typed placeholder=\"Type  here\">",
		"<!-- c -->", "<!-->", "<!--x", "<![CDATA[x]]>", "<?php echo \"a>b\" ?>", "<%= x > y %>", "<a href=\"<%= \"x\" %>\">", "<!doctype html>", "<?xml version=1?>",
		"<title>", "</title>", "<textarea>", "</textarea>", "<script>", "</script>", "<style>", "</style>", "<svg><text>x</text></svg>", "<select><option label=q>one", "</select>",
		"<meta name=description content=\"d e\">", "<html lang=en>", "<body>", "</body></html>", "<b", "</", "<?", "<!", "<%",
	}
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 1, 20).Draw(t, "atoms"), "")
})

func TestReadBack(t *testing.T) { laws.ReadBack(t, pages) }

func FuzzHTML(f *testing.F) {
	laws.Fuzz(f,
		"<!doctype html><html lang=ar dir=rtl><title>x</title><p>a <b>b</b>&nbsp;c<br>d<img alt='e'><p>f",
		"<a href=\"<?php echo \"x>y\" ?>\" title=\"t\">u</a><%= v %>",
		"<div translate=no>a<span translate=yes>b</span></div><pre> c\r\n d</pre><textarea>e</textarea>",
		"<select><option>a<option label=b>c</select><table><tr><td>d<td>e</table><script><!--<script></script>--></script>",
	)
}
