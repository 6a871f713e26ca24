package xmlblock

import (
	"strings"
	"unicode/utf8"

	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/unit"
)

// add puts an item into the block.
func (r *Reader) add(it *item, codes *numbering) {
	switch it.sort {
	case letters:
		r.Tree.Pieces(it.span, func(p xmlspan.Piece) {
			switch {
			case p.Entity:
				r.code(item{sort: alone, span: p.Span}, codes)
			case p.Reference:
				r.build.Spelled(p.Span, p.Letters)
			default:
				r.plain(p.Span, r.Escape, codes)
			}
		})
	case rawLetters:
		r.plain(it.span, nil, codes)
	case cdata:
		r.cdata(it.span, codes)
	case spelled:
		r.build.Spelled(it.span, it.role.Letters)
	default:
		r.code(*it, codes)
	}
}

// plain adds letters without references: line ends and white space as they read,
// the escapes of the format.
func (r *Reader) plain(s unit.Span, escape func(string) (string, int), codes *numbering) {
	body := r.Tree.Body
	at := s.Start // of the letters that are not added yet
	for i := at; i < s.End; i++ {
		var read string
		n := 0
		switch c := body[i]; {
		case r.Fold && isSpace(c):
			for n = 1; i+n < s.End && isSpace(body[i+n]); n++ {
			}
			read = " "
		case c == '\r':
			read, n = "\n", lineEndAt(body[i:s.End])
		case escape != nil:
			read, n = escape(body[i:s.End])
		}
		if n == 0 {
			continue
		}
		r.build.Literal(unit.Span{Start: at, End: i})
		at = i + n
		if read == "" {
			r.code(item{sort: alone, span: unit.Span{Start: i, End: at}, role: Role{NoDelete: true, NoCopy: true, NoReorder: true}}, codes)
		} else {
			r.build.Spelled(unit.Span{Start: i, End: at}, read)
		}
		i = at - 1
	}
	r.build.Literal(unit.Span{Start: at, End: s.End})
}

// lineEndAt gives the length of the line end at the start of s.
func lineEndAt(s string) int {
	if strings.HasPrefix(s, "\r\n") {
		return 2
	}
	return 1
}

// cdata adds a CDATA section amid other text. Its marks belong to its first and
// its last letter.
func (r *Reader) cdata(s unit.Span, codes *numbering) {
	in := unit.Span{Start: s.Start + len("<![CDATA["), End: s.End - len("]]>")}
	body := r.Tree.Body[in.Start:in.End]
	first, last := r.firstLetter(body), r.lastLetter(body)
	if first+last > len(body) {
		r.build.Spelled(s, r.letter(body))
		return
	}
	r.build.Spelled(unit.Span{Start: s.Start, End: in.Start + first}, r.letter(body[:first]))
	r.plain(unit.Span{Start: in.Start + first, End: in.End - last}, nil, codes)
	r.build.Spelled(unit.Span{Start: in.End - last, End: s.End}, r.letter(body[len(body)-last:]))
}

// firstLetter gives the length of what reads as one letter at the start of s.
func (r *Reader) firstLetter(s string) int {
	if rest := strings.TrimLeft(s, " \t\r\n"); r.Fold && len(rest) < len(s) {
		return len(s) - len(rest)
	}
	if s[0] == '\r' {
		return lineEndAt(s)
	}
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// lastLetter gives the length of what reads as one letter at the end of s.
func (r *Reader) lastLetter(s string) int {
	if rest := strings.TrimRight(s, " \t\r\n"); r.Fold && len(rest) < len(s) {
		return len(s) - len(rest)
	}
	if strings.HasSuffix(s, "\r\n") {
		return 2
	}
	_, n := utf8.DecodeLastRuneInString(s)
	return n
}

// letter gives what a single letter of a CDATA section is to the reader.
func (r *Reader) letter(s string) string {
	switch {
	case r.Fold && isSpace(s[0]):
		return " "
	case s[0] == '\r':
		return "\n"
	}
	return s
}

// code adds a code.
func (r *Reader) code(it item, codes *numbering) {
	codes.add(it)
	r.build.Code(it.span, unit.Code{
		Break: it.role.Break, NoDelete: it.role.NoDelete, NoCopy: it.role.NoCopy, NoReorder: it.role.NoReorder,
	})
}
