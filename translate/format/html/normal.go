package html

import (
	"slices"
	"strings"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// Normal gives a text as HTML holds it. White space at the ends of a block lies
// outside of it, as do codes of what nobody sees there. Inside several spaces are one,
// except in pre and textarea.
func (Format) Normal(b *format.Block, t unit.Text) unit.Text {
	if b.Where != inPre {
		t = oneSpace(t)
	}
	return trimText(t)
}

// oneSpace makes one space of several that no code stands between.
func oneSpace(t unit.Text) unit.Text {
	if !strings.Contains(t.Content, "  ") {
		return t
	}
	var out strings.Builder
	codes := slices.Clone(t.Codes)
	next, dropped := 0, 0
	for i := 0; i <= len(t.Content); i++ {
		coded := next < len(codes) && codes[next].Offset == i
		for ; next < len(codes) && codes[next].Offset == i; next++ {
			codes[next].Offset -= dropped
		}
		switch {
		case i == len(t.Content):
		case t.Content[i] == ' ' && i > 0 && t.Content[i-1] == ' ' && !coded:
			dropped++
		default:
			out.WriteByte(t.Content[i])
		}
	}
	return unit.Text{Content: out.String(), Codes: codes}
}

// trimText takes white space and unseen codes off both ends.
func trimText(t unit.Text) unit.Text {
	codes := t.Codes
	start, end := 0, len(t.Content)
	for {
		atCode := len(codes) > 0 && codes[0].Offset == start
		if atCode && isUnseen(codes[0].Original) {
			codes = codes[1:]
		} else if !atCode && start < end && isSpace(t.Content[start]) {
			start++
		} else {
			break
		}
	}
	for {
		n := len(codes) - 1
		atCode := n >= 0 && codes[n].Offset == end
		if atCode && isUnseen(codes[n].Original) {
			codes = codes[:n]
		} else if !atCode && start < end && isSpace(t.Content[end-1]) {
			end--
		} else {
			break
		}
	}
	codes = slices.Clone(codes)
	for i := range codes {
		codes[i].Offset -= start
	}
	return unit.Text{Content: t.Content[start:end], Codes: codes}
}

// isUnseen reports a code that lies outside of a block at its edge, by its bytes.
func isUnseen(original string) bool {
	s := scanner{body: original}
	if !s.next() {
		return false
	}
	switch s.token.kind {
	case startTag, endTag:
		return known[s.token.name].unseen
	case textRun, snippet:
		return false
	}
	return true
}
