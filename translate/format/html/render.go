package html

import (
	"strconv"
	"strings"

	"diglot/translate/format"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// Values of Block.Where: inPre, or for an attribute the quote, in which "=" is
// none. Other blocks have "".
const (
	inPre    = "pre"
	unquoted = "="
)

// Render spells a text with references for what would be markup, for the white
// space that the reader would not see, and for what the charset does not have. A
// character for which the block had a reference gets the same one.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	block := &d.Blocks[b]
	w := writer{where: block.Where, charset: d.Charset, hard: hard, references: references(d.Body, block)}
	w.charset.BOM = false
	if w.holdsAll = strings.HasPrefix(w.charset.Name(), "UTF-"); !w.holdsAll {
		_, err := text.Encode(t.Content, w.charset)
		w.holdsAll = err == nil
	}
	if w.where == inPre {
		w.lineEnd = lineEnd(d.Body)
	}
	quote := ""
	if w.where == unquoted && before == "" && after == "" {
		quote, w.where = `"`, `"`
	}
	w.atStart, w.atEnd = before == "", after == ""
	if w.where == unquoted {
		t = oneSpace(t)
	}
	w.text(t)
	return quote + w.out.String() + quote, nil
}

// lineEnd gives the first line end of a body, if it comes soon.
func lineEnd(body string) string {
	body = body[:min(len(body), 1<<16)]
	i := strings.IndexAny(body, "\r\n")
	switch {
	case i < 0:
		return "\n"
	case strings.HasPrefix(body[i:], "\r\n"):
		return "\r\n"
	}
	return body[i : i+1]
}

// references lists how a block spells characters by name or number. It looks at
// the first ones only, so that a block of many pieces is not searched for each.
func references(body string, b *format.Block) map[rune]string {
	var found map[rune]string
	for i, r := range b.Runs {
		if i == 200 {
			break
		}
		written := body[r.Body.Start:r.Body.End]
		if !r.Spelled || written[0] != '&' || written[len(written)-1] != ';' {
			continue
		}
		if runes := []rune(b.Text.Content[r.Text.Start:r.Text.End]); len(runes) == 1 && (runes[0] >= 0x80 || runes[0] == '"' || runes[0] == '\'') {
			if found == nil {
				found = map[rune]string{}
			}
			if _, ok := found[runes[0]]; !ok {
				found[runes[0]] = written
			}
		}
	}
	return found
}

// writer spells one text.
type writer struct {
	out            strings.Builder
	where          string
	lineEnd        string
	charset        text.Charset
	holdsAll       bool // the charset has all characters of the text
	hard           bool
	atStart, atEnd bool // of the block
	references     map[rune]string
}

func (w *writer) text(t unit.Text) {
	next := 0
	for i, r := range t.Content {
		for next < len(t.Codes) && t.Codes[next].Offset <= i {
			w.out.WriteString(t.Codes[next].Original)
			next++
		}
		edge := i == 0 && !w.atStart || i == len(t.Content)-1 && !w.atEnd
		w.letter(r, edge)
	}
	for ; next < len(t.Codes); next++ {
		w.out.WriteString(t.Codes[next].Original)
	}
}

// letter spells one character; edge says that bytes of the source stand next to it.
func (w *writer) letter(r rune, edge bool) {
	reference, listed := w.references[r]
	switch {
	case r == '&':
		w.out.WriteString("&amp;")
	case r == '<':
		w.out.WriteString("&lt;")
	case r == '>':
		w.out.WriteString("&gt;")
	case r == '\n' && w.where == inPre && !w.hard:
		w.out.WriteString(w.lineEnd)
	case listed:
		w.out.WriteString(reference)
	case r == '"' && w.where == `"`:
		w.out.WriteString("&quot;")
	case w.needsNumber(r, edge):
		w.out.WriteString("&#" + strconv.Itoa(int(r)) + ";")
	default:
		w.out.WriteRune(r)
	}
}

func (w *writer) needsNumber(r rune, edge bool) bool {
	switch {
	case r == ' ':
		return w.where == unquoted
	case r == '\r', r == '\t' || r == '\n' || r == '\f':
		return r == '\r' || w.where != inPre || w.hard
	case r == '\'':
		return w.where == "'" || w.where == unquoted || w.hard
	case r == '"' || r == '=' || r == '`':
		return w.where == unquoted || w.hard
	case r < 0x80:
		return w.hard && r > ' ' && (edge || !isAlphanumeric(byte(r)))
	}
	if w.holdsAll {
		return false
	}
	_, err := text.Encode(string(r), w.charset)
	return err != nil
}
