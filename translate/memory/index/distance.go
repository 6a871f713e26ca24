package index

import "diglot/translate/text"

// distance gives the Levenshtein distance of the sentence and a row, or more than
// limit where it is more.
func (s *Searcher) distance(row []uint64, limit int) int {
	switch {
	case s.blocks == 1:
		return s.distanceShort(row, limit)
	case s.blocks <= maxBlocks:
		return s.distanceLong(row, limit)
	default:
		return s.distanceHuge(row, limit)
	}
}

// distanceHuge looks for a small distance first, since the time it takes grows with
// the distance that is looked for, not with the square of the length.
func (s *Searcher) distanceHuge(row []uint64, limit int) int {
	for within := 64; ; within *= 4 {
		within = min(within, limit)
		if d, ok := text.DistanceWithin(s.whole, row, within); ok {
			return d
		}
		if within == limit {
			return limit + 1
		}
	}
}

// distanceShort is the algorithm of Myers (1999) for a sentence of up to 64 tokens:
// pv and mv say for each place of the sentence whether the distance grows or
// shrinks by one there. Of each token of the row it has the places in the sentence.
func (s *Searcher) distanceShort(row []uint64, limit int) int {
	pv, mv := ^uint64(0), uint64(0)
	score := len(s.tokens)
	last := uint(len(s.tokens)-1) & 63
	stop := limit + len(row) // score − what is left of the row is no more than this
	for _, eq := range row {
		xv := eq | mv
		xh := (((eq & pv) + pv) ^ pv) | eq
		ph := mv | ^(xh | pv)
		mh := pv & xh
		score += int(ph>>last&1) - int(mh>>last&1)
		ph = ph<<1 | 1
		pv = mh<<1 | ^(xv | ph)
		mv = ph & xv
		stop--
		if score > stop {
			return limit + 1
		}
	}
	return score
}

// distanceLong is the same in blocks of 64 tokens (Hyyrö 2003): what a block says
// at its lower edge goes into the next. Of each token of the row it has the kind + 1.
func (s *Searcher) distanceLong(row []uint64, limit int) int {
	blocks := s.blocks
	s.vertical = cleared(s.vertical, 2*blocks)
	pvs, mvs := s.vertical[:blocks], s.vertical[blocks:]
	for i := range pvs {
		pvs[i] = ^uint64(0)
	}
	score := len(s.tokens)
	last := uint(len(s.tokens)-1) % 64
	for i, kind := range row {
		var pattern []uint64
		if kind > 0 {
			pattern = s.pattern[int(kind-1)*blocks : int(kind)*blocks]
		}
		up, down := uint64(1), uint64(0) // the upper edge: each token of the row adds one
		for b := range blocks {
			eq, pv, mv := uint64(0), pvs[b], mvs[b]
			if pattern != nil {
				eq = pattern[b]
			}
			xv := eq | mv
			eq |= down
			xh := (((eq & pv) + pv) ^ pv) | eq
			ph := mv | ^(xh | pv)
			mh := pv & xh
			if b == blocks-1 {
				score += int(ph>>last&1) - int(mh>>last&1)
			}
			nextUp, nextDown := ph>>63, mh>>63
			ph, mh = ph<<1|up, mh<<1|down
			pvs[b] = mh | ^(xv | ph)
			mvs[b] = ph & xv
			up, down = nextUp, nextDown
		}
		if score-(len(row)-1-i) > limit {
			return limit + 1
		}
	}
	return score
}
