package text

import "slices"

// OpKind says what an [Op] does.
type OpKind uint8

// The ways in which a stretch of a becomes one of b.
const (
	Kept     OpKind = iota // a[A0:A1] and b[B0:B1] are the same
	Deleted                // a[A0:A1] is gone; B0 == B1
	Inserted               // b[B0:B1] is new; A0 == A1
	Replaced               // a[A0:A1] became b[B0:B1]
)

// Op is a step from a to b: elements a[A0:A1] against b[B0:B1].
type Op struct {
	Kind           OpKind
	A0, A1, B0, B1 int
}

// Diff gives a shortest way from a to b as runs of kept, deleted, inserted and
// replaced elements, in order and covering both. A replaced run is as long in a as in
// b, and all runs but the kept ones add up to the [Distance]. Time is len(a)·len(b),
// space that of the sequences and four megabytes.
func Diff[T comparable](a, b []T) []Op {
	return differ[T]{a, b}.append(nil, 0, len(a), 0, len(b))
}

// appendOp joins a step to the run before it where they are of one kind.
func appendOp(ops []Op, op Op) []Op {
	if op.A0 == op.A1 && op.B0 == op.B1 {
		return ops
	}
	if n := len(ops); n > 0 && ops[n-1].Kind == op.Kind {
		ops[n-1].A1, ops[n-1].B1 = op.A1, op.B1
		return ops
	}
	return append(ops, op)
}

// maxTable is the number of entries, of four bytes, that a table may have.
const maxTable = 1 << 20

// differ compares stretches of two sequences.
type differ[T comparable] struct{ a, b []T }

// append adds the way from a[a0:a1] to b[b0:b1]. A table that would be too large
// is divided: the best place to cut b for the middle of a is where the distances of
// both halves are least together (Hirschberg 1975).
func (d differ[T]) append(ops []Op, a0, a1, b0, b1 int) []Op {
	for a0 < a1 && b0 < b1 && d.a[a0] == d.b[b0] {
		ops = appendOp(ops, Op{Kept, a0, a0 + 1, b0, b0 + 1})
		a0, b0 = a0+1, b0+1
	}
	endA, endB := a1, b1
	for a0 < a1 && b0 < b1 && d.a[a1-1] == d.b[b1-1] {
		a1, b1 = a1-1, b1-1
	}
	if a1-a0 < 2 || (a1-a0+1)*(b1-b0+1) <= maxTable {
		for _, step := range editScript(d.a[a0:a1], d.b[b0:b1]) {
			ops = appendOp(ops, Op{step.Kind, step.A0 + a0, step.A1 + a0, step.B0 + b0, step.B1 + b0})
		}
	} else {
		mid := (a0 + a1) / 2
		cut := b0 + bestCut(d.a[a0:mid], d.a[mid:a1], d.b[b0:b1])
		ops = d.append(ops, a0, mid, b0, cut)
		ops = d.append(ops, mid, a1, cut, b1)
	}
	return appendOp(ops, Op{Kept, a1, endA, b1, endB})
}

func bestCut[T comparable](head, tail, b []T) int {
	forward, backward := lastRow(head, b), lastRow(reversed(tail), reversed(b))
	best := 0
	for j := range forward {
		if forward[j]+backward[len(b)-j] < forward[best]+backward[len(b)-best] {
			best = j
		}
	}
	return best
}

func reversed[T any](s []T) []T {
	s = slices.Clone(s) // the caller's stays as it is
	slices.Reverse(s)
	return s
}

// editScript keeps the whole table, one entry per pair of elements, and walks back
// through it.
func editScript[T comparable](a, b []T) []Op {
	width := len(b) + 1
	table := make([]int32, (len(a)+1)*width)
	for j := range width {
		table[j] = int32(j)
	}
	for i := 1; i <= len(a); i++ {
		nextRow(table[(i-1)*width:i*width], table[i*width:(i+1)*width], a[i-1], b)
	}
	return walkBack(a, b, table)
}

// lastRow gives the distances of a and each b[:j].
func lastRow[T comparable](a, b []T) []int32 {
	above, row := make([]int32, len(b)+1), make([]int32, len(b)+1)
	for j := range row {
		row[j] = int32(j)
	}
	for _, x := range a {
		above, row = row, above
		nextRow(above, row, x, b)
	}
	return row
}

// nextRow fills the row of the table that comes with one more element of a.
func nextRow[T comparable](above, row []int32, x T, b []T) {
	row[0] = above[0] + 1
	for j, y := range b {
		best := above[j]
		if x != y {
			best = min(best, above[j+1], row[j]) + 1
		}
		row[j+1] = best
	}
}

func walkBack[T comparable](a, b []T, table []int32) []Op {
	width := len(b) + 1
	var steps []Op // last first
	for i, j := len(a), len(b); i > 0 || j > 0; {
		here := table[i*width+j]
		switch {
		case i > 0 && j > 0 && a[i-1] == b[j-1] && here == table[(i-1)*width+j-1]:
			i, j = i-1, j-1
			steps = append(steps, Op{Kept, i, i + 1, j, j + 1})
		case i > 0 && j > 0 && here == table[(i-1)*width+j-1]+1:
			i, j = i-1, j-1
			steps = append(steps, Op{Replaced, i, i + 1, j, j + 1})
		case i > 0 && here == table[(i-1)*width+j]+1:
			i--
			steps = append(steps, Op{Deleted, i, i + 1, j, j})
		default:
			j--
			steps = append(steps, Op{Inserted, i, i, j, j + 1})
		}
	}
	slices.Reverse(steps)
	return steps
}
