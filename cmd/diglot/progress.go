package main

import (
	"fmt"
	"io"
	"strings"
)

// bar shows how far long work has come, on a terminal only. A pipe, a log and a
// run with NO_COLOR or without a terminal see nothing of it.
type bar struct {
	to       io.Writer // nil: nobody looks
	at, of   int
	shown    bool
	perCents int
}

// progress begins a bar for work of so many steps.
func (a *app) progress(steps int) *bar {
	b := &bar{of: steps, perCents: -1}
	if steps > 2 && isTerminal(a.err) && a.getenv("TERM") != "dumb" {
		b.to = a.err
	}
	return b
}

// step says that one more step begins.
func (b *bar) step() {
	b.at++
	perCents := 100 * (b.at - 1) / max(b.of, 1)
	if b.to == nil || perCents == b.perCents {
		return
	}
	b.perCents, b.shown = perCents, true
	full := perCents * 30 / 100
	fmt.Fprintf(b.to, "\r%s%s %3d %%", strings.Repeat("█", full), strings.Repeat("░", 30-full), perCents)
}

// clear takes the bar away so that a line can be printed.
func (b *bar) clear() {
	if b.shown {
		fmt.Fprint(b.to, "\r\x1b[K")
		b.shown, b.perCents = false, -1
	}
}

func (b *bar) done() { b.clear() }
