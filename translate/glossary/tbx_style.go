package glossary

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// restyle rewrites the XML of a field from dca style to dct style or back.
// Elements of categories that nobody knows stay as they are.
func restyle(raw string, toDCT bool) (string, error) {
	d := xml.NewDecoder(strings.NewReader(raw))
	d.Strict = false
	var b strings.Builder
	var open []string // names under which elements were begun
	done := int64(0)
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return "", fmt.Errorf("rewriting a field: %w", err)
		}
		end := d.InputOffset()
		switch t := token.(type) {
		case xml.StartElement:
			name := writeStart(&b, t, raw[done:end], toDCT)
			open = append(open, name)
		case xml.EndElement:
			if len(open) == 0 {
				return "", fmt.Errorf("rewriting a field: </%s> without a beginning", t.Name.Local)
			}
			if end > done { // an empty element <x/> has an end token of no length
				b.WriteString("</" + open[len(open)-1] + ">")
			}
			open = open[:len(open)-1]
		default:
			b.WriteString(raw[done:end])
		}
		done = end
	}
}

// writeStart writes the start of an element in the other style and returns its name.
func writeStart(b *strings.Builder, t xml.StartElement, raw string, toDCT bool) string {
	var attributes []xml.Attr
	name := t.Name.Local
	kind := ""
	if toDCT {
		kind = attribute(t, "type")
		if c, ok := categories[kind]; !ok || c.element != name {
			b.WriteString(raw)
			return qualified(t.Name)
		}
		name = categories[kind].module + ":" + kind
	} else {
		c, ok := categories[name]
		if !ok || t.Name.Space == "" {
			b.WriteString(raw)
			return qualified(t.Name)
		}
		attributes = append(attributes, xml.Attr{Name: xml.Name{Local: "type"}, Value: name})
		name = c.element
	}
	for _, a := range t.Attr {
		if a.Name.Local != "type" && a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
			attributes = append(attributes, a)
		}
	}
	b.WriteString("<" + name)
	for _, a := range attributes {
		b.WriteString(" " + qualified(a.Name) + `="` + escapeXML(a.Value) + `"`)
	}
	if strings.HasSuffix(raw, "/>") {
		b.WriteString("/")
	}
	b.WriteString(">")
	return name
}

func qualified(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}
