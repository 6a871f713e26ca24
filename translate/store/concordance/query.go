package concordance

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"diglot/translate/memory"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// Side says where to look.
type Side string

// The sides. Both finds an entry that has what is asked for on one of them.
const (
	Both   Side = ""
	Source Side = "source"
	Target Side = "target"
)

// Kind says what the text of a query is.
type Kind string

// The kinds of queries.
const (
	Words  Kind = ""       // all of the words, in any order
	Phrase Kind = "phrase" // the words one behind the other; punctuation between them does not count
	Regexp Kind = "regexp" // a regular expression of RE2 (https://github.com/google/re2/wiki/Syntax)
)

// Query is what somebody looks for. Case, diacritics, vowel marks, the spelling
// variants of Arabic and the kind of digits do not count, but in a regular
// expression, which is taken as it is.
type Query struct {
	Text      string
	Kind      Kind
	Side      Side
	Prefix    bool // a word may go on; in a phrase the last one
	AsWritten bool // all letters count as they are written
}

// ErrEmpty is what Compile gives where there is not one word to look for.
var ErrEmpty = errors.New("there is no word to look for")

// Matcher decides whether an entry has what a query asks for. It may be used by
// many goroutines at once.
type Matcher struct {
	query   Query
	phrases [][]asked // all of which have to be there
	re      *regexp.Regexp
}

// asked is a word of the query.
type asked struct {
	folded, written string
}

// Compile makes a query ready. It fails with ErrEmpty, or with what is wrong in a
// regular expression.
func Compile(q Query) (*Matcher, error) {
	m := &Matcher{query: q}
	if q.Kind == Regexp {
		if q.Text == "" {
			return nil, ErrEmpty
		}
		re, err := regexp.Compile(q.Text)
		if err != nil {
			return nil, fmt.Errorf("regular expression: %w", err)
		}
		m.re = re
		return m, nil
	}
	pieces := []string{q.Text}
	if q.Kind == Words {
		pieces = strings.Fields(q.Text)
	}
	for _, piece := range pieces {
		var phrase []asked
		for _, w := range wordsOf(piece) {
			phrase = append(phrase, asked{w.folded, written(piece, w)})
		}
		if len(phrase) > 0 {
			m.phrases = append(m.phrases, phrase)
		}
	}
	if len(m.phrases) == 0 {
		return nil, ErrEmpty
	}
	return m, nil
}

// written gives a word as it stands in its text.
func written(s string, w word) string { return text.NFC(s[w.span.Start:w.span.End]) }

// Hit is an entry that has what was asked for, with the places on each side, in
// bytes of the Content, in order and apart.
type Hit struct {
	Entry          memory.Entry
	Source, Target []unit.Span
}

// Match looks into one entry.
func (m *Matcher) Match(e memory.Entry) (Hit, bool) {
	h := Hit{Entry: e}
	if m.query.Side != Target {
		h.Source = m.in(e.Source.Content)
	}
	if m.query.Side != Source {
		h.Target = m.in(e.Target.Content)
	}
	return h, len(h.Source)+len(h.Target) > 0
}

// in gives the places in one text, none where not all is there.
func (m *Matcher) in(s string) []unit.Span {
	if m.re != nil {
		return m.expression(s)
	}
	words := wordsOf(s)
	var spans []unit.Span
	for _, p := range m.phrases {
		before := len(spans)
		for i := range words {
			if m.at(s, words[i:], p) {
				spans = append(spans, unit.Span{Start: words[i].span.Start, End: words[i+len(p)-1].span.End})
			}
		}
		if len(spans) == before {
			return nil
		}
	}
	return apart(spans)
}

func (m *Matcher) expression(s string) []unit.Span {
	var spans []unit.Span
	for _, at := range m.re.FindAllStringIndex(s, -1) {
		if at[0] < at[1] { // an empty match shows nothing
			spans = append(spans, unit.Span{Start: at[0], End: at[1]})
		}
	}
	return spans
}

// at reports whether a phrase stands at the start of words.
func (m *Matcher) at(s string, words []word, phrase []asked) bool {
	if len(words) < len(phrase) {
		return false
	}
	for i, want := range phrase {
		goesOn := m.query.Prefix && i == len(phrase)-1
		if !same(words[i].folded, want.folded, goesOn) {
			return false
		}
		if m.query.AsWritten && !same(written(s, words[i]), want.written, goesOn) {
			return false
		}
	}
	return true
}

func same(have, want string, goesOn bool) bool {
	return have == want || goesOn && strings.HasPrefix(have, want)
}

// apart puts spans in order and joins those that overlap.
func apart(spans []unit.Span) []unit.Span {
	slices.SortFunc(spans, func(a, b unit.Span) int { return a.Start - b.Start })
	out := spans[:1]
	for _, s := range spans[1:] {
		if last := &out[len(out)-1]; s.Start < last.End {
			last.End = max(last.End, s.End)
		} else {
			out = append(out, s)
		}
	}
	return out
}
