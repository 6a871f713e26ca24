package html

import (
	"strings"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// DeclaredCharset finds the charset that a page names: in an XML declaration, in
// <meta charset> or in the content-type that a meta element stands in for. UTF-16 is not
// believed, since the name could be read.
func (Format) DeclaredCharset(head []byte) string {
	body := string(head)
	for _, s := range declarations(body) {
		if name := body[s.Start:s.End]; !strings.HasPrefix(strings.ToLower(name), "utf-16") {
			return name
		}
	}
	return ""
}

// Redeclare names another charset wherever the page names one, and adds a meta
// element at the top of the head where it names none.
func (Format) Redeclare(d *format.Document, charset string) []format.Edit {
	var edits []format.Edit
	declared := declarations(d.Body)
	for _, s := range declared {
		if !strings.EqualFold(d.Body[s.Start:s.End], charset) {
			edits = append(edits, format.Edit{Span: s, New: charset})
		}
	}
	if len(declared) > 0 {
		return edits
	}
	s := scanner{body: d.Body}
	for s.next() && s.token.name != "body" {
		if t := &s.token; t.kind == startTag && t.name == "head" {
			return []format.Edit{{Span: unit.Span{Start: t.end, End: t.end}, New: `<meta charset="` + charset + `">`}}
		}
	}
	return nil
}

// declarations lists where a page names its charset, as far as the head goes.
func declarations(body string) []unit.Span {
	var list []unit.Span
	s := scanner{body: body}
	for s.next() {
		t := &s.token
		switch {
		case t.kind == comment && strings.HasPrefix(body[t.start:], "<?xml"):
			if at, ok := namedIn(body, unit.Span{Start: t.start, End: t.end}, "encoding"); ok {
				list = append(list, at)
			}
		case t.kind != startTag:
		case t.name == "meta":
			if at, ok := inMeta(body, t); ok {
				list = append(list, at)
			}
		case t.name == "body":
			return list
		case known[t.name].sort == raw || known[t.name].sort == rcdata:
			s.rawText(t.name)
		}
	}
	return list
}

// inMeta finds the charset's name in a meta element.
func inMeta(body string, t *token) (unit.Span, bool) {
	if a, ok := t.attribute(body, "charset"); ok && a.value.Len() > 0 {
		return a.value, true
	}
	if content, ok := t.attribute(body, "content"); ok && strings.EqualFold(t.value(body, "http-equiv"), "content-type") {
		return namedIn(body, content.value, "charset")
	}
	return unit.Span{}, false
}

// namedIn finds the value behind "key =" in a stretch of the body.
func namedIn(body string, in unit.Span, key string) (unit.Span, bool) {
	s := strings.ToLower(body[in.Start:in.End])
	i := strings.Index(s, key)
	if i < 0 || len(s) != in.Len() {
		return unit.Span{}, false
	}
	rest := strings.TrimLeft(s[i+len(key):], space)
	if !strings.HasPrefix(rest, "=") {
		return unit.Span{}, false
	}
	rest = strings.TrimLeft(rest[1:], space+`"'`)
	n := strings.IndexAny(rest, space+`"';?>`)
	if n < 0 {
		n = len(rest)
	}
	start := in.End - len(rest)
	return unit.Span{Start: start, End: start + n}, n > 0
}
