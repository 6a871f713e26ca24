package check

// measureBehind finds the unit that follows a number in words, as in "half an inch".
func (d *side) measureBehind(i int) (sense, bool) {
	for range 3 {
		s, next, ok := d.meaning(i)
		if ok && s.measure != noMeasure {
			return s, true
		}
		if next <= i {
			break
		}
		i = next
	}
	return sense{}, false
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
