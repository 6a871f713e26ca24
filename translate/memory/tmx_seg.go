package memory

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"diglot/translate/unit"
)

// tmxSeg is what stands in a seg element: letters, and codes whose IDs count the
// codes of this seg in order.
type tmxSeg struct {
	content string
	codes   []tmxCode
	ids     int // how many different IDs there are
}

// tmxCode is an inline element. Its Original is its text; that of a sub in it
// is part of it.
type tmxCode struct {
	unit.Code
	element string // bpt, ept, ph, it, ut, hi
	i, x    string
	raw     string // the whole element
}

// segReader reads the content of a seg element.
type segReader struct {
	content strings.Builder
	codes   []tmxCode
	ids     int
	open    map[string]int // ID of each bpt that waits for its ept, by its i
	hi      []int          // IDs of the hi that are open

	native, raw strings.Builder // of the code that is open
	depth       int             // elements open in that code, itself among them
}

func (s *segReader) takeText(text string) (complaint string) {
	if s.depth > 0 {
		s.native.WriteString(text)
		s.raw.WriteString(escapeXML(text))
	} else {
		s.content.WriteString(text)
	}
	if s.content.Len()+s.raw.Len() > longestPiece {
		return tooLongMessage
	}
	return ""
}

// begin takes a start tag, or an empty one, for which end is called too.
func (s *segReader) begin(tag xmlTag) (complaint string) {
	if s.depth > 0 {
		s.depth++
		s.raw.WriteString(tag.raw)
		return ""
	}
	code := tmxCode{element: tag.name, i: tag.attr("i"), x: tag.attr("x")}
	code.Offset, code.Break = s.content.Len(), tag.attr("type") == "lb"
	switch tag.name {
	case "bpt":
		if s.open == nil {
			s.open = map[string]int{}
		}
		if _, twice := s.open[code.i]; twice {
			return fmt.Sprintf("a second bpt %q before the ept of the first", code.i)
		}
		s.ids++
		code.Kind, code.ID, s.open[code.i] = unit.Open, s.ids, s.ids
	case "ept":
		id, ok := s.open[code.i]
		if !ok {
			return fmt.Sprintf("ept %q without its bpt", code.i)
		}
		delete(s.open, code.i)
		code.Kind, code.ID = unit.Close, id
	case "it", "ph", "ut":
		s.ids++
		code.ID = s.ids
		if tag.name == "it" {
			code.Kind = map[string]unit.Kind{"begin": unit.Open, "end": unit.Close}[tag.attr("pos")]
		}
	case "hi":
		s.ids++
		code.Kind, code.ID, code.raw = unit.Open, s.ids, tag.raw
		s.hi = append(s.hi, s.ids)
		s.codes = append(s.codes, code)
		return ""
	default:
		return fmt.Sprintf("<%s> may not stand here in a seg", tag.name)
	}
	s.depth = 1
	s.native.Reset()
	s.raw.Reset()
	s.raw.WriteString(tag.raw)
	s.codes = append(s.codes, code)
	return ""
}

// end takes the end of an element that begin took.
func (s *segReader) end(tag xmlTag) {
	if s.depth == 0 { // only hi holds text of the segment
		id := s.hi[len(s.hi)-1]
		s.hi = s.hi[:len(s.hi)-1]
		code := tmxCode{element: "hi", raw: "</hi>"}
		code.Kind, code.ID, code.Offset = unit.Close, id, s.content.Len()
		s.codes = append(s.codes, code)
		return
	}
	if !tag.empty {
		s.raw.WriteString(tag.raw)
	}
	if s.depth--; s.depth == 0 {
		code := &s.codes[len(s.codes)-1]
		code.Original, code.raw = s.native.String(), s.raw.String()
	}
}

func (s *segReader) finish() (seg tmxSeg, complaint string) {
	for _, code := range s.codes {
		if code.element == "bpt" && s.open[code.i] == code.ID {
			return tmxSeg{}, fmt.Sprintf("bpt %q without its ept", code.i)
		}
	}
	seg = tmxSeg{s.content.String(), s.codes, s.ids}
	for i, r := range seg.content {
		if _, size := utf8.DecodeRuneInString(seg.content[i:]); r == utf8.RuneError && size == 1 {
			return tmxSeg{}, "invalid UTF-8; the file is in another encoding than it says, or damaged"
		}
		if !isXMLChar(r) {
			return tmxSeg{}, fmt.Sprintf("U+%04X may not stand in XML", r)
		}
	}
	for _, code := range seg.codes {
		if !utf8.ValidString(code.raw) {
			return tmxSeg{}, "invalid UTF-8 in an inline code"
		}
	}
	return seg, ""
}

// text gives the segment with the IDs that ids has for its own.
func (s *tmxSeg) text(ids map[int]int) unit.Text {
	t := unit.Text{Content: s.content}
	for _, code := range s.codes {
		if id, ok := ids[code.ID]; ok {
			code.ID = id
		}
		t.Codes = append(t.Codes, code.Code)
	}
	return t
}

// idsIn finds for each code of s the code of source that it translates: the one
// with the same x, else one of the same element with the same bytes, else the next of
// the same element. A code without a counterpart gets an ID that source does not use.
func (s *tmxSeg) idsIn(source *tmxSeg) map[int]int {
	ids := map[int]int{}
	used := map[int]bool{}
	take := func(same func(a, b *tmxCode) bool) {
		for i := range s.codes {
			a := &s.codes[i]
			if _, done := ids[a.ID]; done {
				continue
			}
			for j := range source.codes {
				if b := &source.codes[j]; !used[b.ID] && a.Kind == b.Kind && same(a, b) {
					ids[a.ID], used[b.ID] = b.ID, true
					break
				}
			}
		}
	}
	take(func(a, b *tmxCode) bool { return a.x != "" && a.x == b.x })
	take(func(a, b *tmxCode) bool {
		return a.element == b.element && a.Original == b.Original && a.x == b.x && a.i == b.i
	})
	take(func(a, b *tmxCode) bool { return a.element == b.element && (a.x == "" || b.x == "") })
	free := source.ids
	for i := range s.codes {
		if _, done := ids[s.codes[i].ID]; !done {
			free++
			ids[s.codes[i].ID] = free
		}
	}
	return ids
}
