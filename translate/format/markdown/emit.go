package markdown

import (
	"sort"
	"strings"
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// emitter makes blocks of tokens.
type emitter struct {
	body   string
	blocks []format.Block
	flat   flat // whose tokens they are
	marks  []mark

	// memory that is used again
	builder  *format.Builder
	segments []segment
	ids      []int     // IDs by number of the pair
	open     []opening // what may still be closed in the block
	err      error
}

// text adds the block of a stretch of flat text, and after it those of the texts
// in its codes. A stretch without letters makes none.
func (e *emitter) text(kind, where string, start int, tokens []token, parent int) {
	if !visible(tokens) {
		return
	}
	e.builder.Reset(e.flat.body(start))
	e.ids, e.open = e.ids[:0], e.open[:0]
	w := blockWriter{emitter: e, Builder: e.builder}
	for i := range tokens {
		if i+1 < len(tokens) && w.absorb(&tokens[i], &tokens[i+1]) {
			continue
		}
		w.token(&tokens[i])
	}
	block, err := w.Block(kind)
	if err != nil && e.err == nil {
		e.err = err
	}
	block.Where, block.Parent = where, parent
	e.blocks = append(e.blocks, block)
	parent = len(e.blocks) - 1
	for i := range tokens {
		for _, f := range tokens[i].flows {
			e.text(f.kind, f.where, f.start, f.tokens, parent)
		}
	}
}

// visible reports whether there is something to translate among tokens.
func visible(tokens []token) bool {
	for i := range tokens {
		switch t := &tokens[i]; t.kind {
		case literal:
			return true
		case spelled:
			if strings.TrimSpace(t.letters) != "" {
				return true
			}
		case code:
			for _, f := range t.flows {
				if visible(f.tokens) {
					return true
				}
			}
		}
	}
	return false
}

// blockWriter builds one block.
type blockWriter struct {
	*emitter
	*format.Builder
	last int // the last ID given
}

// opening is a pair of Markdown, or an HTML tag, that was opened.
type opening struct {
	id    int
	index int    // of its code
	name  string // of the tag; "" for Markdown
}

func (w *blockWriter) token(t *token) {
	switch t.kind {
	case literal:
		w.flat.literal(w.Builder, t.start, t.end)
	case spelled:
		w.Spelled(w.flat.span(t.start, t.end), t.letters)
	case run:
		w.run(t.start, t.end)
	case code:
		switch {
		case t.pair > 0:
			w.paired(t.start, t.end, t.code, t.pair)
		case t.name != "":
			w.tag(t)
		default:
			w.last++
			w.Code(w.flat.span(t.start, t.end), unit.Code{ID: w.last, Break: t.breaks})
		}
	}
}

// absorb adds the last words of a link [words][], with which it also finds its
// target, together with the "][" behind them. What is left for the closing code
// is "]", so that other words can be written with the target behind them: as
// [other words][words].
func (w *blockWriter) absorb(t, next *token) bool {
	if t.kind != literal || next.kind != code || next.code != unit.Close || w.flat.s[next.start:next.end] != "][]" {
		return false
	}
	letters := w.flat.s[t.start:t.end]
	_, n := utf8.DecodeLastRuneInString(letters)
	w.flat.literal(w.Builder, t.start, t.end-n)
	w.Spelled(w.flat.span(t.end-n, t.end+2), letters[len(letters)-n:])
	next.start += 2
	return true
}

// run adds a run of delimiters: codes where they are marked, letters elsewhere.
func (w *blockWriter) run(start, end int) {
	marks := w.marks
	for k := sort.Search(len(marks), func(k int) bool { return marks[k].start >= start }); k < len(marks) && marks[k].start < end; k++ {
		w.flat.literal(w.Builder, start, marks[k].start)
		w.paired(marks[k].start, marks[k].end, marks[k].code, marks[k].pair)
		start = marks[k].end
	}
	w.flat.literal(w.Builder, start, end)
}

// paired adds a code of a pair.
func (w *blockWriter) paired(start, end int, kind unit.Kind, pair int) {
	for len(w.ids) <= pair {
		w.ids = append(w.ids, 0)
	}
	id := w.ids[pair]
	if id == 0 {
		w.last++
		id = w.last
		w.ids[pair] = id
	}
	if kind == unit.Open {
		w.open = append(w.open, opening{id: id})
	} else {
		for n := len(w.open); n > 0 && w.open[n-1].id >= id; n-- { // tags that are still open in it stay alone
			w.open = w.open[:n-1]
		}
	}
	w.Code(w.flat.span(start, end), unit.Code{ID: id, Kind: kind})
}

// tag adds an HTML tag. A closing one makes a pair with the last one of its name
// that was opened since the last opening code of Markdown.
func (w *blockWriter) tag(t *token) {
	c := unit.Code{ID: w.last + 1, Break: t.breaks}
	closed := w.opened(t.name)
	if closed >= 0 {
		o := w.open[closed]
		w.open = w.open[:closed]
		c.ID, c.Kind = o.id, unit.Close
		w.Codes()[o.index].Kind = unit.Open
	} else {
		w.last++
		if t.name[0] != '/' && !strings.HasSuffix(w.flat.s[t.start:t.end], "/>") {
			w.open = append(w.open, opening{id: c.ID, index: len(w.Codes()), name: t.name})
		}
	}
	w.Code(w.flat.span(t.start, t.end), c)
}

// opened finds the opening tag for a closing one, or gives -1.
func (w *blockWriter) opened(name string) int {
	if name[0] != '/' {
		return -1
	}
	const far = 64 // tags that are never closed must not cost each closing one a look
	for n := len(w.open) - 1; n >= max(0, len(w.open)-far) && w.open[n].name != ""; n-- {
		if w.open[n].name == name[1:] {
			return n
		}
	}
	return -1
}
