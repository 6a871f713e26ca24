package locale

import (
	"strconv"
	"strings"
)

// parsedRule is a category with its condition as an or of ands of relations.
type parsedRule struct {
	form Plural
	any  [][]relation
}

// relation is "operand % modulus = ranges", or != when negated.
type relation struct {
	operand byte
	modulus uint64 // 0 for none
	negated bool
	ranges  [][2]uint64 // from and to, both included
}

func (r parsedRule) holds(o operands) bool {
	for _, all := range r.any {
		holds := true
		for _, rel := range all {
			holds = holds && rel.holds(o)
		}
		if holds {
			return true
		}
	}
	return false
}

func (r relation) holds(o operands) bool {
	value, whole := o.value(r.operand)
	if r.modulus != 0 {
		value %= r.modulus
	}
	found := false
	for _, span := range r.ranges {
		found = found || whole && span[0] <= value && value <= span[1]
	}
	return found != r.negated
}

// value gives an operand, and whether it is an integer: n of 1.5 equals nothing
// that a rule can name.
func (o operands) value(operand byte) (value uint64, whole bool) {
	switch operand {
	case 'n':
		return o.i, o.t == 0
	case 'i':
		return o.i, true
	case 'v':
		return uint64(o.v), true
	case 'f':
		return o.f, true
	case 't':
		return o.t, true
	}
	return uint64(o.e), true // c and e are the same
}

// parseCondition reads a condition of the generated table. The table is part of
// the program and a test evaluates every row against other implementations, so a
// malformed number here simply reads as 0.
func parseCondition(condition string) [][]relation {
	var any [][]relation
	for _, conjunction := range strings.Split(condition, " or ") {
		var all []relation
		for _, text := range strings.Split(conjunction, " and ") {
			all = append(all, parseRelation(text))
		}
		any = append(any, all)
	}
	return any
}

func parseRelation(text string) relation {
	left, right, _ := strings.Cut(text, "=")
	rel := relation{negated: strings.HasSuffix(left, "!")}
	operand, modulus, _ := strings.Cut(strings.TrimRight(left, "! "), "%")
	rel.operand = operand[0]
	rel.modulus = number(modulus)
	for _, span := range strings.Split(right, ",") {
		from, to, isRange := strings.Cut(span, "..")
		if !isRange {
			to = from
		}
		rel.ranges = append(rel.ranges, [2]uint64{number(from), number(to)})
	}
	return rel
}

func number(s string) uint64 {
	n, _ := strconv.ParseUint(strings.TrimSpace(s), 10, 64)
	return n
}
