package text

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

// Diff gives a shortest way from a to b as runs of equal, deleted, inserted and
// replaced elements, in order and covering both. Its cost, counting a Replaced by its
// longer side, is no less than the [Distance] and its single steps sum up to it.
func Diff[T comparable](a, b []T) []Op {
	prefix := 0
	for prefix < len(a) && prefix < len(b) && a[prefix] == b[prefix] {
		prefix++
	}
	midA, midB := trimCommon(a[prefix:], b[prefix:])
	var ops []Op
	ops = appendOp(ops, Op{Kept, 0, prefix, 0, prefix})
	for _, step := range editScript(midA, midB) {
		ops = appendOp(ops, Op{step.Kind, step.A0 + prefix, step.A1 + prefix, step.B0 + prefix, step.B1 + prefix})
	}
	endA, endB := prefix+len(midA), prefix+len(midB)
	return appendOp(ops, Op{Kept, endA, len(a), endB, len(b)})
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

// editScript keeps the whole table, one entry per pair of elements, and walks back
// through it.
func editScript[T comparable](a, b []T) []Op {
	width := len(b) + 1
	table := make([]int32, (len(a)+1)*width)
	for j := range width {
		table[j] = int32(j)
	}
	for i := 1; i <= len(a); i++ {
		table[i*width] = int32(i)
		for j := 1; j <= len(b); j++ {
			best := table[(i-1)*width+j-1]
			if a[i-1] != b[j-1] {
				best = min(best, table[(i-1)*width+j], table[i*width+j-1]) + 1
			}
			table[i*width+j] = best
		}
	}
	return walkBack(a, b, table)
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
	for l, r := 0, len(steps)-1; l < r; l, r = l+1, r-1 {
		steps[l], steps[r] = steps[r], steps[l]
	}
	return steps
}
