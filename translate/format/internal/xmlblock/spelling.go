package xmlblock

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// Spelling is how a format writes letters.
type Spelling struct {
	Fold bool // as Reader has it
	// Quote is the mark around an attribute's value, 0 for the text of elements.
	Quote byte
	// Letter spells a character in the format's own way; ok is false where it has
	// none. first says that only spaces stand before it in the block. It may be nil.
	Letter func(r rune, first bool) (spelled string, ok bool)
}

// Render spells t as a stretch of a block, as format.Format has it.
func (s Spelling) Render(d *format.Document, b *format.Block, t unit.Text, before, after string, hard bool) (string, error) {
	w := writer{Spelling: s, before: before, hard: hard, charset: d.Charset, references: references(d.Body, b), lineEnd: "\n"}
	w.charset.BOM = false
	_, err := text.Encode(t.Content, w.charset)
	w.holdsAll = err == nil
	if i := strings.IndexAny(d.Body[:min(len(d.Body), near)], "\r\n"); i >= 0 {
		w.lineEnd = d.Body[i : i+lineEndAt(d.Body[i:])]
	}
	w.cdata = b.Where == inCData
	w.open = w.cdata
	if w.cdata && s.Fold && before == "" && after == "" {
		t = Folded(t) // a section that is broken in two keeps its spaces
	}
	if err := w.text(t); err != nil {
		return "", err
	}
	return w.out.String(), nil
}

// near bounds how far Render looks for what holds at a place, so that a block of
// many pieces is not gone through for each.
const near = 64 << 10

const cdataStart, cdataEnd = "<![CDATA[", "]]>"

// references lists how a block spells characters by reference where it need not. It
// looks at the first ones only, so that a block of many pieces is not searched for each.
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
		letter, n := utf8.DecodeRuneInString(b.Text.Content[r.Text.Start:r.Text.End])
		if n != r.Text.Len() || letter < 0x80 && letter != '"' && letter != '\'' {
			continue
		}
		if found == nil {
			found = map[rune]string{}
		}
		if _, ok := found[letter]; !ok {
			found[letter] = written
		}
	}
	return found
}

// writer spells one text.
type writer struct {
	Spelling
	out        strings.Builder
	before     string
	lineEnd    string
	charset    text.Charset
	holdsAll   bool // the charset has all characters of the text
	hard       bool
	cdata      bool // the text stands in a CDATA section
	open       bool // and that is open where the writer is
	references map[rune]string
}

func (w *writer) text(t unit.Text) error {
	next := 0
	for i, r := range t.Content {
		for next < len(t.Codes) && t.Codes[next].Offset <= i {
			w.code(t.Codes[next])
			next++
		}
		if err := w.letter(r); err != nil {
			return err
		}
	}
	for ; next < len(t.Codes); next++ {
		w.code(t.Codes[next])
	}
	w.section(w.cdata)
	return nil
}

// section ends or begins a CDATA section.
func (w *writer) section(in bool) {
	if w.open && !in {
		w.out.WriteString(cdataEnd)
	} else if !w.open && in {
		w.out.WriteString(cdataStart)
	}
	w.open = in
}

func (w *writer) code(c unit.Code) {
	w.section(false)
	w.out.WriteString(c.Original)
}

// letter spells one character.
func (w *writer) letter(r rune) error {
	if w.Letter != nil {
		if s, ok := w.Letter(r, strings.TrimLeft(w.before, " ") == "" && strings.TrimLeft(w.out.String(), " ") == ""); ok {
			w.out.WriteString(s)
			return nil
		}
	}
	if !xmlspan.IsChar(r) {
		return fmt.Errorf("XML has no spelling for the character U+%04X: %w", r, format.ErrCannotHold)
	}
	if w.cdata {
		w.inSection(r)
		return nil
	}
	reference, listed := w.references[r]
	switch {
	case r == '&':
		w.out.WriteString("&amp;")
	case r == '<':
		w.out.WriteString("&lt;")
	case r == '>':
		w.out.WriteString("&gt;")
	case r == '\n' && !w.Fold && w.Quote == 0 && !w.hard:
		w.out.WriteString(w.lineEnd)
	case listed:
		w.out.WriteString(reference)
	case r == '"' && w.Quote == '"':
		w.out.WriteString("&quot;")
	case w.needsNumber(r):
		w.number(r)
	default:
		w.out.WriteRune(r)
	}
	return nil
}

func (w *writer) needsNumber(r rune) bool {
	switch {
	case r == '\r':
		return true
	case r == '\n' || r == '\t':
		return w.Fold || w.Quote != 0 || w.hard
	case r == '\'':
		return w.Quote == '\'' || w.hard
	case r < utf8.RuneSelf:
		return false
	}
	return !w.holds(r)
}

func (w *writer) holds(r rune) bool {
	if w.holdsAll {
		return true
	}
	_, err := text.Encode(string(r), w.charset)
	return err == nil
}

func (w *writer) number(r rune) { w.out.WriteString("&#" + strconv.Itoa(int(r)) + ";") }

// inSection writes a character into a CDATA section, or between two where it can
// only stand as a reference.
func (w *writer) inSection(r rune) {
	switch {
	case r == '\r', r == '\n' && (w.Fold || w.hard), r == '\t' && w.Fold, !w.holds(r):
		w.section(false)
		w.number(r)
	case r == '\n':
		w.section(true)
		w.out.WriteString(w.lineEnd)
	case r == '>' && (strings.HasSuffix(w.out.String(), "]]") || w.out.Len() < 2 && strings.HasSuffix(w.before+w.out.String(), "]]")):
		w.section(false)
		w.section(true)
		w.out.WriteByte('>')
	default:
		w.section(true)
		w.out.WriteRune(r)
	}
}
