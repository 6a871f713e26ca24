package docx

import (
	"fmt"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/unit"
)

// Render spells t: letters in a <w:t>, codes between runs or in one, and the tags
// that it takes to come from what stands before to what comes after. Hard, it puts
// empty runs where codes meet, so that stretches of one formatting stay apart and the
// block keeps its beginning, end and formatting.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	block := &d.Blocks[b]
	w := writer{plan: planOf(block.Where), block: block, source: d.Body[block.Span.Start:block.Span.End], hard: hard}
	w.place = placeAt(w.prefix, before)
	if w.depth == between || len(t.Codes) > 0 || hard { // else nothing asks for it
		w.level = w.openers[w.pairOf(before)]
	}
	w.begin(t)
	if before == "" {
		w.anchor()
	}
	done := 0
	for i, c := range t.Codes {
		if err := w.letters(t.Content[done:c.Offset], true); err != nil {
			return "", err
		}
		w.code(t.Codes[i])
		done = c.Offset
	}
	if err := w.letters(t.Content[done:], after == "" || after[0] == '<'); err != nil {
		return "", err
	}
	w.reach(after)
	return w.out.String(), nil
}

// writer spells one text.
type writer struct {
	plan
	place
	block  *format.Block
	source string // the block's bytes
	hard   bool
	out    strings.Builder
	level  string   // opener of runs without code where the writer is
	outer  []string // those of the pairs around it
	inside bool     // in a stretch of its own formatting
	met    bool     // nothing stands since the last code
}

// pairOf gives the ID of the pair that is open behind before, 0 for none.
func (w *writer) pairOf(before string) int {
	tag := w.enclosed
	if w.depth != between {
		run := strings.LastIndex(before, w.opener[:strings.IndexByte(w.opener, '>')+1])
		tag = enclosing(before[:max(run, 0)]).enclosed
	}
	if tag == "" {
		return 0
	}
	for _, c := range w.block.Text.Codes {
		if c.Kind == unit.Open && w.openers[c.ID] != "" && lastTags(c.Original, tag) {
			return c.ID
		}
	}
	return 0
}

// lastTags reports a code whose innermost open tag is the given one.
func lastTags(original, tag string) bool { return enclosing(original).enclosed == tag }

// begin finds the formatting of runs between which t begins: that of the stretch
// which t closes, if it does, else the one of the pair.
func (w *writer) begin(t unit.Text) {
	if w.depth != between {
		return
	}
	w.opener = w.level
	for i, c := range t.Codes {
		if c.Kind != unit.Close || w.openers[c.ID] != "" || opensBefore(t.Codes[:i], c.ID) {
			continue
		}
		for _, own := range w.block.Text.Codes {
			if own.Kind == unit.Open && own.ID == c.ID {
				w.opener, w.inside = openerAt(w.prefix, own.Original), true
			}
		}
		return
	}
}

func opensBefore(codes []unit.Code, id int) bool {
	for _, c := range codes {
		if c.Kind == unit.Open && c.ID == id {
			return true
		}
	}
	return false
}

// toRun goes into a run, but out of its text.
func (w *writer) toRun() {
	switch w.depth {
	case between:
		w.out.WriteString(w.opener)
		w.hasText = false
	case inText:
		w.out.WriteString("</" + w.prefix + "t>")
	}
	w.depth = inRun
}

// toText goes into a <w:t>.
func (w *writer) toText() {
	if w.depth != inText {
		w.toRun()
		w.freshText()
	}
}

func (w *writer) freshText() {
	w.out.WriteString("<" + w.prefix + `t xml:space="preserve">`)
	w.depth, w.kept, w.fresh, w.hasText = inText, true, true, true
}

// toBetween goes out of the run. One without a text would be read as a code.
func (w *writer) toBetween() {
	if w.depth == between {
		return
	}
	w.toRun()
	w.needText()
	w.out.WriteString("</" + w.prefix + "r>")
	w.depth = between
}

func (w *writer) needText() {
	if !w.hasText {
		w.freshText()
		w.toRun()
	}
}

// anchor writes an empty run without code.
func (w *writer) anchor() {
	if !w.hard || w.inside {
		return
	}
	w.toBetween()
	w.opener = w.level
	w.toText()
	w.toBetween()
	w.met = false
}

// code writes a code at the place where it can stand.
func (w *writer) code(c unit.Code) {
	stretch := w.openers[c.ID] == ""
	switch {
	case c.Kind == unit.Open && stretch:
		w.toBetween()
		if w.met {
			w.anchor()
		}
		w.opener, w.inside = openerAt(w.prefix, c.Original), true
		w.depth, w.hasText = inRun, false
	case c.Kind == unit.Close && stretch:
		w.toRun()
		w.needText()
		w.depth, w.opener, w.inside = between, w.level, false
	case w.inRun[c.ID]:
		w.toRun()
	default:
		w.toBetween()
	}
	w.out.WriteString(c.Original)
	w.met = true
	if !stretch && c.Kind == unit.Open {
		w.outer = append(w.outer, w.level)
		w.level = w.openers[c.ID]
		w.opener = w.level
		w.anchor()
	} else if !stretch && c.Kind == unit.Close {
		w.leave()
	}
}

// leave goes out of a pair. Where it was not t that opened it, what is around it is
// found by the source.
func (w *writer) leave() {
	w.level = w.openers[0]
	if n := len(w.outer); n > 0 {
		w.level, w.outer = w.outer[n-1], w.outer[:n-1]
	}
	w.opener = w.level
}

// letters writes letters. edge says that the <w:t> ends behind them, so that white
// space there would be lost where the <w:t> does not keep it.
func (w *writer) letters(s string, edge bool) error {
	if s == "" {
		return nil
	}
	for _, r := range s {
		if !xmlspan.IsChar(r) {
			return fmt.Errorf("XML has no spelling for the character U+%04X: %w", r, format.ErrCannotHold)
		}
	}
	w.toText()
	if !w.kept && w.fresh && strings.TrimLeft(s, white) != s {
		w.toRun()
		w.freshText()
	}
	if core := strings.TrimRight(s, white); edge && !w.kept && core != s {
		w.out.WriteString(spelling.Replace(core))
		w.toRun()
		w.freshText()
		s = s[len(core):]
	}
	w.out.WriteString(spelling.Replace(s))
	w.fresh, w.met = false, false
	return nil
}

// spelling is how letters are written that cannot stand for themselves.
var spelling = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")

// reach goes to the place where what comes after begins.
func (w *writer) reach(after string) {
	if after == "" {
		w.end()
		return
	}
	want := w.wanted(after)
	if w.depth == between && want.depth != between && want.opener != "" {
		w.opener = want.opener
	}
	switch want.depth {
	case between:
		w.toBetween()
	case inRun:
		w.toRun()
		if strings.HasPrefix(after, "</"+w.prefix+"r>") {
			w.needText()
		}
	case inText:
		w.toText()
	}
}

// end ends the block, as the source does where it can.
func (w *writer) end() {
	at, _ := w.block.BodyAt(w.block.Text.End())
	at -= w.block.Span.Start
	if tail := w.source[at:]; !w.hard && tail != "" && w.depth == inText && placeAt(w.prefix, w.source[:at]).depth == inText {
		w.out.WriteString(tail)
		return
	}
	w.anchor()
	w.toBetween()
}

// wanted finds the place in the source where after begins.
func (w *writer) wanted(after string) place {
	if w.depth != between && (after[0] != '<' || isTag(strings.TrimPrefix(after, "</"), w.prefix+"t")) {
		return place{depth: inText} // the usual case need not be looked for
	}
	if at := strings.LastIndex(w.source, after); at >= 0 {
		return placeAt(w.prefix, w.source[:at])
	}
	switch {
	case after[0] != '<', isTag(strings.TrimPrefix(after, "</"), w.prefix+"t"):
		return place{depth: inText}
	case isTag(strings.TrimPrefix(after, "<"), w.prefix+"t"), isTag(strings.TrimPrefix(after, "</"), w.prefix+"r"):
		return place{depth: inRun}
	}
	return place{}
}
