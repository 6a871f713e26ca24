package markdown

import (
	"errors"
	"strings"

	"diglot/translate/unit"

	"go.yaml.in/yaml/v4"
)

// readYAML finds the translatable values in body[start:end]. It reports false
// where that is no mapping. The yaml package gives the meaning and the place of
// each value; the bytes are read once more here, and a value that is not spelled as
// it was understood is left alone.
func (v *values) readYAML(start, end int) (ok bool, err error) {
	text := v.body[start:end]
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		at := start
		var fault *yaml.LoadError
		if errors.As(err, &fault) && fault.Mark.Line > 0 {
			lines := yamlLines(text, start)
			at = lines[min(fault.Mark.Line, len(lines))-1] + max(fault.Mark.Column-1, 0)
			err = errors.New(fault.Message)
		}
		return true, malformed(v.body, min(at, end), "YAML", err)
	}
	if len(doc.Content) == 0 {
		return true, nil
	}
	if doc.Content[0].Kind != yaml.MappingNode {
		return false, nil
	}
	y := yamlReader{values: v, body: v.body[:end], lines: yamlLines(text, start)}
	y.node(doc.Content[0], nil, false)
	return true, nil
}

// yamlReader walks through a YAML document.
type yamlReader struct {
	*values
	body  string // up to the end of the front matter
	lines []int  // where they begin in body
}

// yamlLines gives where the lines begin, as YAML 1.1 counts them.
func yamlLines(s string, offset int) []int {
	lines := []int{offset}
	for i, r := range s {
		switch {
		case r == '\r' && strings.HasPrefix(s[i+1:], "\n"):
		case r == '\n' || r == '\r':
			lines = append(lines, offset+i+1)
		case r == '\u0085':
			lines = append(lines, offset+i+2)
		case r == '\u2028' || r == '\u2029':
			lines = append(lines, offset+i+3)
		}
	}
	return lines
}

// node walks through a node. inFlow tells that it stands in brackets or braces.
func (y *yamlReader) node(n *yaml.Node, path []string, inFlow bool) {
	if len(path) > maxDepth {
		return
	}
	inFlow = inFlow || n.Style&yaml.FlowStyle != 0
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			y.node(n.Content[i+1], append(path[:len(path):len(path)], n.Content[i].Value), inFlow)
		}
	case yaml.SequenceNode:
		for i, c := range n.Content {
			y.node(c, append(path[:len(path):len(path)], itoa(i)), inFlow)
		}
	case yaml.ScalarNode:
		if y.rules.match(path) && n.ShortTag() == "!!str" && n.Anchor == "" && n.Style&yaml.TaggedStyle == 0 {
			y.scalar(n, path, inFlow)
		}
	}
}

// offset gives the byte of the body where a node begins.
func (y *yamlReader) offset(n *yaml.Node) (int, error) {
	if n.Line < 1 || n.Line > len(y.lines) {
		return 0, errors.New("the line is not in the text")
	}
	at := y.lines[n.Line-1]
	for column := 1; column < n.Column; column++ {
		if at >= len(y.body) {
			return 0, errors.New("the column is not in the line")
		}
		at += firstRune(y.body[at:])
	}
	return at, nil
}

// scalar adds the block of a string.
func (y *yamlReader) scalar(n *yaml.Node, path []string, inFlow bool) {
	at, err := y.offset(n)
	if err != nil || at >= len(y.body) {
		return
	}
	r := scalarReader{s: y.body, at: at}
	style, value := byte('p'), n.Value
	ok := false
	quotes := 0
	switch n.Style &^ yaml.FlowStyle {
	case yaml.DoubleQuotedStyle:
		style, quotes = 'd', 1
		ok = y.body[at] == '"' && r.double()
	case yaml.SingleQuotedStyle:
		style, quotes = 's', 1
		ok = y.body[at] == '\'' && r.single()
	case yaml.LiteralStyle, yaml.FoldedStyle:
		style = y.body[at]
		header := strings.IndexAny(y.body[at:], "\r\n")
		if header < 0 || style != '|' && style != '>' {
			return
		}
		r.at = at + header + 1
		if strings.HasPrefix(y.body[r.at-1:], "\r\n") {
			r.at++
		}
		ok = r.block(value, style == '>')
		value = strings.TrimRight(value, "\n")
	default:
		ok = r.plain(value)
	}
	if !ok || joined(r.list) != value {
		return
	}
	where := "y" + string(style) + blockSign(inFlow) + y.indent(at, style, r.list)
	y.add(path, where, unit.Span{Start: at, End: r.at + quotes}, r.list)
}

// blockSign tells in Where whether a value stands in brackets or braces.
func blockSign(inFlow bool) string {
	if inFlow {
		return "f"
	}
	return "b"
}

// indent gives what a new line of a value begins with.
func (y *yamlReader) indent(at int, style byte, list []stretch) string {
	if style == '|' || style == '>' {
		first := list[0].span.Start
		for _, s := range list {
			if strings.Trim(s.letters, "\n") != "" {
				first = s.span.Start
				break
			}
		}
		line := y.body[strings.LastIndexAny(y.body[:first], "\r\n")+1:]
		if spaces := line[:len(line)-len(strings.TrimLeft(line, " "))]; spaces != "" {
			return spaces
		}
		return "  "
	}
	line := y.body[strings.LastIndexAny(y.body[:at], "\r\n")+1:]
	return line[:len(line)-len(strings.TrimLeft(line, " "))] + "  "
}
