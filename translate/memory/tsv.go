package memory

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Problem is a stored pair, or a part of a file, that could not be read.
type Problem struct {
	File         string
	Line, Column int    // from 1; the column counts characters
	Unit         string // the id of the pair, where the file gives one
	Message      string
}

func (p Problem) String() string {
	if p.Unit != "" {
		return fmt.Sprintf("%s:%d:%d: unit %s: %s", p.File, p.Line, p.Column, p.Unit, p.Message)
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
}

// longestPiece is the size in bytes above which a line or a segment is skipped.
const longestPiece = 1 << 20

// ReadTSV reads pairs from lines of source, tab, target and, if there is one,
// another tab and the origin. A line that is no such pair is told to problem and
// skipped; empty lines are nothing. The error that ends the sequence is one of r.
func ReadTSV(r io.Reader, name string, source, target locale.Tag, problem func(Problem)) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		lines := bufio.NewReaderSize(r, 1<<16)
		for number := 1; ; number++ {
			line, tooLong, err := readLine(lines)
			if err != nil && !errors.Is(err, io.EOF) {
				yield(Entry{}, fmt.Errorf("%s:%d: %w", name, number, err))
				return
			}
			if number == 1 {
				line = strings.TrimPrefix(line, "\ufeff")
			}
			if tooLong || line != "" {
				e, complaint := parseLine(line, tooLong)
				if complaint.Message != "" {
					complaint.File, complaint.Line = name, number
					problem(complaint)
				} else {
					e.SourceLocale, e.TargetLocale = source, target
					if e.Origin == "" {
						e.Origin = fmt.Sprintf("%s:%d", name, number)
					}
					if !yield(e, nil) {
						return
					}
				}
			}
			if err != nil {
				return
			}
		}
	}
}

// parseLine reads one line; a Problem with a message says why it could not.
func parseLine(line string, tooLong bool) (Entry, Problem) {
	if tooLong {
		return Entry{}, Problem{Column: 1, Message: fmt.Sprintf("the line is longer than %d MB; skipped", longestPiece>>20)}
	}
	if !utf8.ValidString(line) {
		return Entry{}, Problem{Column: validRunes(line) + 1, Message: "invalid UTF-8; save the file as UTF-8"}
	}
	source, rest, ok := strings.Cut(line, "\t")
	if !ok {
		return Entry{}, Problem{Column: utf8.RuneCountInString(line) + 1, Message: "no tab; a line is source, tab, target"}
	}
	target, origin, _ := strings.Cut(rest, "\t")
	if strings.TrimSpace(source) == "" || strings.TrimSpace(target) == "" {
		return Entry{}, Problem{Column: 1, Message: "the source or the target is empty"}
	}
	return Entry{Source: unit.Plain(source), Target: unit.Plain(target), Origin: origin}, Problem{}
}

// validRunes counts the characters before the first invalid byte.
func validRunes(s string) int {
	n := 0
	for i, r := range s {
		if _, size := utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && size == 1 {
			break
		}
		n++
	}
	return n
}

// readLine reads a line without its end. Of a line that is too long it keeps
// nothing, so that memory stays small.
func readLine(r *bufio.Reader) (line string, tooLong bool, err error) {
	var b []byte
	for {
		piece, err := r.ReadSlice('\n')
		if len(b)+len(piece) > longestPiece {
			tooLong, b = true, nil
		}
		if !tooLong {
			b = append(b, piece...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return strings.TrimSuffix(strings.TrimSuffix(string(b), "\n"), "\r"), tooLong, err
		}
	}
}
