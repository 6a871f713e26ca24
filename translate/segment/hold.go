package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands in brackets inside a sentence is a part of it, however many
// stops it has; so is quoted speech where the language wants it. Patterns
// cannot count brackets, so the walk does.

// pairs are the brackets and quotes that a language holds together.
type pairs struct {
	closers map[rune]string // of each opener, the runes that may close it
	even    map[rune]bool   // marks that look the same on both sides
	quotes  bool            // quotes hold, not only brackets
	limit   int             // of bytes between opener and closer
}

// maxOpen bounds the pairs that are open at once; the outer ones of a deeper
// nest are forgotten, so that no nest costs more than its length.
const maxOpen = 32

// opened is a bracket or a quote that waits for its end.
type opened struct {
	mark  rune
	at    int
	inner bool // something of the sentence stands before it
}

func isQuote(r rune) bool {
	return unicode.In(r, unicode.Pi, unicode.Pf) || r == '"' || r == '„' || r == '‚' || r == '「' || r == '『'
}

// mark notes a bracket or a quote at i.
func (w *walk) mark(r rune, i, size int) {
	p := w.s.pairs
	if p.even[r] {
		w.even(r, i, size)
		return
	}
	for k := len(w.open) - 1; k >= 0; k-- {
		if strings.ContainsRune(p.closers[w.open[k].mark], r) {
			w.close(k, i+size)
			return
		}
	}
	if p.closers[r] == "" {
		w.unpaired = w.unpaired || !isQuote(r) && !w.markerEnd(i)
		return
	}
	// An opener touches what it opens; "((" and "( " are no brackets.
	if next, _ := utf8.DecodeRuneInString(w.text[i+size:]); next != r && !unicode.IsSpace(next) {
		w.opens(r, i)
	}
}

// even notes a mark that does not say which way it looks.
func (w *walk) even(r rune, i, size int) {
	before, _ := utf8.DecodeLastRuneInString(w.text[:i])
	after, _ := utf8.DecodeRuneInString(w.text[i+size:])
	for k := len(w.open) - 1; k >= 0; k-- {
		if w.open[k].mark == r && !(unicode.IsSpace(before) && unicode.IsLetter(after)) {
			w.close(k, i+size)
			return
		}
	}
	apart := i == 0 || unicode.In(before, unicode.Han, unicode.Hiragana, unicode.Katakana) || !unicode.IsLetter(before) && !unicode.IsDigit(before)
	if apart && (!unicode.IsSpace(after) || unicode.IsSpace(before)) {
		w.opens(r, i)
	}
}

func (w *walk) isOpen(r rune) bool {
	for _, o := range w.open {
		if o.mark == r {
			return true
		}
	}
	return false
}

func (w *walk) opens(r rune, i int) {
	if len(w.open) == maxOpen {
		w.open = append(w.open[:0], w.open[1:]...)
	}
	w.open = append(w.open, opened{r, i, w.inside(i)})
}

// inside reports whether the sentence has begun before i.
func (w *walk) inside(i int) bool {
	start := 0
	if n := len(w.cuts); n > 0 {
		start = w.cuts[n-1]
	}
	return w.back(i) > start
}

// close ends the pair k and takes back the cuts inside it.
func (w *walk) close(k, end int) {
	o := w.open[k]
	w.open = w.open[:k]
	p := w.s.pairs
	if end-o.at > p.limit || w.unpaired || isQuote(o.mark) && !p.quotes || !isQuote(o.mark) && !o.inner {
		return
	}
	n := len(w.cuts)
	for n > 0 && w.cuts[n-1] > o.at {
		n--
	}
	w.cuts = w.cuts[:n]
	if w.record {
		for i := len(w.decisions) - 1; i >= 0 && w.decisions[i].Offset > o.at; i-- {
			if d := &w.decisions[i]; d.Break {
				*d = Decision{d.Offset, false, "hold", "inside " + string(o.mark) + " … that belongs to the sentence around it"}
			}
		}
	}
}

// markerEnd reports whether a bracket at i only ends a list marker: "4)".
func (w *walk) markerEnd(i int) bool {
	for k := i; k > 0 && i-k < 5; k-- {
		if isSpaceByte(w.text[k-1]) {
			return true
		}
	}
	return i < 5
}
