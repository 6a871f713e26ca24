package format

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Error is a fault in a file, with the place where it stands.
type Error struct {
	Name         string // of the file
	Line, Column int    // from 1; columns count runes. Line 0: the file as a whole
	Err          error
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %v", e.Name, e.Err)
	}
	return fmt.Sprintf("%s:%d:%d: %v", e.Name, e.Line, e.Column, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// At makes the error of a fault at a byte of body. Read adds the file's name.
func At(body string, offset int, err error) *Error {
	line, column := Position(body, offset)
	return &Error{Line: line, Column: column, Err: err}
}

// Position gives the line and the column, counted from 1 and in runes, of a
// byte of body. Lines end with LF, CRLF or CR.
func Position(body string, offset int) (line, column int) {
	before := body[:min(max(offset, 0), len(body))]
	line = 1 + strings.Count(before, "\n")
	start := strings.LastIndexByte(before, '\n') + 1
	if strings.IndexByte(before, '\r') >= 0 {
		line += strings.Count(before, "\r") - strings.Count(before, "\r\n")
		if cr := strings.LastIndexByte(before, '\r') + 1; cr > start {
			start = cr
			if strings.HasPrefix(body[cr:], "\n") && cr == len(before) {
				line, start = line-1, lineStart(before[:cr-1]) // between CR and LF: still the old line
			}
		}
	}
	return line, 1 + utf8.RuneCountInString(before[start:])
}

// lineStart gives the offset behind the last line end in s.
func lineStart(s string) int { return strings.LastIndexAny(s, "\r\n") + 1 }

// Position gives the line and column of a byte of the document's Body.
func (d *Document) Position(offset int) (line, column int) { return Position(d.Body, offset) }

// named gives err as an *Error with the file's name in it.
func named(name string, err error) error {
	var e *Error
	if !errors.As(err, &e) {
		return &Error{Name: name, Err: err}
	}
	placed := *e
	placed.Name = name
	return &placed
}
