package memory

import (
	"slices"

	"diglot/translate/text"
	"diglot/translate/unit"
)

// ChangeKind says what a Change is.
type ChangeKind string

// The kinds of change from a match's source to the text that is translated.
const (
	Same     ChangeKind = "same"
	Reformed ChangeKind = "reformed" // upper and lower case, or characters that nobody sees
	Deleted  ChangeKind = "deleted"
	Inserted ChangeKind = "inserted"
	Replaced ChangeKind = "replaced"
)

// Change is a stretch of the difference between two texts: the bytes of the old
// text and those of the new that stand for each other. One of them is empty for what
// was deleted or inserted. Changes cover both texts without a gap; white space goes with
// the word before it.
type Change struct {
	Kind ChangeKind `json:"kind"`
	Old  unit.Span  `json:"old"`
	New  unit.Span  `json:"new"`
}

// Diff shows word by word how one text became another: the source of a match and
// the source that is asked for. Inline codes are not looked at.
func Diff(old, new unit.Text) []Change {
	a, b := wordsOf(old.Content), wordsOf(new.Content)
	var runs []Change // counted in words at first
	for _, op := range diffWords(a, b) {
		runs = appendRuns(runs, op, func(i, j int) bool {
			return old.Content[a[i].Start:a[i].End] == new.Content[b[j].Start:b[j].End]
		})
	}
	for i := range runs {
		last := i+1 == len(runs)
		runs[i].Old = inBytes(runs[i].Old, a, len(old.Content), i == 0, last)
		runs[i].New = inBytes(runs[i].New, b, len(new.Content), i == 0, last)
	}
	return runs
}

// wordsOf cuts a text into the memory's tokens, in NFC, at their place in the text.
func wordsOf(s string) []text.Word {
	words := text.TokenWords(s)
	for i := range words {
		words[i].Text = text.NFC(words[i].Text)
	}
	return words
}

// diffWords gives the runs of words that were kept, deleted, inserted or replaced.
// The middle of two long texts that have little in common is one replacement.
func diffWords(a, b []text.Word) []text.Op {
	from, endA, endB := 0, len(a), len(b)
	for from < endA && from < endB && a[from].Text == b[from].Text {
		from++
	}
	for endA > from && endB > from && a[endA-1].Text == b[endB-1].Text {
		endA, endB = endA-1, endB-1
	}
	ops := appendOp(nil, text.Op{Kind: text.Kept, A1: from, B1: from})
	ops = diffMiddle(ops, a, b, text.Op{Kind: text.Replaced, A0: from, A1: endA, B0: from, B1: endB})
	return appendOp(ops, text.Op{Kind: text.Kept, A0: endA, A1: len(a), B0: endB, B1: len(b)})
}

func diffMiddle(ops []text.Op, a, b []text.Word, middle text.Op) []text.Op {
	numbers := map[string]int{}
	tokensA, tokensB := numbered(a[middle.A0:middle.A1], numbers), numbered(b[middle.B0:middle.B1], numbers)
	if len(tokensA)*len(tokensB) > tooLong {
		return appendOp(ops, middle)
	}
	var steps [][2]int // the last first
	align(nil, tokensA, tokensB, func(i, j int) { steps = append(steps, [2]int{i, j}) })
	atA, atB := middle.A0, middle.B0
	for _, s := range slices.Backward(steps) {
		op := text.Op{Kind: text.Replaced, A0: atA, A1: atA + 1, B0: atB, B1: atB + 1}
		switch i, j := s[0], s[1]; {
		case i < 0:
			op.Kind, op.A1 = text.Inserted, atA
		case j < 0:
			op.Kind, op.B1 = text.Deleted, atB
		case tokensA[i].number == tokensB[j].number:
			op.Kind = text.Kept
		}
		atA, atB = op.A1, op.B1
		ops = appendOp(ops, op)
	}
	return ops
}

func numbered(words []text.Word, numbers map[string]int) []token {
	tokens := make([]token, len(words))
	for i, w := range words {
		number, known := numbers[w.Text]
		if !known {
			number = len(numbers)
			numbers[w.Text] = number
		}
		tokens[i].number = number
	}
	return tokens
}

// appendOp joins a step to a run of its kind.
func appendOp(ops []text.Op, op text.Op) []text.Op {
	if op.A0 == op.A1 && op.B0 == op.B1 {
		return ops
	}
	if n := len(ops); n > 0 && ops[n-1].Kind == op.Kind {
		ops[n-1].A1, ops[n-1].B1 = op.A1, op.B1
		return ops
	}
	return append(ops, op)
}

func folded(words []text.Word) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = w.Text
	}
	return list
}

// appendRuns appends an operation; what was kept is cut where the form of letters
// changes.
func appendRuns(runs []Change, op text.Op, same func(i, j int) bool) []Change {
	if op.Kind != text.Kept {
		kind := map[text.OpKind]ChangeKind{text.Deleted: Deleted, text.Inserted: Inserted, text.Replaced: Replaced}[op.Kind]
		return append(runs, Change{kind, unit.Span{Start: op.A0, End: op.A1}, unit.Span{Start: op.B0, End: op.B1}})
	}
	for i, j := op.A0, op.B0; i < op.A1; i, j = i+1, j+1 {
		kind := Same
		if !same(i, j) {
			kind = Reformed
		}
		if n := len(runs); i > op.A0 && runs[n-1].Kind == kind {
			runs[n-1].Old.End, runs[n-1].New.End = i+1, j+1
		} else {
			runs = append(runs, Change{kind, unit.Span{Start: i, End: i + 1}, unit.Span{Start: j, End: j + 1}})
		}
	}
	return runs
}

// inBytes turns a span of words into one of bytes that goes on to the next word. The
// first and the last take what stands before and behind all words.
func inBytes(s unit.Span, words []text.Word, size int, first, last bool) unit.Span {
	place := func(i int) int {
		if i == len(words) {
			return size
		}
		return words[i].Start
	}
	span := unit.Span{Start: place(s.Start), End: place(s.End)}
	if first {
		span.Start = 0
	}
	if last {
		span.End = size
	}
	return span
}
