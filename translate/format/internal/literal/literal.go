// Package literal holds a string literal of some file format, such as a JSON
// value or a msgid, together with the place of every letter in the file, and
// makes blocks of it.
//
// A translator sees the letters that a program would show, with placeholders as
// inline codes; the file keeps its escapes. Both are had by two steps: the scanner
// of a format says which bytes spell which letters ([Maker]), and whoever knows
// what the letters mean to the program marks placeholders and quoting in them
// ([Mark]). [String.Block] puts the two together. [Render] is the way back.
//
// Read first: [String].
package literal

import (
	"sort"
	"strings"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// String is a stretch of a body and the letters that it spells.
type String struct {
	Span    unit.Span // without the quotes
	Letters string
	body    string
	places  []place
}

// place is a stretch that spells its letters in another way: one character, or
// none, as a line break that the format takes for nothing.
type place struct{ body, text unit.Span }

// Maker takes a literal apart from left to right.
type Maker struct {
	body    string
	start   int
	at      int
	letters []byte // once the letters are not the bytes
	length  int
	places  []place
}

// NewMaker starts a literal at a byte of body.
func NewMaker(body string, start int) *Maker { return &Maker{body: body, start: start, at: start} }

// At gives the byte that comes next.
func (m *Maker) At() int { return m.at }

// Len gives the number of bytes of the letters so far.
func (m *Maker) Len() int { return m.length }

// Keep passes n bytes that are letters as they stand.
func (m *Maker) Keep(n int) {
	if m.places != nil {
		m.letters = append(m.letters, m.body[m.at:m.at+n]...)
	}
	m.at += n
	m.length += n
}

// Spell passes n bytes that spell a character, or nothing.
func (m *Maker) Spell(n int, letters string) {
	if m.places == nil {
		m.letters = append(m.letters, m.body[m.start:m.at]...)
	}
	m.places = append(m.places, place{
		body: unit.Span{Start: m.at, End: m.at + n},
		text: unit.Span{Start: m.length, End: m.length + len(letters)},
	})
	m.letters = append(m.letters, letters...)
	m.at += n
	m.length += len(letters)
}

// String ends the literal.
func (m *Maker) String() String {
	s := String{Span: unit.Span{Start: m.start, End: m.at}, body: m.body, places: m.places}
	s.Letters = m.body[m.start:m.at]
	if m.places != nil {
		s.Letters = string(m.letters)
	}
	return s
}

// At gives the byte of the body where a letter stands, or where the last one ends.
func (s String) At(letter int) int {
	if letter <= 0 {
		return s.Span.Start
	}
	k := sort.Search(len(s.places), func(k int) bool { return s.places[k].text.End >= letter })
	for k < len(s.places) && s.places[k].text.End == letter && s.places[k].text.Len() > 0 {
		k++
	}
	if k < len(s.places) && s.places[k].text.Start <= letter {
		return s.places[k].body.Start
	}
	if k == 0 {
		return s.Span.Start + letter
	}
	before := s.places[k-1]
	return before.body.End + letter - before.text.End
}

// behind is At, behind what spells nothing there.
func (s String) behind(letter int) int {
	at := s.At(letter)
	k := sort.Search(len(s.places), func(k int) bool { return s.places[k].body.Start >= at })
	for ; k < len(s.places) && s.places[k].body.Start == at && s.places[k].text.Len() == 0; k++ {
		at = s.places[k].body.End
	}
	return at
}

// Source gives a stretch of the body in which the literal stands.
func (s String) Source(stretch unit.Span) string { return s.body[stretch.Start:stretch.End] }

// Mark is a stretch of the letters that is an inline code or that, to the
// program, stands for other letters.
type Mark struct {
	From, To int
	Code     *unit.Code // or nil
	Letters  string     // where there is no code
}

// Block makes a block of the letters from one place to another. The marks are in
// order, apart, and within.
func (s String) Block(kind string, from, to int, marks []Mark) (format.Block, error) {
	block, err := s.Whole(kind, from, to, marks)
	if err == nil {
		withoutEmpty(s.body, &block)
	}
	return block, err
}

// Whole is Block, with runs of their own for bytes that spell nothing. So its span
// is all of the literal, as a slot needs it; but a place in such a text may be more than
// one in the body.
func (s String) Whole(kind string, from, to int, marks []Mark) (format.Block, error) {
	b := format.NewBuilder(s.body, s.At(from))
	for _, m := range marks {
		s.emit(b, s.behind(m.From))
		stretch := unit.Span{Start: b.End(), End: s.At(m.To)}
		if m.Code != nil {
			b.Code(stretch, *m.Code)
		} else {
			b.Spelled(stretch, m.Letters)
		}
	}
	end := s.At(to)
	if to >= len(s.Letters) {
		end = s.Span.End // and what spells nothing behind the last letter
	}
	s.emit(b, end)
	return b.Block(kind)
}

// emit adds the letters up to a byte.
func (s String) emit(b *format.Builder, end int) {
	k := sort.Search(len(s.places), func(k int) bool { return s.places[k].body.Start >= b.End() })
	for ; k < len(s.places) && s.places[k].body.End <= end; k++ {
		p := s.places[k]
		b.Literal(unit.Span{Start: b.End(), End: p.body.Start})
		b.Spelled(p.body, s.Letters[p.text.Start:p.text.End])
	}
	b.Literal(unit.Span{Start: b.End(), End: end})
}

// Render gives a text with its letters spelled and its codes as they are.
func Render(t unit.Text, spell func(letters string) string) string {
	if len(t.Codes) == 0 {
		return spell(t.Content)
	}
	var out strings.Builder
	at := 0
	for _, c := range t.Codes {
		out.WriteString(spell(t.Content[at:c.Offset]))
		out.WriteString(c.Original)
		at = c.Offset
	}
	out.WriteString(spell(t.Content[at:]))
	return out.String()
}
