package format

import (
	"sort"
	"strings"
	"unicode"

	"diglot/translate/unit"
)

// HasLetters reports that a text has anything but white space. Formats make no
// block of one that has not; after a translation was left empty there may be no block.
func HasLetters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) }) >= 0
}

// BodyAt gives the byte of Body where a place of the block's text stands. exact
// is false where the place lies within letters that Body spells in another way;
// the byte is then the beginning of that spelling.
func (b *Block) BodyAt(p unit.Pos) (at int, exact bool) {
	lo, hi := 0, len(b.Runs)
	for lo < hi { // the first run that does not end before p
		mid := (lo + hi) / 2
		if b.endsBefore(mid, p) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(b.Runs) {
		return b.Span.End, true
	}
	r := b.Runs[lo]
	if r.Code >= 0 || p.Offset <= r.Text.Start {
		return r.Body.Start, true
	}
	if r.Spelled {
		return r.Body.Start, false
	}
	return r.Body.Start + p.Offset - r.Text.Start, true
}

// endsBefore reports that a run ends before a place. One that stands for no letters
// does when a code behind it stands before the place.
func (b *Block) endsBefore(run int, p unit.Pos) bool {
	r := b.Runs[run]
	switch {
	case r.Code >= 0:
		return r.Code < p.Code
	case r.Text.Len() > 0 || r.Text.End < p.Offset:
		return r.Text.End <= p.Offset
	}
	for _, next := range b.Runs[run+1:] {
		if next.Code >= 0 || next.Text.Len() > 0 {
			return next.Code >= 0 && next.Code < p.Code
		}
	}
	return false
}

// codeSpan gives the bytes of Body that are the k-th code.
func (b *Block) codeSpan(k int) unit.Span {
	c := b.Text.Codes[k]
	start, _ := b.BodyAt(unit.Pos{Offset: c.Offset, Code: k})
	first := sort.Search(len(b.Runs), func(i int) bool { return b.Runs[i].Body.Start >= start })
	for _, r := range b.Runs[first:] { // bytes that stand for no letters may come first
		if r.Code == k {
			return r.Body
		}
	}
	return unit.Span{Start: start, End: start + len(c.Original)}
}
