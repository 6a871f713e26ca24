package po

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// Fill puts texts between the quotes of their msgstr, adds forms that the file
// lacks, and sets or takes off the flag fuzzy.
func (Format) Fill(d *format.Document, fillings []format.Filling) ([]format.Edit, error) {
	messages, err := parse(d.Body)
	if err != nil {
		return nil, err
	}
	var edits []format.Edit
	for len(fillings) > 0 {
		k, _ := place(d, fillings[0])
		n := slices.IndexFunc(fillings, func(f format.Filling) bool { other, _ := place(d, f); return other != k })
		if n < 0 {
			n = len(fillings)
		}
		if k >= len(messages) {
			return nil, fmt.Errorf("the file has no message %d", k+1)
		}
		e, err := fill(d, &messages[k], fillings[:n])
		if err != nil {
			return nil, err
		}
		edits = append(edits, e...)
		fillings = fillings[n:]
	}
	return edits, nil
}

// place gives the message and the form that a block belongs to.
func place(d *format.Document, f format.Filling) (k, form int) {
	first, second, _ := strings.Cut(d.Blocks[f.Block].Where, " ")
	k, _ = strconv.Atoi(first)
	form, _ = strconv.Atoi(second)
	return k, form
}

// fill gives the edits of one message.
func fill(d *format.Document, m *message, fillings []format.Filling) ([]format.Edit, error) {
	var edits []format.Edit
	missing := map[int]string{}
	last := len(m.forms) - 1
	state := unit.Final
	for _, f := range fillings {
		_, form := place(d, f)
		source := m.id.Letters
		if m.plural != nil && d.Blocks[f.Block].Span.Start >= m.plural.Span.Start {
			source = m.plural.Letters
		}
		text := between(d.Body, source, f.Text)
		state = min(state, f.State)
		if form < len(m.forms) {
			edits = append(edits, format.Edit{Span: m.forms[form].text.Span, New: text})
			continue
		}
		missing[form] = text
		last = max(last, form)
	}
	if len(missing) > 0 {
		edits = append(edits, format.Edit{Span: unit.Span{Start: m.end, End: m.end}, New: m.more(d.Body, missing, last)})
	}
	slices.SortFunc(edits, func(a, b format.Edit) int { return a.Span.Start - b.Span.Start })
	return append(edits, m.flag(d.Body, state)...), nil
}

// between puts a text between the line feeds that its source has at its ends.
func between(body, source, text string) string {
	if text == "" {
		return ""
	}
	lead, trail := ends(source)
	if lead {
		text = `\n"` + newline(body) + `"` + strings.TrimPrefix(text, `"`+newline(body)+`"`)
	}
	if trail {
		text += `\n`
	}
	return text
}

// more writes the forms that a message lacks, up to the last that is filled.
func (m *message) more(body string, missing map[int]string, last int) string {
	var out strings.Builder
	for form := len(m.forms); form <= last; form++ {
		fmt.Fprintf(&out, "%smsgstr[%d] \"%s\"", newline(body), form, missing[form])
	}
	return out.String()
}

// flag makes a draft fuzzy and takes the flag, and what the message was before, from
// what is more.
func (m *message) flag(body string, state unit.State) []format.Edit {
	fuzzy := m.has("fuzzy")
	switch {
	case state == unit.Draft && !fuzzy:
		return m.addFlag(body)
	case state > unit.Draft && fuzzy:
		return append(m.dropFlag(body), m.dropPrevious(body)...)
	}
	return nil
}

// addFlag writes fuzzy before the other flags.
func (m *message) addFlag(body string) []format.Edit {
	for _, c := range m.comments {
		if strings.HasPrefix(body[c.Start:], "#,") {
			return []format.Edit{{Span: unit.Span{Start: c.Start + 2, End: c.Start + 2}, New: " fuzzy,"}}
		}
	}
	at := m.words
	if len(m.previous) > 0 {
		at = m.previous[0].Start
	}
	return []format.Edit{{Span: unit.Span{Start: at, End: at}, New: "#, fuzzy" + newline(body)}}
}

// dropFlag takes fuzzy out of the lines of flags; a line without any goes whole.
func (m *message) dropFlag(body string) []format.Edit {
	var edits []format.Edit
	for _, c := range m.comments {
		line := body[c.Start:c.End]
		if !strings.HasPrefix(line, "#,") {
			continue
		}
		var kept []string
		fuzzy := false
		for _, flag := range strings.Split(line[2:], ",") {
			if strings.TrimSpace(flag) == "fuzzy" {
				fuzzy = true
			} else {
				kept = append(kept, flag)
			}
		}
		switch {
		case !fuzzy:
		case strings.TrimSpace(strings.Join(kept, "")) == "":
			edits = append(edits, format.Edit{Span: wholeLine(body, c)})
		default:
			edits = append(edits, format.Edit{Span: c, New: "#," + strings.Join(kept, ",")})
		}
	}
	return edits
}

func (m *message) dropPrevious(body string) []format.Edit {
	if len(m.previous) == 0 {
		return nil
	}
	all := unit.Span{Start: m.previous[0].Start, End: m.previous[len(m.previous)-1].End}
	return []format.Edit{{Span: wholeLine(body, all)}}
}

// wholeLine widens a span by the line end behind it.
func wholeLine(body string, s unit.Span) unit.Span {
	if strings.HasPrefix(body[s.End:], "\r\n") {
		s.End += 2
	} else if s.End < len(body) && (body[s.End] == '\n' || body[s.End] == '\r') {
		s.End++
	}
	return s
}
