package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/width"

	"diglot/locales"
)

// say prints a message of the catalog as a line of the result.
func (a *app) say(id string, args locales.Args) {
	fmt.Fprintln(a.out, a.shown(a.words.Say(id, args)))
}

// count prints a message whose wording depends on a number.
func (a *app) count(id string, n int, args locales.Args) {
	fmt.Fprintln(a.out, a.shown(a.words.Count(id, n, args)))
}

// note prints a message beside the result, on stderr.
func (a *app) note(id string, args locales.Args) {
	fmt.Fprintln(a.err, a.shown(a.words.Say(id, args)))
}

// print prints data, which has no words of the program's own, as a line.
func (a *app) print(data string) { fmt.Fprintln(a.out, a.shown(data)) }

// json prints a value as one JSON document.
func (a *app) json(v any) error {
	e := json.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// jsonLine prints a value as one line of JSON.
func jsonLine(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// table prints rows with their columns under each other. The first row holds
// the heads.
func (a *app) table(rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], columns(cell))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			b.WriteString(cell)
			if i < len(row)-1 {
				b.WriteString(strings.Repeat(" ", widths[i]-columns(cell)+2))
			}
		}
		a.print(strings.TrimRight(b.String(), " "))
	}
}

// columns gives the number of terminal columns that a text takes: one for a
// grapheme cluster, two for a wide one.
func columns(s string) int {
	n := 0
	for g := graphemes.FromString(s); g.Next(); {
		n++
		first, _ := utf8.DecodeRuneInString(g.Value())
		if k := width.LookupRune(first).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}

// heads gives the heads of a table.
func (a *app) heads(names ...string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = a.words.Say("head."+name, nil)
	}
	return out
}

// lines cuts a file into its lines, for a difference to be shown.
func lines(b []byte) []string {
	var out []string
	for line := range strings.Lines(string(b)) {
		out = append(out, line)
	}
	return out
}

func itoa(n int) string { return strconv.Itoa(n) }

func newBuffered(w io.Writer) *bufio.Writer { return bufio.NewWriterSize(w, 64<<10) }

// oneLine shortens a text to fit a table.
func oneLine(s string, max int) string {
	runes := []rune(s)
	if len(runes) <= max {
		return s
	}
	return string(runes[:max-1]) + "…"
}
