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

// relate looks at what stands around each figure and gives it its slot.
func (d *side) relate() {
	for i := range d.figures {
		f := &d.figures[i]
		if !f.digits {
			if s, _, ok := d.measureBehind(f.after); ok {
				f.measure = s.measure
			}
			continue
		}
		d.relateMarks(f)
		d.relateWords(f)
		if i > 0 && d.figures[i-1].digits && d.joined(&d.figures[i-1], f) {
			p := &d.figures[i-1]
			if f.slot == plainSlot && (p.slot == plainSlot || p.slot == scoreSlot) {
				f.slot, p.slot = scoreSlot, scoreSlot
			}
		}
		if s, _, ok := d.meaningBefore(f.token - 1); ok && s.measure == yearTime && !s.fronted && f.slot == plainSlot {
			f.slot = yearSlot
		}
		if (f.slot == plainSlot || f.slot == measureSlot && f.measure == yearTime) && f.after == f.token+1 && d.runLength(f.token) == 4 && f.value >= 1500 && f.value < 2100 {
			f.slot, f.measure = yearSlot, noMeasure
		}
		if f.slot == plainSlot && d.partOfName(f) && !(i+1 < len(d.figures) && d.joined(f, &d.figures[i+1])) {
			f.slot = nameSlot
		}
		if f.slot == plainSlot && d.ageBetweenCommas(f) {
			f.slot, f.measure = measureSlot, yearTime
		}
	}
	for i := range d.figures {
		if i > 0 && d.figures[i-1].slot == clockSlot && d.figures[i].digits && d.minutesOf(&d.figures[i-1], &d.figures[i]) {
			d.figures[i].slot = clockSlot
		}
	}
	for i := len(d.figures) - 2; i >= 0; i-- {
		f, next := &d.figures[i], &d.figures[i+1]
		if next.slot == percentSlot && (f.slot == plainSlot || f.slot == scoreSlot) && f.digits && d.rangeWith(f, next) {
			f.slot = percentSlot
		}
		if f.measure == noMeasure && next.measure != noMeasure && d.rangeWith(f, next) {
			f.measure = next.measure
			if f.slot == plainSlot || f.slot == scoreSlot {
				f.slot = next.slot
			}
		}
	}
}

// ageBetweenCommas reports the age that English puts behind a name: Ronaldo, 33, said.
func (d *side) ageBetweenCommas(f *figure) bool {
	if d.lang != "en" || f.token < 2 || f.after >= len(d.tokens) || f.value < 1 || f.value > 110 || f.after != f.token+1 {
		return false
	}
	return d.tokens[f.token-1].kind == isSpace && d.tokens[f.token-2].first == ',' && d.tokens[f.after].first == ','
}

// minutesOf reports that g follows the hour f directly: 09:30.
func (d *side) minutesOf(f, g *figure) bool {
	return g.token == f.after+1 && d.tokens[f.after].kind == isMark && (d.tokens[f.after].mark == colon || d.tokens[f.after].mark == stop)
}

// rangeWith reports two figures that share what stands behind the second: 2 to 4
// inches, 5–10 cm.
func (d *side) rangeWith(a, b *figure) bool {
	words := 0
	for i := a.after; i < b.token; i++ {
		switch t := d.tokens[i]; {
		case t.kind == isWord && isRangeWord(d.piece(t)):
			words++
		case t.kind == isWord:
			return false
		case t.kind == isMark && t.mark != dash && t.mark != hyphen && t.mark != otherMark:
			return false
		}
	}
	return words <= 1 && b.token > a.after
}

// isRangeWord reports the words that stand between the ends of a range.
func isRangeWord(w string) bool {
	switch w {
	case "to", "and", "or", "bis", "und", "oder", "à", "et", "ou", "a", "y", "o", "до", "и", "или", "إلى", "الى", "و", "أو", "حتى",
		"تا", "یا", "עד", "או", "ila", "ile", "ve", "veya", "から", "至", "到", "或", "和", "と":
		return true
	}
	return false
}

// measureBehind finds the unit that follows a number in words, as in "half an inch".
func (d *side) measureBehind(i int) (sense, int, bool) {
	for range 3 {
		s, next, ok := d.meaning(i)
		if ok && s.measure != noMeasure {
			return s, next, true
		}
		if next <= i {
			break
		}
		i = next
	}
	return sense{}, i, false
}

// joined reports two figures with only a mark between them, as in 10-6 and 2&1.
func (d *side) joined(a, b *figure) bool {
	for i := a.after; i < b.token; i++ {
		t := d.tokens[i]
		if t.kind == isMark && t.mark != comma && t.mark != stop && t.mark != semicolon && t.mark != currency || t.kind == isSpace && t.end-t.start == 1 && b.token-a.after > 1 || t.kind == isHidden {
			continue
		}
		return false
	}
	return b.token > a.after && b.token-a.after <= 3
}

// relateMarks reads signs of money and percentage at a figure.
func (d *side) relateMarks(f *figure) {
	if t, ok := d.tokenNear(f.token-1, -1); ok && t.kind == isMark {
		switch t.mark {
		case currency:
			f.slot, f.money = moneySlot, t.first
		case percent:
			f.slot = percentSlot
		}
	}
	if t, ok := d.tokenNear(f.after, 1); ok && t.kind == isMark {
		switch {
		case t.mark == currency && f.slot == plainSlot:
			f.slot, f.money = moneySlot, t.first
		case t.mark == percent:
			f.slot = percentSlot
		case t.first == '°' || t.first == 'º':
			f.slot = measureSlot
		}
	}
}

// tokenNear gives the token at i, or the one beyond it where a space stands there.
func (d *side) tokenNear(i, step int) (token, bool) {
	for i >= 0 && i < len(d.tokens) {
		if t := d.tokens[i]; t.kind != isSpace && t.kind != isHidden {
			return t, true
		}
		i += step
	}
	return token{}, false
}

// relateWords reads the words before and behind a figure: units, months, hours.
func (d *side) relateWords(f *figure) {
	behind, _, okBehind := d.meaning(f.after)
	before, _, okBefore := d.meaningBefore(f.token - 1)
	switch {
	case okBehind && behind.flags&isPercent != 0, okBefore && before.flags&isPercent != 0:
		f.slot = percentSlot
	case okBehind && behind.month > 0 || okBefore && before.month > 0 && f.value <= 31:
		if f.slot == plainSlot && f.value <= 31 {
			f.slot = dateSlot
		}
	case okBehind && (behind.clock == evening || behind.clock == morning):
		f.slot = clockSlot
	case f.slot == plainSlot && okBefore && before.flags&isLabel != 0 && !before.fronted:
		f.slot = nameSlot
	case okBehind && behind.measure != noMeasure:
		f.measure = behind.measure
		if f.slot == plainSlot {
			f.slot = measureSlot
		}
	}
	if behind.clock == noClock {
		behind.clock = d.dottedHalf(f.after)
	}
	d.readHour(f, behind)
}

// dottedHalf reads "a.m." and "p.m." behind a figure.
func (d *side) dottedHalf(i int) clockWord {
	if i < len(d.tokens) && d.tokens[i].kind == isSpace {
		i++
	}
	if i+2 >= len(d.tokens) || d.tokens[i+1].first != '.' || d.piece(d.tokens[i+2]) != "m" {
		return noClock
	}
	switch d.piece(d.tokens[i]) {
	case "a":
		return morning
	case "p":
		return evening
	}
	return noClock
}

// readHour adds the readings of an hour on the other clock: 2 p.m. is 14:00.
func (d *side) readHour(f *figure, behind sense) {
	if f.value != float64(int(f.value)) || f.value > 24 {
		return
	}
	colon := f.after+1 < len(d.tokens) && d.tokens[f.after].kind == isMark && d.tokens[f.after].mark == colon && d.tokens[f.after+1].kind == isDigits && d.runLength(f.after+1) == 2 && d.digitsValue(f.after+1) < 60
	if !colon && behind.clock == noClock && f.slot != clockSlot && !d.clockBefore(f.token-1) {
		return
	}
	f.slot = clockSlot
	switch {
	case f.value > 12:
		f.also(f.value - 12)
	case f.value == 12:
		f.also(0)
		f.also(24)
	default:
		f.also(f.value + 12)
	}
}

// partOfName reports a figure that hangs on a Latin letter or capitalised word.
func (d *side) partOfName(f *figure) bool {
	i := f.token - 1
	if i >= 1 && d.tokens[i].kind == isSpace {
		i--
		// "Nord Stream 2", "No. 1", but not the first word of the text. German
		// writes all nouns so.
		t := d.tokens[i]
		if t.kind == isMark && t.first == '.' && i > 0 && d.tokens[i-1].kind == isWord {
			i--
			t = d.tokens[i]
		}
		f.name = t
		return i > 0 && t.kind == isWord && t.script.cased() && isUpper(t.first) && f.value < 1000 && d.lang != "de"
	}
	if i >= 0 && d.tokens[i].kind == isMark && (d.tokens[i].mark == hyphen || d.tokens[i].first == '.') {
		i--
	}
	if i < 0 || i < f.token-2 || d.tokens[i].kind != isWord || !d.tokens[i].script.cased() {
		return false
	}
	f.name = d.tokens[i]
	return true
}

// meaning gives what the word at or behind token i means to the lexicon, and the
// token behind it. Phrases are tried first.
func (d *side) meaning(i int) (s sense, next int, ok bool) {
	for i < len(d.tokens) && (d.tokens[i].kind == isSpace || d.tokens[i].kind == isHidden || d.tokens[i].kind == isMark && (d.tokens[i].mark == hyphen || d.tokens[i].mark == apostrophe || d.tokens[i].first == '°' || d.tokens[i].first == 'º')) {
		i++
	}
	if i >= len(d.tokens) || d.tokens[i].kind != isWord {
		return sense{}, i, false
	}
	if d.tokens[i].script == han || d.tokens[i].script == katakana {
		s, ok := d.lex.prefix(d.piece(d.tokens[i]))
		return s, i + 1, ok
	}
	return d.wordAt(i)
}

// wordAt is meaning for a token that is a word.
func (d *side) wordAt(i int) (s sense, next int, ok bool) {
	d.buf = appendFolded(d.buf[:0], d.piece(d.tokens[i]))
	if i+2 < len(d.tokens) && d.tokens[i].script == hebrew && d.tokens[i+1].kind == isMark && d.inAcronym(i+1) { // ק"מ
		d.buf = appendFolded(d.buf, d.piece(d.tokens[i+2]))
		s, ok = d.lex.look(d.buf)
		return s, i + 3, ok
	}
	if len(d.lex.starts) > 0 && d.lex.startsPhrase(d.buf) {
		if s, next, ok := d.phraseAt(i); ok {
			return s, next, true
		}
		d.buf = appendFolded(d.buf[:0], d.piece(d.tokens[i]))
	}
	s, ok = d.lex.look(d.buf)
	if !ok && d.lex.compounds {
		s, ok = d.lex.compound(d.buf)
	}
	if ok && s.month > 0 && d.lex.list.capitalMonths && !isUpper(d.tokens[i].first) {
		s.month = 0
	}
	return s, i + 1, ok
}

// phraseAt looks up two to four words from token i, the longest first.
func (d *side) phraseAt(i int) (sense, int, bool) {
	ends, nexts, n := [4]int{}, [4]int{}, 0
	for j := i + 1; j+1 < len(d.tokens) && n < 3; j += 2 {
		gap, word := d.tokens[j], d.tokens[j+1]
		if gap.kind != isSpace && (gap.kind != isMark || gap.mark != hyphen && gap.mark != apostrophe) || word.kind != isWord {
			break
		}
		d.buf = append(d.buf, ' ')
		d.buf = appendFolded(d.buf, d.piece(word))
		ends[n], nexts[n] = len(d.buf), j+2
		n++
	}
	for n--; n >= 0; n-- {
		if s, ok := d.lex.look(d.buf[:ends[n]]); ok {
			return s, nexts[n], true
		}
	}
	return sense{}, 0, false
}

// meaningBefore is meaning for the word that ends at or before token i.
func (d *side) meaningBefore(i int) (s sense, at int, ok bool) {
	for i >= 0 && (d.tokens[i].kind == isSpace || d.tokens[i].kind == isHidden || d.tokens[i].kind == isMark && (d.tokens[i].mark == hyphen || d.tokens[i].first == '.')) {
		i--
	}
	if i < 0 || d.tokens[i].kind != isWord {
		return sense{}, i, false
	}
	if i >= 2 && d.tokens[i-1].kind == isSpace && d.tokens[i-2].kind == isWord { // كانون الأول
		if s, next, ok := d.wordAt(i - 2); ok && next == i+1 {
			return s, i - 2, true
		}
	}
	s, _, ok = d.wordAt(i)
	return s, i, ok
}

// clockBefore reports a word such as الساعة before a figure.
func (d *side) clockBefore(i int) bool {
	s, _, ok := d.meaningBefore(i)
	return ok && s.clock == clockRef
}
