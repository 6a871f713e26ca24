package format

import (
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
		r := b.Runs[mid]
		if r.Code >= 0 && r.Code < p.Code || r.Code < 0 && (r.Text.End < p.Offset || r.Text.End == p.Offset && p.Offset > r.Text.Start) {
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

// codeSpan gives the bytes of Body that are the k-th code.
func (b *Block) codeSpan(k int) unit.Span {
	c := b.Text.Codes[k]
	start, _ := b.BodyAt(unit.Pos{Offset: c.Offset, Code: k})
	return unit.Span{Start: start, End: start + len(c.Original)}
}
