package html

import (
	"strings"

	"diglot/translate/format"
	"diglot/translate/unit"

	"golang.org/x/net/html"
)

// spelling is how a stretch of letters is spelled.
type spelling struct {
	pre       bool // white space counts
	attribute bool // references without ";" are stricter
	snippets  bool // the stretch may hold snippets; elsewhere the scanner found them
}

// addLetters adds the letters in span to a block: plain ones, white space that is
// one space to the reader, references, and snippets as codes.
func addLetters(b *format.Builder, body string, span unit.Span, sp spelling) {
	s := scanner{body: body[:span.End]} // for snippets
	id := 0
	at := span.Start // of the plain letters that are not added yet
	for i := at; i < span.End; i++ {
		switch c := body[i]; {
		case c == '&':
			b.Literal(unit.Span{Start: at, End: i})
			at = addReference(b, body, unit.Span{Start: i, End: span.End}, sp.attribute)
		case c <= ' ' && isSpace(c) && sp.breaks(body[i:span.End]):
			b.Literal(unit.Span{Start: at, End: i})
			at = addSpace(b, body, unit.Span{Start: i, End: span.End}, sp.pre)
		case c == '<' && sp.snippets && s.snippetEnd(i) > 0:
			b.Literal(unit.Span{Start: at, End: i})
			at = s.snippetEnd(i)
			id++
			b.Code(unit.Span{Start: i, End: at}, unit.Code{ID: id})
		default:
			continue
		}
		i = at - 1
	}
	b.Literal(unit.Span{Start: at, End: span.End})
}

// breaks reports white space that is spelled in another way than it reads: all
// but a single space or, where white space counts, the line ends CR and CRLF.
func (sp spelling) breaks(s string) bool {
	if sp.pre {
		return s[0] == '\r'
	}
	return s[0] != ' ' || len(s) > 1 && isSpace(s[1])
}

// addSpace adds the white space at rest.Start, one space to the reader, or a line
// end, and gives the place behind it.
func addSpace(b *format.Builder, body string, rest unit.Span, pre bool) int {
	end := rest.Start + 1
	if pre {
		if end < rest.End && body[end] == '\n' {
			end++
		}
		b.Spelled(unit.Span{Start: rest.Start, End: end}, "\n")
		return end
	}
	for end < rest.End && isSpace(body[end]) {
		end++
	}
	b.Spelled(unit.Span{Start: rest.Start, End: end}, " ")
	return end
}

// trimmedStart narrows a span by the white space at its start, references to white
// space among it.
func trimmedStart(body string, span unit.Span) unit.Span {
	for span.Len() > 0 {
		n := 1
		if c := body[span.Start]; c == '&' {
			n = referenceEnd(body[span.Start:span.End])
			if !isBlank(html.UnescapeString(body[span.Start : span.Start+n])) {
				break
			}
		} else if !isSpace(c) {
			break
		}
		span.Start += n
	}
	return span
}

// trimmedEnd narrows a span by the white space at its end.
func trimmedEnd(body string, span unit.Span) unit.Span {
	for span.Len() > 0 {
		n := 1
		if !isSpace(body[span.End-1]) {
			near := body[max(span.Start, span.End-longestReference):span.End]
			i := strings.LastIndexByte(near, '&')
			if i < 0 || !isBlank(html.UnescapeString(near[i:])) {
				break
			}
			n = len(near) - i
		}
		span.End -= n
	}
	return span
}

func isBlank(s string) bool { return strings.Trim(s, space) == "" }

// longestReference is longer than any name of a character.
const longestReference = 40

// addReference adds the "&" at rest.Start, with the character that it stands for when it
// begins a reference, and gives the place behind it.
func addReference(b *format.Builder, body string, rest unit.Span, attribute bool) int {
	end := rest.Start + referenceEnd(body[rest.Start:rest.End])
	span := unit.Span{Start: rest.Start, End: end}
	written := body[span.Start:span.End]
	read := html.UnescapeString(written)
	if read == written || attribute && !wholeReference(written, read, body[end:rest.End]) {
		b.Literal(span)
		return end
	}
	b.Spelled(span, read)
	return end
}

// referenceEnd gives the length of what may be a reference at the start of s.
func referenceEnd(s string) int {
	end := 1
	if end < len(s) && s[end] == '#' {
		end++
	}
	for end < len(s) && end < longestReference && isAlphanumeric(s[end]) {
		end++
	}
	if end < len(s) && s[end] == ';' {
		end++
	}
	return end
}

// wholeReference reports that in an attribute, where "&copy=1" and "&copyx" are
// what they look like, a reference is one (13.2.5.73).
func wholeReference(written, read, behind string) bool {
	if strings.HasPrefix(written, "&#") || read == ";" {
		return true
	}
	if last := read[len(read)-1]; last == ';' || isAlphanumeric(last) {
		return false // only the beginning of it is a name
	}
	return strings.HasSuffix(written, ";") || !strings.HasPrefix(behind, "=")
}

func isAlphanumeric(c byte) bool { return isLetter(c) || '0' <= c && c <= '9' }
