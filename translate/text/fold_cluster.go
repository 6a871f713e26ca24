package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// folder is one folding on its way. It goes by clusters: a letter with the marks
// on it, the smallest piece that a normal form treats apart from its neighbours.
// Most clusters are one letter of a common alphabet, and these take a short way.
type folder struct {
	fold    Fold
	out     []byte
	offsets []int // where each byte of out comes from, when mapped
	mapped  bool
	space   int // where white space began that is still to be written, or -1

	buffers [2][]byte // a cluster between two steps
	turn    int       // of the two
}

func (w *folder) run(s string) {
	w.space = -1
	for i := 0; i < len(s); {
		if n := asciiLen(s[i:]); n > 0 {
			w.ascii(s[i:i+n], i)
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if w.fold.standsAlone(r, s[i+n:]) {
			w.lone(r, i)
		} else {
			n = w.fold.clusterLen(s[i:])
			w.write(w.foldCluster(s[i:i+n]), i)
		}
		i += n
	}
}

// asciiLen gives the ASCII bytes that s begins with, less the last one where
// something follows that may be a mark on it.
func asciiLen(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return i - 1
		}
	}
	return len(s)
}

// standsAlone reports a letter of a common alphabet, composed as NFC has it, whose
// cluster it is alone, because what follows begins another. False means only that
// it takes a closer look.
func (f Fold) standsAlone(r rune, rest string) bool {
	if !isCommonLetter(r) {
		return false
	}
	if rest == "" || rest[0] < utf8.RuneSelf {
		return true
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return isCommonLetter(next) && !f.drops(next)
}

// isCommonLetter reports letters and signs that are in NFC as they are, and
// compose with nothing before them.
func isCommonLetter(r rune) bool {
	switch {
	case r < 0x0300: // Latin
		return true
	case r < 0x0600: // Greek without its spacing accents, Cyrillic
		return 0x0388 <= r && r <= 0x0482 || 0x048A <= r && r <= 0x052F
	case r < 0x0700: // Arabic without its marks
		return 0x0620 <= r && r <= 0x064A || 0x0660 <= r && r <= 0x066F || 0x0671 <= r && r <= 0x06D5 ||
			r == '،' || r == '؛' || r == '؟'
	}
	return 0x2010 <= r && r <= 0x2027 || 0x4E00 <= r && r <= 0x9FFF // dashes and quotes, Han
}

// clusterLen gives the bytes of the first cluster of s. What the options drop
// does not part a letter from a mark that stands behind it.
func (f Fold) clusterLen(s string) int {
	form := norm.NFC
	if f&FoldWidth != 0 {
		form = norm.NFKC // a half-width voiced mark belongs to the kana before it
	}
	end := form.NextBoundaryInString(s, true)
	if end <= 0 {
		return len(s)
	}
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if r < utf8.RuneSelf || r == utf8.RuneError {
			break
		}
		if !f.drops(r) && form.PropertiesString(s[end:]).BoundaryBefore() {
			break
		}
		end += n
	}
	return end
}

// ascii folds a stretch of ASCII.
func (w *folder) ascii(s string, at int) {
	if w.fold&FoldSpace != 0 || w.mapped {
		for i := range len(s) {
			w.asciiByte(s[i], at+i)
		}
		return
	}
	from := len(w.out)
	w.out = append(w.out, s...)
	if w.fold&FoldCase == 0 {
		return
	}
	for i, c := range w.out[from:] {
		if 'A' <= c && c <= 'Z' {
			w.out[from+i] = c + 'a' - 'A'
		}
	}
}

func (w *folder) asciiByte(c byte, at int) {
	if w.fold&FoldSpace != 0 && (c == ' ' || '\t' <= c && c <= '\r') {
		w.markSpace(at)
		return
	}
	if w.fold&FoldCase != 0 && 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	w.flushSpace()
	w.out = append(w.out, c)
	if w.mapped {
		w.offsets = append(w.offsets, at)
	}
}

// lone folds a common letter that no mark stands on.
func (w *folder) lone(r rune, at int) {
	switch {
	case w.fold.drops(r):
		return
	case w.fold&FoldSpace != 0 && unicode.IsSpace(r):
		w.markSpace(at)
		return
	}
	w.flushSpace()
	w.out = w.fold.appendLone(w.out, r)
	for w.mapped && len(w.offsets) < len(w.out) {
		w.offsets = append(w.offsets, at)
	}
}

// write takes over a folded cluster.
func (w *folder) write(folded []byte, at int) {
	if w.fold&FoldSpace != 0 {
		r, n := utf8.DecodeRune(folded)
		if unicode.IsSpace(r) && (n == len(folded) || norm.NFC.Properties(folded[n:]).BoundaryBefore()) {
			w.markSpace(at)
			folded = folded[n:]
		}
	}
	if len(folded) == 0 {
		return
	}
	w.flushSpace()
	w.out = append(w.out, folded...)
	for w.mapped && len(w.offsets) < len(w.out) {
		w.offsets = append(w.offsets, at)
	}
}

// markSpace notes white space, to be written as one space when a letter follows.
func (w *folder) markSpace(at int) {
	if w.space < 0 && len(w.out) > 0 {
		w.space = at
	}
}

func (w *folder) flushSpace() {
	if w.space < 0 {
		return
	}
	w.out = append(w.out, ' ')
	if w.mapped {
		w.offsets = append(w.offsets, w.space)
	}
	w.space = -1
}

// foldCluster folds one letter with its marks, into NFC. The bytes are good
// until the next call.
func (w *folder) foldCluster(cluster string) []byte {
	if r, size := utf8.DecodeRuneInString(cluster); r == utf8.RuneError && size == 1 {
		return w.made(append(w.next(), cluster...)) // not UTF-8: kept as it is
	}
	apart := w.made(norm.NFD.AppendString(w.next(), cluster))
	b := w.each(apart, w.fold.appendForm)
	if w.fold&FoldCase != 0 { // canonical caseless matching, Unicode 3.13 D145
		b = w.each(w.normal(norm.NFD, b), appendCaseFolded)
	}
	if w.fold&FoldDiacritics != 0 {
		b = w.normal(norm.NFD, b)
		if base, _ := utf8.DecodeRune(b); unicode.In(base, unicode.Latin, unicode.Greek, unicode.Cyrillic) {
			b = w.each(b, appendUnlessDiacritic)
		}
	}
	return w.normal(norm.NFC, w.foldLetters(w.normal(norm.NFC, b)))
}

// next gives a buffer that does not hold what the step before has made.
func (w *folder) next() []byte {
	w.turn = (w.turn + 1) % len(w.buffers)
	return w.buffers[w.turn][:0]
}

func (w *folder) made(b []byte) []byte {
	w.buffers[w.turn] = b
	return b
}

func (w *folder) normal(form norm.Form, b []byte) []byte {
	return w.made(form.Append(w.next(), b...))
}

// each is a step that goes rune by rune.
func (w *folder) each(b []byte, appendRune func([]byte, rune) []byte) []byte {
	folded := w.next()
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		folded = appendRune(folded, r)
		b = b[n:]
	}
	return w.made(folded)
}

// appendForm drops what belongs to no letter and makes wide forms ordinary ones.
// It is given the decomposed cluster: a Hebrew letter may hold its point inside.
func (f Fold) appendForm(b []byte, r rune) []byte {
	if f.drops(r) {
		return b
	}
	if f&FoldWidth != 0 {
		if p := width.LookupRune(r).Folded(); p != 0 {
			r = p
		}
	}
	return utf8.AppendRune(b, r)
}

// foldLetters expects NFC. Where a seat has lost its hamza, one that stands behind
// it uncomposed goes too.
func (w *folder) foldLetters(b []byte) []byte {
	folded, bare := w.next(), false
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		b = b[n:]
		if bare && 0x0653 <= r && r <= 0x0655 {
			continue
		}
		bare = bare || w.fold.baresSeat(r)
		folded = w.fold.appendRune(folded, r)
	}
	return w.made(folded)
}
