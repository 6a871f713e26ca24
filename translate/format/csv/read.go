package csv

import (
	"errors"
	"fmt"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/literal"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// cell is a field of a row.
type cell struct {
	literal.String
	quoted bool
}

// reader goes through a file once.
type reader struct {
	body      string
	separator byte
	at        int
	blocks    []format.Block
}

// columns are what the first row says; -1 for a column that it does not name.
type columns struct {
	header              bool
	key, source, target int
	notes               map[int]bool
	locale              locale.Tag // of the target
}

// Read makes a block of every cell that is to be translated.
func (Format) Read(body string, s format.Settings) ([]format.Block, error) {
	r := &reader{body: body, separator: separatorOf(body)}
	var c columns
	for row := 0; r.at < len(body); row++ {
		start := r.at
		cells, err := r.row()
		if err != nil {
			return nil, err
		}
		if row == 0 {
			if c = columnsOf(cells, s); c.header {
				continue
			}
		}
		if err := r.add(cells, c, row, start); err != nil {
			return nil, err
		}
	}
	return r.blocks, nil
}

// separatorOf gives the separator that the first line has most of, outside of quotes.
func separatorOf(body string) byte {
	counts := map[byte]int{}
	inQuotes := false
	for i := 0; i < len(body) && (inQuotes || body[i] != '\n' && body[i] != '\r'); i++ {
		if body[i] == '"' {
			inQuotes = !inQuotes
		} else if !inQuotes {
			counts[body[i]]++
		}
	}
	best := byte(',')
	for _, c := range []byte{'\t', ';'} {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return best
}

// row reads the cells of a row, and its line end.
func (r *reader) row() ([]cell, error) {
	var cells []cell
	for {
		c, err := r.cell()
		if err != nil {
			return nil, err
		}
		cells = append(cells, c)
		if r.at < len(r.body) && r.body[r.at] == r.separator {
			r.at++
			continue
		}
		if strings.HasPrefix(r.body[r.at:], "\r\n") {
			r.at++
		}
		r.at = min(r.at+1, len(r.body))
		return cells, nil
	}
}

// cell reads up to a separator or a line end.
func (r *reader) cell() (cell, error) {
	if r.at < len(r.body) && r.body[r.at] == '"' {
		return r.quoted()
	}
	m := literal.NewMaker(r.body, r.at)
	n := strings.IndexAny(r.body[r.at:], "\r\n"+string(r.separator))
	if n < 0 {
		n = len(r.body) - r.at
	}
	m.Keep(n)
	r.at += n
	return cell{String: m.String()}, nil
}

func (r *reader) quoted() (cell, error) {
	start := r.at
	m := literal.NewMaker(r.body, r.at+1)
	for {
		n := strings.IndexByte(r.body[m.At():], '"')
		if n < 0 {
			return cell{}, format.At(r.body, start, errors.New("the quote is not closed"))
		}
		m.Keep(n)
		if !strings.HasPrefix(r.body[m.At():], `""`) {
			break
		}
		m.Spell(2, `"`)
	}
	r.at = m.At() + 1
	if r.at < len(r.body) && strings.IndexByte("\r\n"+string(r.separator), r.body[r.at]) < 0 {
		return cell{}, format.At(r.body, r.at, fmt.Errorf("%q stands behind a closing quote; a quote within quotes is written twice", r.body[r.at:r.at+1]))
	}
	return cell{m.String(), true}, nil
}

// columnsOf reads the first row.
func columnsOf(cells []cell, s format.Settings) columns {
	c := columns{key: -1, source: -1, target: -1, notes: map[int]bool{}, locale: s.Target}
	for i, cell := range cells {
		name := strings.ToLower(strings.TrimSpace(cell.Letters))
		tag, err := locale.Parse(name)
		known := err == nil && len(name) >= 2 && len(name) <= 12
		switch {
		case name == "key" || name == "id" || name == "identifier" || name == "name" || name == "string id":
			c.key = i
		case name == "comment" || name == "comments" || name == "note" || name == "notes" || name == "description" || name == "context":
			c.notes[i] = true
		case name == "source" || name == "source text" || known && !s.Source.IsZero() && tag.Base() == s.Source.Base():
			c.source = i
		case name == "target" || name == "translation" || known && !s.Target.IsZero() && tag == s.Target:
			c.target = i
		}
	}
	c.header = c.key >= 0 || c.source >= 0 || c.target >= 0
	return c
}

// add makes the blocks of a row.
func (r *reader) add(cells []cell, c columns, row, start int) error {
	key, note := fmt.Sprint(row+1), ""
	for i, cell := range cells {
		switch {
		case i == c.key && c.header:
			key = cell.Letters
		case c.notes[i] && c.header && cell.Letters != "":
			note = strings.TrimPrefix(note+"\n"+cell.Letters, "\n")
		}
	}
	if c.header && c.source >= 0 && c.target >= 0 {
		if c.source >= len(cells) || strings.TrimSpace(cells[c.source].Letters) == "" {
			return nil
		}
		if c.target >= len(cells) {
			return format.At(r.body, start, fmt.Errorf("the row has %d cells; that of the translation, %d, is missing", len(cells), c.target+1))
		}
		return r.pair(cells[c.source], cells[c.target], key, note, c.locale)
	}
	for i, cell := range cells {
		if c.header && (i == c.key || c.notes[i] || c.source >= 0 && i != c.source) {
			continue
		}
		name := key
		if len(cells) > 1 && c.key < 0 {
			name = fmt.Sprintf("%s.%d", key, i+1)
		}
		if err := r.block(cell, name, note); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) where(c cell) string {
	if c.quoted {
		return quoted + " " + string(r.separator)
	}
	return bare + " " + string(r.separator)
}

func (r *reader) block(c cell, key, note string) error {
	if holder.IsAddress(c.Letters) {
		return nil
	}
	b, ok, err := holder.Block(c.String, "cell", styles)
	if ok {
		b.Key, b.Note, b.Where = key, note, r.where(c)
		r.blocks = append(r.blocks, b)
	}
	return err
}

// pair makes a block with a slot.
func (r *reader) pair(source, target cell, key, note string, tag locale.Tag) error {
	b, ok, err := holder.Block(source.String, "cell", styles)
	if err != nil || !ok {
		return err
	}
	b.Key, b.Note, b.Where = key, note, r.where(source)
	b.Target = &format.Slot{Span: target.Span, Locale: tag}
	if target.Letters != "" {
		marks := holder.InTarget(source.Letters, target.Letters, b.Text, func(s string) []literal.Mark { return holder.Find(s, styles) })
		filled, err := target.Whole("cell", 0, len(target.Letters), marks)
		if err != nil {
			return err
		}
		b.Target.Text, b.Target.Runs, b.Target.State = filled.Text, filled.Runs, unit.Translated
	}
	r.blocks = append(r.blocks, b)
	return nil
}
