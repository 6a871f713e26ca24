package markdown

import "diglot/translate/unit"

// tableColumns gives the number of columns of a table's delimiter row, such as
// "| --- | :-: |", or 0 where a line is none (GitHub Flavored Markdown, 4.10).
func tableColumns(s string) int {
	end := trimRight(s, 0, len(s))
	i, columns := 0, 0
	if s[0] == '|' {
		i = 1
	}
	for i < end {
		for i < end && isSpace(s[i]) {
			i++
		}
		if i < end && s[i] == ':' {
			i++
		}
		dashes := i
		for i < end && s[i] == '-' {
			i++
		}
		if i == dashes {
			return 0
		}
		if i < end && s[i] == ':' {
			i++
		}
		for i < end && isSpace(s[i]) {
			i++
		}
		columns++
		if i < end && s[i] != '|' {
			return 0
		}
		i++
	}
	return columns
}

// nextCell gives the cell of a row that begins at byte i, and where the next one
// begins. A pipe after a backslash, or in a placeholder, does not end a cell.
func nextCell(row string, i int) (cell unit.Span, next int) {
	cell.Start = i
	for i < len(row) && row[i] != '|' {
		switch {
		case row[i] == '\\' && i+1 < len(row) && row[i+1] == '|':
			i += 2
		case row[i] == '{':
			i += max(1, placeholder(row[i:]))
		default:
			i++
		}
	}
	cell.End = i
	return cell, i + 1
}

// eachCell calls f with the cells of a row.
func eachCell(row string, f func(unit.Span)) {
	end := trimRight(row, 0, len(row))
	i := 0
	for i < end && isSpace(row[i]) {
		i++
	}
	if i < end && row[i] == '|' {
		i++
	}
	for i < end {
		var cell unit.Span
		cell, i = nextCell(row[:end], i)
		f(cell)
	}
}

func countCells(row string) int {
	n := 0
	eachCell(row, func(unit.Span) { n++ })
	return n
}

// cells makes leaves of the cells in a row, as many as the table has columns;
// further ones are not shown to any reader.
func (r *blockReader) cells(row unit.Span, columns int) {
	s := r.body[row.Start:row.End]
	n := 0
	eachCell(s, func(c unit.Span) {
		n++
		start, end := c.Start, trimRight(s, c.Start, c.End)
		for start < end && isSpace(s[start]) {
			start++
		}
		if n > columns || start == end {
			return
		}
		where := "|"
		if trimRight(s, 0, start) == 0 {
			where = "^" // nothing stands before it in the line
		}
		r.emit("cell", inlineForm, where, unit.Span{Start: row.Start + start, End: row.Start + end})
	})
}

// tableRow takes a line of the table's body.
func (r *blockReader) tableRow() {
	l := &r.line
	_, at := l.indent()
	r.cells(unit.Span{Start: at, End: l.end}, r.leaf.length)
}

// startTable reads the delimiter row that makes a table of the open paragraph's
// last line. What stands before that line remains a paragraph.
func (r *blockReader) startTable(s string) bool {
	columns := tableColumns(s)
	if columns == 0 || len(r.spans) == r.leaf.first {
		return false
	}
	head := r.spans[len(r.spans)-1]
	if countCells(r.body[head.Start:head.End]) != columns {
		return false
	}
	r.spans = r.spans[:len(r.spans)-1]
	r.endParagraph(r.leaf)
	r.leaf, r.term = openLeaf{kind: tableLeaf, length: columns}, -1
	r.cells(head, columns)
	return true
}
