package glossary

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"diglot/translate/locale"
)

// term reads one term with what is said of it.
func (p *tbxReader) term(c *Concept, tag locale.Tag) error {
	t := Term{Locale: tag}
	seen, fields := false, 0
	var read func(start xml.StartElement, offset int64) error
	read = func(start xml.StartElement, offset int64) error {
		switch start.Name.Local {
		case "termGrp": // version 2 groups a term with its termNotes
			return p.children(read)
		case "term":
			if seen || fields > 0 {
				return fmt.Errorf("concept %s: a section of a term begins with its one <term>", c.ID)
			}
			seen = true
			text, _, err := p.element(offset)
			t.Text = strings.Join(strings.Fields(text), " ")
			return err
		}
		fields++
		field, err := p.field(start, offset)
		if err == nil {
			err = t.take(field)
		}
		if err != nil {
			return fmt.Errorf("concept %s: %w", c.ID, err)
		}
		return nil
	}
	if err := p.children(read); err != nil {
		return err
	}
	if !seen {
		return fmt.Errorf("concept %s: a section of a term of %s has no <term>", c.ID, tag)
	}
	if t.Text == "" {
		return nil // an empty form, as some termbases export
	}
	if t.Status == "" {
		t.Status = Preferred
	}
	c.Terms = append(c.Terms, t)
	return nil
}

// take puts a field where the model has it.
func (t *Term) take(f tbxField) error {
	switch {
	case f.kind == "administrativeStatus" || f.kind == "normativeAuthorization":
		status, ok := statusOf(f.text)
		if !ok {
			return fmt.Errorf("%s is %.40q, want one such as %s", f.kind, f.text, statusNames[Preferred])
		}
		t.Status = status
	case f.kind == "partOfSpeech" && t.PartOfSpeech == "":
		t.PartOfSpeech = f.text
	case f.kind == "grammaticalGender" && t.Gender == "":
		t.Gender = f.text
	case f.kind == "grammaticalNumber" && t.Number == "":
		t.Number = f.text
	case f.kind == "source" && t.Authority == "":
		t.Authority = f.text
	case f.kind == "note":
		return t.takeNote(f.text)
	default:
		t.Extra = append(t.Extra, Extra{XML: f.raw})
	}
	return nil
}

func (t *Term) takeNote(note string) error {
	v, ok := privateFields(note)
	if !ok {
		t.Note = joinNotes(t.Note, note)
		return nil
	}
	t.CaseSensitive = v.Get("case") == "sensitive"
	t.Match, t.Use = Match(v.Get("match")), Use(v.Get("use"))
	t.Number, t.Approval = v.Get("number"), v.Get("approval")
	if pos := v.Get("pos"); pos != "" {
		t.PartOfSpeech = pos
	}
	if gender := v.Get("gender"); gender != "" {
		t.Gender = gender
	}
	return nil
}

// tbxField is one thing that is said of a concept or a term.
type tbxField struct {
	kind string // the data category, "note", or "" for a group and for what nobody knows
	text string
	raw  string // its XML, in dca style
}

// minCategories are all that the dialect TBX-Min allows.
var minCategories = map[string]bool{"administrativeStatus": true, "customerSubset": true, "externalCrossReference": true, "partOfSpeech": true, "subjectField": true}

// field reads an element that says something, to its end.
func (p *tbxReader) field(start xml.StartElement, offset int64) (f tbxField, err error) {
	switch local := start.Name.Local; local {
	case "descrip", "admin", "termNote", "transac", "xref", "ref", "transacNote", "adminNote", "descripNote":
		f.kind = attribute(start, "type")
		if f.kind == "" {
			return f, fmt.Errorf("<%s> has no attribute type", local)
		}
		if p.dialect == "TBX-Min" && !minCategories[f.kind] {
			return f, fmt.Errorf("TBX-Min has no %s %q; set type of the root to TBX-Basic if the file is of that dialect", local, f.kind)
		}
	case "note":
		f.kind = "note"
	default:
		if p.dct && strings.HasPrefix(start.Name.Space, moduleSpace) {
			f.kind = local
		}
	}
	f.text, f.raw, err = p.element(offset)
	f.text = strings.TrimSpace(f.text)
	if err == nil && p.dct {
		f.raw, err = restyle(f.raw, false)
	}
	return f, err
}

// element reads the element that began at offset to its end and gives its letters
// and its XML.
func (p *tbxReader) element(offset int64) (letters, raw string, err error) {
	var b strings.Builder
	for inside := 1; inside > 0; {
		token, _, err := p.next()
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return "", "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			inside++
		case xml.EndElement:
			inside--
		case xml.CharData:
			b.Write(t)
		}
	}
	return b.String(), p.body[offset:p.decoder.InputOffset()], nil
}
