package unit

import (
	"sort"
	"strings"
)

// Span is a range of bytes [Start, End) of a string.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len gives the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Text is a string with inline codes at byte offsets in it. The zero Text is
// empty. Content is valid UTF-8 and holds no markup; Codes are ordered by
// Offset, and codes at one offset stand in the order of the slice.
type Text struct {
	Content string
	Codes   []Code
}

// Plain makes a Text without codes.
func Plain(s string) Text { return Text{Content: s} }

// Kind tells how an inline code stands in its text.
type Kind uint8

// The three kinds, as XLIFF 2 has them: sc, ec and ph. An opening and a closing
// code of one pair share their ID.
const (
	Standalone Kind = iota
	Open
	Close
)

// Code is one piece of markup inside a text.
type Code struct {
	ID       int    // counts from 1 within the text, shared by a pair
	Kind     Kind   //
	Offset   int    // where it stands in Content, in bytes
	Original string // its bytes in the document, in UTF-8
	Break    bool   // ends a line, as <br> does: words and sentences do not run on across it

	// What a translation may not do with it (XLIFF 2: canDelete, canCopy,
	// canReorder). The zero value allows all three.
	NoDelete, NoCopy, NoReorder bool
}

// Pos is a place in a text: before the byte at Offset and after the first Code
// codes. At an offset where codes stand, Code tells which of them come before.
type Pos struct {
	Offset int `json:"offset"`
	Code   int `json:"code"`
}

// Less orders places.
func (p Pos) Less(q Pos) bool {
	return p.Offset < q.Offset || p.Offset == q.Offset && p.Code < q.Code
}

// End gives the place behind everything in the text.
func (t Text) End() Pos { return Pos{len(t.Content), len(t.Codes)} }

// IsEmpty reports whether the text has neither letters nor codes.
func (t Text) IsEmpty() bool { return t.Content == "" && len(t.Codes) == 0 }

// Equal reports whether two texts read the same and have the same codes in the
// same places; it does not look at where the codes' original bytes came from.
func (t Text) Equal(u Text) bool { return t.Content == u.Content && t.SameCodes(u) }

// SameCodes reports whether the codes agree in number, place and kind.
func (t Text) SameCodes(u Text) bool {
	if len(t.Codes) != len(u.Codes) {
		return false
	}
	for i, c := range t.Codes {
		d := u.Codes[i]
		if c.ID != d.ID || c.Kind != d.Kind || c.Offset != d.Offset {
			return false
		}
	}
	return true
}

// Slice gives the part of the text between two places, its codes moved along
// and still under their IDs.
func (t Text) Slice(from, to Pos) Text {
	part := Text{Content: t.Content[from.Offset:to.Offset]}
	for _, c := range t.Codes[from.Code:to.Code] {
		c.Offset -= from.Offset
		part.Codes = append(part.Codes, c)
	}
	return part
}

// Append puts u behind t.
func (t Text) Append(u Text) Text {
	codes := make([]Code, 0, len(t.Codes)+len(u.Codes))
	codes = append(codes, t.Codes...)
	for _, c := range u.Codes {
		c.Offset += len(t.Content)
		codes = append(codes, c)
	}
	if len(codes) == 0 {
		codes = nil
	}
	return Text{Content: t.Content + u.Content, Codes: codes}
}

// Lines gives the text as plain letters with a line feed where a code breaks
// the line, and a function that takes a byte offset of that string back to an
// offset in Content. Segmenting and counting read this form.
func (t Text) Lines() (string, func(int) int) {
	var at []int // offsets in the result of the line feeds that were put in
	var b strings.Builder
	done := 0
	for _, c := range t.Codes {
		if !c.Break {
			continue
		}
		b.WriteString(t.Content[done:c.Offset])
		done = c.Offset
		at = append(at, b.Len())
		b.WriteByte('\n')
	}
	if at == nil {
		return t.Content, func(i int) int { return i }
	}
	b.WriteString(t.Content[done:])
	return b.String(), func(i int) int { return i - sort.SearchInts(at, i) }
}

// IDs lists the codes' IDs in the order in which they first appear.
func (t Text) IDs() []int {
	var ids []int
	seen := map[int]bool{}
	for _, c := range t.Codes {
		if !seen[c.ID] {
			seen[c.ID] = true
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// Renumber gives the codes new IDs: those that ids lists become 1, 2, 3 … in
// that order. Codes that ids does not list are left out.
func (t Text) Renumber(ids []int) Text {
	number := make(map[int]int, len(ids))
	for i, id := range ids {
		number[id] = i + 1
	}
	out := Text{Content: t.Content}
	for _, c := range t.Codes {
		if n, ok := number[c.ID]; ok {
			c.ID = n
			out.Codes = append(out.Codes, c)
		}
	}
	return out
}

// Adopt gives the codes of t what the source says of the codes with the same ID
// and kind: original bytes and what may be done with them. Codes that the
// source does not have keep what they bring.
func (t Text) Adopt(source Text) Text {
	out := Text{Content: t.Content}
	for _, c := range t.Codes {
		if s, ok := source.code(c.ID, c.Kind); ok {
			s.Offset = c.Offset
			c = s
		}
		out.Codes = append(out.Codes, c)
	}
	return out
}

// Keep gives t without the codes that the source does not have, as a match
// from elsewhere needs it.
func (t Text) Keep(source Text) Text {
	out := Text{Content: t.Content}
	for _, c := range t.Adopt(source).Codes {
		if _, ok := source.code(c.ID, c.Kind); ok {
			out.Codes = append(out.Codes, c)
		}
	}
	return out
}

func (t Text) code(id int, kind Kind) (Code, bool) {
	for _, c := range t.Codes {
		if c.ID == id && c.Kind == kind {
			return c, true
		}
	}
	return Code{}, false
}
