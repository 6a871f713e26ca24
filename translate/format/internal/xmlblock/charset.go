package xmlblock

import (
	"bytes"
	"strings"

	"diglot/translate/format"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// Charset is embedded by formats whose files name their charset in an XML
// declaration. It makes them a format.Declarer.
type Charset struct{}

// DeclaredCharset finds the charset that the XML declaration names. UTF-16 is not
// believed, since the name could be read.
func (Charset) DeclaredCharset(head []byte) string {
	body := string(head)
	s, ok := encodingIn(body)
	if name := body[s.Start:s.End]; ok && !strings.HasPrefix(strings.ToLower(name), "utf-16") {
		return name
	}
	return ""
}

// Redeclare names a charset in the XML declaration, and adds one where it is
// missing and the charset is not what XML is read as without it. In a file whose byte
// order mark says it already the declaration stays as it is.
func (Charset) Redeclare(d *format.Document, charset string) []format.Edit {
	if mark := marks[charset]; mark != "" && bytes.HasPrefix(d.Source, []byte(mark)) {
		return nil
	}
	s, ok := encodingIn(d.Body)
	if ok {
		if c, err := text.CharsetNamed(d.Body[s.Start:s.End]); err == nil && c.Name() == charset {
			return nil
		}
		return []format.Edit{{Span: s, New: charset}}
	}
	if charset == text.UTF8.Name() || strings.HasPrefix(charset, "UTF-16") {
		return nil
	}
	if end := declarationEnd(d.Body); end > 0 {
		at := end - len("?>")
		if standalone := strings.Index(d.Body[:end], "standalone"); standalone > 0 {
			return []format.Edit{{Span: unit.Span{Start: standalone, End: standalone}, New: `encoding="` + charset + `" `}}
		}
		return []format.Edit{{Span: unit.Span{Start: at, End: at}, New: ` encoding="` + charset + `"`}}
	}
	return []format.Edit{{New: `<?xml version="1.0" encoding="` + charset + `"?>` + "\n"}}
}

// marks are the byte order marks.
var marks = map[string]string{"UTF-8": "\xEF\xBB\xBF", "UTF-16LE": "\xFF\xFE", "UTF-16BE": "\xFE\xFF"}

// declarationEnd gives the byte behind the XML declaration, 0 where there is none.
func declarationEnd(body string) int {
	const start = "<?xml"
	if !strings.HasPrefix(body, start) || len(body) == len(start) || !isSpace(body[len(start)]) {
		return 0
	}
	return strings.Index(body, "?>") + len("?>")
}

// encodingIn finds the name of the charset in the XML declaration.
func encodingIn(body string) (unit.Span, bool) {
	end := declarationEnd(body)
	if end < len("?>")+1 {
		return unit.Span{}, false
	}
	i := strings.Index(body[:end], "encoding")
	if i < 0 {
		return unit.Span{}, false
	}
	at := i + len("encoding")
	for at < end && (isSpace(body[at]) || body[at] == '=') {
		at++
	}
	n := strings.IndexByte(body[at+1:end], body[at])
	if n <= 0 || body[at] != '"' && body[at] != '\'' {
		return unit.Span{}, false
	}
	return unit.Span{Start: at + 1, End: at + 1 + n}, true
}
