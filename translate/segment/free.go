package segment

import (
	"unicode/utf8"
)

// Rules of other tools may break anywhere, so their texts are walked twice,
// whole: once forwards, which tells at every place what matches before it,
// once backwards, which tells what matches after it. Both walks take one step
// a character whatever the rules and the text are.

// candidate is a place where a break rule matches before it.
type candidate struct {
	at     int
	before bitset // what matches before it; the patterns that always do left out
}

// candidates walks forwards and keeps the places where one of the rules in
// breaks matches before the place.
func (s *ruleSet) candidates(text string, breaks bitset) []candidate {
	d := s.before.far()
	always := meets(s.before.always, breaks)
	var found []candidate
	st := d.from(kindNone)
	for p := 0; p < len(text); {
		r, size := rune(text[p]), 1
		c := uint16(0)
		if r < utf8.RuneSelf {
			c = d.abc.ascii[r]
		} else {
			r, size = utf8.DecodeRuneInString(text[p:])
			c = d.abc.class(r)
		}
		st = d.step(st, c)
		if p > 0 && (always || st.matched != nil && meets(st.matched, breaks)) {
			found = append(found, candidate{p, st.matched})
		}
		p += size
	}
	return found
}

func meets(a, b bitset) bool {
	for i, w := range a {
		if i < len(b) && w&b[i] != 0 {
			return true
		}
	}
	return false
}

// decideAll walks backwards and asks the rules about every candidate.
func (w *walk) decideAll(found []candidate) {
	set := w.s.set
	d := set.after.far()
	deciding := make([]int, len(found))
	st := d.from(kindNone)
	for p, k := len(w.text), len(found)-1; k >= 0; {
		r, size := utf8.DecodeLastRuneInString(w.text[:p])
		// The step over the character before p tells what matches from p on.
		st = d.step(st, d.abc.class(r))
		if p == found[k].at {
			copy(w.before, set.before.always)
			w.before.or(found[k].before)
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
