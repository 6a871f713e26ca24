package xmlspan

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"diglot/translate/unit"
)

// Piece is a stretch of text: letters that stand as they are, line ends of all
// kinds among them, or a reference.
type Piece struct {
	Span      unit.Span
	Letters   string // what a reader of the file gets
	Reference bool
	Entity    bool // a reference to an entity of the DTD, which nobody resolves
}

// Pieces cuts a stretch of text at its references.
func (t *Tree) Pieces(s unit.Span, yield func(Piece)) {
	body := t.Body
	for at := s.Start; at < s.End; {
		n := strings.IndexByte(body[at:s.End], '&')
		if n < 0 {
			n = s.End - at
		}
		if n > 0 {
			yield(Piece{Span: unit.Span{Start: at, End: at + n}, Letters: body[at : at+n]})
			at += n
			continue
		}
		letters, n := reference(body[at:s.End])
		yield(Piece{
			Span:      unit.Span{Start: at, End: at + n},
			Letters:   letters,
			Reference: true,
			Entity:    letters == body[at:at+n],
		})
		at += n
	}
}

// Letters gives a stretch of text as a reader of the file gets it. References to
// entities of a DTD stay as they are.
func (t *Tree) Letters(s unit.Span) string {
	raw := t.Body[s.Start:s.End]
	if !strings.ContainsAny(raw, "&\r") {
		return raw
	}
	var b strings.Builder
	t.Pieces(s, func(p Piece) {
		if p.Reference {
			b.WriteString(p.Letters)
		} else {
			b.WriteString(lineEnds(p.Letters))
		}
	})
	return b.String()
}

// lineEnds gives the line ends of a string as XML reads them.
func lineEnds(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// predefined are the entities that need no declaration (XML 1.0, 4.6).
var predefined = map[string]string{"amp": "&", "lt": "<", "gt": ">", "quot": `"`, "apos": "'"}

// reference reads the reference at the start of s: what it stands for and its
// length. One to an entity of a DTD stands for itself.
func reference(s string) (letters string, n int) {
	end := strings.IndexByte(s, ';')
	if end < 0 {
		return s[:1], 1
	}
	name := s[1:end]
	if r, ok := numbered(name); ok {
		return string(r), end + 1
	}
	if letters, ok := predefined[name]; ok {
		return letters, end + 1
	}
	return s[:end+1], end + 1
}

// numbered reads the inside of a character reference: "#10" or "#xA".
func numbered(name string) (rune, bool) {
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, false
	}
	base := 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	if strings.HasPrefix(digits, "+") || strings.HasPrefix(digits, "-") {
		return 0, false
	}
	v, err := strconv.ParseUint(digits, base, 32)
	if err != nil || v > utf8.MaxRune || !IsChar(rune(v)) {
		return 0, false
	}
	return rune(v), true
}

// IsChar reports a character that XML 1.0 can hold (production 2).
func IsChar(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return true
	case r < 0x20, r >= 0xD800 && r < 0xE000, r == 0xFFFE, r == 0xFFFF:
		return false
	}
	return r <= utf8.MaxRune
}
