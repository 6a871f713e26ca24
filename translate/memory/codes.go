package memory

import (
	"unicode"

	"diglot/translate/unit"
)

// weighCodes takes off for what differs in the inline codes.
func (s *scoring) weighCodes(q *question, c *candidate) {
	if len(q.Source.Codes) == 0 && len(c.entry.Source.Codes) == 0 {
		return
	}
	a, b := codeMarks(q.Source), codeMarks(c.entry.Source)
	missing, added := without(a, b), without(b, a)
	c.take(CodesMissing, missing*s.Penalties[CodesMissing])
	c.take(CodesAdded, added*s.Penalties[CodesAdded])
	if missing+added > 0 {
		return
	}
	for i := range a {
		moved := a[i].codeName != b[i].codeName || c.distance == 0 && a[i].place != b[i].place
		if moved {
			c.take(CodesMoved, s.Penalties[CodesMoved])
			return
		}
	}
}

// codeName is a code for comparing: codes are counted in the order in which they
// appear, whatever their IDs.
type codeName struct {
	number int
	kind   unit.Kind
}

type codeMark struct {
	codeName
	place int // letters before it, white space not counted
}

func codeMarks(t unit.Text) []codeMark {
	marks := make([]codeMark, 0, len(t.Codes))
	numbers := map[int]int{}
	place, done := 0, 0
	for _, code := range t.Codes {
		if _, seen := numbers[code.ID]; !seen {
			numbers[code.ID] = len(numbers) + 1
		}
		place += visibleLetters(t.Content[done:code.Offset])
		done = code.Offset
		marks = append(marks, codeMark{codeName{numbers[code.ID], code.Kind}, place})
	}
	return marks
}

func visibleLetters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// without counts the codes of a that b does not have.
func without(a, b []codeMark) int {
	have := map[codeName]int{}
	for _, m := range b {
		have[m.codeName]++
	}
	n := 0
	for _, m := range a {
		if have[m.codeName]--; have[m.codeName] < 0 {
			n++
		}
	}
	return n
}
