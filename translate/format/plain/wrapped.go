package plain

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// The rule by which broken lines are known, in characters.
const (
	narrowest = 40  // a file with no line longer than this is a list or a poem
	widest    = 120 // nobody breaks lines beyond
	ragged    = 8   // how much earlier than the longest line people break by hand
)

// Wrapped reports that the lines of a text were broken at some width. That is
// so when its longest line has 40 to 120 characters and, of at least two places where a line
// follows another without a blank line between, at three of four the first
// word of the second line would not have fitted on the first one, give or take eight
// characters.
func Wrapped(body string) bool {
	longest := 0
	for l := range lines(body) {
		if longest = max(longest, width(body[l.Start:l.End])); longest > widest {
			return false
		}
	}
	if longest < narrowest {
		return false
	}
	places, full := 0, 0
	var before string // the line before, "" when it is blank
	for l := range lines(body) {
		now := strings.TrimSpace(body[l.Start:l.End])
		if before != "" && now != "" && listMark(now) == 0 {
			places++
			if width(before)+1+firstWord(now) > longest-ragged {
				full++
			}
		}
		if before = now; l.last {
			before = ""
		}
	}
	return places >= 2 && 4*full >= 3*places
}

// width counts the characters that take room on a line.
func width(s string) int {
	n := 0
	for _, r := range s {
		if r < 0x300 || !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			n++
		}
	}
	return n
}

// firstWord gives the width of what cannot be separated at the start of s.
func firstWord(s string) int {
	if r, _ := utf8.DecodeRuneInString(s); unspaced(r) {
		return 1
	}
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		s = s[:i]
	}
	return width(s)
}

// unspaced reports characters of scripts that have no spaces between words.
func unspaced(r rune) bool {
	return r >= 0x0E00 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) ||
		r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF60)
}

// listMark gives the length of the list mark at the start of s, with the space
// behind it, or 0.
func listMark(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune("-*+•‣–—", r) && r != utf8.RuneError:
	case r >= '0' && r <= '9':
		for n < len(s) && n < 3 && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n == len(s) || s[n] != '.' && s[n] != ')' {
			return 0
		}
		n++
	default:
		return 0
	}
	if n < len(s) && s[n] == ' ' {
		return n + 1
	}
	return 0
}

// readWrapped makes a block of all lines between two blank ones. The block's
// Where is the width of the file.
func readWrapped(body string) ([]format.Block, error) {
	var blocks []format.Block
	var paragraph []unit.Span // its lines, without spaces at their ends
	longest := 0
	finish := func() error {
		if len(paragraph) == 0 {
			return nil
		}
		b, err := buildWrapped(body, paragraph)
		blocks, paragraph = append(blocks, b), paragraph[:0]
		return err
	}
	for l := range lines(body) {
		longest = max(longest, width(body[l.Start:l.End]))
		blank := trimmed(body, l.Span).Len() == 0
		if !blank {
			paragraph = append(paragraph, withoutSpaces(body, l.Span))
		}
		if blank || l.last {
			if err := finish(); err != nil {
				return nil, err
			}
		}
	}
	err := finish()
	for i := range blocks {
		blocks[i].Where = strconv.Itoa(longest)
	}
	return blocks, err
}

// buildWrapped makes the block of a paragraph's lines.
func buildWrapped(body string, paragraph []unit.Span) (format.Block, error) {
	first, last := &paragraph[0], &paragraph[len(paragraph)-1]
	first.Start = trimmed(body, *first).Start
	last.End = trimmed(body, *last).End
	b := format.NewBuilder(body, first.Start)
	for i, l := range paragraph {
		if i > 0 {
			b.Spelled(unit.Span{Start: b.End(), End: l.Start}, joint(body[first.Start:b.End()], body[l.Start:l.End]))
		}
		addLine(b, body, l)
	}
	return b.Block("paragraph")
}

// addLine adds the letters of a line, with several spaces and tabs as one space.
func addLine(b *format.Builder, body string, l unit.Span) {
	at := l.Start
	for i := l.Start; i < l.End; i++ {
		if !isBlank(body[i]) || body[i] == ' ' && !isBlank(body[i+1]) {
			continue
		}
		end := i
		for isBlank(body[end]) {
			end++
		}
		b.Literal(unit.Span{Start: at, End: i})
		b.Spelled(unit.Span{Start: i, End: end}, " ")
		at, i = end, end
	}
	b.Literal(unit.Span{Start: at, End: l.End})
}

// isBlank reports the white space that lines are joined across.
func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// withoutSpaces narrows a span by the spaces and tabs at its ends.
func withoutSpaces(body string, s unit.Span) unit.Span {
	for s.Len() > 0 && isBlank(body[s.Start]) {
		s.Start++
	}
	for s.Len() > 0 && isBlank(body[s.End-1]) {
		s.End--
	}
	return s
}

// normalWrapped gives letters as a paragraph of broken lines holds them: several
// spaces and tabs are one space, and none stand next to a line end.
func normalWrapped(letters string) string {
	words := strings.FieldsFunc(letters, func(r rune) bool { return r == ' ' || r == '\t' })
	return strings.ReplaceAll(strings.ReplaceAll(strings.Join(words, " "), " \n", "\n"), "\n ", "\n")
}

// joint gives what a line end between two lines is to the reader.
func joint(before, next string) string {
	if listMark(next) > 0 {
		return "\n"
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	if first, _ := utf8.DecodeRuneInString(next); unspaced(last) && unspaced(first) {
		return ""
	}
	return " "
}

// renderWrapped breaks the letters into lines as wide as the file is. A line
// feed can stand before a list mark only.
func renderWrapped(d *format.Document, b int, letters, before string) (string, error) {
	block := &d.Blocks[b]
	limit, err := strconv.Atoi(block.Where)
	if err != nil {
		return "", fmt.Errorf("block %d was not read as broken lines", b+1)
	}
	end := lineEndNear(d, block)
	var out strings.Builder
	column := columnBehind(d.Body[:block.Span.Start], before)
	indent := width(end) - width(strings.TrimRight(end, " \t"))
	for rest := letters; rest != ""; {
		word, gap := cutWord(rest)
		rest = rest[len(word)+len(gap):]
		out.WriteString(word)
		column += width(word)
		switch {
		case findLineEnd(gap) >= 0:
			if gap != "\n" || listMark(rest) == 0 || out.Len() == 0 && before == "" {
				return "", fmt.Errorf("a line end can stand only before a list mark such as %q, in %q it does not: %w", "- ", letters, format.ErrCannotHold)
			}
			out.WriteString(end)
			column = indent
		case gap == " " && word != "" && rest != "" && column+1+firstWord(rest) > limit && joint(word, rest) == " ":
			out.WriteString(end)
			column = indent
		default:
			out.WriteString(gap)
			column += width(gap)
		}
	}
	return out.String(), nil
}

// columnBehind gives the column at which a line goes on, behind the body and what
// has been written since. It looks back no further than lines are wide.
func columnBehind(body, written string) int {
	const far = 8 * widest
	near := body[max(0, len(body)-far):] + written[max(0, len(written)-far):]
	return width(near[strings.LastIndexAny(near, "\r\n\f")+1:])
}

// cutWord gives the letters up to the next white space, and the white space.
func cutWord(s string) (word, gap string) {
	i := strings.IndexFunc(s, unicode.IsSpace)
	if i < 0 {
		return s, ""
	}
	behind := strings.IndexFunc(s[i:], func(r rune) bool { return !unicode.IsSpace(r) })
	if behind < 0 {
		return s[:i], s[i:]
	}
	return s[:i], s[i : i+behind]
}

// lineEndNear gives the line end that the file has in the block or nearest to it,
// with the indent of the block's second line.
func lineEndNear(d *format.Document, b *format.Block) string {
	for _, r := range b.Runs[:min(len(b.Runs), 100)] {
		if written := d.Body[r.Body.Start:r.Body.End]; r.Spelled && findLineEnd(written) >= 0 {
			return strings.TrimLeft(written, " \t")
		}
	}
	at := findLineEnd(d.Body[b.Span.End:])
	if at >= 0 {
		at += b.Span.End
	} else if at = strings.LastIndexAny(d.Body[:b.Span.Start], "\r\n"); at > 0 && d.Body[at-1:at+1] == "\r\n" {
		at--
	}
	if at < 0 {
		return "\n"
	}
	n, paragraph := lineEnd(d.Body[at:])
	if paragraph {
		return "\n"
	}
	return d.Body[at : at+n]
}
