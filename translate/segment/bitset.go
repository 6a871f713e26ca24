package segment

// bitset is a set of pattern numbers; nil is empty.
type bitset []uint64

func (b bitset) or(c bitset) {
	for i, w := range c {
		b[i] |= w
	}
}

func (b bitset) has(i int) bool { return i>>6 < len(b) && b[i>>6]>>(i&63)&1 == 1 }

func (b bitset) set(i int) { b[i>>6] |= 1 << (i & 63) }

func (b bitset) and(c bitset) bitset {
	out := make(bitset, len(b))
	for i := range out {
		if i < len(c) {
			out[i] = b[i] & c[i]
		}
	}
	return out
}

func (b bitset) empty() bool {
	for _, w := range b {
		if w != 0 {
			return false
		}
	}
	return true
}

// meets reports whether two sets have a number in common.
func meets(a, b bitset) bool {
	for i, w := range a {
		if i < len(b) && w&b[i] != 0 {
			return true
		}
	}
	return false
}
