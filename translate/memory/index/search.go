package index

import (
	"encoding/binary"
	"math/bits"
	"sort"
)

// Bound is the least similarity that is of interest: Same of Of tokens.
type Bound struct{ Same, Of int }

// PerCent gives a bound in per cent.
func PerCent(n int) Bound { return Bound{n, 100} }

// Below reports whether b is lower than c.
func (b Bound) Below(c Bound) bool { return b.Same*c.Of < c.Same*b.Of }

// need gives how many tokens of the longer sentence must be right.
func (b Bound) need(longer int) int { return (b.Same*longer + b.Of - 1) / b.Of }

// Visit is told of a group that is similar enough: its distance, and the number of
// tokens of the longer sentence. It gives the bound that is of interest from now on;
// lower than it was it may not be.
type Visit func(group, distance, longer int) Bound

// least is the similarity below which the prefixes that a segment keeps are too short.
var least = Bound{1, 2}

// Search tells visit of every group of a segment whose similarity to the sentence
// that was asked is at least the bound, each once, and of none below. Good ones
// tend to come first. A sentence without tokens is similar to none.
func (s *Searcher) Search(segment *Segment, bound Bound, visit Visit) {
	if len(s.tokens) == 0 || segment.groups == 0 || bound.Same > bound.Of {
		return
	}
	s.translate(segment.feature)
	s.seen.reset()
	w := walk{Searcher: s, segment: segment, bound: bound, visit: visit}
	if bound.Below(least) {
		w.everything()
		return
	}
	w.exact()
	for i := range s.features {
		if !w.feature(i) {
			return
		}
	}
}

// Scan is Search by comparing with every group, but for those whose length alone
// says enough. It is here to measure and to check Search by.
func (s *Searcher) Scan(segment *Segment, bound Bound, visit Visit) {
	if len(s.tokens) == 0 || bound.Same > bound.Of {
		return
	}
	s.translate(segment.feature)
	w := walk{Searcher: s, segment: segment, bound: bound, visit: visit}
	group := 0
	for i := range segment.lengths.len() {
		length := segment.lengths.at(i)
		for w.look(length); group < segment.lengthTo.at(i); group++ {
			if min(length, len(s.tokens)) >= w.need && w.read(segment.row(group), length) {
				if d := s.distance(s.row, w.longer); w.longer-d >= w.need {
					w.raise(visit(group, d, w.longer))
				}
			}
		}
	}
}

// walk is one search.
type walk struct {
	*Searcher
	segment *Segment
	bound   Bound
	visit   Visit

	length, longer    int // tokens of the groups that are being looked at, and the more of both
	need              int // for them
	mayMiss, mayExtra int // features that the group, or the sentence, may have alone
}

// look sets the number of tokens of the groups that follow.
func (w *walk) look(length int) {
	w.length, w.longer = length, max(length, len(w.tokens))
	w.raise(w.bound)
}

func (w *walk) raise(bound Bound) {
	w.bound = bound
	w.need = bound.need(w.longer)
	w.mayMiss, w.mayExtra = len(w.tokens)-w.need, w.length-w.need
}

// exact looks for the same row of tokens: one of the groups of its length in which
// the same feature is the rarest.
func (w *walk) exact() {
	n := len(w.tokens)
	at := w.segment.lengthAt(n)
	if w.unknown > 0 || at == w.segment.lengths.len() || w.segment.lengths.at(at) != n {
		return
	}
	from, to := w.segment.lengthTo.before(at), w.segment.lengthTo.at(at)
	for posts := w.segment.postsOf(int(w.features[0]), from, to); len(posts) >= 4; posts = posts[4:] {
		post := binary.LittleEndian.Uint32(posts)
		if group := int(post >> placeBits); post&lastPlace == 0 && w.segment.sign(group) == w.sign {
			if w.read(w.segment.row(group), 0) && w.distance(w.row, 0) == 0 {
				w.seen.add(group)
				w.bound = w.visit(group, 0, n)
				return
			}
		}
	}
}

// feature looks at the groups in which the i-th known feature of the sentence is
// among the first. It returns false where it and all later ones are too late.
func (w *walk) feature(i int) bool {
	n := len(w.tokens)
	left := n - w.unknown - i // features that can still be shared
	shortest := w.bound.need(n)
	if left < shortest {
		return false
	}
	first, beyond := w.segment.lengthAt(shortest), w.segment.lengthAt(left*w.bound.Of/w.bound.Same+1)
	if first == beyond {
		return true
	}
	from, to := w.segment.lengthTo.before(first), w.segment.lengthTo.at(beyond-1)
	end := 0 // of the groups with this length
	for posts := w.segment.postsOf(int(w.features[i]), from, to); len(posts) >= 4; posts = posts[4:] {
		post := binary.LittleEndian.Uint32(posts)
		group, place := int(post>>placeBits), int(post&lastPlace)
		if group >= end {
			for group >= w.segment.lengthTo.at(first) {
				first++
			}
			end = w.segment.lengthTo.at(first)
			w.look(w.segment.lengths.at(first))
		}
		if place <= w.mayExtra && left >= w.need && w.signFits(w.segment.sign(group)) {
			w.measure(group)
		}
	}
	return true
}

// signFits compares the signatures of the sentence and a group.
func (w *walk) signFits(sign uint64) bool {
	return w.unknown+bits.OnesCount64(w.sign&^sign) <= w.mayMiss && bits.OnesCount64(sign&^w.sign) <= w.mayExtra
}

// measure visits a group that is similar enough and was not measured before.
func (w *walk) measure(group int) {
	if w.seen.add(group) {
		w.measureRow(group, w.segment.row(group))
	}
}

func (w *walk) measureRow(group int, row []byte) {
	limit := w.longer - w.need
	if !w.read(row, w.mayExtra) {
		return
	}
	if d := w.distance(w.row, limit); d <= limit {
		w.raise(w.visit(group, d, w.longer))
	}
}

// read sets row to the tokens of a group as distance needs them. It gives up when
// the sentence does not have more than extra of them.
func (w *walk) read(row []byte, extra int) bool {
	out := w.row[:0]
	for i := 0; i < len(row); i++ {
		token := uint32(row[i])
		for shift := 7; row[i] >= 0x80; shift += 7 {
			i++
			token = token&(1<<shift-1) | uint32(row[i])<<shift
		}
		sought := w.byToken.get(token)
		if sought == 0 {
			if extra--; extra < 0 {
				return false
			}
		}
		out = append(out, sought)
	}
	w.row = out
	return true
}

// everything measures all groups of a length that may do.
func (w *walk) everything() {
	group := 0
	for i := range w.segment.lengths.len() {
		length := w.segment.lengths.at(i)
		for w.look(length); group < w.segment.lengthTo.at(i); group++ {
			if min(length, len(w.tokens)) >= w.need && w.signFits(w.segment.sign(group)) {
				w.measure(group)
			}
		}
	}
}

// lengthAt gives where the lengths of n tokens and more begin.
func (s *Segment) lengthAt(n int) int {
	return sort.Search(s.lengths.len(), func(i int) bool { return s.lengths.at(i) >= n })
}
