package memory

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"diglot/translate/unit"
)

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\r", "&#13;")

// escapeXML writes text so that it may stand in an element or an attribute.
func escapeXML(s string) string {
	if !strings.ContainsAny(s, "&<>\"\r") {
		return s
	}
	return xmlEscaper.Replace(s)
}

// isXMLName reports whether an attribute may be called this (ASCII names only).
func isXMLName(s string) bool {
	for i, c := range []byte(s) {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_'
		if !letter && (i == 0 || c != '-' && c != ':' && c != '.' && (c < '0' || c > '9')) {
			return false
		}
	}
	return s != ""
}

// standardCode gives the TMX element for the i-th code of a text.
func standardCode(t unit.Text, i int) string {
	code := t.Codes[i]
	kind := ""
	if code.Break {
		kind = ` type="lb"`
	}
	native := escapeXML(code.Original)
	switch {
	case code.Kind == unit.Standalone:
		return fmt.Sprintf(`<ph x="%d"%s>%s</ph>`, code.ID, kind, native)
	case !hasPartner(t, i) && code.Kind == unit.Open:
		return fmt.Sprintf(`<it pos="begin" x="%d"%s>%s</it>`, code.ID, kind, native)
	case !hasPartner(t, i):
		return fmt.Sprintf(`<it pos="end" x="%d"%s>%s</it>`, code.ID, kind, native)
	case code.Kind == unit.Open:
		return fmt.Sprintf(`<bpt i="%d" x="%d"%s>%s</bpt>`, code.ID, code.ID, kind, native)
	default:
		return fmt.Sprintf(`<ept i="%d"%s>%s</ept>`, code.ID, kind, native)
	}
}

// hasPartner reports whether the code is one of a pair, its opening one first.
func hasPartner(t unit.Text, i int) bool {
	open, closed, same := 0, 0, 0
	for j, c := range t.Codes {
		if c.ID != t.Codes[i].ID || c.Kind == unit.Standalone {
			continue
		}
		same++
		if c.Kind == unit.Open {
			open = j + 1
		} else {
			closed = j + 1
		}
	}
	return same == 2 && open > 0 && open < closed
}

// codeElements gives an element for each code: raw(i), as the file had it, where
// that still says the same as the code. A property is never taken for markup on trust.
func codeElements(t unit.Text, raw func(int) string) []string {
	elements := make([]string, len(t.Codes))
	var open []int // indexes of the hi that are open
	nested := true
	for i, code := range t.Codes {
		elements[i] = raw(i)
		switch {
		case isHi(elements[i]) && code.Kind == unit.Open && code.Original == "":
			open = append(open, i)
		case elements[i] == "</hi>" && code.Kind == unit.Close && code.Original == "":
			nested = nested && len(open) > 0 && t.Codes[open[len(open)-1]].ID == code.ID
			open = open[:max(0, len(open)-1)]
		case !says(elements[i], code):
			elements[i] = standardCode(t, i)
		}
	}
	if nested && len(open) == 0 {
		return elements
	}
	for i := range elements {
		if elements[i] == "</hi>" || isHi(elements[i]) {
			elements[i] = standardCode(t, i)
		}
	}
	return elements
}

// isHi reports whether raw is one start tag of hi.
func isHi(raw string) bool {
	scan := newXMLScanner(strings.NewReader(raw))
	tag, _, err := scan.next()
	if err != nil || tag.name != "hi" || tag.end || tag.empty {
		return false
	}
	_, _, err = scan.next()
	return errors.Is(err, io.EOF)
}

// says reports whether raw is one whole element for the code.
func says(raw string, code unit.Code) bool {
	scan := newXMLScanner(strings.NewReader(raw))
	first, _, err := scan.next()
	if err != nil || first.name == "" || first.end {
		return false
	}
	kind, ok := map[string]unit.Kind{"bpt": unit.Open, "ept": unit.Close, "ph": unit.Standalone, "ut": unit.Standalone}[first.name]
	if first.name == "it" {
		kind, ok = map[string]unit.Kind{"begin": unit.Open, "end": unit.Close}[first.attr("pos")]
	}
	return ok && kind == code.Kind && nativeOf(scan, first) == code.Original
}

// nativeOf reads an element to its end and gives its text; "\x00" where it is not
// whole or something follows it.
func nativeOf(scan *xmlScanner, first xmlTag) string {
	const broken = "\x00"
	var native strings.Builder
	var open []string
	if !first.empty {
		open = append(open, first.name)
	}
	for {
		tag, text, err := scan.next()
		switch {
		case errors.Is(err, io.EOF) && len(open) == 0:
			return native.String()
		case err != nil || len(open) == 0:
			return broken
		case tag.name == "":
			native.WriteString(text)
		case tag.empty:
		case !tag.end:
			open = append(open, tag.name)
		case open[len(open)-1] != tag.name:
			return broken
		default:
			open = open[:len(open)-1]
		}
	}
}

// unfit says what keeps an entry from being written as XML.
func unfit(e *Entry) string {
	texts := []string{e.Source.Content, e.Target.Content, e.Previous, e.Next, e.Origin, e.Author}
	for _, code := range slices.Concat(e.Source.Codes, e.Target.Codes) {
		texts = append(texts, code.Original)
	}
	for _, key := range slices.Sorted(maps.Keys(e.Properties)) {
		texts = append(texts, key, e.Properties[key])
	}
	for _, s := range texts {
		for i, r := range s {
			if _, size := utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && size == 1 {
				return "invalid UTF-8; left out"
			}
			if !isXMLChar(r) {
				return fmt.Sprintf("U+%04X cannot stand in XML; left out", r)
			}
		}
	}
	return ""
}
