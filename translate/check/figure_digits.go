package check

// readDigits reads the number that begins with the digits at token i: groups of
// thousands, a decimal fraction, scale words. It gives the token behind it.
//
// Whether 1.234 is a thousand or a fraction depends on the house as much as on the
// language, so both readings are kept.
func (d *side) readDigits(i int) int {
	f := figure{start: d.tokens[i].start, digits: true, token: i}
	groups := d.groups(i)
	last := i + 2*(groups.count-1)
	f.end, f.after = d.tokens[last].end, last+1
	switch {
	case groups.count == 1:
		f.value = d.digitsValue(i)
	case groups.thousands:
		f.value = d.joinGroups(i, groups.count)
		if groups.count == 2 && groups.mark != '٬' && groups.mark != ' ' && !d.zeros(last) {
			f.also(d.decimal(i, 1))
		}
	case d.zeros(last):
		f.value = d.joinGroups(i, groups.count) // 2018.000, which a swap leaves
	default:
		f.value = d.decimal(i, groups.count-1)
	}
	if groups.count == 1 {
		f.after = d.readDecade(&f)
	}
	f.after = d.readScale(&f)
	d.figures = append(d.figures, f)
	if groups.count == 2 && !groups.thousands {
		d.readDottedHour(f, last)
	}
	return f.after
}

// grouping is how the digits from a token on hang together.
type grouping struct {
	count     int  // groups of digits that belong to one number
	thousands bool // all groups behind the first are thousands
	mark      rune // between them
}

// groups looks how many groups of digits make one number. 1,234,567.8 has four, the
// date 06.11.2018 is no number and has one.
func (d *side) groups(i int) grouping {
	g := grouping{count: 1}
	first := d.runLength(i)
	for j := i; j+2 < len(d.tokens); j += 2 {
		sep, next := d.tokens[j+1], d.tokens[j+2]
		if next.kind != isDigits || next.first != d.tokens[i].first || !d.groupMark(sep) {
			break
		}
		three := d.runLength(j+2) == 3
		switch {
		case g.count == 1 && three && first <= 3 && sep.first != '٫' && d.s[d.tokens[i].start] != '0':
			g = grouping{2, true, sep.first}
		case g.count > 1 && three && g.thousands && (sep.first == g.mark || sep.kind == isSpace && g.mark == ' '):
			g.count++
		case sep.kind == isMark && isDecimalMark(sep.first) && (g.count == 1 || g.thousands && sep.first != g.mark):
			// A fraction, unless more groups follow: then it is a date or a version.
			if d.anotherGroup(j + 2) {
				if g.count == 1 {
					return grouping{count: 1}
				}
				return g
			}
			return grouping{g.count + 1, false, sep.first}
		case g.count > 1 && sep.kind == isMark && sep.first == g.mark:
			return grouping{count: 1} // 1.234.56 is no number
		default:
			return g
		}
	}
	return g
}

// anotherGroup reports a mark and more digits directly behind token i.
func (d *side) anotherGroup(i int) bool {
	return i+2 < len(d.tokens) && d.tokens[i+1].kind == isMark && isDecimalMark(d.tokens[i+1].first) && d.tokens[i+2].kind == isDigits
}

func isDecimalMark(r rune) bool { return r == '.' || r == ',' || r == '٫' || r == '．' }

// groupMark reports a token that may stand between groups of thousands or before a
// fraction.
func (d *side) groupMark(t token) bool {
	switch t.kind {
	case isMark:
		return isDecimalMark(t.first) || t.first == '٬' || t.first == '\'' || t.first == '’' || t.first == '،' || t.first == '，'
	case isSpace:
		return d.lex.list.spaceGroups && (t.first == ' ' && t.end-t.start == 1 || t.first == '\u00A0' && t.end-t.start == 2 || t.end-t.start == 3 && (t.first == '\u202F' || t.first == '\u2009'))
	}
	return false
}

// runLength counts the digits of a token.
func (d *side) runLength(i int) int {
	t := d.tokens[i]
	if t.first < 0x80 {
		return t.end - t.start
	}
	return countRunes(d.piece(t))
}

// zeros reports a group of three zeros, which is never a fraction.
func (d *side) zeros(i int) bool { return d.runLength(i) == 3 && d.digitsValue(i) == 0 }

// digitsValue gives the value of one group.
func (d *side) digitsValue(i int) float64 {
	v := 0.0
	for _, r := range d.piece(d.tokens[i]) {
		v = v*10 + float64(digitValue(r))
	}
	return v
}

// joinGroups reads count groups from token i as one whole number.
func (d *side) joinGroups(i, count int) float64 {
	v := 0.0
	for k := range count {
		for _, r := range d.piece(d.tokens[i+2*k]) {
			v = v*10 + float64(digitValue(r))
		}
	}
	return v
}

// decimal reads the groups from token i, whole groups and then the fraction.
func (d *side) decimal(i, whole int) float64 {
	v := d.joinGroups(i, whole)
	fraction, scale := 0.0, 1.0
	for _, r := range d.piece(d.tokens[i+2*whole]) {
		fraction = fraction*10 + float64(digitValue(r))
		scale *= 10
	}
	return v + fraction/scale
}

// readDecade reads the s of 1930s and the like, and the ending of 1930er.
func (d *side) readDecade(f *figure) int {
	i := f.after
	if i < len(d.tokens) && d.tokens[i].mark == apostrophe {
		i++
	}
	if i < len(d.tokens) && d.tokens[i].kind == isWord && d.tokens[i].script != han && int(f.value)%10 == 0 {
		switch d.piece(d.tokens[i]) {
		case "s", "er", "ern":
			f.decade()
			return i + 1
		}
	}
	if f.value >= 1100 && f.value < 2100 && int(f.value)%10 == 0 {
		f.also(f.value - float64(int(f.value)/100*100)) // 30-е for 1930-е
	}
	return f.after
}

// decade gives a figure the readings of a decade: the 1930s are the thirties.
func (f *figure) decade() {
	if f.value >= 1000 {
		f.also(f.value - float64(int(f.value)/100*100))
	} else if f.value < 100 {
		f.also(f.value + 1900)
		f.measure = degree // temperatures in the 80s
	}
}

// readScale multiplies a figure by the scale words behind it. It gives the token
// behind them.
func (d *side) readScale(f *figure) int {
	i := f.after
	if f.token >= 2 && d.tokens[f.token-1].mark == hyphen && d.tokens[f.token-2].kind == isWord {
		return i // the 2 of a name, as in SARS-CoV-2
	}
	for i < len(d.tokens) {
		j := i
		for j < len(d.tokens) && j <= i+1 && (d.tokens[j].kind == isSpace || d.tokens[j].kind == isMark && (d.tokens[j].mark == hyphen || d.tokens[j].first == '+')) {
			j++
		}
		if j >= len(d.tokens) || d.tokens[j].kind != isWord {
			break
		}
		if t := d.tokens[j]; t.script == han {
			if j > i && d.lang != "ja" && d.lang != "zh" {
				break
			}
			return d.readHanScale(f, j)
		}
		s, next, ok := d.wordAt(j)
		if !ok || s.scale == 0 || s.fronted {
			break
		}
		if j == i && d.tokens[j].end-d.tokens[j].start == 1 && (s.measure != noMeasure || s.scale == 1e3) {
			f.also(f.value * s.scale) // 100m is metres or millions
			f.end = d.tokens[j].end
			return j + 1
		}
		if j > i && d.tokens[j].end-d.tokens[j].start == 1 {
			break
		}
		f.value *= s.scale
		f.scaled = true
		for k := range f.more {
			f.others[k] *= s.scale
		}
		f.end = d.tokens[next-1].end
		i = next
	}
	return i
}

// readDottedHour keeps the minutes of 14.30 as a number of their own, for houses
// that write hours so.
func (d *side) readDottedHour(f figure, last int) {
	hours, minutes := d.digitsValue(f.token), d.digitsValue(last)
	if hours > 24 || minutes > 59 || d.runLength(last) != 2 {
		return
	}
	n := &d.figures[len(d.figures)-1]
	if s, _, ok := d.meaning(f.after); !ok || s.clock == noClock {
		if !d.clockBefore(f.token - 1) {
			return
		}
	}
	n.also(hours)
	if hours > 12 {
		n.also(hours - 12)
	} else {
		n.also(hours + 12)
	}
	d.figures = append(d.figures, figure{start: d.tokens[last].start, end: d.tokens[last].end, value: minutes, token: last, after: last + 1})
}
