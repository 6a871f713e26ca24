package text

// Distance gives the Levenshtein distance of two sequences: the least number of
// insertions, deletions and substitutions, of cost one each, that make b of a. Over
// []rune it counts characters, over [Tokens] words. The table is kept in one row
// (Wagner and Fischer 1974, linear space), time is len(a)·len(b).
func Distance[T comparable](a, b []T) int {
	d, _ := DistanceWithin(a, b, max(len(a), len(b)))
	return d
}

// DistanceWithin is [Distance] for a caller who cares only about distances up to
// limit: ok is false, and the distance limit+1, when it is greater. It looks only at
// the band of the table that a distance within limit can cross (Ukkonen 1985), and
// stops as soon as a row has left it.
func DistanceWithin[T comparable](a, b []T, limit int) (distance int, ok bool) {
	a, b = trimCommon(a, b)
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > limit || limit < 0 {
		return limit + 1, false
	}
	if len(b) == 0 {
		return len(a), true
	}
	d := bandedDistance(a, b, limit)
	return min(d, limit+1), d <= limit
}

// bandedDistance expects 0 < len(b) <= len(a) <= len(b)+limit.
func bandedDistance[T comparable](a, b []T, limit int) int {
	beyond := limit + 1
	var short [128]int // enough for most segments, and off the heap
	row := short[:]    // row[j]: distance of the a read so far and b[:j]
	if len(b)+1 > len(short) {
		row = make([]int, len(b)+1)
	}
	row = row[:len(b)+1]
	for j := range row {
		row[j] = min(j, beyond)
	}
	for i := 1; i <= len(a); i++ {
		from, to := max(1, i-limit), min(len(b), i+limit)
		if from > len(b) {
			return beyond
		}
		diagonal := row[from-1] // row before, column before
		if from == 1 {
			row[0] = min(i, beyond)
		} else {
			row[from-1] = beyond // left of the band
		}
		least := row[from-1]
		for j := from; j <= to; j++ {
			above := beyond
			if j < i+limit { // else the row before ended left of it
				above = row[j]
			}
			d := diagonal
			if a[i-1] != b[j-1] {
				d = min(diagonal, above, row[j-1]) + 1
			}
			diagonal = row[j]
			row[j] = min(d, beyond)
			least = min(least, row[j])
		}
		if least > limit {
			return beyond
		}
	}
	return row[len(b)]
}

// trimCommon takes off what both begin and end with; it never matters to a distance.
func trimCommon[T comparable](a, b []T) ([]T, []T) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}

// Similarity gives 1 − Distance / max(len(a), len(b)), from 0 to 1; two empty
// sequences are alike, 1.
func Similarity[T comparable](a, b []T) float64 {
	longer := max(len(a), len(b))
	if longer == 0 {
		return 1
	}
	return 1 - float64(Distance(a, b))/float64(longer)
}
