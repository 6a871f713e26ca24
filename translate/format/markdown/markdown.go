package markdown

import (
	"path"
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

// Sniff knows Markdown by the file's name and, weakly, by its beginning.
func (Format) Sniff(name, head string) int {
	ext := strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/")))
	for _, e := range extensions {
		if ext == e {
			return 90
		}
	}
	if ext != "" {
		return 0
	}
	return 0
}

// Localize changes nothing: Markdown has no place for a language.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

// Read finds the front matter's values and the texts of all blocks.
func (Format) Read(body string, s format.Settings) ([]format.Block, error) {
	r := readBlocks(body, 0)
	e := emitter{body: body}
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
	case l.form == termForm:
		for i := range lines {
			e.inline(flatten(r.body, lines[i:i+1]), l, in)
		}
	case l.kind == "cell":
		e.inline(flattenCell(r.body, lines[0]), l, in)
	default:
		e.inline(flatten(r.body, lines), l, in)
	}
}

// inline adds the blocks of a flat text with inline markup.
func (e *emitter) inline(f flat, l *leaf, in *inline) {
	tokens, marks := in.read(f.s)
	e.flat, e.marks = f, marks
	e.text(l.kind, l.where, 0, tokens, -1)
}
