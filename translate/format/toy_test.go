package format_test

import (
	"fmt"
	"strings"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// toy is a format that is small enough to be read with the tests: each line is a
// block, {…} is a code in it, {alt:…} is a code with a sub-flow, and a backslash before a
// brace takes its meaning away. A line "lang: xx" is changed for the target. A line that
// begins with "!" is a fault.
type toy struct{}

func (toy) Name() string { return "toy" }

func (toy) Sniff(name, head string) int {
	if strings.HasSuffix(name, ".toy") {
		return 90
	}
	return 0
}

func (toy) Read(body string, _ format.Settings) ([]format.Block, error) {
	var blocks []format.Block
	start := 0
	for _, line := range strings.SplitAfter(body, "\n") {
		end := start + len(strings.TrimSuffix(line, "\n"))
		if strings.HasPrefix(line, "!") {
			return nil, format.At(body, start, fmt.Errorf("a line begins with an exclamation mark"))
		}
		if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "lang: ") {
			var err error
			if blocks, err = readToy(blocks, body, unit.Span{Start: start, End: end}); err != nil {
				return nil, err
			}
		}
		start += len(line)
	}
	return blocks, nil
}

// readToy appends the block in a span, and its sub-flows.
func readToy(blocks []format.Block, body string, line unit.Span) ([]format.Block, error) {
	b := format.NewBuilder(body, line.Start)
	var inner []unit.Span
	id := 0
	for i := line.Start; i < line.End; {
		switch {
		case body[i] == '\\' && i+1 < line.End && strings.IndexByte(`{}\`, body[i+1]) >= 0:
			b.Spelled(unit.Span{Start: i, End: i + 2}, body[i+1:i+2])
			i += 2
		case body[i] == '{' && strings.IndexByte(body[i:line.End], '}') > 0:
			end := i + strings.IndexByte(body[i:line.End], '}') + 1
			if strings.HasPrefix(body[i:], "{alt:") {
				inner = append(inner, unit.Span{Start: i + len("{alt:"), End: end - 1})
			}
			id++
			b.Code(unit.Span{Start: i, End: end}, unit.Code{ID: id})
			i = end
		default:
			b.Literal(unit.Span{Start: i, End: i + 1})
			i++
		}
	}
	block, err := b.Block("line")
	blocks = append(blocks, block)
	parent := len(blocks) - 1
	for _, s := range inner {
		b.Reset(s.Start)
		b.Literal(s)
		alt, err := b.Block("alt")
		if err != nil {
			return nil, err
		}
		alt.Parent = parent
		blocks = append(blocks, alt)
	}
	return blocks, err
}

// Render takes the meaning from closing braces only when it is told to.
func (toy) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	if strings.Contains(t.Content, "\n") {
		return "", fmt.Errorf("a line cannot be two lines: %w", format.ErrCannotHold)
	}
	escape := strings.NewReplacer()
	if hard {
		escape = strings.NewReplacer("{", `\{`, "}", `\}`, `\`, `\\`)
	}
	var out strings.Builder
	at := 0
	for _, c := range t.Codes {
		out.WriteString(escape.Replace(t.Content[at:c.Offset]) + c.Original)
		at = c.Offset
	}
	out.WriteString(escape.Replace(t.Content[at:]))
	return out.String(), nil
}

func (toy) Localize(d *format.Document, target locale.Tag) []format.Edit {
	i := strings.Index(d.Body, "lang: ")
	if i < 0 {
		return nil
	}
	i += len("lang: ")
	end := i + strings.IndexAny(d.Body[i:]+"\n", "\n")
	return []format.Edit{{Span: unit.Span{Start: i, End: end}, New: target.String()}}
}

func Example() {
	d, err := format.Read("hama.toy", []byte("lang: en\n\nHama {b} Homs\n"), format.Settings{}, []format.Format{toy{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	source := d.Blocks[0].Text
	fmt.Println(source)

	arabic, err := unit.Parse("حماة <1/> {حمص}", source)
	if err != nil {
		fmt.Println(err)
		return
	}
	whole := unit.Part{End: source.End()}
	out, err := d.Write(map[int][]format.Piece{0: {{Part: whole, New: &arabic}}}, locale.MustParse("ar"), "")
	fmt.Print(string(out), err)
	// Output:
	// Hama <1/> Homs
	// lang: ar
	//
	// حماة {b} \{حمص\}
	// <nil>
}
