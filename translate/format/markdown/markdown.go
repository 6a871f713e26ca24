package markdown

import (
	"path"
	"slices"
	"strings"

	"diglot/translate/format"
	"diglot/translate/locale"
)

// Format reads and writes Markdown. The zero value is ready.
type Format struct{}

// Name gives "markdown".
func (Format) Name() string { return "markdown" }

// extensions are the ends of file names that Markdown goes by.
var extensions = []string{".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn", ".mdtxt", ".mdtext", ".qmd", ".rmd"}

// Sniff knows Markdown by the file's name and, weakly, by its beginning: front
// matter, or a heading, fence, list, quote or link.
func (Format) Sniff(name, head string) int {
	ext := strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/")))
	if slices.Contains(extensions, ext) {
		return 90
	}
	if ext != "" {
		return 0
	}
	head = strings.TrimPrefix(head, "\ufeff")
	if inner, end := fenced(head, "---", "..."); end > 0 && startsWithKey(head[inner.Start:inner.End]) {
		return 40
	}
	signs := 0
	ls := newLines(head, 0)
	for l, ok := ls.next(); ok; l, ok = ls.next() {
		line := head[l.start:l.end]
		for _, sign := range []string{"# ", "## ", "```", "> ", "- ", "* ", "1. "} {
			if strings.HasPrefix(line, sign) {
				signs++
			}
		}
		if strings.Contains(line, "](") {
			signs++
		}
	}
	return min(signs*10, 30)
}

// Localize changes nothing: Markdown has no place for a language.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

// Read finds the front matter's values and the texts of all blocks.
func (Format) Read(body string, s format.Settings) ([]format.Block, error) {
	front, at, err := readFrontMatter(body, s)
	if err != nil {
		return nil, err
	}
	r := readBlocks(body, at)
	e := emitter{body: body, blocks: front, builder: format.NewBuilder(body, 0)}
	in := r.inline()
	for i := range r.leaves {
		e.leaf(r, &r.leaves[i], in)
	}
	return e.blocks, e.err
}

// leaf adds the blocks of a leaf.
func (e *emitter) leaf(r *blockReader, l *leaf, in *inline) {
	if l.form == titleForm {
		t := &r.titles[l.first]
		e.flat, e.marks = t.flat, nil
		e.text(l.kind, t.flow.where, t.flow.start, t.flow.tokens, -1)
		return
	}
	lines := r.spans[l.first:l.last]
	in.where = l.where
	switch {
	case l.form == htmlForm:
		e.html(flatten(r.body, lines, e.segments), l.where)
	case l.form == termForm:
		for i := range lines {
			e.inline(flatten(r.body, lines[i:i+1], e.segments), l, in)
		}
	case l.kind == "cell":
		e.inline(flattenCell(r.body, lines[0], e.segments), l, in)
	default:
		e.inline(flatten(r.body, lines, e.segments), l, in)
	}
}

// inline adds the blocks of a flat text with inline markup.
func (e *emitter) inline(f flat, l *leaf, in *inline) {
	tokens, marks := in.read(f.s)
	e.flat, e.marks, e.segments = f, marks, f.segments
	e.text(l.kind, l.where, 0, tokens, -1)
}
