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
	"diglot/translate/locale"
)

// Span is the byte range [Start,End) of a segment. It begins and ends with a
// character that is not white space; white space between belongs to none.
type Span struct{ Start, End int }

// Options are cuts that some projects want besides the ends of sentences.
// All are off by default.
type Options struct {
	BreakAfterColon     bool
	BreakAfterSemicolon bool // also ؛ and ；
	BreakAfterComma     bool // also ، and ，
	BreakOnNewline      bool // a single line end cuts; an empty line always does
}

// Decision says why a place is the end of a segment or is not.
type Decision struct {
	Offset int // in bytes; the place is right behind the last character
	Break  bool
	Rule   string // "common/initial", "company.srx:120", "" where no rule matched
	Why    string
}

// Segmenter splits texts of one language. It is safe for concurrent use.
type Segmenter struct {
	set   *ruleSet
	scan  *scanner // nil where any place may be a cut
	pairs *pairs
}

// For gives the segmenter of our own rules for a language. A language that we
// have no file for gets the default rules.
func For(tag locale.Tag, opt Options) *Segmenter {
	return own.segmenter(tag, opt)
}
