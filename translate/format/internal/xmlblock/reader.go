package xmlblock

import (
	"iter"
	"slices"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/unit"
)

// Role says what an element inside of a text is.
type Role struct {
	Sort    Sort
	Ref     string // ties the two halves of a pair, and the codes of a target to those of its source
	Letters string // of Spelled
	Break   bool   // it ends a line
	// What a translation may not do with the code.
	NoDelete, NoCopy, NoReorder bool
}

// Sort is the kind of a role.
type Sort uint8

// Alone is a code with all that is in it. Pair is two codes, the tags, around
// letters. Opens and Closes are whole elements that are the halves of a pair with the
// same Ref. Spelled is an element that stands for letters.
const (
	Alone Sort = iota
	Pair
	Opens
	Closes
	Spelled
)

// Reader reads the texts of one file.
type Reader struct {
	Tree *xmlspan.Tree
	Role func(n xmlspan.Node) Role
	// Fold says that several characters of white space are one space, and none at
	// the edges of a text.
	Fold bool
	// Unwrap says that a block that is one CDATA section is the inside of it. Not for
	// sources whose text is written elsewhere.
	Unwrap bool
	// Quoted says that in a text between two " white space counts even where it
	// folds elsewhere.
	Quoted bool
	// Escape reads an escape of the format's own at the start of s: what it stands
	// for and its length, 0 where there is none. It may be nil.
	Escape func(s string) (letters string, n int)

	build *format.Builder
	items []item
	folds bool // white space folds in the text that is read
	codes numbering
}

// IDs are the numbers of the codes of a source, by Ref. They number the codes of
// its target alike.
type IDs struct {
	byRef map[string]int
	users []int // by ID: the text that used it last
	texts int
}

// Source reads the text inside of an element as a block.
func (r *Reader) Source(n xmlspan.Node, kind string) (format.Block, *IDs, error) {
	ids := &IDs{}
	b, err := r.read(n.Inside(), n.Children(), kind, ids)
	return b, ids, err
}

// Nodes reads the text of neighbouring nodes, which cover a span, as a block.
func (r *Reader) Nodes(in unit.Span, nodes []xmlspan.Node, kind string) (format.Block, error) {
	return r.read(in, slices.Values(nodes), kind, &IDs{})
}

// Target reads the text inside of the element that holds the translation of a
// source into a slot.
func (r *Reader) Target(n xmlspan.Node, source *IDs) (*format.Slot, error) {
	b, err := r.read(n.Inside(), n.Children(), "", source)
	slot := &format.Slot{Text: b.Text, Span: b.Span, Runs: b.Runs}
	if n.SelfClosed() {
		slot.Span = n.Tag()
	}
	return slot, err
}

// Values of Block.Where: the block is the inside of one CDATA section, or stands
// between quotes, or its white space counts.
const (
	inCData  = "cdata"
	inQuotes = "quoted"
	Exact    = "exact"
)

func (r *Reader) read(in unit.Span, nodes iter.Seq[xmlspan.Node], kind string, ids *IDs) (format.Block, error) {
	if r.build == nil {
		r.build = format.NewBuilder(r.Tree.Body, 0)
	}
	r.items = r.items[:0]
	r.gather(nodes)
	where := ""
	if r.folds = r.Fold; r.Fold {
		r.trim()
	}
	if len(r.items) == 1 && r.items[0].sort == cdata && r.Unwrap {
		where = inCData
		s := r.items[0].span
		in = unit.Span{Start: s.Start + len(cdataStart), End: s.End - len(cdataEnd)}
		r.items[0] = item{sort: rawLetters, span: in}
		if r.Fold {
			r.trim()
		}
	}
	if r.Fold {
		if r.Quoted && r.unquote() {
			where, r.folds = inQuotes, false
		}
		if n := len(r.items); n > 0 {
			in = unit.Span{Start: r.items[0].span.Start, End: r.items[n-1].span.End}
		} else {
			in.End = in.Start
		}
	}
	r.build.Reset(in.Start)
	ids.texts++
	r.codes.reset(ids)
	for i := range r.items {
		r.add(&r.items[i])
	}
	r.codes.settle(r.build.Codes())
	b, err := r.build.Block(kind)
	b.Where = where
	return b, err
}

func inside(cdata xmlspan.Node) unit.Span {
	s := cdata.Tag()
	return unit.Span{Start: s.Start + len("<![CDATA["), End: s.End - len("]]>")}
}

// item is a piece of a text.
type item struct {
	sort itemSort
	span unit.Span
	role Role
}

type itemSort uint8

const (
	letters    itemSort = iota
	rawLetters          // inside of a CDATA section
	cdata               // a CDATA section with its marks
	alone
	openTag
	closeTag
	opens
	closes
	spelled
	unseen // a comment or a processing instruction
)

// gather lists the items of nodes, those of pairs in them too.
func (r *Reader) gather(nodes iter.Seq[xmlspan.Node]) {
	for n := range nodes {
		switch n.Kind() {
		case xmlspan.Text:
			r.items = append(r.items, item{sort: letters, span: n.Tag()})
		case xmlspan.CData:
			sort := cdata
			if inside(n).Len() == 0 {
				sort = alone
			}
			r.items = append(r.items, item{sort: sort, span: n.Tag()})
		case xmlspan.Element:
			r.element(n)
		default:
			r.items = append(r.items, item{sort: unseen, span: n.Tag()})
		}
	}
}

func (r *Reader) element(n xmlspan.Node) {
	role := r.Role(n)
	it := item{sort: alone, span: n.Span(), role: role}
	switch role.Sort {
	case Opens:
		it.sort = opens
	case Closes:
		it.sort = closes
	case Spelled:
		it.sort = spelled
	case Pair:
		if !n.SelfClosed() {
			r.items = append(r.items, item{sort: openTag, span: n.Tag(), role: role})
			r.gather(n.Children())
			it.sort, it.span = closeTag, n.EndTag()
		}
	}
	r.items = append(r.items, it)
}

// trim takes white space, comments and processing instructions off both ends.
func (r *Reader) trim() {
	body, items := r.Tree.Body, r.items
	for ; len(items) > 0; items = items[1:] {
		first := &items[0]
		if first.sort == letters || first.sort == rawLetters {
			for first.span.Len() > 0 && isSpace(body[first.span.Start]) {
				first.span.Start++
			}
		}
		if first.span.Len() > 0 && first.sort != unseen {
			break
		}
	}
	for ; len(items) > 0; items = items[:len(items)-1] {
		last := &items[len(items)-1]
		if last.sort == letters || last.sort == rawLetters {
			for last.span.Len() > 0 && isSpace(body[last.span.End-1]) {
				last.span.End--
			}
		}
		if last.span.Len() > 0 && last.sort != unseen {
			break
		}
	}
	r.items = items
}

// unquote takes the quotes off both ends of the items, where they stand there.
func (r *Reader) unquote() bool {
	if len(r.items) == 0 {
		return false
	}
	first, last := &r.items[0], &r.items[len(r.items)-1]
	body := r.Tree.Body
	if first.sort != letters || last.sort != letters || last.span.End-first.span.Start < 2 ||
		body[first.span.Start] != '"' || body[last.span.End-1] != '"' {
		return false
	}
	before := body[last.span.Start : last.span.End-1]
	if escaped := len(before) - len(strings.TrimRight(before, `\`)); escaped%2 == 1 {
		return false
	}
	first.span.Start++
	last.span.End--
	return true
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
