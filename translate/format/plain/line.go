package plain

import (
	"iter"
	"strings"

	"diglot/translate/unit"
)

// line is one line of a body, without and with its end.
type line struct {
	unit.Span      // without the line end
	next      int  // where the next line begins
	last      bool // of its paragraph in any case: it ends with a form feed or U+2029, or with the file
}

// lines goes through the lines of a body.
func lines(body string) iter.Seq[line] {
	return func(yield func(line) bool) {
		for start := 0; start < len(body); {
			l := line{unit.Span{Start: start, End: len(body)}, len(body), true}
			if at := findLineEnd(body[start:]); at >= 0 {
				l.End = start + at
				n, last := lineEnd(body[l.End:])
				l.next, l.last = l.End+n, last
			}
			if !yield(l) {
				return
			}
			start = l.next
		}
	}
}

// findLineEnd gives the offset of the first line end, or -1.
func findLineEnd(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\n', '\r', '\f':
			return i
		case 0xC2, 0xE2:
			if n, _ := lineEnd(s[i:]); n > 0 {
				return i
			}
		}
	}
	return -1
}

// lineEnd gives the length of the line end at the start of s, 0 where there is
// none, and whether it ends a paragraph.
func lineEnd(s string) (n int, paragraph bool) {
	switch {
	case s == "":
		return 0, false
	case s[0] == '\n':
		return 1, false
	case strings.HasPrefix(s, "\r\n"):
		return 2, false
	case s[0] == '\r':
		return 1, false
	case s[0] == '\f':
		return 1, true
	case strings.HasPrefix(s, "\u0085"):
		return 2, false
	case strings.HasPrefix(s, "\u2029"):
		return 3, true
	}
	return 0, false
}
