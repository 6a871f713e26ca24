package check

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
	m.of, m.to = reset(m.of, len(v.source.figures)), reset(m.to, len(v.target.figures))
	v.matchEqual()
	v.matchWords()
	v.matchConverted()
	v.excuse()
}

func reset(list []int, n int) []int {
	list = list[:0]
	for range n {
		list = append(list, unmatched)
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

// saidBy finds a figure in words that says f; taken tells which are spent.
func saidBy(list []figure, f *figure, taken []int) int {
	for i := range list {
		if w := &list[i]; !w.digits && (taken == nil || taken[i] == unmatched) && f.agrees(w) {
			return i
		}
	}
	return -1
}

// matchConverted pairs quantities in different units that are the same amount, as
// 85 miles and 137 km. Newsrooms round, so a twentieth more or less is the same.
func (v *view) matchConverted() {
	for i := range v.source.figures {
		f := &v.source.figures[i]
		if !f.digits || f.measure == noMeasure {
			continue
		}
		for j := range v.target.figures {
			g := &v.target.figures[j]
			if g.digits && v.matched.to[j] == unmatched && converts(f, g) {
				v.matched.to[j] = i
				if v.matched.of[i] == unmatched {
					v.matched.of[i] = j
				}
			}
		}
	}
}

func converts(f, g *figure) bool {
	d, a := f.measure.scaleOf()
	e, b := g.measure.scaleOf()
	if d != e || d == noDimension || f.measure == g.measure {
		return false
	}
	x, y := f.value*a, g.value*b
	if d == temperature {
		if f.measure == fahrenheit {
			x = (f.value - 32) / 1.8
		} else {
			y = (g.value - 32) / 1.8
		}
		return x-y < 1.5 && y-x < 1.5
	}
	return x > 0 && y/x > 0.94 && y/x < 1.06
}

// excuse passes what needs no counterpart.
func (v *view) excuse() {
	for i := range v.source.figures {
		if v.matched.of[i] == unmatched && v.source.needless(i) {
			v.matched.of[i] = excused
		}
	}
	for j := range v.target.figures {
		if v.matched.to[j] == unmatched && v.target.needless(j) {
			v.matched.to[j] = excused
		}
	}
}

// needless reports the minutes of a full hour.
func (d *side) needless(i int) bool {
	f := &d.figures[i]
	if !f.digits {
		return true
	}
	return f.value == 0 && i > 0 && d.figures[i-1].slot == clockSlot && f.end-f.start == 2
}
