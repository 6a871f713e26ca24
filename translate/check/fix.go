package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"diglot/translate/unit"
)

// fixRounds bounds how often Fix looks again at what it has mended.
const fixRounds = 4

// Fix mends what can be mended without judgement: space that is wrongly there or
// missing, a word written twice, invisible characters, Latin marks in Arabic prose,
// a second system of digits. It gives the mended target and the issues that it took
// away; the target comes back as it was when there are none.
func (c *Checker) Fix(p *Pair) (unit.Text, []unit.Issue) {
	fixed := *p
	var mended []unit.Issue
	for range fixRounds {
		issues := c.Check(&fixed)
		slices.SortStableFunc(issues, func(a, b unit.Issue) int { return position(b) - position(a) })
		changed := false
		last := len(fixed.Target.Content) + 1 // edits go from the end forward, apart from each other
		for _, i := range issues {
			if slices.ContainsFunc(i.Target, func(s unit.Span) bool { return s.End > last }) {
				continue // the next round finds it again
			}
			span, with, ok := repair(fixed.Target.Content, i)
			if !ok {
				continue
			}
			fixed.Target = replace(fixed.Target, span, with)
			last = span.Start
			mended = append(mended, i)
			changed = true
		}
		if !changed {
			break
		}
	}
	return fixed.Target, mended
}

// repair tells what to put in which place of the target to settle an issue.
func repair(s string, i unit.Issue) (span unit.Span, with string, ok bool) {
	if len(i.Target) == 0 {
		return span, "", false
	}
	span = i.Target[0]
	switch i.Check + "." + i.Key {
	case "whitespace.leading", "whitespace.trailing", "invisible.character", "punct_space.before", "punct_space.inside":
		return span, "", true
	case "whitespace.double":
		return span, " ", true
	case "punct_space.missing":
		return span, s[span.Start:span.End] + " ", true
	case "doubled_word.twice":
		return span, strings.Fields(s[span.Start:span.End])[0], true
	case "punct_style.kashida":
		return span, strings.ReplaceAll(s[span.Start:span.End], string(kashida), ""), true
	case "punct_style.latin":
		with, ok = arabicMark(s[span.Start:span.End])
		return span, with, ok
	case "numerals.mixed":
		first, _ := utf8.DecodeRuneInString(s[i.Target[0].Start:])
		span = i.Target[1]
		return span, inDigitsOf(zeroOf(first), s[span.Start:span.End]), true
	}
	return span, "", false
}

// arabicMark gives the Arabic form of a mark.
func arabicMark(mark string) (string, bool) {
	switch mark {
	case ",":
		return "،", true
	case ";":
		return "؛", true
	case "?":
		return "؟", true
	}
	return "", false
}

// inDigitsOf writes digits in the system of a zero.
func inDigitsOf(zero rune, digits string) string {
	var b strings.Builder
	for _, r := range digits {
		b.WriteRune(zero + rune(digitValue(r)))
	}
	return b.String()
}

// replace puts other letters in place of a span and moves the inline codes along.
// Codes inside the span go to its beginning.
func replace(t unit.Text, span unit.Span, with string) unit.Text {
	out := unit.Text{Content: t.Content[:span.Start] + with + t.Content[span.End:]}
	for _, c := range t.Codes {
		switch {
		case c.Offset >= span.End:
			c.Offset += len(with) - span.Len()
		case c.Offset > span.Start:
			c.Offset = span.Start
		}
		out.Codes = append(out.Codes, c)
	}
	return out
}
