package xmlblock

import (
	"slices"
	"strings"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// Normal gives a text as block b reads it back: folded, unless its white space counts.
func Normal(b *format.Block, t unit.Text) unit.Text {
	if KeepsSpace(b) {
		return t
	}
	return Folded(t)
}

// KeepsSpace reports a block of a format that folds white space, whose own counts.
func KeepsSpace(b *format.Block) bool { return b.Where == inQuotes || b.Where == Exact }

// Folded gives a text as a reader that folds white space gets it back: one space
// for several that no code stands between, and none at the edges, nor comments.
func Folded(t unit.Text) unit.Text { return trimText(oneSpace(t)) }

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

func trimText(t unit.Text) unit.Text {
	codes := t.Codes
	start, end := 0, len(t.Content)
	for {
		atCode := len(codes) > 0 && codes[0].Offset == start
		if atCode && isUnseen(codes[0].Original) {
			codes = codes[1:]
		} else if !atCode && start < end && t.Content[start] == ' ' {
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
		} else if !atCode && start < end && t.Content[end-1] == ' ' {
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

// isUnseen reports a comment or a processing instruction.
func isUnseen(original string) bool {
	return strings.HasPrefix(original, "<!--") || strings.HasPrefix(original, "<?")
}
