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
	style rune // n digits, i Roman numerals, else the first letter of the alphabet; 0 for no marker
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
	for at > 0 && i-at < maxMarker && !isSpaceByte(w.text[at-1]) {
		at--
	}
	if at == i || at > 0 && !isSpaceByte(w.text[at-1]) {
		return marker{}, false
	}
	word := []rune(strings.TrimLeft(w.text[at:i], "(⁃•"))
	if len(word) == 0 || len(word) > 3 {
		return marker{}, false
	}
	m := marker{tail: w.text[i], at: at, end: i + 1}
	if strings.HasPrefix(w.text[m.end:], ")") {
		m.tail, m.end = ')', m.end+1
	}
	if !w.spaceAt(m.end) {
		return marker{}, false
	}
	m.style, m.value = markerValue(word)
	// "A. Roe and B. Doe" are initials, and "أ." is a title.
	initial := m.tail == '.' && m.style != 'n' && m.style != 'i' && m.style != 'a'
	return m, m.style != 0 && !initial
}

// maxMarker is the length in bytes of the longest marker.
const maxMarker = 9

func isSpaceByte(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

// alphabets are the letters that count items, in order: Latin, Cyrillic,
// Greek, Arabic as the abjad has it, Hebrew. The first letter is the style.
var alphabets = []string{"abcdefghijklmnopqrstuvwxyz", "ABCDEFGH", "абвгдежзик", "αβγδεζηθ", "أبجدهوزحطي", "אבגדהוזחטי"}

// romans are the small Roman numerals that count items.
var romans = []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"}

func markerValue(word []rune) (style rune, value int) {
	for _, r := range word {
		d := digit(r)
		if d < 0 {
			return letterValue(strings.TrimSuffix(string(word), "ـ"))
		}
		value = value*10 + d
	}
	return 'n', value
}

func letterValue(word string) (style rune, value int) {
	for _, letters := range alphabets {
		if before, _, ok := strings.Cut(letters, word); ok && utf8.RuneCountInString(word) == 1 {
			first, _ := utf8.DecodeRuneInString(letters)
			return first, utf8.RuneCountInString(before) + 1
		}
	}
	for n, roman := range romans {
		if word == roman {
			return 'i', n + 1
		}
	}
	return 0, 0
}

// digit gives the value of a decimal digit of any script, -1 for what is none.
func digit(r rune) int {
	if r >= '0' && r <= '9' {
		return int(r - '0')
	}
	for _, t := range unicode.Nd.R16 {
		// Digits come in rows of ten that begin with zero.
		if lo := rune(t.Lo); r >= lo && r <= rune(t.Hi) {
			return int(r-lo) % 10
		}
	}
	return -1
}
