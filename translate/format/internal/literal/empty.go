package literal

import (
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// withoutEmpty makes runs that spell nothing a part of a letter beside them. At
// the ends of a block, where no letter is beside them, they fall outside of it; between two
// codes they belong to the first.
func withoutEmpty(body string, b *format.Block) {
	var runs []format.Run
	var head *unit.Span // spells nothing, and waits for the letter behind it
	for _, r := range b.Runs {
		switch {
		case r.Code < 0 && r.Text.Len() == 0:
			switch last := len(runs) - 1; {
			case head != nil:
				head.End = r.Body.End
			case last >= 0 && runs[last].Code < 0:
				runs = grown(body, runs, r.Body.End)
			default:
				head = &unit.Span{Start: r.Body.Start, End: r.Body.End}
			}
			continue
		case head == nil:
		case r.Code < 0:
			first, rest := split(body, r)
			first.Body.Start, first.Spelled = head.Start, true
			runs = append(runs, first)
			if r, head = rest, nil; r.Text.Len() == 0 {
				continue
			}
		case len(runs) == 0:
			b.Span.Start, head = head.End, nil
		default:
			runs[len(runs)-1].Body.End = head.End
			code := &b.Text.Codes[runs[len(runs)-1].Code]
			code.Original, head = body[runs[len(runs)-1].Body.Start:head.End], nil
		}
		runs = append(runs, r)
	}
	if head != nil {
		b.Span.End = head.Start
		if len(runs) == 0 {
			b.Span.End = b.Span.Start
		}
	}
	b.Runs = runs
}

// grown makes the last letter of the last run reach to a byte.
func grown(body string, runs []format.Run, end int) []format.Run {
	last := &runs[len(runs)-1]
	if last.Spelled {
		last.Body.End = end
		return runs
	}
	_, size := utf8.DecodeLastRuneInString(body[last.Body.Start:last.Body.End])
	letter := format.Run{
		Body:    unit.Span{Start: last.Body.End - size, End: end},
		Text:    unit.Span{Start: last.Text.End - size, End: last.Text.End},
		Code:    -1,
		Spelled: true,
	}
	last.Body.End -= size
	last.Text.End -= size
	if last.Text.Len() == 0 {
		runs = runs[:len(runs)-1]
	}
	return append(runs, letter)
}

// split cuts a run behind its first letter.
func split(body string, r format.Run) (first, rest format.Run) {
	if r.Spelled {
		return r, format.Run{Code: -1}
	}
	_, size := utf8.DecodeRuneInString(body[r.Body.Start:r.Body.End])
	first, rest = r, r
	first.Body.End, first.Text.End = r.Body.Start+size, r.Text.Start+size
	rest.Body.Start, rest.Text.Start = first.Body.End, first.Text.End
	return first, rest
}
