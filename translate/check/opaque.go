package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// opaque is a stretch of a text that is not language: no check of letters, digits
// or marks looks inside. Formats usually take markup out as inline codes; what is
// found here is what came in a plain string, as in a file of pairs.
type opaque struct {
	kind       opaqueKind
	start, end int
}

type opaqueKind uint8

const (
	openingTag    opaqueKind = iota // <b>
	closingTag                      // </b>
	standaloneTag                   // <br/>, a comment
	entity                          // &amp;
	placeholder                     // {name}, {0}, ${name}, {{name}}
	printfHolder                    // %s, %1$d, %(name)s
	address                         // https://…, www.…
	mailAddress                     // name@example.org
	siteName                        // example.org: a name of a paper as often as an address
	icuSyntax                       // {n, plural, one {
)

func (o opaque) isTag() bool { return o.kind <= standaloneTag }

// opaqueStarts are the bytes at which an opaque piece, or the heart of one, begins.
const opaqueStarts = "<&{%$:@w."

// appendOpaque finds the opaque pieces of s, in order and apart from each other.
func appendOpaque(list []opaque, s string) []opaque {
	done := 0           // end of the last piece
	var syntax []opaque // of a message that is being read
	for i := 0; i < len(s); i++ {
		if len(syntax) > 0 && syntax[0].start == i {
			list = append(list, syntax[0])
			done = syntax[0].end
			i = done - 1
			syntax = syntax[1:]
			continue
		}
		if !startsOpaque[s[i]] {
			continue
		}
		if s[i] == '{' && len(syntax) == 0 {
			if a, ok := icuArgumentAt(s, i); ok {
				syntax = a.syntax()
				i--
				continue
			}
		}
		o, ok := opaqueAt(s, i, done)
		if ok && (len(syntax) == 0 || o.end <= syntax[0].start) {
			list = append(list, o)
			done = o.end
			i = o.end - 1
		}
	}
	return list
}

var startsOpaque = func() (is [256]bool) {
	for _, c := range []byte(opaqueStarts) {
		is[c] = true
	}
	return is
}()

// opaqueAt reads the piece whose first or telling byte is s[i]; it reaches back no
// further than from.
func opaqueAt(s string, i, from int) (opaque, bool) {
	switch s[i] {
	case '<':
		return tagAt(s, i)
	case '&':
		return entityAt(s, i)
	case '{', '$':
		return placeholderAt(s, i)
	case '%':
		return printfAt(s, i)
	case ':':
		return schemeAt(s, i, from)
	case '@':
		return mailAt(s, i, from)
	case '.':
		return siteAt(s, i, from)
	case 'w':
		if strings.HasPrefix(s[i:], "www.") && (i == from || !isNameByte(s[i-1])) {
			return addressTo(s, i, i+4)
		}
	}
	return opaque{}, false
}

// tagAt reads <name …>, </name> or <!-- … -->. A "<" before anything else is a
// sign of its own, as in "a < b".
func tagAt(s string, i int) (opaque, bool) {
	rest := s[i+1:]
	if strings.HasPrefix(rest, "!--") {
		if end := strings.Index(rest, "-->"); end >= 0 {
			return opaque{standaloneTag, i, i + 1 + end + 3}, true
		}
		return opaque{}, false
	}
	name := strings.TrimPrefix(rest, "/")
	if name == "" || !isASCIILetter(name[0]) && !isASCIIDigit(name[0]) {
		return opaque{}, false
	}
	end := strings.IndexAny(rest, "<>")
	if end < 0 || rest[end] == '<' || strings.IndexByte(tagName(s[i:i+end+2]), '@') >= 0 {
		return opaque{}, false // <name@example.org> is no tag
	}
	o := opaque{openingTag, i, i + 1 + end + 1}
	switch {
	case rest[0] == '/':
		o.kind = closingTag
	case rest[end-1] == '/' || voidTag(tagName(s[o.start:o.end])):
		o.kind = standaloneTag
	}
	return o, true
}

// tagName gives the name in a tag: "a" for `<a href="x">` and for `</a>`.
func tagName(tag string) string {
	name := strings.TrimLeft(tag, "</")
	if end := strings.IndexFunc(name, func(r rune) bool { return r == '>' || r == '/' || unicode.IsSpace(r) }); end >= 0 {
		name = name[:end]
	}
	return name
}

// voidTag reports the elements of HTML that never have an end tag.
func voidTag(name string) bool {
	switch name {
	case "br", "img", "hr", "wbr", "input", "BR", "IMG", "HR", "WBR":
		return true
	}
	return false
}

// entityAt reads &amp;, &#160; or &#xA0;.
func entityAt(s string, i int) (opaque, bool) {
	for end := i + 1; end < len(s) && end-i < 32; end++ {
		switch c := s[end]; {
		case c == ';':
			return opaque{entity, i, end + 1}, end > i+1
		case !isASCIILetter(c) && !isASCIIDigit(c) && c != '#':
			return opaque{}, false
		}
	}
	return opaque{}, false
}

// placeholderAt reads {name}, {0}, {0:format}, {{name}} or ${name}.
func placeholderAt(s string, i int) (opaque, bool) {
	at := i
	if s[at] == '$' {
		at++
		if at == len(s) || s[at] != '{' {
			return opaque{}, false
		}
	}
	deep := 0
	for at < len(s) && s[at] == '{' {
		at++
		deep++
	}
	for at < len(s) && s[at] == ' ' {
		at++
	}
	if at == len(s) || !isNameByte(s[at]) {
		return opaque{}, false
	}
	for at < len(s) && s[at] != '}' {
		if s[at] == '{' || s[at] == '|' || s[at] >= utf8.RuneSelf || s[at] == '\n' {
			return opaque{}, false
		}
		at++
	}
	if !strings.HasPrefix(s[at:], strings.Repeat("}", deep)) || strings.Count(s[i:at], " ") > 2 {
		return opaque{}, false // words in braces are words
	}
	return opaque{placeholder, i, at + deep}, true
}

// printfAt reads a conversion of the printf family: %s, %5.2f, %1$s, %(name)d, %@.
// A per cent sign behind a digit, or before a word, is a per cent sign.
func printfAt(s string, i int) (opaque, bool) {
	if i > 0 && isASCIIDigit(s[i-1]) {
		return opaque{}, false
	}
	at := i + 1
	if at < len(s) && s[at] == '(' {
		for at++; at < len(s) && isNameByte(s[at]); at++ {
		}
		if at == len(s) || s[at] != ')' {
			return opaque{}, false
		}
		at++
	}
	if at < len(s) && s[at] == '\'' {
		at++
	}
	for at < len(s) && (isASCIIDigit(s[at]) || strings.IndexByte("$.+-#*", s[at]) >= 0) {
		at++
	}
	for at < len(s) && strings.IndexByte("hlLqjzt", s[at]) >= 0 {
		at++
	}
	if at == len(s) || strings.IndexByte("sdiufFeEgGxXoOcCpqvTtbU@", s[at]) < 0 {
		return opaque{}, false
	}
	at++
	if at < len(s) && (isNameByte(s[at]) || s[at] == '\'') {
		return opaque{}, false
	}
	return opaque{printfHolder, i, at}, true
}

func isASCIILetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func isASCIIDigit(c byte) bool { return c >= '0' && c <= '9' }

func isNameByte(c byte) bool { return isASCIILetter(c) || isASCIIDigit(c) || c == '_' }
