// Package segment splits a text into sentence-like segments, the pieces that
// a translator works on and that a memory finds again.
//
// A cut in the wrong place costs twice: half a sentence cannot be translated
// well, and its translation is found again by nothing. So the rules are data
// that a linguist can read and mend, one file per language in languages/, and
// every cut and every refused cut can be explained.
//
// Read For, Segmenter.Split and Segmenter.Explain first; then
// languages/common.rules, which is where most cuts are decided. ReadSRX takes
// the rule files of other tools (SRX 2.0), WriteSRX gives them ours.
//
// All rules, ours and foreign ones, are patterns before and after a place.
// They are matched together by a deterministic automaton whose states are
// built as they are met, so no text makes it slow; see dfa.
package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diglot/translate/locale"
)

// Span is the byte range [Start,End) of a segment. It begins and ends with a
// character that is not white space; white space between belongs to none.
type Span struct{ Start, End int }

// Decision says why a place is the end of a segment or is not.
type Decision struct {
	Offset int // in bytes; the place is right behind the last character
	Break  bool
	Rule   string // "common/initial", "company.srx:120", "" where no rule matched
	Why    string
}

// Segmenter splits texts of one language. It is safe for concurrent use.
type Segmenter struct {
	set    *ruleSet
	breaks bitset   // the break rules whose places the scanner does not find
	scan   *scanner // nil where all rules are foreign
	pairs  *pairs
}

// For gives the segmenter of our own rules for a language. A language that we
// have no file for gets the default rules.
func For(tag locale.Tag, opt Options) *Segmenter {
	return own.segmenter(tag, opt)
}

// NoBreakAfter is the rule that no segment ends behind text, as translators
// add it for an abbreviation that we do not know: NoBreakAfter("Gen.").
func NoBreakAfter(text string) Rule { return literalRule(text, false) }

// BreakAfter is the rule that a segment always ends behind text where white
// space follows.
func BreakAfter(text string) Rule { return literalRule(text, true) }

func literalRule(text string, brk bool) Rule {
	text = strings.TrimSpace(text)
	var b strings.Builder
	if r, _ := utf8.DecodeRuneInString(text); unicode.IsLetter(r) || unicode.IsDigit(r) {
		b.WriteString(`\b`)
	}
	for _, r := range text {
		if r < utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return Rule{Break: brk, Before: b.String(), After: `\s`, ID: "project/" + text, Why: "a rule of this project"}
}

// WithExceptions gives a segmenter that asks the given rules first. Rules
// that cannot be matched come back as problems, and the others work.
func (s *Segmenter) WithExceptions(rules []Rule) (*Segmenter, []Problem) {
	var all []Rule
	for _, r := range rules {
		r.foreign = true
		all = append(all, r)
	}
	all = append(all, s.set.source...)
	set, bad := compileRules(all)
	var problems []Problem
	for i := range rules {
		if err := bad[i]; err != nil {
			problems = append(problems, Problem{Rule: rules[i].ID, Reason: err.Error()})
		}
	}
	for _, r := range set.rules {
		if r.foreign && r.whole && s.scan != nil {
			problems = append(problems, Problem{Rule: r.ID, Reason: "a look-around of varying length works in a file of its own, not before other rules"})
		}
	}
	return newSegmenter(set, s.scan, s.pairs), problems
}

func newSegmenter(set *ruleSet, scan *scanner, p *pairs) *Segmenter {
	return &Segmenter{set: set, breaks: set.breaking(scan != nil), scan: scan, pairs: p}
}
