package markdown

import (
	"fmt"
	"strings"
	"unicode"

	"diglot/translate/format"
	"diglot/translate/unit"

	"go.yaml.in/yaml/v4"
)

// Values of the front matter: Where is "y", the style (p plain, s and d in single and
// double quotes, | literal, > folded), "f" in brackets or braces or "b", and the indent of
// a new line; or "m" and the style (s, d, and S, D for three quotes).

// renderValue spells a text as a value, or as a stretch of one. The style remains
// as it is where it can hold the text; a whole value that it cannot hold is
// written in double quotes.
func renderValue(d *format.Document, b *format.Block, t unit.Text, before, after string) (string, error) {
	if b.Where[0] == 'm' {
		return renderTOML(d, b, t, before, after)
	}
	style, inFlow, indent := b.Where[1], b.Where[2] == 'f', b.Where[3:]
	whole := before == "" && after == ""
	if before != "" { // of an earlier stretch, which may have changed the style
		style = styleOf(before, style)
	}
	eol := lineEndOf(d, b)
	if whole {
		t = trimValue(b, t)
		if s, ok := yamlStretch(style, inFlow, t.Content, indent, eol); ok {
			s = withQuotes(d, b, style, s, "", "")
			if style == 'd' || readsAs(s, inFlow, t.Content) {
				return s, nil
			}
		}
		return `"` + escapeJSON(t.Content) + `"`, nil
	}
	s, ok := yamlStretch(style, inFlow, t.Content, indent, eol)
	if ok {
		s = withQuotes(d, b, style, s, before, after)
		ok = style == 'd' || style == 's' || isScalar(before+s+after, inFlow)
	}
	if !ok {
		return "", fmt.Errorf("%q cannot stand in a part of a YAML value that is not in double quotes; put it in double quotes in the source: %w", t.Content, format.ErrCannotHold)
	}
	return s, nil
}

// styleOf gives the style of a value by its first byte.
func styleOf(s string, plain byte) byte {
	switch s[0] {
	case '"':
		return 'd'
	case '\'':
		return 's'
	}
	return plain
}

// withQuotes adds the quotes that stand at the ends of a value. What a block value
// begins with is taken from the source.
func withQuotes(d *format.Document, b *format.Block, style byte, s, before, after string) string {
	quote := map[byte]string{'d': `"`, 's': "'"}[style]
	if before == "" {
		s = quote + s
		if style == '|' || style == '>' {
			s = blockHeader(d, b) + s
		}
	}
	if after == "" {
		s += quote
	}
	return s
}

// blockHeader gives what stands before the first letter of a block value: the
// rest of the line of its "|", and the indent.
func blockHeader(d *format.Document, b *format.Block) string {
	header := d.Body[b.Span.Start:b.Runs[0].Body.End]
	return header[:strings.IndexAny(header, "\r\n")] + lineEndOf(d, b) + b.Where[3:]
}

// readsAs reports whether a value is a string with these letters.
func readsAs(value string, inFlow bool, want string) bool {
	n := yamlScalar(value, inFlow)
	if n == nil {
		return false
	}
	got := n.Value
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		got = strings.TrimRight(got, "\n")
	}
	return got == want
}

// isScalar reports whether a value is a string.
func isScalar(value string, inFlow bool) bool { return yamlScalar(value, inFlow) != nil }

// yamlScalar asks the yaml package what a value is; nil is no string.
func yamlScalar(value string, inFlow bool) *yaml.Node {
	doc, nodes := "k: "+value+"\n", 2
	if inFlow {
		doc, nodes = "{k: "+value+", l: 0}\n", 4
	}
	var n yaml.Node
	if yaml.Unmarshal([]byte(doc), &n) != nil || len(n.Content) != 1 || len(n.Content[0].Content) != nodes {
		return nil
	}
	if v := n.Content[0].Content[1]; v.Kind == yaml.ScalarNode && v.ShortTag() == "!!str" && v.LineComment == "" && v.FootComment == "" {
		return v
	}
	return nil
}

// yamlStretch spells letters in a style, without quotes. ok is false where the
// style cannot hold them.
func yamlStretch(style byte, inFlow bool, s, indent, eol string) (out string, ok bool) {
	if style == 'd' {
		return escapeJSON(s), true
	}
	if strings.IndexFunc(s, unprintable) >= 0 {
		return "", false
	}
	switch style {
	case 's':
		return strings.ReplaceAll(s, "'", "''"), !strings.Contains(s, "\n")
	case '|':
		return strings.ReplaceAll(s, "\n", eol+indent), true
	case '>':
		return strings.ReplaceAll(s, "\n", eol+eol+indent), !strings.Contains(s, "\n ") && !strings.Contains(s, "\n\t")
	}
	if strings.ContainsAny(s, "\n\t") || strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.HasSuffix(s, ":") ||
		strings.HasPrefix(s, "#") || inFlow && strings.ContainsAny(s, ",[]{}") {
		return "", false
	}
	return s, true
}

// unprintable reports characters that YAML only knows as escapes, or that are
// line ends to some of its readers.
func unprintable(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == 0xfffe || r == 0xffff
}

// escapeJSON escapes letters for double quotes of YAML, JSON and TOML alike.
func escapeJSON(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case unprintable(r) || unicode.IsControl(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// renderTOML spells a text as a TOML string, or as a stretch of one.
func renderTOML(d *format.Document, b *format.Block, t unit.Text, before, after string) (string, error) {
	style := b.Where[1]
	quotes := map[byte]string{'d': `"`, 's': "'", 'D': `"""`, 'S': "'''"}[style]
	whole := before == "" && after == ""
	literal := style == 's' || style == 'S'
	if literal && !tomlLiteral(t.Content, style) {
		if !whole {
			return "", fmt.Errorf("%q cannot stand in a TOML string in single quotes; put it in double quotes in the source: %w", t.Content, format.ErrCannotHold)
		}
		return `"` + escapeJSON(t.Content) + `"`, nil
	}
	lines := []string{t.Content}
	eol := lineEndOf(d, b)
	if len(quotes) == 3 {
		lines = strings.Split(t.Content, "\n")
	}
	for i := range lines {
		if !literal {
			lines[i] = escapeJSON(lines[i])
		}
	}
	s := strings.Join(lines, eol)
	if before == "" && len(lines) > 1 && lines[0] == "" {
		s = eol + s // the first line end does not count
	}
	if before == "" {
		s = tomlOpening(d, b, quotes, s) + s
	}
	if after == "" {
		s += quotes
	}
	return s, nil
}

// tomlLiteral reports whether a string in single quotes can hold s.
func tomlLiteral(s string, style byte) bool {
	for _, r := range s {
		if r == '\'' || unicode.IsControl(r) && r != '\t' && !(r == '\n' && style == 'S') {
			return false
		}
	}
	return true
}

// tomlOpening gives the opening quotes, with the line end behind them that the
// source has there, unless s begins with one.
func tomlOpening(d *format.Document, b *format.Block, quotes, s string) string {
	if len(quotes) == 1 || lineEndLength(s) > 0 {
		return quotes
	}
	at := b.Span.Start + len(quotes)
	return quotes + d.Body[at:at+lineEndLength(d.Body[at:])]
}
