package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A list may run on inside a paragraph: "1. Bread 2. Milk" or "a) … b) …".
// An item begins where the marker that follows the last one stands, if the
// first one stood at the beginning of a sentence. No pattern can count, so
// the walk does.

// marker is the number or letter of a list item: value 1 of style 'n' is
// "1.", value 2 of style 'a' is "b.".
type marker struct {
	style rune // n digits, a letters, i Roman numerals; 0 for no marker
	tail  byte // . or )
	value int
	at    int // where it begins
	end   int
}

// listReach is how far apart in bytes two items may begin.
const listReach = 2000

// item reads the stop or bracket at i as the end of a list marker and cuts
// before it where it goes on with a list. It reports whether the place behind
// it is thereby decided.
func (w *walk) item(i int) bool {
	m, ok := w.readMarker(i)
	if !ok {
		return false
	}
	near := w.list.style != 0 && m.at-w.list.at < listReach
	next := w.list.style == m.style && w.list.tail == m.tail && m.value == w.list.value+1
	again := m.value == 1 && w.list.value > 1
	if near && (next || again) {
		w.list = m
		if p := w.back(m.at); p > w.last && w.inside(m.at) {
			w.cut(p, true, "list", "the next item of a list, or the first one behind it")
		}
		w.last = m.end
		return true
	}
	if m.value == 1 && !w.inside(m.at) {
		w.list = m
	}
	return false
}

// readMarker reads the marker whose first stop or bracket is at i: white
// space before it and behind it, and one to three characters.
func (w *walk) readMarker(i int) (marker, bool) {
	at := i
	for at > 0 && i-at < 4 && !isSpaceByte(w.text[at-1]) {
		at--
	}
	word := w.text[at:i]
	word = strings.TrimLeft(word, "(⁃•")
	if word == "" || len(word) > 3 || at > 0 && !isSpaceByte(w.text[at-1]) {
		return marker{}, false
	}
	m := marker{tail: w.text[i], at: at, end: i + 1}
	if strings.HasPrefix(w.text[m.end:], ")") {
		m.tail, m.end = ')', m.end+1
	}
	if r, _ := utf8.DecodeRuneInString(w.text[m.end:]); !unicode.IsSpace(r) {
		return marker{}, false
	}
	m.style, m.value = markerValue(word)
	return m, m.style != 0
}

func isSpaceByte(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

func markerValue(word string) (style rune, value int) {
	digits := 0
	for _, c := range word {
		if c >= '0' && c <= '9' {
			digits++
			value = value*10 + int(c-'0')
		}
	}
	switch {
	case digits == len(word):
		return 'n', value
	case digits > 0:
		return 0, 0
	case len(word) == 1 && word[0] >= 'a' && word[0] <= 'z':
		return 'a', int(word[0]-'a') + 1
	case len(word) == 1 && word[0] >= 'A' && word[0] <= 'H':
		return 'A', int(word[0]-'A') + 1
	}
	for n, roman := range []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"} {
		if word == roman {
			return 'i', n + 1
		}
	}
	return 0, 0
}
