package segment

import (
	"unicode"
	"unicode/utf8"
)

// window is how many characters our own rules see on each side of a place.
const window = 256

// Split gives the segments of a text in order.
func (s *Segmenter) Split(text string) []Span {
	w := walk{s: s, text: text}
	w.run()
	return w.spans()
}

// Explain gives every place that was cut and every one that was weighed and
// not cut, in order.
func (s *Segmenter) Explain(text string) []Decision {
	w := walk{s: s, text: text, record: true}
	w.run()
	return w.decisions
}

// walk is one way through a text. Our own rules are asked only at the places
// that the scanner finds (scan, and ends.go for what a sentence ends with);
// brackets (hold.go) and lists (list.go) are followed on the way, because no
// pattern can count. Foreign rules walk the whole text (free.go).
type walk struct {
	s             *Segmenter
	text          string
	before, after bitset
	last          int // the place weighed last
	extra         []int
	cuts          []int
	open          []opened
	unpaired      bool   // a bracket closed that was not open: brackets say nothing here
	list          marker // the last item of a list inside the paragraph
	record        bool
	decisions     []Decision
}

func (w *walk) run() {
	w.last = -1
	w.before = make(bitset, len(w.s.set.before.always))
	w.after = make(bitset, len(w.s.set.after.always))
	if w.s.scan == nil {
		w.decideAll(w.s.set.candidates(w.text, w.s.breaks))
		return
	}
	if !w.s.breaks.empty() {
		for _, c := range w.s.set.candidates(w.text, w.s.breaks) {
			w.extra = append(w.extra, c.at)
		}
	}
	w.scan()
	w.weighExtra(len(w.text))
}

// weighExtra weighs the places before p that only foreign rules propose.
func (w *walk) weighExtra(p int) {
	for len(w.extra) > 0 && w.extra[0] < p {
		at := w.extra[0]
		w.extra = w.extra[1:]
		w.ask(at)
	}
}

// scan goes from one place that the scanner finds to the next.
func (w *walk) scan() {
	for i := 0; i < len(w.text); {
		at, r, size := w.s.scan.next(w.text, i)
		switch r {
		case roleNone:
			return
		case roleEnd:
			if w.text[at] == '.' && w.item(at) {
				i = w.list.end
				break
			}
			i = w.ended(at + size)
		case roleLine:
			i = w.line(at)
		case roleBullet:
			w.weigh(w.back(at))
			i = at + size
		case rolePair:
			c, _ := utf8.DecodeRuneInString(w.text[at:])
			if c != ')' || !w.item(at) {
				w.mark(c, at, size)
			}
			i = at + size
		}
	}
}

// line weighs the white space around the end of a line and gives its end.
func (w *walk) line(i int) int {
	if p := w.back(i); w.list.style != 0 && p > w.last {
		// The end of the line ends the last item of a list that ran in it.
		w.last = p
		w.cut(p, true, "list", "the last item of a list ends with its line")
	} else {
		w.weigh(p)
	}
	w.list = marker{}
	for i < len(w.text) {
		r, size := utf8.DecodeRuneInString(w.text[i:])
		if !unicode.IsSpace(r) {
			break
		}
		i += size
	}
	return i
}

// back gives the place before the white space before i.
func (w *walk) back(i int) int {
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(w.text[:i])
		if !unicode.IsSpace(r) {
			break
		}
		i -= size
	}
	return i
}

// weigh asks the rules about a place, once.
func (w *walk) weigh(p int) {
	w.weighExtra(p)
	w.ask(p)
}

func (w *walk) ask(p int) {
	if p <= w.last || p >= len(w.text) || p == 0 {
		return
	}
	w.last = p
	set := w.s.set
	copy(w.after, set.after.always)
	set.after.near().forward(w.text, p, window, w.after)
	// Mostly what follows already forbids a cut, and it is the shorter side.
	if !w.record && !meets(w.after, set.ends) {
		return
	}
	copy(w.before, set.before.always)
	set.before.near().backward(w.text, p, window, w.before)
	w.decide(p, set.deciding(w.before, w.after))
}

func (w *walk) decide(p, rule int) {
	var r Rule
	if rule >= 0 {
		r = w.s.set.rules[rule].Rule
	}
	w.cut(p, r.Break, r.ID, r.Why)
	if r.ID == "common/empty-line" {
		w.open, w.unpaired, w.list = w.open[:0], false, marker{}
	}
}

// cut takes a decision down.
func (w *walk) cut(p int, yes bool, rule, why string) {
	if yes && guarded(w.text, p) {
		yes, rule, why = false, "guard", "a cut here would fall inside a character or a placeholder"
	}
	if yes {
		w.cuts = append(w.cuts, p)
	}
	if w.record {
		w.decisions = append(w.decisions, Decision{p, yes, rule, why})
	}
}

// spans are the pieces between the cuts without their outer white space.
func (w *walk) spans() []Span {
	spans := make([]Span, 0, len(w.cuts)+1)
	start := 0
	for i := 0; i <= len(w.cuts); i++ {
		end := len(w.text)
		if i < len(w.cuts) {
			end = w.cuts[i]
		}
		if sp, ok := trim(w.text, start, end); ok {
			spans = append(spans, sp)
		}
		start = end
	}
	return spans
}

func trim(text string, start, end int) (Span, bool) {
	for start < end {
		r, size := utf8.DecodeRuneInString(text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		start += size
	}
	for start < end {
		r, size := utf8.DecodeLastRuneInString(text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= size
	}
	return Span{start, end}, start < end
}
