package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// folder is one folding on its way. It goes by clusters: a letter with the marks
// on it, the smallest piece that a normal form treats apart from its neighbours.
type folder struct {
	fold    Fold
	out     []byte
	offsets []int // where each byte of out comes from, when mapped
	mapped  bool
	space   int // where white space began that is still to be written, or -1

	caser   cases.Caser
	buffers [3][]byte // a cluster between two steps
}

func (w *folder) run(s string) {
	w.space = -1
	w.caser = cases.Fold()
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf && (i+1 == len(s) || s[i+1] < utf8.RuneSelf) {
			w.ascii(c, i)
			i++
			continue
		}
		n := w.fold.clusterLen(s[i:])
		w.cluster(s[i:i+n], i)
		i += n
	}
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

func (w *folder) ascii(c byte, at int) {
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

func (w *folder) cluster(cluster string, at int) {
	r, n := utf8.DecodeRuneInString(cluster)
	if w.fold&FoldSpace != 0 && n == len(cluster) && unicode.IsSpace(r) {
		w.markSpace(at)
		return
	}
	folded := w.foldCluster(cluster)
	if len(folded) == 0 {
		return
	}
	w.flushSpace()
	w.out = append(w.out, folded...)
	if w.mapped {
		for range folded {
			w.offsets = append(w.offsets, at)
		}
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
