package format

import (
	"errors"
	"fmt"
	"strings"

	"diglot/translate/unit"
)

// Builder makes a block while a format reads it. The calls follow the body from
// left to right, each with the span that it speaks of; a span that does not begin
// where the last one ended is an error, which Block returns.
type Builder struct {
	body   string
	block  Block
	spell  strings.Builder // Content, once it is not a single stretch of body
	end    int             // of the last run, in body
	length int             // of Content so far
	err    error
}

// NewBuilder starts a block at a byte of body.
func NewBuilder(body string, start int) *Builder {
	return &Builder{body: body, end: start, block: Block{Span: unit.Span{Start: start}, Parent: -1}}
}

// Literal adds letters that stand in body as they are.
func (b *Builder) Literal(s unit.Span) {
	if s.Len() > 0 && b.follows(s) {
		b.letters(s, b.body[s.Start:s.End], false)
	}
}

// Spelled adds letters that body spells in another way.
func (b *Builder) Spelled(s unit.Span, letters string) {
	if b.follows(s) {
		b.letters(s, letters, letters != b.body[s.Start:s.End])
	}
}

// Code adds an inline code; its Offset and Original are filled in.
func (b *Builder) Code(s unit.Span, c unit.Code) {
	if !b.follows(s) {
		return
	}
	c.Offset, c.Original = b.length, b.body[s.Start:s.End]
	b.block.Text.Codes = append(b.block.Text.Codes, c)
	b.block.Runs = append(b.block.Runs, Run{
		Body: s,
		Text: unit.Span{Start: b.length, End: b.length},
		Code: len(b.block.Text.Codes) - 1,
	})
}

// Codes gives the codes so far, for a reader that pairs them; it may change
// their IDs, kinds and permissions.
func (b *Builder) Codes() []unit.Code { return b.block.Text.Codes }

// End gives the byte of body where the next span has to begin.
func (b *Builder) End() int { return b.end }

// Block ends the block.
func (b *Builder) Block(kind string) (Block, error) {
	block := b.block
	block.Kind = kind
	block.Span.End = b.end
	switch {
	case b.spell.Len() > 0:
		block.Text.Content = b.spell.String()
	case b.length > 0: // one literal run: the body's own letters, not copied
		block.Text.Content = b.literal()
	}
	return block, b.err
}

func (b *Builder) follows(s unit.Span) bool {
	if b.err != nil {
		return false
	}
	if s.Start != b.end || s.End < s.Start || s.End > len(b.body) {
		b.err = fmt.Errorf("run [%d,%d) does not follow byte %d of the file", s.Start, s.End, b.end)
		return false
	}
	b.end = s.End
	return true
}

func (b *Builder) letters(s unit.Span, letters string, spelled bool) {
	runs := b.block.Runs
	if b.spell.Len() == 0 && b.length > 0 {
		b.keepLiteral(s, spelled)
	}
	if spelled && b.length == 0 || b.spell.Len() > 0 {
		b.spell.WriteString(letters)
	}
	text := unit.Span{Start: b.length, End: b.length + len(letters)}
	b.length = text.End
	if n := len(runs); n > 0 && !spelled && runs[n-1].Code < 0 && !runs[n-1].Spelled {
		runs[n-1].Body.End, runs[n-1].Text.End = s.End, text.End
		return
	}
	b.block.Runs = append(runs, Run{Body: s, Text: text, Code: -1, Spelled: spelled})
}

// keepLiteral copies the one literal run so far, because what comes now does not
// continue it.
func (b *Builder) keepLiteral(next unit.Span, spelled bool) {
	runs := b.block.Runs
	if !spelled && runs[len(runs)-1].Code < 0 {
		return
	}
	b.spell.WriteString(b.literal())
}

// literal gives the letters of the one literal run of the block.
func (b *Builder) literal() string {
	for _, r := range b.block.Runs {
		if r.Text.Len() > 0 {
			return b.body[r.Body.Start:r.Body.End]
		}
	}
	return ""
}

// CheckBlocks reports the first rule that blocks of a body break: their spans
// are in order and apart, except sub-flows, which lie in a code of their parent; their
// runs cover span and text without a gap; literal runs and codes are the body's
// bytes. Every format's tests and fuzz targets ask it.
func CheckBlocks(body string, blocks []Block) error {
	end := 0 // of the last block that is no sub-flow
	for i := range blocks {
		b := &blocks[i]
		if b.Span.Start < 0 || b.Span.End > len(body) || b.Span.Start > b.Span.End {
			return fmt.Errorf("block %d: span [%d,%d) is not in the body", i, b.Span.Start, b.Span.End)
		}
		if i > 0 && b.Span.Start < blocks[i-1].Span.Start {
			return fmt.Errorf("block %d starts before block %d", i, i-1)
		}
		if b.Parent < 0 {
			if b.Span.Start < end {
				return fmt.Errorf("block %d overlaps the block before", i)
			}
			end = b.Span.End
		} else if err := checkParent(blocks, i); err != nil {
			return fmt.Errorf("block %d: %w", i, err)
		}
		if err := checkRuns(body, b); err != nil {
			return fmt.Errorf("block %d: %w", i, err)
		}
	}
	return nil
}

func checkParent(blocks []Block, i int) error {
	b := &blocks[i]
	if b.Parent >= i {
		return fmt.Errorf("parent %d does not stand before it", b.Parent)
	}
	if prev := &blocks[i-1]; prev.Parent == b.Parent && prev.Span.End > b.Span.Start {
		return errors.New("it overlaps the sub-flow before")
	}
	for _, r := range blocks[b.Parent].Runs {
		if r.Code >= 0 && r.Body.Start <= b.Span.Start && b.Span.End <= r.Body.End {
			return nil
		}
	}
	return fmt.Errorf("it stands in no code of its parent %d", b.Parent)
}

func checkRuns(body string, b *Block) error {
	at, length, codes := b.Span.Start, 0, 0
	seen := map[sign]bool{}
	for k, r := range b.Runs {
		if r.Body.Start != at || r.Body.End < at || r.Text.Start != length || r.Text.End < length || r.Text.End > len(b.Text.Content) {
			return fmt.Errorf("run %d leaves a gap", k)
		}
		at, length = r.Body.End, r.Text.End
		letters, bytes := b.Text.Content[r.Text.Start:r.Text.End], body[r.Body.Start:r.Body.End]
		if r.Code < 0 {
			if !r.Spelled && letters != bytes {
				return fmt.Errorf("run %d: %q is not %q of the body", k, letters, bytes)
			}
			continue
		}
		if r.Code != codes || codes >= len(b.Text.Codes) || letters != "" {
			return fmt.Errorf("run %d: code %d is out of turn", k, r.Code)
		}
		c := b.Text.Codes[codes]
		if c.Original != bytes || c.Offset != length {
			return fmt.Errorf("run %d: code %s is %q at %d, the body has %q at %d", k, c.Tag(), c.Original, c.Offset, bytes, length)
		}
		if s := (sign{c.ID, c.Kind}); seen[s] {
			return fmt.Errorf("code %s stands twice", c.Tag())
		} else {
			seen[s] = true
		}
		codes++
	}
	if at != b.Span.End || length != len(b.Text.Content) || codes != len(b.Text.Codes) {
		return errors.New("the runs do not cover the block")
	}
	return nil
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
