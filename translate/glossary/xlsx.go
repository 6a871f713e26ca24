package glossary

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// sheet is the name of the one sheet of a glossary that is written.
const sheet = "glossary"

// maxUnzipped bounds what a workbook may unfold to, in bytes.
const maxUnzipped = 256 << 20

// ReadXLSX reads a glossary from the first sheet of a workbook, which has the
// columns of ReadCSV. A formula counts as the value it was saved with. name stands
// in errors, with the row.
func ReadXLSX(r io.Reader, name string) ([]Concept, error) {
	book, err := excelize.OpenReader(r, excelize.Options{UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped / 16})
	if err != nil {
		return nil, fmt.Errorf("%s: %w; a glossary is an .xlsx workbook with the header of a CSV glossary", name, err)
	}
	defer book.Close()
	names := book.GetSheetList()
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: the workbook has no sheet", name)
	}
	rows, err := book.Rows(names[0])
	if err != nil {
		return nil, fmt.Errorf("%s: sheet %s: %w", name, names[0], err)
	}
	defer rows.Close()
	var concepts []Concept
	var at map[string]int
	index := map[string]int{}
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		switch {
		case n == 1:
			if at, err = columnsOf(cells); err != nil {
				return nil, fmt.Errorf("%s:1: %w", name, err)
			}
			continue
		case len(cells) == 0:
			continue
		}
		for len(cells) < len(at) { // empty cells at the end of a row are not stored
			cells = append(cells, "")
		}
		if err := addRow(&concepts, index, row{cells, at}); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if at == nil {
		return nil, fmt.Errorf("%s: sheet %s is empty", name, names[0])
	}
	return concepts, rows.Error()
}

// WriteXLSX writes a glossary as a workbook with one sheet. Every cell is text, so
// that no spreadsheet runs one as a formula, also when it is saved as CSV later.
func WriteXLSX(w io.Writer, concepts []Concept) error {
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetSheetName(book.GetSheetName(0), sheet); err != nil {
		return fmt.Errorf("writing the glossary: %w", err)
	}
	for i, cells := range tableOf(concepts) {
		values := make([]any, len(cells))
		for k, cell := range cells {
			values[k] = cell
		}
		if err := book.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &values); err != nil {
			return fmt.Errorf("writing the glossary, row %d: %w", i+1, err)
		}
	}
	if err := book.Write(w); err != nil {
		return fmt.Errorf("writing the glossary: %w", err)
	}
	return nil
}
