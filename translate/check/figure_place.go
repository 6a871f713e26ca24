package check

// A number alone says little: 40 is an age, a percentage, a bus. What stands beside
// it decides what it may be exchanged for, so every figure in digits gets a slot:
// from signs ($, %, °), from words before and behind (miles, May, p.m., Channel),
// from its shape (1968 is a year), and from the numbers that it is joined to (10-6).

// relate gives each figure its slot and unit.
func (d *side) relate() {
	for i := range d.figures {
		if s, _, ok := d.meaning(d.figures[i].after); ok && s.group > 0 {
			d.figures[i].also(d.figures[i].value * s.group) // two decades are twenty years
		}
		if d.figures[i].digits {
			d.place(i)
		} else if s, ok := d.measureBehind(d.figures[i].after); ok {
			d.figures[i].measure = s.measure
		}
	}
	for i := 1; i < len(d.figures); i++ {
		if hour, f := &d.figures[i-1], &d.figures[i]; hour.slot == clockSlot && f.digits && d.minutesOf(hour, f) {
			f.slot = clockSlot
		}
	}
	for i := len(d.figures) - 2; i >= 0; i-- {
		d.shareRange(&d.figures[i], &d.figures[i+1])
	}
}

// place gives one figure in digits its slot: the surest sign first.
func (d *side) place(i int) {
	f := &d.figures[i]
	d.relateMarks(f)
	d.relateWords(f)
	if i > 0 && d.figures[i-1].digits && f.slot == plainSlot && d.joined(&d.figures[i-1], f) {
		if p := &d.figures[i-1]; p.slot == plainSlot || p.slot == scoreSlot {
			f.slot, p.slot = scoreSlot, scoreSlot
		}
	}
	if s, _, ok := d.meaningBefore(f.token - 1); ok && s.measure == yearTime && !s.fronted && f.slot == plainSlot {
		f.slot = yearSlot
	}
	if (f.slot == plainSlot || f.slot == measureSlot && f.measure == yearTime) && d.looksLikeYear(f) {
		f.slot, f.measure = yearSlot, noMeasure
	}
	if f.slot != plainSlot {
		return
	}
	score := i+1 < len(d.figures) && d.joined(f, &d.figures[i+1]) // its other half comes next
	switch {
	case !score && d.partOfName(f):
		f.slot = nameSlot
	case d.ageBetweenCommas(f):
		f.slot, f.measure = measureSlot, yearTime
	}
}

// looksLikeYear reports four digits in a row, from 1500 to the end of this century.
func (d *side) looksLikeYear(f *figure) bool {
	return f.after == f.token+1 && d.runLength(f.token) == 4 && f.value >= 1500 && f.value < 2100
}

// shareRange gives the first number of a range what stands behind the second.
func (d *side) shareRange(f, next *figure) {
	loose := f.slot == plainSlot || f.slot == scoreSlot
	percent := next.slot == percentSlot && loose && f.digits
	unit := next.measure != noMeasure && f.measure == noMeasure
	if !percent && !unit || !d.rangeWith(f, next) {
		return
	}
	if unit {
		f.measure = next.measure
	}
	if loose {
		f.slot = next.slot
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
	return g.token == f.after+1 && (d.tokens[f.after].mark == colon || d.tokens[f.after].mark == stop)
}

// rangeWith reports two figures that share what stands behind the second: 2 to 4
// inches, 5–10 cm.
func (d *side) rangeWith(a, b *figure) bool {
	words, links := 0, 0
	for i := a.after; i < b.token; i++ {
		switch t := d.tokens[i]; {
		case t.kind == isWord && isRangeWord(d.piece(t)):
			words++
			links++
		case t.kind == isWord:
			return false
		case t.kind == isMark && t.mark != dash && t.mark != hyphen && t.mark != otherMark:
			return false
		case t.kind == isMark:
			links++
		}
	}
	return words <= 1 && links > 0
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

// joined reports two figures with only a mark between them, as in 10-6 and 2&1.
func (d *side) joined(a, b *figure) bool {
	for i := a.after; i < b.token; i++ {
		switch t := d.tokens[i]; {
		case t.kind == isHidden:
		case t.kind == isMark && t.mark != comma && t.mark != stop && t.mark != semicolon && t.mark != currency:
		case t.kind == isSpace && t.end-t.start == 1 && b.token-a.after > 1: // 1 - 0
		default:
			return false
		}
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
	case okBehind && behind.clock != noClock && behind.measure != noMeasure && !d.clockBefore(f.token-1) && !d.minutesBefore(f.token) && !d.minutesBehindWord(f.after):
		f.measure = behind.measure // م is "metre" as well as "p.m."
		if f.slot == plainSlot {
			f.slot = measureSlot
		}
		return
	case okBehind && (behind.clock == evening || behind.clock == morning):
		f.slot = clockSlot
	case f.slot == plainSlot && (okBefore && before.flags&isLabel != 0 || okBehind && behind.flags&isLabel != 0):
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

// readHour adds the readings of an hour on the other clock: 2 p.m. is 14:00.
func (d *side) readHour(f *figure, behind sense) {
	if f.value != float64(int(f.value)) || f.value > 24 {
		return
	}
	if !d.minutesFollow(f.after) && behind.clock == noClock && f.slot != clockSlot && !d.clockBefore(f.token-1) {
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

// minutesBefore reports a colon and an hour before token i.
func (d *side) minutesBefore(i int) bool {
	return i > 1 && d.tokens[i-1].mark == colon && d.tokens[i-2].kind == isDigits
}

// minutesBehindWord reports two digits behind the next word, as in "11 h 00".
func (d *side) minutesBehindWord(i int) bool {
	for words := 0; i < len(d.tokens); i++ {
		switch t := d.tokens[i]; {
		case t.kind == isSpace:
		case t.kind == isWord && words == 0:
			words++
		default:
			return words == 1 && t.kind == isDigits && d.runLength(i) == 2 && d.digitsValue(i) < 60
		}
	}
	return false
}

// minutesFollow reports a colon and two digits below sixty at token i.
func (d *side) minutesFollow(i int) bool {
	if i+1 >= len(d.tokens) || d.tokens[i].kind != isMark || d.tokens[i].mark != colon || d.tokens[i+1].kind != isDigits {
		return false
	}
	return d.runLength(i+1) == 2 && d.digitsValue(i+1) < 60
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
	if i < 0 || i < f.token-2 || d.tokens[i].kind != isWord {
		return false
	}
	if t := d.tokens[i]; !t.script.cased() && (i == f.token-1 || t.script == han || countRunes(d.piece(t)) < 3) {
		return false // و20 and ב-20 are "and 20" and "in 20"; كوفيد-19 is a name
	}
	f.name = d.tokens[i]
	return true
}
