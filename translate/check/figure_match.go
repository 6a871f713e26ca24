package check

import "strings"

// matching is which figure of the source stands for which of the target.
type matching struct {
	of []int // by source figure: index of the target's, -1 for none, free for one that needs none
	to []int // by target figure: index of the source's, likewise
}

const (
	unmatched = -1
	excused   = -2 // explained by what the other side says in another way
)

// match finds the counterparts of the figures of both sides.
func (v *view) match() {
	m := &v.matched
	m.of, m.to = reset(m.of, len(v.source.figures), unmatched), reset(m.to, len(v.target.figures), unmatched)
	if len(m.of) > maxFigures || len(m.to) > maxFigures {
		m.of, m.to = reset(m.of, len(m.of), excused), reset(m.to, len(m.to), excused)
		return
	}
	v.matchEqual()
	v.matchWords()
	v.matchConverted()
	v.excuse()
}

// maxFigures is up to how many numbers a text is compared; beyond it is a table.
const maxFigures = 500

func reset(list []int, n, value int) []int {
	list = list[:0]
	for range n {
		list = append(list, value)
	}
	return list
}

// matchEqual pairs figures in digits that have a reading in common: first those of
// one slot, so that the 2 of a name is not taken for the 2 of a score.
func (v *view) matchEqual() {
	for pass := range 3 {
		for i := range v.source.figures {
			f := &v.source.figures[i]
			if !f.digits || v.matched.of[i] != unmatched {
				continue
			}
			for j := range v.target.figures {
				g := &v.target.figures[j]
				if !g.digits || v.matched.to[j] != unmatched {
					continue
				}
				equal := sameValue(f.value, g.value) && (pass > 0 || f.slot == g.slot)
				if equal || pass == 2 && f.agrees(g) {
					v.matched.of[i], v.matched.to[j] = j, i
					break
				}
			}
		}
	}
}

// matchWords finds figures in digits again among the words of the other side.
func (v *view) matchWords() {
	for i := range v.source.figures {
		if f := &v.source.figures[i]; f.digits && v.matched.of[i] == unmatched {
			if j := saidBy(v.target.figures, f, v.matched.to); j >= 0 {
				v.matched.of[i], v.matched.to[j] = j, i
			} else if f.value == 2 && (f.slot == plainSlot || f.slot == measureSlot) && v.target.hasDual() {
				v.matched.of[i] = excused
			}
		}
	}
	for j := range v.target.figures {
		if g := &v.target.figures[j]; g.digits && v.matched.to[j] == unmatched {
			if i := saidBy(v.source.figures, g, nil); i >= 0 {
				v.matched.to[j] = i
				if v.matched.of[i] == unmatched {
					v.matched.of[i] = j
				}
			}
		}
	}
}

// hasDual reports an Arabic noun in the dual, which says two without a numeral:
// مدينتان, مترين. A feminine one shows it by its ending, others where they are units.
func (d *side) hasDual() bool {
	if d.lang != "ar" {
		return false
	}
	for _, t := range d.tokens {
		if t.kind != isWord || t.script != arabic {
			continue
		}
		word := string(appendFolded(d.buf[:0], d.piece(t)))
		stem, dual := strings.CutSuffix(word, "ان")
		if !dual {
			stem, dual = strings.CutSuffix(word, "ين")
		}
		if !dual {
			continue
		}
		if s, ok := d.lex.look([]byte(stem)); ok && s.measure != noMeasure || strings.HasSuffix(stem, "ت") && countRunes(stem) > 3 {
			return true
		}
	}
	return false
}

// saidBy finds a figure in words that says f; taken tells which are spent. Nobody
// writes half of a score in words.
func saidBy(list []figure, f *figure, taken []int) int {
	if f.slot == scoreSlot {
		return -1
	}
	for i := range list {
		if w := &list[i]; !w.digits && (taken == nil || taken[i] == unmatched) && f.agrees(w) && (!w.faint || f.slot == plainSlot || f.slot == measureSlot) {
			return i
		}
	}
	return -1
}

// matchConverted pairs quantities in different units that are the same amount, as
// 85 miles and 137 km.
func (v *view) matchConverted() {
	for i := range v.source.figures {
		f := v.source.figures[i]
		if f.measure == noMeasure || f.digits && v.matched.of[i] != unmatched && v.matched.of[i] >= 0 && v.target.figures[v.matched.of[i]].digits && v.target.figures[v.matched.of[i]].measure == f.measure {
			continue
		}
		height := f.measure == foot && i+1 < len(v.source.figures) && v.source.inchesOf(i)
		if height { // 6-foot-6
			f.value, f.measure = 12*f.value+v.source.figures[i+1].value, inch
		}
		for j := range v.target.figures {
			g := &v.target.figures[j]
			if !g.digits && !f.digits || v.matched.to[j] != unmatched || !f.convertsInto(g) {
				continue
			}
			v.matched.to[j] = i
			if v.matched.of[i] == unmatched {
				v.matched.of[i] = j
			}
			if height && v.matched.of[i+1] == unmatched {
				v.matched.of[i+1] = excused
			}
			break
		}
	}
}

// inchesOf reports that figure i, in feet, is followed by its inches.
func (d *side) inchesOf(i int) bool {
	g := d.figures[i+1]
	return g.digits && g.value < 12 && g.token-d.figures[i].after <= 4 && (g.measure == noMeasure || g.measure == inch)
}

// convertsInto reports that some reading of f is g in another unit.
func (f figure) convertsInto(g *figure) bool {
	if converts(&f, g) {
		return true
	}
	for _, f.value = range f.others[:f.more] {
		if converts(&f, g) {
			return true
		}
	}
	return false
}

// converts reports two quantities that are the same in different units. Newsrooms
// round, so a twentieth more or less is the same.
func converts(f, g *figure) bool {
	d, a := f.measure.scaleOf()
	e, b := g.measure.scaleOf()
	if d != e || d == noDimension || d == duration || f.measure == g.measure && d != temperature {
		return false
	}
	if d == temperature {
		return near(g.value, (f.value-32)/1.8) || near(f.value, (g.value-32)/1.8) || near(1.8*g.value, f.value) || near(1.8*f.value, g.value)
	}
	x, y := f.value*a, g.value*b
	return x > 0 && y/x > 0.92 && y/x < 1.08
}

// near allows for the rounding of temperatures.
func near(a, b float64) bool { return a-b <= 2 && b-a <= 2 }

// excuse passes what needs no counterpart.
func (v *view) excuse() {
	for i := range v.source.figures {
		if v.matched.of[i] == unmatched && (v.source.needless(i) || v.nameTranslated(&v.source.figures[i]) || v.source.saidInOtherUnit(i)) {
			v.matched.of[i] = excused
		}
	}
	for j := range v.target.figures {
		if v.matched.to[j] == unmatched && (v.target.needless(j) || v.target.saidInOtherUnit(j) || v.target.saidTwice(j, v.matched.to) || v.centuryOf(&v.target.figures[j])) {
			v.matched.to[j] = excused
		}
	}
}

// nameTranslated reports a figure of a designation such as R0 whose letters are not
// in the target either: it was translated as a whole.
func (v *view) nameTranslated(f *figure) bool {
	if f.slot != nameSlot || f.name.end != f.start || f.name.script == v.target.script {
		return false
	}
	letters := v.source.piece(f.name)
	for _, t := range v.target.tokens {
		if t.kind == isWord && v.target.piece(t) == letters {
			return false
		}
	}
	return true
}

// saidInOtherUnit reports a quantity that the text gives twice: 30 metres (100 feet).
func (d *side) saidInOtherUnit(i int) bool {
	for j := range d.figures {
		if j != i && d.figures[j].digits && converts(&d.figures[j], &d.figures[i]) {
			return true
		}
	}
	return false
}

// saidTwice reports a number that has its counterpart at another place of the text,
// and is only taken up again.
func (d *side) saidTwice(i int, matched []int) bool {
	for j := range d.figures {
		if matched[j] >= 0 && d.figures[j].digits && sameValue(d.figures[i].value, d.figures[j].value) {
			return true
		}
	}
	return false
}

// centuryOf reports the century of a year or decade of the source: the 1930s are
// the thirties of the 20th century in some languages.
func (v *view) centuryOf(g *figure) bool {
	for i := range v.source.figures {
		if y := v.source.figures[i].value; y >= 1000 && y < 2100 && g.value == float64(int(y)/100+1) {
			return true
		}
	}
	return false
}

// needless reports the minutes of a full hour.
func (d *side) needless(i int) bool {
	f := &d.figures[i]
	if !f.digits {
		return true
	}
	return f.value == 0 && i > 0 && d.figures[i-1].slot == clockSlot && f.end-f.start == 2
}
