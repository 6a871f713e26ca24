package docx

import (
	"strings"

	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/unit"
)

// item is one thing directly in a paragraph, or in a pair such as a hyperlink.
type item struct {
	sort  itemSort
	span  unit.Span // in the part, as all spans here
	node  xmlspan.Node
	props properties
	head  unit.Span // of a text run or a pair: up to where its content begins
	tail  unit.Span // where its content ends
	inner []item    // of a pair
	field string    // of a run: b, s, e for the field characters in it, in order
	code  string    // of a run: what its field is told to do
	ends  bool      // a code that ends a line
	fixed bool      // a code that may not be dropped or copied
}

type itemSort uint8

const (
	noise   itemSort = iota // nobody sees it
	alone                   // a code
	textRun                 // a run with letters
	pair                    // two codes and what stands between them
)

// items lists what stands in an element, from its first child on.
func (r *reader) items(n xmlspan.Node) []item {
	var list []item
	for c := range n.Elements() {
		list = append(list, r.item(c))
	}
	return fields(list)
}

func (r *reader) item(n xmlspan.Node) item {
	it := item{sort: alone, span: n.Span(), node: n, fixed: true}
	switch local(n) {
	case "r":
		return r.run(n)
	case "pPr", "proofErr", "smartTagPr", "customXmlPr", "sdtPr", "sdtEndPr":
		it.sort = noise
	case "hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo":
		return r.pair(it, n)
	case "fldSimple":
		if !computed(n.Value(n.Prefix() + "instr")) {
			return r.pair(it, n)
		}
	case "sdt":
		if content := n.Child("sdtContent"); !content.IsZero() && !content.SelfClosed() {
			return r.pair(it, content)
		}
	case "del", "moveFrom":
		it.fixed = false
	}
	return it
}

// pair makes two codes of the tags around the content of an element.
func (r *reader) pair(it item, content xmlspan.Node) item {
	if content.SelfClosed() {
		return it
	}
	it.sort = pair
	it.head = unit.Span{Start: it.span.Start, End: content.Inside().Start}
	it.tail = unit.Span{Start: content.Inside().End, End: it.span.End}
	for c := range content.Elements() {
		if name := local(c); name != "smartTagPr" && name != "customXmlPr" {
			break
		}
		it.head.End = c.Span().End
	}
	it.inner = r.items(content)
	return it
}

// run reads a run: with letters it is a text, else one code.
func (r *reader) run(n xmlspan.Node) item {
	it := item{sort: noise, span: n.Span(), node: n, head: n.Tag(), tail: n.EndTag()}
	for c := range n.Elements() {
		switch name := local(c); name {
		case "rPr":
			it.head.End = c.Span().End
		case "lastRenderedPageBreak":
		case "t", "noBreakHyphen", "softHyphen":
			it.sort = textRun
		case "fldChar":
			it.field += fieldChar(c)
			it.fixed = true
		case "instrText":
			it.code += c.Letters()
			it.fixed = true
		case "br", "cr":
			it.ends = true
		case "tab", "ptab", "sym":
		default:
			it.fixed = true
		}
		if name := local(c); it.sort == noise && name != "rPr" && name != "lastRenderedPageBreak" {
			it.sort = alone
		}
	}
	if it.sort == textRun {
		it.props = r.properties(n)
	}
	return it
}

func fieldChar(n xmlspan.Node) string {
	switch n.Value(n.Prefix() + "fldCharType") {
	case "begin":
		return "b"
	case "separate":
		return "s"
	case "end":
		return "e"
	}
	return ""
}

// fields joins the runs of each field that begins and ends in a list: to one code
// when the program computes the field's result, else to a pair around it.
func fields(list []item) []item {
	var out []item
	for i := 0; i < len(list); i++ {
		separator, end, told := field(list, i)
		first := list[i]
		switch {
		case end < 0:
			out = append(out, first)
			continue
		case separator < 0 || computed(told):
			first.sort, first.fixed = alone, true
		default:
			first.sort = pair
			first.head = unit.Span{Start: first.span.Start, End: list[separator].span.End}
			first.tail = list[end].span
			first.inner = fields(list[separator+1 : end])
		}
		first.span.End, first.field, first.ends = list[end].span.End, "", false
		out = append(out, first)
		i = end
	}
	return out
}

// maxNested is how deep fields stand in one another at most; deeper ones are left in
// their pieces.
const maxNested = 32

// field finds the end of the field that begins with an item, and what stands
// between instruction and result; -1 where they are not in the list as runs of their own.
func field(list []item, i int) (separator, end int, told string) {
	separator = -1
	if list[i].sort != alone || !strings.HasPrefix(list[i].field, "b") {
		return -1, -1, ""
	}
	depth := 0
	for k := i; k < len(list) && depth <= maxNested; k++ {
		if depth == 1 || k == i {
			told += list[k].code
		}
		for _, c := range list[k].field {
			switch {
			case list[k].sort != alone:
				return -1, -1, "" // it stands in one run with letters
			case c == 'b':
				depth++
			case c == 'e':
				depth--
			case c == 's' && depth == 1:
				separator = k
			}
			if depth == 0 {
				return separator, k, told
			}
		}
	}
	return -1, -1, ""
}

// computed reports a field whose result the program works out, so that nobody
// translates it (ECMA-376-1, 17.16.5).
func computed(told string) bool {
	words := strings.Fields(told)
	if len(words) == 0 {
		return false
	}
	name := strings.ToUpper(words[0])
	for _, known := range computedFields {
		if name == known {
			return true
		}
	}
	return strings.HasPrefix(name, "=")
}

var computedFields = []string{
	"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "NOTEREF", "REF", "STYLEREF", "SEQ", "DATE", "TIME", "CREATEDATE", "SAVEDATE",
	"PRINTDATE", "EDITTIME", "AUTHOR", "FILENAME", "FILESIZE", "NUMWORDS", "NUMCHARS", "REVNUM", "LASTSAVEDBY", "USERNAME", "USERINITIALS",
	"DOCPROPERTY", "INFO", "TEMPLATE", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "FORMCHECKBOX", "SYMBOL", "EQ", "ADVANCE", "XE", "TC",
	"TA", "RD", "INCLUDEPICTURE", "EMBED", "LINK", "CITATION", "MERGEFIELD", "MERGEREC", "NEXT", "SET", "ASK", "PRINT", "BARCODE",
}
