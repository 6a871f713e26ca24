package html

import (
	"cmp"
	"slices"
	"strings"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// reader goes through a page once, from left to right. It gathers the tokens
// between two boundaries of blocks in a stretch, and makes a block of it when the next
// boundary comes.
type reader struct {
	scanner
	open   openElements
	xhtml  bool // "/>" ends an element
	now    stretch
	build  *format.Builder
	blocks []format.Block
	err    error
}

// Read finds the blocks of a page.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	r := &reader{
		scanner: scanner{body: body},
		xhtml:   strings.HasPrefix(strings.TrimLeft(body, space), "<?xml"),
		build:   format.NewBuilder(body, 0),
		blocks:  make([]format.Block, 0, len(body)/96),
	}
	for r.next() && r.err == nil {
		switch t := &r.token; t.kind {
		case startTag:
			r.startTag(t)
		case endTag:
			r.endTag(t)
		case textRun:
			r.add(item{sort: letters, span: unit.Span{Start: t.start, End: t.end}})
		default:
			r.add(item{sort: code, span: unit.Span{Start: t.start, End: t.end}, unseen: t.kind != snippet})
		}
	}
	r.finish()
	return r.blocks, r.err
}

// add puts an item into the stretch. What is not to be translated grows into one
// code with what was so before it.
func (r *reader) add(it item) {
	if r.open.top().keep {
		r.now.keep(it.span, true)
		return
	}
	r.now.add(it)
}

// finish ends the stretch: a boundary of blocks is reached.
func (r *reader) finish() {
	if len(r.now.items) > 0 && r.err == nil {
		r.blocks, r.err = r.now.blocks(r.body, r.build, r.blocks, r.open.top())
	}
	r.now.reset()
}

func (r *reader) startTag(t *token) {
	e := known[t.name]
	if e.sort == block || e.sort == rcdata {
		r.finish()
		r.open.closeImplied(t.name)
	}
	before := r.open.top()
	inside := before.in(e, t, r.body)
	empty := r.xhtml && t.selfClosed
	switch e.sort {
	case block:
		if !inside.keep {
			r.blocks = r.textsIn(r.blocks, t)
		}
		if !empty && !e.empty {
			r.open.push(inside)
		}
	case rcdata:
		if !inside.keep {
			r.blocks = r.textsIn(r.blocks, t)
		}
		if !empty {
			r.content(t, e, inside)
		}
	case void:
		r.voidTag(t, e, before, inside)
	case opaque, raw:
		r.element(t, e, empty)
	case inline:
		r.inlineStart(t, before, inside, empty)
	}
}

// in gives what holds inside of an element.
func (o opened) in(e element, t *token, body string) opened {
	inside := opened{name: t.name, inline: e.sort == inline, kind: o.kind, pre: o.pre || e.pre, keep: o.keep}
	if e.kind != "" {
		inside.kind = e.kind
	}
	for _, a := range t.attributes {
		value := body[a.value.Start:a.value.End]
		switch {
		case a.is(body, "translate") && strings.EqualFold(value, "no"):
			inside.keep = true
		case a.is(body, "translate") && (value == "" || strings.EqualFold(value, "yes")):
			inside.keep = false
		case a.is(body, "class") && slices.Contains(strings.Fields(value), "notranslate"):
			inside.keep = true
		}
	}
	return inside
}

// inlineStart reads the start tag of an inline element. Only one that changes
// what is to be translated, and those in it, need to be watched for their end.
func (r *reader) inlineStart(t *token, before, inside opened, empty bool) {
	if !empty && (inside.keep != before.keep || r.open.depth > 0) {
		r.open.push(inside)
	}
	if before.keep || inside.keep {
		r.now.keep(unit.Span{Start: t.start, End: t.end}, before.keep)
		if !inside.keep {
			r.subFlows(t)
			r.now.fix()
			r.now.seal()
		}
		return
	}
	half := opening
	if empty {
		half = alone
	}
	r.inlineTag(t, element{}, inside, half)
}

// voidTag reads a tag without content: one that says translate="no" is still a
// code of its own.
func (r *reader) voidTag(t *token, e element, before, inside opened) {
	if before.keep {
		r.now.keep(unit.Span{Start: t.start, End: t.end}, true)
		return
	}
	r.inlineTag(t, e, inside, alone)
}

// inlineTag makes a code of a tag and sub-flows of its attributes.
func (r *reader) inlineTag(t *token, e element, inside opened, half pairing) {
	if !inside.keep {
		r.subFlows(t)
	}
	r.now.add(item{sort: code, span: unit.Span{Start: t.start, End: t.end}, name: t.name, pairing: half, unseen: e.unseen})
}

// subFlows remembers the texts in the attributes of a tag in the stretch.
func (r *reader) subFlows(t *token) { r.now.inner = r.textsIn(r.now.inner, t) }

// element takes a whole element as one code.
func (r *reader) element(t *token, e element, empty bool) {
	span := unit.Span{Start: t.start, End: t.end}
	name := t.name
	switch {
	case empty || e.sort == opaque && t.selfClosed:
	case name == "plaintext":
		span.End = len(r.body)
	case e.sort == raw:
		span.End = behind(r.body, r.rawText(name), ">")
	default:
		span.End = r.elementEnd(name)
	}
	r.at = span.End
	r.add(item{sort: code, span: span, unseen: e.unseen})
}

// elementEnd finds the end of an element with markup in it, past the elements of
// the same name in it.
func (r *reader) elementEnd(name string) int {
	for depth := 1; r.next(); {
		switch t := &r.token; {
		case t.name != name:
		case t.kind == startTag && !t.selfClosed:
			depth++
		case t.kind == endTag:
			if depth--; depth == 0 {
				return t.end
			}
		}
	}
	return len(r.body)
}

// content reads title and textarea, in which nothing but their end tag is markup.
func (r *reader) content(t *token, e element, inside opened) {
	end := rawEnd(r.body, t.end, t.name)
	r.at = behind(r.body, end, ">")
	if inside.keep {
		return
	}
	sp := spelling{pre: e.pre, snippets: true}
	if b, ok := r.letterBlock(unit.Span{Start: t.end, End: end}, sp, e.kind); ok {
		if e.pre {
			b.Where = inPre
		}
		r.blocks = append(r.blocks, b)
	}
}

func (r *reader) endTag(t *token) {
	span := unit.Span{Start: t.start, End: t.end}
	e := known[t.name]
	switch e.sort {
	case block, rcdata:
		r.finish()
		r.open.end(t.name)
	case inline:
		kept := r.open.top().keep
		if r.open.depth > 0 {
			r.open.end(t.name)
		}
		if kept || r.open.top().keep {
			r.now.keep(span, kept)
			if !r.open.top().keep {
				r.now.seal()
			} else if !kept {
				r.now.fix()
			}
			return
		}
		r.now.add(item{sort: code, span: span, name: t.name, pairing: closing})
	default:
		r.add(item{sort: code, span: span, name: t.name, unseen: e.unseen})
	}
}

// letterBlock makes a block of a stretch without tags; ok is false where it has
// no letters.
func (r *reader) letterBlock(span unit.Span, sp spelling, kind string) (b format.Block, ok bool) {
	span = trimmedEnd(r.body, trimmedStart(r.body, span))
	r.build.Reset(span.Start)
	addLetters(r.build, r.body, span, sp)
	b, err := r.build.Block(kind)
	r.err = cmp.Or(r.err, err)
	return b, format.HasLetters(b.Text.Content)
}

// textsIn appends the blocks of a tag's attributes to list.
func (r *reader) textsIn(list []format.Block, t *token) []format.Block {
	for _, a := range translatable(r.body, t) {
		if b, ok := r.letterBlock(a.value, spelling{attribute: true, snippets: true}, a.kind); ok {
			b.Key, b.Where = a.key, string(a.quote)
			list = append(list, b)
		}
	}
	return list
}
