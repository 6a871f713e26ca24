package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxBlanks = 8  // bytes of white space before what still closes a sentence
	maxFaces  = 5  // faces in a row that are weighed as one
	maxFace   = 60 // bytes of the longest face or tag that is weighed
	maxNotes  = 5  // numbers of notes behind a stop
)

// ended weighs the places behind the end of a sentence that stands before i,
// and gives the place from which to go on.
func (w *walk) ended(i int) int {
	for {
		i = w.closing(i)
		next := w.skipBlanks(i)
		r, size := utf8.DecodeRuneInString(w.text[next:])
		// What closes may be set off by a space, as in French.
		spaced := next > i && w.s.scan.closes(r)
		// A mark that looks the same on both sides and has space on both
		// closes if it is open, or has nothing behind it.
		shuts := spaced && w.s.pairs.even[r] && w.spaceAt(next+size) && (w.isOpen(r) || !w.inText(next+size))
		if !shuts {
			w.weigh(i)
		}
		if !spaced {
			w.weighBehind(i, next)
			return i
		}
		i = next
	}
}

// weighBehind weighs what may belong to a sentence that ended at i although
// it stands behind the end: faces from next on, numbers of notes at i.
func (w *walk) weighBehind(i, next int) {
	if k := w.faces(next); next > i && k > next {
		w.weigh(k)
	}
	if k := w.noteNumbers(i); k > i {
		w.weigh(k)
	}
}

// skipBlanks gives the end of the few blanks at i.
func (w *walk) skipBlanks(i int) int {
	for k := i; k < len(w.text) && k-i < maxBlanks; {
		r, size := utf8.DecodeRuneInString(w.text[k:])
		if !unicode.IsSpace(r) || r == '\n' {
			return k
		}
		k += size
	}
	return i
}

// faces gives the end of a row of faces that begins at i.
func (w *walk) faces(i int) int {
	for n := 0; n < maxFaces; n++ {
		k := w.face(i)
		if k == i {
			break
		}
		if i = k; k+1 < len(w.text) && w.text[k] == ' ' && w.face(k+1) > k+1 {
			i++
		}
	}
	return i
}

// face gives the end of the face or picture that stands at i, i for none. What
// a face is the rules say; here it is a short word that begins like one.
func (w *walk) face(i int) int {
	r, _ := utf8.DecodeRuneInString(w.text[i:])
	if !strings.ContainsRune(":;=^#", r) && !unicode.Is(unicode.So, r) {
		return i
	}
	for k := i; k < len(w.text) && k-i < maxFace; {
		r, size := utf8.DecodeRuneInString(w.text[k:])
		if unicode.IsSpace(r) {
			return k
		}
		if role := w.s.scan.role[r]; role == roleEnd || role == roleBullet {
			return i
		}
		if k += size; k == len(w.text) {
			return k
		}
	}
	return i
}

// noteNumbers gives the end of the numbers of notes that stand at i:
// "shown.4 5 The".
func (w *walk) noteNumbers(i int) int {
	end := i
	for n := 0; n < maxNotes; n++ {
		k := i
		for k < len(w.text) && k-i < 3 && w.text[k] >= '0' && w.text[k] <= '9' {
			k++
		}
		if k == i || k >= len(w.text) {
			break
		}
		end, i = k, k+1
		if c := w.text[k]; c != ' ' && c != ',' {
			break
		}
	}
	return end
}

// closing gives the end of the quotes, brackets, numbers of notes and further
// marks that stand at i, and notes the pairs among them.
func (w *walk) closing(i int) int {
	inRef := false
	for i < len(w.text) {
		r, size := utf8.DecodeRuneInString(w.text[i:])
		isEnd := w.s.scan.role[r] == roleEnd
		if !isEnd && !w.s.scan.closes(r) && !(inRef && r >= '0' && r <= '9') {
			break
		}
		if w.s.pairs.even[r] && !w.isOpen(r) && !w.spaceAt(i+size) {
			break // it opens the next sentence
		}
		inRef = r == '[' || inRef && r != ']'
		if w.s.scan.role[r] == rolePair {
			w.mark(r, i, size)
		}
		i += size
	}
	return i
}

// inText reports whether anything but white space stands from i on.
func (w *walk) inText(i int) bool {
	for i < len(w.text) {
		r, size := utf8.DecodeRuneInString(w.text[i:])
		if !unicode.IsSpace(r) {
			return true
		}
		i += size
	}
	return false
}

func (w *walk) spaceAt(i int) bool {
	r, _ := utf8.DecodeRuneInString(w.text[i:])
	return i >= len(w.text) || unicode.IsSpace(r)
}
