package xmlblock

import (
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/unit"
)

// FillElement gives the edit that makes text the content of an element.
func FillElement(t *xmlspan.Tree, n xmlspan.Node, text string) format.Edit {
	if !n.SelfClosed() {
		return format.Edit{Span: n.Inside(), New: text}
	}
	tag := n.Tag()
	start := strings.TrimRight(t.Body[tag.Start:tag.End-len("/>")], " \t\r\n")
	return format.Edit{Span: tag, New: start + ">" + text + "</" + n.Name() + ">"}
}

// Behind gives the place for an element that is to follow another one, and what
// goes before it: the white space that stands before the other.
func Behind(t *xmlspan.Tree, n xmlspan.Node) (at unit.Span, gap string) {
	end := n.Span().End
	start := n.Start()
	for start > 0 && isSpace(t.Body[start-1]) {
		start--
	}
	return unit.Span{Start: end, End: end}, t.Body[start:n.Start()]
}

// SetAttribute gives the edit that gives an attribute of an element a value.
func SetAttribute(t *xmlspan.Tree, n xmlspan.Node, name, value string) format.Edit {
	value = attributeValue.Replace(value)
	if a, ok := n.Attribute(name); ok {
		return format.Edit{Span: a.Value, New: value}
	}
	end := n.Tag().End - len(">")
	if n.SelfClosed() {
		end--
	}
	for isSpace(t.Body[end-1]) {
		end--
	}
	return format.Edit{Span: unit.Span{Start: end, End: end}, New: " " + name + `="` + value + `"`}
}

// attributeValue spells what cannot stand in an attribute's value, whatever its
// quotes are.
var attributeValue = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&apos;", "\n", "&#10;", "\t", "&#9;", "\r", "&#13;")

// DropAttribute gives the edit that takes an attribute out of an element.
func DropAttribute(t *xmlspan.Tree, n xmlspan.Node, name string) []format.Edit {
	a, ok := n.Attribute(name)
	if !ok {
		return nil
	}
	for isSpace(t.Body[a.Span.Start-1]) {
		a.Span.Start--
	}
	return []format.Edit{{Span: a.Span}}
}
