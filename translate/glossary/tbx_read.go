package glossary

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"diglot/translate/locale"
	"diglot/translate/text"
)

// Bounds of what ReadTBX takes.
const (
	maxTBX      = 512 << 20 // bytes
	maxTBXDepth = 64        // elements within each other
)

// ReadTBX reads a termbase in TBX version 2 or 3, in either style. Terms without a
// status are preferred. name stands in errors, with the line. Entities other than
// the five of XML are refused.
func ReadTBX(r io.Reader, name string) ([]Concept, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxTBX+1))
	if err != nil {
		return nil, fmt.Errorf("%s: reading the termbase: %w", name, err)
	}
	if len(data) > maxTBX {
		return nil, fmt.Errorf("%s: more than %d MB; split the termbase", name, maxTBX>>20)
	}
	body, err := decodeXML(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	p := tbxReader{body: body, decoder: xml.NewDecoder(strings.NewReader(body))}
	p.decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	if err := p.file(); err != nil {
		var syntax *xml.SyntaxError
		if errors.As(err, &syntax) {
			return nil, fmt.Errorf("%s:%d: %s", name, syntax.Line, syntax.Msg)
		}
		line := 1 + strings.Count(body[:p.decoder.InputOffset()], "\n")
		return nil, fmt.Errorf("%s:%d: %w", name, line, err)
	}
	return p.concepts, nil
}

// decodeXML turns an XML file into UTF-8, by its byte order mark or its declaration.
func decodeXML(data []byte) (string, error) {
	declared := ""
	if head, _, ok := strings.Cut(string(data[:min(len(data), 200)]), "?>"); ok {
		if _, rest, ok := strings.Cut(head, "encoding="); ok && rest != "" {
			declared, _, _ = strings.Cut(rest[1:], rest[:1])
		}
	}
	found, err := text.Detect(data, text.Hint{Declared: declared})
	if err != nil {
		return "", err
	}
	return text.Decode(data, found.Charset)
}

// tbxReader walks through one file.
type tbxReader struct {
	body     string
	decoder  *xml.Decoder
	depth    int
	dialect  string
	dct      bool
	concepts []Concept
}

// next gives the next start or end of an element. A start is told with its offset.
func (p *tbxReader) next() (token xml.Token, offset int64, err error) {
	for {
		offset = p.decoder.InputOffset()
		token, err = p.decoder.Token()
		if err != nil {
			return nil, 0, err
		}
		switch token.(type) {
		case xml.StartElement:
			if p.depth++; p.depth > maxTBXDepth {
				return nil, 0, fmt.Errorf("elements more than %d deep", maxTBXDepth)
			}
		case xml.EndElement:
			p.depth--
		case xml.CharData:
		default:
			continue
		}
		return token, offset, nil
	}
}

// children calls do for each element within the one that has just begun. do has
// to read its element to the end.
func (p *tbxReader) children(do func(start xml.StartElement, offset int64) error) error {
	for {
		token, offset, err := p.next()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := do(t, offset); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// file reads from the root on.
func (p *tbxReader) file() error {
	token, _, err := p.next()
	for ; err == nil; token, _, err = p.next() {
		if _, ok := token.(xml.StartElement); ok {
			break
		}
	}
	if err == io.EOF {
		return errors.New("no TBX: there is no element in the file")
	}
	if err != nil {
		return err
	}
	root := token.(xml.StartElement)
	if root.Name.Local != "tbx" && root.Name.Local != "martif" {
		return fmt.Errorf("no TBX: the root element is <%s>, want <tbx> or <martif>", root.Name.Local)
	}
	p.dialect, p.dct = attribute(root, "type"), strings.EqualFold(attribute(root, "style"), "dct")
	if err := p.children(p.part); err != nil {
		return err
	}
	for { // what follows the root is comments and white space
		if _, _, err := p.next(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// part reads what is above the entries.
func (p *tbxReader) part(start xml.StartElement, offset int64) error {
	switch start.Name.Local {
	case "text", "body":
		return p.children(p.part)
	case "conceptEntry", "termEntry":
		c := Concept{ID: attribute(start, "id")}
		if c.ID == "" {
			c.ID = fmt.Sprintf("entry-%d", len(p.concepts)+1)
		}
		if err := p.children(func(s xml.StartElement, o int64) error { return p.conceptField(&c, s, o) }); err != nil {
			return err
		}
		p.concepts = append(p.concepts, c)
		return nil
	case "martifHeader", "tbxHeader", "back":
		_, _, err := p.element(offset)
		return err
	}
	return fmt.Errorf("<%s> does not belong here", start.Name.Local)
}

func (p *tbxReader) conceptField(c *Concept, start xml.StartElement, offset int64) error {
	if start.Name.Local == "langSec" || start.Name.Local == "langSet" {
		return p.language(c, start)
	}
	field, err := p.field(start, offset)
	if err != nil {
		return err
	}
	switch {
	case field.kind == "subjectField" && c.Subject == "":
		c.Subject = field.text
	case field.kind == "definition" && c.Definition == "":
		c.Definition = field.text
	case field.kind == "note":
		if v, ok := privateFields(field.text); ok {
			c.Type, c.DoNotTranslate = v.Get("type"), v.Get("translate") == "no"
			if id := v.Get("id"); id != "" {
				c.ID = id
			}
			return nil
		}
		c.Note = joinNotes(c.Note, field.text)
	default:
		c.Extra = append(c.Extra, Extra{XML: field.raw})
	}
	return nil
}

func joinNotes(a, b string) string {
	if a == "" {
		return b
	}
	return a + "\n" + b
}

func attribute(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// language reads the terms of one language.
func (p *tbxReader) language(c *Concept, start xml.StartElement) error {
	tag, err := locale.Parse(attribute(start, "lang"))
	if err != nil {
		return fmt.Errorf("concept %s: %w", c.ID, err)
	}
	first := len(c.Terms)
	var extra []Extra
	err = p.children(func(s xml.StartElement, offset int64) error {
		switch s.Name.Local {
		case "termSec", "tig", "ntig":
			return p.term(c, tag)
		}
		field, err := p.field(s, offset)
		if err == nil {
			extra = append(extra, Extra{"language", field.raw})
		}
		return err
	})
	if err == nil && len(extra) > 0 && len(c.Terms) > first {
		c.Terms[first].Extra = append(extra, c.Terms[first].Extra...)
	}
	return err
}
