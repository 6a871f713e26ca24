package markdown

import (
	"strings"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// selfLink is a link that finds its target by its own words, as [words] and
// [words][] do.
type selfLink struct {
	id        int
	words     unit.Text // between its codes
	label     string    // the same as they stand in the source
	collapsed bool      // it is [words][], of which "][" belongs to the words' last run
	close     unit.Span // of its closing code in the body
}

// selfLinks finds such links in a block. Those whose label has escapes or
// entities are not among them: other words for them cannot be written.
func selfLinks(b *format.Block) (links []selfLink) {
	open := map[int]int{} // run of the opening code, by ID
	for k, r := range b.Runs {
		if r.Code < 0 {
			continue
		}
		switch c := &b.Text.Codes[r.Code]; {
		case c.Kind == unit.Open && c.Original == "[":
			open[c.ID] = k
		case c.Kind == unit.Close && (c.Original == "]" || c.Original == "][]"):
			if l, ok := readSelfLink(b, open[c.ID], k); ok {
				links = append(links, l)
			}
		}
	}
	return links
}

// readSelfLink reads the link between two runs of its codes.
func readSelfLink(b *format.Block, open, end int) (l selfLink, ok bool) {
	var label strings.Builder
	for _, r := range b.Runs[open+1 : end] {
		letters := b.Text.Content[r.Text.Start:r.Text.End]
		switch {
		case r.Code >= 0:
			letters = b.Text.Codes[r.Code].Original
			if strings.ContainsAny(letters, "\r\n") {
				return l, false
			}
		case !r.Spelled:
		case letters == "\n":
			letters = " " // as labels are compared
		case r.Body.End == b.Runs[end].Body.Start && r.Body.Len() == len(letters)+2:
			l.collapsed = true
		default:
			return l, false
		}
		label.WriteString(letters)
	}
	first, last := b.Runs[open], b.Runs[end]
	l.id, l.label, l.close = b.Text.Codes[last.Code].ID, label.String(), last.Body
	l.words = b.Text.Slice(unit.Pos{Offset: first.Text.End, Code: first.Code + 1}, unit.Pos{Offset: last.Text.Start, Code: last.Code})
	return l, true
}

// relabel gives the closing codes of such links the form in which they name
// their target, where the words before them have changed.
func relabel(links []selfLink, t unit.Text) unit.Text {
	if len(links) == 0 {
		return t
	}
	byID := linksByID(links)
	var codes []unit.Code
	for k := range t.Codes {
		l := byID[t.Codes[k].ID]
		if l == nil || t.Codes[k].Kind != unit.Close || l.sameWords(t, k) {
			continue
		}
		if codes == nil {
			codes = append(codes, t.Codes...)
		}
		codes[k].Original = "][" + l.label + "]"
	}
	if codes != nil {
		t.Codes = codes
	}
	return t
}

func linksByID(links []selfLink) map[int]*selfLink {
	byID := make(map[int]*selfLink, len(links))
	for k := range links {
		byID[links[k].id] = &links[k]
	}
	return byID
}

// sameWords reports whether the link that code k of t closes has its words yet.
func (l *selfLink) sameWords(t unit.Text, k int) bool {
	for o := k - 1; o >= 0; o-- {
		if c := &t.Codes[o]; c.ID == l.id && c.Kind == unit.Open {
			words := t.Slice(unit.Pos{Offset: c.Offset, Code: o + 1}, unit.Pos{Offset: t.Codes[k].Offset, Code: k})
			return words.Equal(l.words)
		}
	}
	return false
}

// following finds the link whose words end where the source goes on with after.
// Where several do, it is the first one that before does not name yet.
func following(links []selfLink, body, before, after string) *selfLink {
	if !strings.HasPrefix(after, "]") {
		return nil
	}
	for k := range links {
		l := &links[k]
		if strings.HasPrefix(body[l.close.Start:], after) && !strings.Contains(before, "["+l.label+"]") {
			return l
		}
	}
	return nil
}
