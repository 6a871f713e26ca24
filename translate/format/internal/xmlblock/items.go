package xmlblock

import (
	"strings"

	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/unit"
)

// add puts an item into the block.
func (r *Reader) add(it *item) {
	switch it.sort {
	case letters:
		r.Tree.Pieces(it.span, func(p xmlspan.Piece) {
			switch {
			case p.Entity, r.folds && p.Reference && p.Letters == " ": // a space that does not fold is no letter
				r.code(&item{sort: alone, span: p.Span})
			case p.Reference:
				r.build.Spelled(p.Span, p.Letters)
			default:
				r.plain(p.Span)
			}
		})
	case rawLetters:
		r.plain(it.span)
	case cdata:
		in := r.Tree.Body[it.span.Start+len(cdataStart) : it.span.End-len(cdataEnd)]
		if r.folds && in != strings.Trim(in, " \t\r\n") { // white space at its edges would fold with what is around it
			it.sort = alone
			r.code(it)
		} else {
			r.cdata(it.span)
		}
	case spelled:
		r.build.Spelled(it.span, it.role.Letters)
	default:
		r.code(it)
	}
}

// plain adds letters without references: line ends and white space as they read,
// the escapes of the format.
func (r *Reader) plain(s unit.Span) {
	body := r.Tree.Body
	at := s.Start // of the letters that are not added yet
	for i := at; i < s.End; i++ {
		read, n := r.special(body[i:s.End])
		if n == 0 {
			continue
		}
		r.build.Literal(unit.Span{Start: at, End: i})
		at = i + n
		r.build.Spelled(unit.Span{Start: i, End: at}, read)
		i = at - 1
	}
	r.build.Literal(unit.Span{Start: at, End: s.End})
}

// special reads what does not stand for itself at the start of s: what it reads as
// and its length, 0 where a letter stands there.
func (r *Reader) special(s string) (read string, n int) {
	switch c := s[0]; {
	case r.folds && isSpace(c):
		for n = 1; n < len(s) && isSpace(s[n]); n++ {
		}
		return " ", n
	case c == '\r':
		return "\n", lineEndAt(s)
	case r.Escape != nil:
		return r.Escape(s)
	}
	return "", 0
}

// lineEndAt gives the length of the line end at the start of s.
func lineEndAt(s string) int {
	if strings.HasPrefix(s, "\r\n") {
		return 2
	}
	return 1
}

// cdata adds a CDATA section amid other text: a spelling of all its letters.
func (r *Reader) cdata(s unit.Span) {
	in := r.Tree.Body[s.Start+len(cdataStart) : s.End-len(cdataEnd)]
	var b strings.Builder
	for done := 0; done < len(in); {
		read, n := r.special(in[done:])
		if n == 0 {
			read, n = in[done:done+1], 1
		}
		b.WriteString(read)
		done += n
	}
	r.build.Spelled(s, b.String())
}

// code adds a code.
func (r *Reader) code(it *item) {
	r.codes.add(it)
	r.build.Code(it.span, unit.Code{
		Break: it.role.Break, NoDelete: it.role.NoDelete, NoCopy: it.role.NoCopy, NoReorder: it.role.NoReorder,
	})
}
