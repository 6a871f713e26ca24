package glossary

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// WriteCSV writes a glossary as ReadCSV reads it, in UTF-8. More columns than the
// first seven are there only if some concept fills them. A cell that a spreadsheet
// would run as a formula gets an apostrophe before it, which reading takes off.
func WriteCSV(w io.Writer, concepts []Concept) error { return writeTable(w, concepts, ',') }

// WriteTSV is WriteCSV with tabs, which ReadCSV reads too.
func WriteTSV(w io.Writer, concepts []Concept) error { return writeTable(w, concepts, '\t') }

func writeTable(w io.Writer, concepts []Concept, comma rune) error {
	out := csv.NewWriter(w)
	out.Comma = comma
	if err := out.WriteAll(tableOf(concepts)); err != nil {
		return fmt.Errorf("writing the glossary: %w", err)
	}
	return nil
}

// tableOf gives the lines of a table, the header first.
func tableOf(concepts []Concept) [][]string {
	var lines []map[string]string
	used := map[string]bool{}
	for i := range concepts {
		c := &concepts[i]
		for k := range c.Terms {
			line := lineOf(c, &c.Terms[k], k == 0)
			for column, v := range line {
				used[column] = used[column] || v != ""
			}
			lines = append(lines, line)
		}
	}
	header := slices.Clone(columns)
	for _, column := range moreColumns {
		if used[column] {
			header = append(header, column)
		}
	}
	table := [][]string{header}
	for _, line := range lines {
		record := make([]string, len(header))
		for i, column := range header {
			record[i] = safeCell(line[column])
		}
		table = append(table, record)
	}
	return table
}

// lineOf gives the cells of one term; the first of a concept carries what belongs
// to the concept.
func lineOf(c *Concept, t *Term, first bool) map[string]string {
	line := map[string]string{
		"concept": c.ID, "locale": t.Locale.String(), "term": t.Text, "status": string(t.Status), "case": "insensitive",
		"do_not_translate": strconv.FormatBool(c.DoNotTranslate), "note": t.Note,
		"match": string(t.Match), "use": string(t.Use), "part_of_speech": t.PartOfSpeech, "gender": t.Gender,
		"number": t.Number, "authority": t.Authority, "approval": t.Approval, "extra": extraCell(t.Extra),
	}
	if t.CaseSensitive {
		line["case"] = "sensitive"
	}
	if first {
		line["subject"], line["definition"], line["concept_note"] = c.Subject, c.Definition, c.Note
		line["concept_type"], line["concept_extra"] = c.Type, extraCell(c.Extra)
	}
	return line
}

// safeCell keeps a spreadsheet from running a cell. Cells that begin with an
// apostrophe before such a sign get one too, so that bareCell can tell.
func safeCell(s string) string {
	if isFormula(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

// bareCell undoes safeCell.
func bareCell(s string) string {
	if strings.HasPrefix(s, "'") && isFormula(strings.TrimLeft(s, "'")) {
		return s[1:]
	}
	return s
}

func isFormula(s string) bool { return s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) }

func extraCell(extra []Extra) string {
	if len(extra) == 0 {
		return ""
	}
	b, _ := json.Marshal(extra) // strings only: cannot fail
	return string(b)
}

// extraOf reads extraCell; what is no such cell is kept as one element.
func extraOf(cell string) []Extra {
	if cell == "" {
		return nil
	}
	var extra []Extra
	if json.Unmarshal([]byte(cell), &extra) != nil {
		return []Extra{{XML: cell}}
	}
	return extra
}
