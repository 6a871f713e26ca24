package format

import (
	"fmt"
	"slices"

	"diglot/translate/unit"
)

// Builder makes blocks while a format reads them. The calls follow the body from
// left to right, each with the span that it speaks of; a span that does not begin
// where the last one ended is an error, which Block returns.
type Builder struct {
	body    string
	start   int   // of the block
	end     int   // of the last run, in body
	runs    []Run // memory that the next block uses again
	codes   []unit.Code
	content []byte // once the letters are not a single stretch of body
	length  int    // of the letters so far
	err     error
}

// NewBuilder starts a block at a byte of body.
func NewBuilder(body string, start int) *Builder {
	return &Builder{body: body, start: start, end: start}
}

// Reset starts another block of the same body.
func (b *Builder) Reset(start int) {
	b.start, b.end, b.length, b.err = start, start, 0, nil
	b.runs, b.codes, b.content = b.runs[:0], b.codes[:0], b.content[:0]
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
	b.codes = append(b.codes, c)
	b.runs = append(b.runs, Run{
		Body: s,
		Text: unit.Span{Start: b.length, End: b.length},
		Code: len(b.codes) - 1,
	})
}

// Codes gives the codes so far, for a reader that pairs them; it may change
// their IDs, kinds and permissions until it asks for the block.
func (b *Builder) Codes() []unit.Code { return b.codes }

// End gives the byte of body where the next span has to begin.
func (b *Builder) End() int { return b.end }

// Block ends the block.
func (b *Builder) Block(kind string) (Block, error) {
	block := Block{Kind: kind, Span: unit.Span{Start: b.start, End: b.end}, Parent: -1}
	if b.err != nil {
		return block, b.err
	}
	block.Runs = slices.Clone(b.runs)
	if len(b.codes) > 0 {
		block.Text.Codes = slices.Clone(b.codes)
	}
	block.Text.Content = b.letterStretch()
	if len(b.content) > 0 {
		block.Text.Content = string(b.content)
	}
	return block, nil
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

// letters adds a run of letters. As long as all letters are one stretch of body
// they are not copied.
func (b *Builder) letters(s unit.Span, letters string, spelled bool) {
	text := unit.Span{Start: b.length, End: b.length + len(letters)}
	n := len(b.runs)
	grows := n > 0 && !spelled && b.runs[n-1].Code < 0 && !b.runs[n-1].Spelled
	if len(b.content) == 0 && !grows {
		b.content = append(b.content, b.letterStretch()...)
	}
	if len(b.content) > 0 || spelled {
		b.content = append(b.content, letters...)
	}
	b.length = text.End
	if grows {
		b.runs[n-1].Body.End, b.runs[n-1].Text.End = s.End, text.End
		return
	}
	b.runs = append(b.runs, Run{Body: s, Text: text, Code: -1, Spelled: spelled})
}

// letterStretch gives the letters of the only run that has some.
func (b *Builder) letterStretch() string {
	if b.length == 0 {
		return ""
	}
	for _, r := range b.runs {
		if r.Text.Len() > 0 {
			return b.body[r.Body.Start:r.Body.End]
		}
	}
	return ""
}
