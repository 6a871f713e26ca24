package po

import (
	"slices"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/literal"
	"diglot/translate/unit"
)

// marks finds the placeholders of a source. In C a translation may number them,
// and so put them into another order; in Python it may not.
func (m *message) marks(letters string) []literal.Mark {
	marks := holder.Find(letters, m.styles())
	if !m.has("python-format") {
		for _, mark := range marks {
			mark.Code.NoReorder = mark.Code.NoReorder && strings.Contains(letters[mark.From:mark.To], "*")
		}
	}
	return marks
}

// targetMarks finds in a translation the placeholders that its source has.
func (m *message) targetMarks(source, target string, text unit.Text) []literal.Mark {
	return holder.InTarget(source, target, text, m.marks)
}

// trimmed gives t with codes that do not take along the line end behind them.
func trimmed(t unit.Text) unit.Text {
	out := unit.Text{Content: t.Content}
	for _, c := range t.Codes {
		for strings.HasSuffix(c.Original, `"`) {
			before := c.Original[:len(c.Original)-1]
			c.Original = before[:max(strings.LastIndexByte(before, '"'), 0)]
		}
		out.Codes = append(out.Codes, c)
	}
	return out
}

// inOrder gives t with its directives numbered where they do not stand as they do
// in the block, so that each still gets its own argument. first says that t begins the
// block's new text.
func inOrder(b *format.Block, t unit.Text, first bool) unit.Text {
	if !moved(b, t, first) {
		return t
	}
	argument := map[int]int{} // by ID
	n := 0
	for _, c := range b.Text.Codes {
		if holder.InOrder(c.Original) {
			n++
			argument[c.ID] = n
		}
	}
	out := unit.Text{Content: t.Content}
	for _, c := range t.Codes {
		if k := argument[c.ID]; k > 0 && holder.InOrder(c.Original) {
			c.Original = holder.Numbered(c.Original, k)
		}
		out.Codes = append(out.Codes, c)
	}
	return out
}

// moved reports that the directives of t that go by their order are not those
// that the block begins with or, in the middle of it, do not follow each other as there.
func moved(b *format.Block, t unit.Text, first bool) bool {
	var own []int
	for _, c := range b.Text.Codes {
		if holder.InOrder(c.Original) {
			own = append(own, c.ID)
		}
	}
	k := 0
	for _, c := range t.Codes {
		if !holder.InOrder(c.Original) {
			continue
		}
		if k == 0 && !first {
			k = max(slices.Index(own, c.ID), 0)
		}
		if k >= len(own) || own[k] != c.ID {
			return true
		}
		k++
	}
	return false
}
