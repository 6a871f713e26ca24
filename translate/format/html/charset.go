package html

import (
	"strings"

	"diglot/translate/format"
	"diglot/translate/text"
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

// Redeclare names a charset wherever the page names another one, and adds a meta
// element at the top of the head where it names none. A page without html and head
// elements is a piece of one, and left alone.
func (Format) Redeclare(d *format.Document, charset string) []format.Edit {
	declared := declarations(d.Body)
	var edits []format.Edit
	for _, s := range declared {
		if c, err := text.CharsetNamed(d.Body[s.Start:s.End]); err != nil || c.Name() != charset {
			edits = append(edits, format.Edit{Span: s, New: charset})
		}
	}
	if len(declared) > 0 || d.Charset.BOM {
		return edits
	}
	top := -1
	s := scanner{body: d.Body}
	for s.nextTag() && s.token.name != "body" {
		if s.token.name == "html" || s.token.name == "head" {
			top = s.token.end
		}
		if s.token.name == "head" {
			break
		}
	}
	if top < 0 {
		return nil
	}
	return []format.Edit{{Span: unit.Span{Start: top, End: top}, New: `<meta charset="` + charset + `">`}}
}

// declarations lists where a page names its charset, as far as the head goes.
func declarations(body string) []unit.Span {
	var list []unit.Span
	s := scanner{body: body}
	if s.next() && s.token.kind == comment && strings.HasPrefix(body, "<?xml") {
		if at, ok := namedIn(body, unit.Span{Start: 0, End: s.token.end}, "encoding"); ok {
			list = append(list, at)
		}
	}
	for s = (scanner{body: body}); s.nextTag() && s.token.name != "body"; {
		if s.token.name != "meta" {
			continue
		}
		if at, ok := inMeta(body, &s.token); ok {
			list = append(list, at)
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
