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

// distanceHuge looks for a small distance first, which takes time in proportion to
// the length only. For others it is distanceLong, except that the places of a token
// come as a list, where a pattern would grow with the square of the length.
func (s *Searcher) distanceHuge(row []uint64, limit int) int {
	near := min(limit, 100)
	if d, ok := text.DistanceWithin(s.whole, row, near); ok || near == limit {
		return d
	}
	columns := s.newColumns(s.blocks)
	pattern := columns.none
	for i, kind := range row {
		places := s.placesOf(kind)
		for _, place := range places {
			pattern[place/64] |= 1 << (place % 64)
		}
		if columns.add(pattern); columns.score-(len(row)-1-i) > limit {
			return limit + 1
		}
		for _, place := range places {
			pattern[place/64] = 0
		}
	}
	return columns.score
}

// placesOf gives where a kind stands in a huge sentence.
func (s *Searcher) placesOf(kind uint64) []int32 {
	if kind == 0 {
		return nil
	}
	return s.places[s.placeEnds[kind-1]:s.placeEnds[kind]]
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
	columns := s.newColumns(blocks)
	for i, kind := range row {
		pattern := columns.none
		if kind > 0 {
			pattern = s.pattern[int(kind-1)*blocks : int(kind)*blocks]
		}
		if columns.add(pattern); columns.score-(len(row)-1-i) > limit {
			return limit + 1
		}
	}
	return columns.score
}

// columns is the state of measuring by blocks.
type columns struct {
	pv, mv, none []uint64 // by block; none is the pattern of a token that is nowhere
	score        int
	last         uint // bit of the sentence's last token in the last block
}

func (s *Searcher) newColumns(blocks int) columns {
	s.vertical = cleared(s.vertical, 3*blocks)
	c := columns{s.vertical[:blocks], s.vertical[blocks : 2*blocks], s.vertical[2*blocks:],
		len(s.tokens), uint(len(s.tokens)-1) % 64}
	for i := range c.pv {
		c.pv[i] = ^uint64(0)
	}
	return c
}

// add takes a token of the row that stands in the sentence where pattern says.
func (c *columns) add(pattern []uint64) {
	up, down := uint64(1), uint64(0) // the upper edge: each token of the row adds one
	end := len(pattern) - 1
	for b, eq := range pattern {
		pv, mv := c.pv[b], c.mv[b]
		xv := eq | mv
		eq |= down
		xh := (((eq & pv) + pv) ^ pv) | eq
		ph := mv | ^(xh | pv)
		mh := pv & xh
		if b == end {
			c.score += int(ph>>c.last&1) - int(mh>>c.last&1)
		}
		nextUp, nextDown := ph>>63, mh>>63
		ph, mh = ph<<1|up, mh<<1|down
		c.pv[b] = mh | ^(xv | ph)
		c.mv[b] = ph & xv
		up, down = nextUp, nextDown
	}
}
