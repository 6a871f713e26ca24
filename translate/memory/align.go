package memory

// tooLong is the product of two lengths in tokens above which texts that differ
// are not compared token by token any more; they count as differing in words.
const tooLong = 4 << 20

// align goes a shortest way from a to b, and of the shortest ways one that keeps
// most: "left ." becomes "has left" by putting "has" in, not by replacing both. It
// visits each step, the last token first: both places of a token that was kept or
// replaced, one and -1 for one that was deleted or inserted. table is memory to work
// in, and what it gives back serves the next call.
//
// Each cell holds the distance times unit, less the tokens kept (Wagner and Fischer
// 1974, with the second wish in the lower digits).
func align(table []int32, a, b []token, visit func(i, j int)) []int32 {
	unit := int32(min(len(a), len(b)) + 1) // more than can be kept
	width := len(b) + 1
	if len(table) < (len(a)+1)*width {
		table = make([]int32, 2*(len(a)+1)*width)
	}
	for j := range width {
		table[j] = int32(j) * unit
	}
	for i := range a {
		above, row := table[i*width:(i+1)*width], table[(i+1)*width:(i+2)*width]
		row[0] = int32(i+1) * unit
		for j := range b {
			if a[i].number == b[j].number {
				row[j+1] = min(above[j]-1, above[j+1]+unit, row[j]+unit)
			} else {
				row[j+1] = min(above[j], above[j+1], row[j]) + unit
			}
		}
	}
	for i, j := len(a), len(b); i > 0 || j > 0; {
		here := table[i*width+j]
		switch {
		case i > 0 && j > 0 && here == table[(i-1)*width+j-1]+step(a[i-1], b[j-1], unit):
			i, j = i-1, j-1
			visit(i, j)
		case i > 0 && here == table[(i-1)*width+j]+unit:
			i--
			visit(i, -1)
		default:
			j--
			visit(-1, j)
		}
	}
	return table
}

// step is what it costs to put one token in the place of another.
func step(a, b token, unit int32) int32 {
	if a.number == b.number {
		return -1
	}
	return unit
}
