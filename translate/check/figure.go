package check

// figure is a number as a text has it, with what stands around it that tells what
// it counts.
type figure struct {
	start, end int     // bytes, scale words included: "1.2 million"
	value      float64 // the likeliest reading
	others     [3]float64
	more       int   // how many of others are set
	digits     bool  // written in digits; what words say is never demanded
	faint      bool  // a word that may say one, as articles do, but need not
	scaled     bool  // million or the like is part of it
	money      rune  // its currency sign, if any
	name       token // the word that it hangs on, for a part of a name
	slot       slot  // what the number is for
	measure    measure
	token      int // index of its first token
	after      int // index of the token behind it
}

// slot tells numbers apart by what they are for. Two numbers of one slot that
// changed places are suspect; a year that moved before a sum is not.
type slot uint8

const (
	plainSlot slot = iota
	percentSlot
	moneySlot
	yearSlot
	dateSlot    // the day beside a month
	clockSlot   // hours and minutes
	measureSlot // with a unit
	nameSlot    // part of a name: Nord Stream 2, F-16
	scoreSlot   // joined to another number: 10-6
)

// also adds another reading.
func (f *figure) also(v float64) {
	if f.more < len(f.others) && !sameValue(v, f.value) {
		f.others[f.more] = v
		f.more++
	}
}

// reads reports that v is a reading of the figure.
func (f *figure) reads(v float64) bool {
	if sameValue(f.value, v) {
		return true
	}
	for _, o := range f.others[:f.more] {
		if sameValue(o, v) {
			return true
		}
	}
	return false
}

// agrees reports that the likeliest reading of one figure is a reading of the other.
func (f *figure) agrees(g *figure) bool {
	if g.reads(f.value) {
		return true
	}
	return f.reads(g.value)
}

func sameValue(a, b float64) bool {
	d := a - b
	if d < 0 {
		d = -d
	}
	return d == 0 || d <= 1e-9*max(a, b)
}

// findFigures reads all numbers of a side, in digits and in words.
func (d *side) findFigures(lex *lexicon) {
	d.lex = lex
	d.figures = d.figures[:0]
	d.months, d.weekdays = d.months[:0], d.weekdays[:0]
	for i := 0; i < len(d.tokens); {
		next := i + 1
		switch t := d.tokens[i]; t.kind {
		case isDigits:
			next = d.readDigits(i)
		case isWord:
			if t.script == han {
				d.readHan(t.start, i)
			} else {
				next = d.readWords(i)
			}
		case isMark:
			d.readFraction(i)
		}
		i = next
	}
	d.relate()
}

// readFraction reads ½ and its like, which are marks of their own.
func (d *side) readFraction(i int) {
	value := 0.0
	switch d.tokens[i].first {
	case '½':
		value = 0.5
	case '¼':
		value = 0.25
	case '¾':
		value = 0.75
	default:
		return
	}
	t := d.tokens[i]
	if n := len(d.figures); n > 0 && d.figures[n-1].digits && d.figures[n-1].end == t.start {
		f := &d.figures[n-1]
		f.also(f.value)
		f.value += value
		f.end, f.after = t.end, i+1
		return
	}
	d.figures = append(d.figures, figure{start: t.start, end: t.end, value: value, token: i, after: i + 1})
}
