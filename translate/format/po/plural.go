package po

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// maxForms is how many plural forms a language may have. The most that any is
// known to have are six.
const maxForms = 100

// Limits of a formula. That of Arabic has 100 bytes.
const (
	maxFormula = 2000
	maxNesting = 50
	lastTried  = 1000 // formulas are tried with n from 0 to this, as msgfmt does
)

// formula is the plural expression of a header, as C has them: it gives the
// number of the form for n.
type formula struct {
	op          string // an operator; "n", or "" for a number
	value       uint64
	left, right *formula
	other       *formula // of ?:
}

// formulaError is a fault in a formula.
type formulaError struct {
	at  int // byte in the formula
	why string
}

func (e *formulaError) Error() string { return e.why }

// formulaReader reads a formula from left to right.
type formulaReader struct {
	s     string
	at    int
	depth int
}

// parseFormula reads the formula at the start of s; a semicolon, a line feed or the end of s
// ends it.
func parseFormula(s string) (*formula, error) {
	if i := strings.IndexAny(s, ";\n"); i >= 0 {
		s = s[:i]
	}
	if len(s) > maxFormula {
		return nil, &formulaError{0, fmt.Sprintf("the plural formula has more than %d bytes", maxFormula)}
	}
	r := &formulaReader{s: s}
	f, err := r.choice()
	if err != nil {
		return nil, err
	}
	if r.space(); r.at < len(r.s) {
		return nil, &formulaError{r.at, fmt.Sprintf("%.10q cannot stand here in a plural formula", r.s[r.at:])}
	}
	return f, nil
}

func (r *formulaReader) space() {
	for r.at < len(r.s) && (r.s[r.at] == ' ' || r.s[r.at] == '\t') {
		r.at++
	}
}

// operator takes one of the operators, the longest first, or gives "".
func (r *formulaReader) operator(list ...string) string {
	r.space()
	for _, op := range list {
		if strings.HasPrefix(r.s[r.at:], op) {
			r.at += len(op)
			return op
		}
	}
	return ""
}

func (r *formulaReader) choice() (*formula, error) {
	if r.depth++; r.depth > maxNesting {
		return nil, &formulaError{r.at, "the plural formula is nested too deep"}
	}
	defer func() { r.depth-- }()
	condition, err := r.binary(0)
	if err != nil || r.operator("?") == "" {
		return condition, err
	}
	yes, err := r.choice()
	if err != nil {
		return nil, err
	}
	if r.operator(":") == "" {
		return nil, &formulaError{r.at, "a ? without its : in the plural formula"}
	}
	no, err := r.choice()
	return &formula{op: "?", left: condition, right: yes, other: no}, err
}

// levels are the operators of two operands, from the loosest.
var levels = [...][]string{{"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"}}

func (r *formulaReader) binary(level int) (*formula, error) {
	if level == len(levels) {
		return r.unary()
	}
	left, err := r.binary(level + 1)
	for err == nil {
		op := r.operator(levels[level]...)
		if op == "" {
			return left, nil
		}
		var right *formula
		right, err = r.binary(level + 1)
		left = &formula{op: op, left: left, right: right}
	}
	return nil, err
}

func (r *formulaReader) unary() (*formula, error) {
	if r.depth++; r.depth > maxNesting {
		return nil, &formulaError{r.at, "the plural formula is nested too deep"}
	}
	defer func() { r.depth-- }()
	if r.operator("!") != "" {
		inner, err := r.unary()
		return &formula{op: "!", left: inner}, err
	}
	if r.operator("(") != "" {
		inner, err := r.choice()
		if err == nil && r.operator(")") == "" {
			err = &formulaError{r.at, "a ( without its ) in the plural formula"}
		}
		return inner, err
	}
	if r.operator("n") != "" {
		return &formula{op: "n"}, nil
	}
	start := r.at
	for r.at < len(r.s) && isDigit(r.s[r.at]) {
		r.at++
	}
	if r.at == start {
		return nil, &formulaError{r.at, "the plural formula lacks an n, a number or a ( here"}
	}
	value, err := strconv.ParseUint(r.s[start:r.at], 10, 64)
	if err != nil {
		value = math.MaxUint64 // n never gets there
	}
	return &formula{value: value}, nil
}

var errDivision = errors.New("the plural formula divides by zero")

// form gives the value for n.
func (f *formula) form(n uint64) (uint64, error) {
	switch f.op {
	case "":
		return f.value, nil
	case "n":
		return n, nil
	}
	a, err := f.left.form(n)
	if err != nil {
		return 0, err
	}
	switch {
	case f.op == "!":
		return truth(a == 0), nil
	case f.op == "?" && a == 0:
		return f.other.form(n)
	case f.op == "||" && a != 0:
		return 1, nil
	case f.op == "&&" && a == 0:
		return 0, nil
	}
	b, err := f.right.form(n)
	if err != nil || f.op == "?" {
		return b, err
	}
	switch f.op {
	case "||", "&&":
		return truth(b != 0), nil
	case "==":
		return truth(a == b), nil
	case "!=":
		return truth(a != b), nil
	case "<":
		return truth(a < b), nil
	case ">":
		return truth(a > b), nil
	case "<=":
		return truth(a <= b), nil
	case ">=":
		return truth(a >= b), nil
	case "+":
		return a + b, nil
	case "-":
		return a - b, nil
	case "*":
		return a * b, nil
	}
	if b == 0 {
		return 0, errDivision
	}
	if f.op == "/" {
		return a / b, nil
	}
	return a % b, nil
}

func truth(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// forms gives the number of the form for each n from 0 to lastTried.
func (f *formula) forms() ([]uint64, error) {
	list := make([]uint64, lastTried+1)
	for n := range list {
		form, err := f.form(uint64(n))
		if err != nil {
			return nil, err
		}
		list[n] = form
	}
	return list, nil
}
