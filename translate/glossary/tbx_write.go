package glossary

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"diglot/translate/locale"
)

// tbxNames are the element names of a version.
type tbxNames struct{ concept, language, term string }

// WriteTBX writes a termbase in the dialect TBX-Basic. ReadTBX reads the same
// concepts back.
func WriteTBX(w io.Writer, concepts []Concept, style TBXStyle) error {
	t := tbxWriter{w: bufio.NewWriter(w), style: style, names: tbxNames{"conceptEntry", "langSec", "termSec"}}
	source := locale.MustParse("en")
	if len(concepts) > 0 && len(concepts[0].Terms) > 0 {
		source = concepts[0].Terms[0].Locale
	}
	if style == TBX2 {
		t.names = tbxNames{"termEntry", "langSet", "tig"}
	}
	t.head(source)
	ids := map[string]bool{}
	for i := range concepts {
		t.concept(&concepts[i], i, ids)
	}
	t.line(2, "</body>")
	t.line(1, "</text>")
	if style == TBX2 {
		t.line(0, "</martif>")
	} else {
		t.line(0, "</tbx>")
	}
	if t.err != nil {
		return fmt.Errorf("writing the termbase: %w", t.err)
	}
	if err := t.w.Flush(); err != nil {
		return fmt.Errorf("writing the termbase: %w", err)
	}
	return nil
}

type tbxWriter struct {
	w     *bufio.Writer
	style TBXStyle
	names tbxNames
	err   error // the first
}

func (t *tbxWriter) line(depth int, s string) {
	if t.err == nil {
		_, t.err = t.w.WriteString(strings.Repeat("  ", depth) + s + "\n")
	}
}

func (t *tbxWriter) head(source locale.Tag) {
	t.line(0, `<?xml version="1.0" encoding="UTF-8"?>`)
	switch t.style {
	case TBX2:
		t.line(0, `<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">`)
		t.line(0, `<martif type="TBX-Basic" xml:lang="`+source.String()+`">`)
	case TBX3DCT:
		t.line(0, `<tbx type="TBX-Basic" style="dct" xml:lang="`+source.String()+`" xmlns="`+tbxSpace+`" xmlns:min="`+moduleSpace+`min" xmlns:basic="`+moduleSpace+`basic">`)
	default:
		t.line(0, `<tbx type="TBX-Basic" style="dca" xml:lang="`+source.String()+`" xmlns="`+tbxSpace+`">`)
	}
	header := "tbxHeader"
	if t.style == TBX2 {
		header = "martifHeader"
	}
	t.line(1, "<"+header+"><fileDesc><sourceDesc><p>Diglot glossary</p></sourceDesc></fileDesc></"+header+">")
	t.line(1, "<text>")
	t.line(2, "<body>")
}

// concept writes one entry, its terms grouped by language in the order in which the
// languages first appear.
func (t *tbxWriter) concept(c *Concept, number int, ids map[string]bool) {
	id := xmlID(c.ID, number, ids)
	t.line(3, fmt.Sprintf(`<%s id="%s">`, t.names.concept, id))
	t.field(4, "subjectField", c.Subject)
	t.field(4, "definition", c.Definition)
	for _, e := range c.Extra {
		t.extra(4, e)
	}
	t.note(4, c.Note)
	private := []string{"type", c.Type, "translate", "", "id", ""}
	if c.DoNotTranslate {
		private[3] = "no"
	}
	if id != c.ID {
		private[5] = c.ID
	}
	t.note(4, privateNote(private...))
	for _, tag := range languagesOf(c) {
		t.line(4, fmt.Sprintf(`<%s xml:lang="%s">`, t.names.language, tag))
		for i := range c.Terms {
			if c.Terms[i].Locale == tag {
				t.languageExtras(&c.Terms[i])
			}
		}
		for i := range c.Terms {
			if c.Terms[i].Locale == tag {
				t.term(&c.Terms[i])
			}
		}
		t.line(4, "</"+t.names.language+">")
	}
	t.line(3, "</"+t.names.concept+">")
}

func languagesOf(c *Concept) []locale.Tag {
	var tags []locale.Tag
	seen := map[locale.Tag]bool{}
	for i := range c.Terms {
		if tag := c.Terms[i].Locale; !seen[tag] {
			seen[tag] = true
			tags = append(tags, tag)
		}
	}
	return tags
}

// xmlID gives an id that XML allows and that is used once.
func xmlID(id string, number int, used map[string]bool) string {
	var b strings.Builder
	for i, r := range id {
		letter := r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if letter || i > 0 && (r == '-' || r == '.' || r >= '0' && r <= '9') {
			b.WriteRune(r)
		} else {
			b.WriteByte('_')
		}
	}
	out := b.String()
	if out == "" || used[out] {
		out = fmt.Sprintf("c%d-%s", number+1, out)
	}
	used[out] = true
	return out
}

func (t *tbxWriter) languageExtras(term *Term) {
	for _, e := range term.Extra {
		if e.Level == "language" {
			t.extra(5, e)
		}
	}
}

// term writes one term: termNotes first, as version 2 asks for.
func (t *tbxWriter) term(term *Term) {
	t.line(5, "<"+t.names.term+">")
	t.line(6, "<term>"+escapeXML(term.Text)+"</term>")
	t.field(6, "administrativeStatus", statusNames[term.Status])
	pos, privatePos := listed(term.PartOfSpeech, partsOfSpeech)
	gender, privateGender := listed(term.Gender, genders)
	t.field(6, "partOfSpeech", pos)
	t.field(6, "grammaticalGender", gender)
	for _, notes := range []bool{true, false} {
		for _, e := range term.Extra {
			if e.Level == "" && strings.HasPrefix(e.XML, "<termNote") == notes {
				t.extra(6, e)
			}
		}
	}
	t.field(6, "source", term.Authority)
	t.note(6, term.Note)
	sensitive := ""
	if term.CaseSensitive {
		sensitive = "sensitive"
	}
	t.note(6, privateNote("case", sensitive, "match", string(term.Match), "use", string(term.Use),
		"number", term.Number, "approval", term.Approval, "pos", privatePos, "gender", privateGender))
	t.line(5, "</"+t.names.term+">")
}

// field writes a value of a category in the style of the file.
func (t *tbxWriter) field(depth int, kind, value string) {
	if value == "" {
		return
	}
	c := categories[kind]
	if t.style == TBX3DCT {
		name := c.module + ":" + kind
		t.line(depth, "<"+name+">"+escapeXML(value)+"</"+name+">")
		return
	}
	t.line(depth, fmt.Sprintf(`<%s type="%s">%s</%s>`, c.element, kind, escapeXML(value), c.element))
}

func (t *tbxWriter) note(depth int, note string) {
	if note != "" {
		t.line(depth, "<note>"+escapeXML(note)+"</note>")
	}
}

// extra writes what an earlier file had. What is no element becomes a note.
func (t *tbxWriter) extra(depth int, e Extra) {
	raw := e.XML
	if !isElement(raw) {
		t.note(depth, raw)
		return
	}
	if t.style == TBX3DCT && t.err == nil {
		raw, t.err = restyle(raw, true)
	}
	t.line(depth, raw)
}

// isElement reports whether s is one well-formed element.
func isElement(s string) bool {
	d := xml.NewDecoder(strings.NewReader(s))
	depth, elements := 0, 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return elements == 1
		}
		if err != nil {
			return false
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth == 0 {
				elements++
			}
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			if depth == 0 && strings.TrimSpace(string(t)) != "" {
				return false
			}
		default:
			if depth == 0 {
				return false
			}
		}
	}
}
