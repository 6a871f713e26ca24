package check

// swapped finds two numbers that changed places. Languages move clauses, and a year
// then comes before a sum; but numbers that are there for the same thing keep their
// order, and one that took over the other's percentage, unit or hour is suspect
// wherever it stands.
func (v *view) swapped() (first, second int, ok bool) {
	of := v.matched.of
	for i := range of {
		if !v.inDigits(i) {
			continue
		}
		for k := i + 1; k < len(of); k++ {
			if v.inDigits(k) && !sameValue(v.source.figures[i].value, v.source.figures[k].value) && v.changedPlaces(i, k) {
				return i, k, true
			}
		}
	}
	return v.fallingRange()
}

// fallingRange finds a range of quantities that runs down in the target, "6 to 4
// inches", and does not in the source.
func (v *view) fallingRange() (first, second int, ok bool) {
	for j := 1; j < len(v.target.figures); j++ {
		x, y := &v.target.figures[j-1], &v.target.figures[j]
		if x.slot != measureSlot && x.slot != percentSlot || x.slot != y.slot || x.value <= y.value || !x.digits || !y.digits || !v.target.rangeWith(x, y) {
			continue
		}
		i, k := v.matched.to[j-1], v.matched.to[j]
		if i < 0 || k < 0 || k == i+1 || v.matched.of[i] != j-1 || v.matched.of[k] != j {
			continue
		}
		return i, k, true
	}
	return 0, 0, false
}

// changedPlaces decides it for two figures of the source, i before k.
func (v *view) changedPlaces(i, k int) bool {
	a, b := &v.source.figures[i], &v.source.figures[k]
	at, behind := v.matched.of[i], v.matched.of[k]
	x, y := &v.target.figures[at], &v.target.figures[behind]
	if k == i+1 && a.slot == scoreSlot && b.slot == scoreSlot && v.source.joined(a, b) && v.torn(at, behind) {
		return true
	}
	one, other := tookOver(y, a, b), tookOver(x, b, a)
	switch {
	case one && other,
		one && y.hard() && b.slot != plainSlot,
		other && x.hard() && a.slot != plainSlot:
		return true
	}
	turned := behind < at
	return turned && (one || other || v.sameRow(a, b, x, y))
}

// torn reports two figures of the target with another one in digits between them,
// though they are one score in the source.
func (v *view) torn(i, k int) bool {
	for j := min(i, k) + 1; j < max(i, k); j++ {
		if v.target.figures[j].digits {
			return true
		}
	}
	return false
}

// tookOver reports that g, which says the value of one figure of the source, is
// there for what the other one counted.
func tookOver(g, other, own *figure) bool {
	return g.slot != plainSlot && other.sameUse(g) && !own.sameUse(g)
}

// hard reports a figure whose use stands beside it for all to see: a unit, a
// percentage, a currency, an hour.
func (f *figure) hard() bool {
	d, _ := f.measure.scaleOf()
	return f.slot == percentSlot || f.slot == moneySlot || f.slot == clockSlot || f.slot == measureSlot && d != noDimension && d != duration
}

// sameRow reports two numbers whose order says something: they count the same, or
// are day and year of one date.
func (v *view) sameRow(a, b, x, y *figure) bool {
	switch {
	case x.slot == yearSlot && x.value < 1000 && a.slot != yearSlot, y.slot == yearSlot && y.value < 1000 && b.slot != yearSlot:
		return true // "the year 200"
	case a.slot == dateSlot && b.slot == yearSlot:
		return b.token-a.after <= 3 && x.token-y.after <= 8 && !v.target.yearFirst()
	}
	if a.slot == nameSlot && a.name.end > 0 {
		// Names move and take their numbers along; here one has the other's.
		own := v.source.piece(a.name)
		return y.name.end > 0 && own == v.target.piece(y.name) && b.name.end > 0 && own != v.source.piece(b.name)
	}
	if a.slot == scoreSlot && b.slot == scoreSlot && !v.source.joined(a, b) {
		return false // two scores may change places; see torn
	}
	return a.sameUse(b) && !v.partOfWhole(a, b)
}

// yearFirst reports languages that write a date from the year down.
func (d *side) yearFirst() bool {
	switch d.lang {
	case "ja", "zh", "ko", "hu", "mn", "lt", "fa":
		return true
	}
	return false
}

// partOfWhole reports "19 of his 29 matches", which languages that put the whole
// first turn round.
func (v *view) partOfWhole(a, b *figure) bool {
	switch v.target.lang {
	case "ja", "ko", "tr", "zh", "fi", "hu":
	default:
		return false
	}
	for i := a.after; i < b.token; i++ {
		if t := v.source.tokens[i]; t.kind == isWord && (v.source.piece(t) == "of" || v.source.piece(t) == "from") {
			return true
		}
	}
	return false
}

// inDigits reports a figure of the source that has a counterpart, both in digits.
func (v *view) inDigits(i int) bool {
	j := v.matched.of[i] // may be negative
	return j >= 0 && v.source.figures[i].digits && v.target.figures[j].digits
}

// sameUse reports two figures that are there for the same thing.
func (f *figure) sameUse(g *figure) bool {
	if f.slot != g.slot || f.scaled != g.scaled {
		return false
	}
	if f.slot != measureSlot {
		return true
	}
	d, _ := f.measure.scaleOf()
	e, _ := g.measure.scaleOf()
	return d == e
}
