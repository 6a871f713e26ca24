package glossary

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"diglot/translate/locale"
)

// columns are the header of a glossary in CSV: one term a line, in this order.
var columns = []string{"concept", "locale", "term", "status", "case", "do_not_translate", "note"}

// moreColumns follow where a glossary says more than the columns above hold.
// What belongs to the concept stands in the line of its first term.
var moreColumns = []string{"subject", "definition", "concept_note", "concept_type", "match", "use",
	"part_of_speech", "gender", "number", "authority", "approval", "extra", "concept_extra"}

// maxCell bounds one cell of a CSV file, in bytes.
const maxCell = 1 << 20

// ReadCSV reads a glossary from comma- or tab-separated lines in UTF-8. The header
// is concept,locale,term,status,case,do_not_translate,note, with more columns
// behind it where WriteCSV needed them. Lines of one concept need not stand
// together. name stands in errors, with the line.
func ReadCSV(r io.Reader, name string) ([]Concept, error) {
	in := bufio.NewReader(r)
	if head, _ := in.Peek(3); string(head) == "\uFEFF" {
		in.Discard(3)
	}
	c := csv.NewReader(in)
	c.FieldsPerRecord = -1
	if head, _ := in.Peek(4096); strings.Contains(firstLine(head), "\t") {
		c.Comma = '\t'
	}
	header, err := c.Read()
	if err == io.EOF {
		return nil, fmt.Errorf("%s: empty; a glossary begins with the line %s", name, strings.Join(columns, ","))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	at, err := columnsOf(header)
	if err != nil {
		return nil, fmt.Errorf("%s:1: %w", name, err)
	}
	var concepts []Concept
	index := map[string]int{}
	for {
		record, err := c.Read()
		if err == io.EOF {
			return concepts, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		line, _ := c.FieldPos(0)
		if err := addRow(&concepts, index, row{record, at}); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
}

func firstLine(b []byte) string {
	line, _, _ := strings.Cut(string(b), "\n")
	return line
}

// columnsOf finds the columns by name and checks that the needed ones are there in order.
func columnsOf(header []string) (map[string]int, error) {
	at := map[string]int{}
	for i, name := range header {
		name = strings.TrimSpace(name)
		if i < len(columns) && name != columns[i] {
			return nil, fmt.Errorf("column %d is %.40q; the header is %s", i+1, name, strings.Join(columns, ","))
		}
		at[name] = i
	}
	if len(header) < len(columns) {
		return nil, fmt.Errorf("%d columns; the header is %s", len(header), strings.Join(columns, ","))
	}
	for _, name := range header[len(columns):] {
		if !contains(moreColumns, strings.TrimSpace(name)) {
			return nil, fmt.Errorf("column %.40q is not known; after note there may be %s", name, strings.Join(moreColumns, ","))
		}
	}
	return at, nil
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

// row is one line with the places of its columns.
type row struct {
	cells []string
	at    map[string]int
}

// get gives a cell that is a name or one of a few values, without space around it.
func (r row) get(column string) string { return strings.TrimSpace(r.text(column)) }

// text gives a cell as it is, "" where the file has no such column.
func (r row) text(column string) string {
	i, ok := r.at[column]
	if !ok || i >= len(r.cells) {
		return ""
	}
	return bareCell(r.cells[i])
}

// addRow adds the term of one line.
func addRow(concepts *[]Concept, index map[string]int, r row) error {
	if len(r.cells) < len(columns) {
		return fmt.Errorf("%d cells, want %d", len(r.cells), len(columns))
	}
	for i, cell := range r.cells {
		if len(cell) > maxCell {
			return fmt.Errorf("cell %d has %d bytes; the limit is %d", i+1, len(cell), maxCell)
		}
		if !utf8.ValidString(cell) {
			return fmt.Errorf("cell %d is not UTF-8%s; save the file as UTF-8 and import it again", i+1, looksLike1256(cell))
		}
	}
	term, err := termOf(r)
	if err != nil {
		return err
	}
	id := r.get("concept")
	if id == "" {
		return fmt.Errorf("no concept: the first cell is the concept's id")
	}
	i, ok := index[id]
	if !ok {
		i = len(*concepts)
		index[id] = i
		*concepts = append(*concepts, Concept{ID: id})
	}
	c := &(*concepts)[i]
	switch v := r.get("do_not_translate"); v {
	case "true", "false", "":
		c.DoNotTranslate = c.DoNotTranslate || v == "true"
	default:
		return fmt.Errorf("do_not_translate is %.40q, want true or false", v)
	}
	for column, field := range map[string]*string{"subject": &c.Subject, "definition": &c.Definition, "concept_note": &c.Note, "concept_type": &c.Type} {
		if v := r.text(column); v != "" {
			*field = v
		}
	}
	if extra := extraOf(r.text("concept_extra")); extra != nil {
		c.Extra = extra
	}
	c.Terms = append(c.Terms, term)
	return nil
}

func termOf(r row) (Term, error) {
	t := Term{
		Text: r.get("term"), Note: r.text("note"), Status: Status(r.get("status")),
		Match: Match(r.get("match")), Use: Use(r.get("use")),
		PartOfSpeech: r.text("part_of_speech"), Gender: r.text("gender"), Number: r.text("number"),
		Authority: r.text("authority"), Approval: r.text("approval"), Extra: extraOf(r.text("extra")),
	}
	if t.Text == "" {
		return t, fmt.Errorf("no term")
	}
	var err error
	if t.Locale, err = locale.Parse(r.get("locale")); err != nil {
		return t, err
	}
	switch t.Status {
	case Preferred, Admitted, Deprecated, Forbidden:
	case "":
		t.Status = Preferred
	default:
		return t, fmt.Errorf("status is %.40q, want preferred, admitted, deprecated or forbidden", t.Status)
	}
	switch v := r.get("case"); v {
	case "sensitive", "insensitive", "":
		t.CaseSensitive = v == "sensitive"
	default:
		return t, fmt.Errorf("case is %.40q, want sensitive or insensitive", v)
	}
	if t.Match != Inflected && t.Match != Exact && t.Match != Prefix {
		return t, fmt.Errorf("match is %.40q, want exact, prefix or nothing", t.Match)
	}
	if t.Use != AnyMention && t.Use != FirstMention && t.Use != LaterMention {
		return t, fmt.Errorf("use is %.40q, want first, later or nothing", t.Use)
	}
	return t, nil
}

// looksLike1256 adds to an error that bytes are letters of windows-1256 or a
// relative of it, when most of them are in the upper half.
func looksLike1256(cell string) string {
	high := 0
	for i := 0; i < len(cell); i++ {
		if cell[i] >= 0xC0 {
			high++
		}
	}
	if high*2 >= len(cell) {
		return " (it looks like windows-1256)"
	}
	return ""
}
