package format

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"diglot/translate/locale"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// Write gives the document's bytes with new text in its blocks. pieces lists, by
// index, the blocks that change, each with its pieces in order; what no piece
// covers stays as it is, and so do all other blocks. With a target other than the
// zero Tag the document is also fitted to that locale, as by lang and dir of an
// HTML root. charset names the charset of the output; "" is the document's own.
//
// What comes out has been read back: every block is what was asked for and no
// other has changed. Where that cannot be had there is an error, and no bytes. A block that
// was left without letters may be gone. Without pieces, target and charset the
// output is the source, byte for byte.
func (d *Document) Write(pieces map[int][]Piece, target locale.Tag, charset string) ([]byte, error) {
	w, err := newWriting(d, pieces)
	if err != nil {
		return nil, named(d.Name, err)
	}
	edits, err := w.surroundings(target, charset)
	if err != nil {
		return nil, named(d.Name, err)
	}
	if !slices.Contains(w.changed, true) && len(edits) == 0 && w.d.Charset == d.Charset {
		return d.finished(bytes.Clone(d.Source), target)
	}
	out, err := w.proven(edits)
	if err != nil {
		return nil, named(d.Name, err)
	}
	return d.finished(out, target)
}

// surroundings gives the edits outside the blocks, and sets the output's charset.
func (w *writing) surroundings(target locale.Tag, charset string) ([]Edit, error) {
	recoded, err := w.recode(charset)
	if err != nil {
		return nil, err
	}
	var edits []Edit
	if f, ok := w.d.Format.(Declarer); ok && (recoded || w.leavesASCII()) {
		edits = f.Redeclare(w.d, w.d.Charset.Name())
	}
	if !target.IsZero() {
		edits = append(edits, w.d.Format.Localize(w.d, target)...)
	}
	return edits, nil
}

// recode makes the output's charset the named one, and reports whether that is
// another than the document's.
func (w *writing) recode(charset string) (bool, error) {
	if _, ok := w.d.Format.(Container); ok || charset == "" {
		return false, nil // an archive's texts keep their charsets
	}
	c, err := text.CharsetNamed(charset)
	if err != nil || c.Name() == w.d.Charset.Name() {
		return false, err
	}
	if strings.HasPrefix(c.Name(), "UTF-16") || strings.HasPrefix(c.Name(), "UTF-32") {
		c.BOM = true // without it nobody could tell
	}
	recoded := *w.d
	recoded.Charset = c
	w.d = &recoded
	return true, nil
}

// leavesASCII reports that a document of ASCII alone, which needs to name no
// charset, gets a text that goes beyond.
func (w *writing) leavesASCII() bool {
	if !isASCII(w.d.Body) {
		return false
	}
	for _, parts := range w.parts {
		for _, p := range parts {
			if p.new != nil && !isASCII(p.new.Content) {
				return true
			}
		}
	}
	return false
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// proven writes, reads back, and writes again with harder spelling, and at last as
// one text each, what did not read back as it was asked for.
func (w *writing) proven(edits []Edit) ([]byte, error) {
	const rounds = 8 // the last one with everything spelled hard
	for round := 1; ; round++ {
		if err := w.render(); err != nil {
			return nil, err
		}
		body, err := w.compose(edits)
		if err != nil {
			return nil, err
		}
		out, err := w.d.encode(body)
		if err != nil {
			return nil, w.unencodable(err)
		}
		wrong, why := w.compare(out)
		if why == nil {
			return out, nil
		}
		if !w.harden(wrong, round >= rounds-1) && !w.makeAllWhole(wrong) {
			return nil, why
		}
	}
}

// makeAllWhole is the last that is tried: the blocks that are wrong as one text each.
func (w *writing) makeAllWhole(wrong []int) (some bool) {
	for _, i := range wrong {
		some = w.makeWhole(i) || some
	}
	return some
}

// landing is where a change of the document came to stand.
type landing struct {
	Edit
	block int // or -1
	out   int // where New begins in the output
}

// compose puts the changed blocks and the edits into the body.
func (w *writing) compose(edits []Edit) (string, error) {
	fills, err := w.fill()
	if err != nil {
		return "", err
	}
	edits = slices.Concat(edits, fills)
	list := make([]landing, 0, len(edits)+16)
	for _, e := range edits {
		list = append(list, landing{Edit: e, block: -1})
	}
	for i := range w.d.Blocks {
		if b := &w.d.Blocks[i]; w.changed[i] && b.Parent < 0 && b.Target == nil {
			list = append(list, landing{Edit: Edit{b.Span, w.written[i]}, block: i})
		}
	}
	slices.SortStableFunc(list, func(a, b landing) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	var out strings.Builder
	out.Grow(len(w.d.Body) + len(w.d.Body)/4)
	done := 0
	for k, e := range list {
		if e.Span.Start < done {
			return "", At(w.d.Body, e.Span.Start, errors.New("two changes of the document overlap"))
		}
		out.WriteString(w.d.Body[done:e.Span.Start])
		list[k].out = out.Len()
		out.WriteString(e.New)
		done = e.Span.End
	}
	out.WriteString(w.d.Body[done:])
	w.landings = list
	return out.String(), nil
}

// unencodable says of a character that the charset cannot hold in which block of
// the source it would have come to stand.
func (w *writing) unencodable(err error) error {
	var fault *text.CharsetError
	if !errors.As(err, &fault) {
		return err
	}
	why := fmt.Errorf("%s (%s); write the file in UTF-8, or change the text", fault.Reason, fault.Charset)
	source := fault.Offset
	for _, l := range w.landings {
		if fault.Offset < l.out {
			break
		}
		if fault.Offset < l.out+len(l.New) && l.block >= 0 {
			return w.wrap(l.block, why)
		}
		source = l.Span.End + max(fault.Offset-l.out-len(l.New), 0)
	}
	return At(w.d.Body, source, why)
}

// wrap makes the error of a fault in a block: which one, and where it stands.
func (w *writing) wrap(i int, err error) error {
	b := &w.d.Blocks[i]
	return At(w.d.Body, b.Span.Start, fmt.Errorf("cannot write block %d (%s): %w", i+1, b.Kind, err))
}

// part is a stretch of a block: kept as it stands, or new.
type part struct {
	unit.Part
	new   *unit.Text
	state unit.State // of new
}
