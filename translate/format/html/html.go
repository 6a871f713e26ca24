// Package html reads and writes HTML as it is found: pages with unclosed tags,
// bare ampersands, comments, server-side snippets and three ways to quote.
//
// A translator sees paragraphs, headings, cells and the texts in attributes;
// bold, links and line breaks are inline codes; scripts, styles and whatever is marked
// translate="no" are left alone. Nothing is parsed into a tree and written anew, so
// the page keeps every oddity that its author or content system gave it.
//
// What counts as what:
//   - Block elements break blocks, all others are inline codes: a start and an end
//     tag of one name in one block are a pair, a tag without its other half stands alone
//     and may not be moved. select, option and textarea count as blocks, svg, math, iframe
//     and everything in translate="no" or class="notranslate" as one code.
//   - Several characters of white space are one space, except in pre and
//     textarea. At the ends of a block it lies outside, as do line breaks, comments and
//     scripts there.
//   - alt, title, placeholder, label, summary, aria-label and its kin, the value of
//     buttons and the content of describing meta elements are blocks of their own;
//     those of inline elements are sub-flows of the block in which the tag stands.
//   - <?php …?>, <?=…?> and <%…%> are codes wherever they stand, in tags too.
//
// Characters that the page's charset does not have are written as numeric
// references. On export lang, xml:lang and dir of the html element follow the target
// locale.
//
// Read first: [Format], then reader in read.go.
package html

import (
	"path/filepath"
	"strings"

	"diglot/translate/format"
)

// Format is the format "html".
type Format struct{}

var (
	_ format.Format     = Format{}
	_ format.Normalizer = Format{}
	_ format.Declarer   = Format{}
)

// Name gives "html".
func (Format) Name() string { return "html" }

// Sniff knows a page by its name, by its doctype or html element, and less surely
// by any element that stands first.
func (Format) Sniff(name, head string) int {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".shtml":
		return 90
	}
	s := scanner{body: head}
	for s.next() {
		switch t := s.token; t.kind {
		case doctype:
			if fields := strings.Fields(head[t.start:t.end]); len(fields) > 1 && strings.HasPrefix(strings.ToLower(fields[1]), "html") {
				return 85
			}
			return 0
		case startTag:
			if t.name == "html" {
				return 85
			}
			if known[t.name].sort == block {
				return 40
			}
			return 0
		case textRun:
			if strings.TrimLeft(head[t.start:t.end], space+"\ufeff") != "" {
				return 0
			}
		case endTag:
			return 0
		}
	}
	return 0
}

// space is what HTML calls ASCII white space.
const space = " \t\n\r\f"

// isSpace reports ASCII white space.
func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'
}
