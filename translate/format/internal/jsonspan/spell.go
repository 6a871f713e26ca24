package jsonspan

import (
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/literal"
)

// What follows the backslash of an escape, and what it means.
const (
	escaped  = `"\/bfnrt`
	meanings = "\"\\/\b\f\n\r\t"
)

// unescape reads the escape at the start of s; size is 0 where it is none.
func unescape(s string) (size int, letters string) {
	if len(s) < 2 {
		return 0, ""
	}
	if i := strings.IndexByte(escaped, s[1]); i >= 0 {
		return 2, meanings[i : i+1]
	}
	if s[1] != 'u' {
		return 0, ""
	}
	size, letters, _ = literal.Escape16(s)
	return size, letters
}

// Spell writes letters as they stand in a JSON string of a document. ascii says
// that the document spells other characters by their numbers.
func Spell(d *format.Document, letters string, ascii bool) string {
	var out strings.Builder
	for _, r := range letters {
		i := -1
		if r != '/' {
			i = strings.IndexRune(meanings, r)
		}
		switch {
		case i >= 0:
			out.WriteString(`\` + escaped[i:i+1])
		case r < ' ' || r == 0x7F || !literal.Plain(d, ascii, r):
			out.WriteString(literal.UTF16(`\u%04x`, r))
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// byNumbers is what the Where of blocks ends with in files of ASCII that spell other
// characters by their numbers.
const byNumbers = " by numbers"

// Settle notes at the blocks of a file how it spells characters beyond ASCII, for
// Numbered.
func Settle(body string, blocks []format.Block) []format.Block {
	if literal.ASCII(body) && strings.Contains(body, `\u`) {
		for i := range blocks {
			blocks[i].Where += byNumbers
		}
	}
	return blocks
}

// Numbered reports that the file of a block spells other characters by their
// numbers.
func Numbered(b *format.Block) bool { return strings.HasSuffix(b.Where, byNumbers) }
