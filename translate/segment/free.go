package segment

// Rules of other tools may break anywhere, so their texts are walked twice,
// whole: once forwards, which tells at every place what matches before it,
// once backwards, which tells what matches after it. Both walks take one step
// a character whatever the rules and the text are.

// candidate is a place where a break rule may match.
type candidate struct {
	at     int
	before *state // whose matched is what matches before the place
}

// candidates walks forwards and keeps the places where one of the rules in
// breaks matches before the place.
func (s *ruleSet) candidates(text string, breaks bitset) []candidate {
	// Rules that match before any place, such as one for a line end behind
	// it, are found from behind.
	behind := s.behind(text, breaks.and(s.before.always))
	d := s.before.far()
	found := make([]candidate, 0, len(text)/64+len(behind))
	st := d.from(kindNone)
	for p := 0; p < len(text); {
		c, size := d.abc.next(text, p)
		st = d.step(st, c)
		named := len(behind) > 0 && behind[len(behind)-1] == p
		if named {
			behind = behind[:len(behind)-1]
		}
		if p > 0 && (named || st.matched != nil && meets(st.matched, breaks)) {
			found = append(found, candidate{p, st})
		}
		p += size
	}
	return found
}

// behind gives, last one first, the places behind which one of the rules
// matches.
func (s *ruleSet) behind(text string, rules bitset) []int {
	if rules.empty() {
		return nil
	}
	always := meets(s.after.always, rules)
	d := s.after.far()
	var places []int
	st := d.from(kindNone)
	for p := len(text); p > 0; {
		c, size := d.abc.last(text, p)
		st = d.step(st, c)
		if always || st.matched != nil && meets(st.matched, rules) {
			places = append(places, p)
		}
		p -= size
	}
	if len(places) > 0 && places[0] == len(text) {
		places = places[1:]
	}
	return places
}

// decideAll walks backwards and asks the rules about every candidate.
func (w *walk) decideAll(found []candidate) {
	set := w.s.set
	d := set.after.far()
	deciding := make([]int, len(found))
	st := d.from(kindNone)
	for p, k := len(w.text), len(found)-1; k >= 0; {
		// The step over the character before p tells what matches from p on.
		c, size := d.abc.last(w.text, p)
		st = d.step(st, c)
		if p == found[k].at {
			copy(w.before, set.before.always)
			w.before.or(found[k].before.matched)
			copy(w.after, set.after.always)
			w.after.or(st.matched)
			deciding[k] = set.deciding(w.before, w.after)
			k--
		}
		p -= size
	}
	for k, c := range found {
		w.decide(c.at, deciding[k])
	}
}

// breaking is the set of break rules; with foreign, of those that are not
// from our own files.
func (s *ruleSet) breaking(foreign bool) bitset {
	b := make(bitset, len(s.before.always))
	for i, r := range s.rules {
		if r.Break && (!foreign || r.foreign) {
			b.set(i)
		}
	}
	return b
}
