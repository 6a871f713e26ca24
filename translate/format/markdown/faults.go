package markdown

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// lineStarts escapes what would begin or end a block at the beginning of a line,
// and the spaces and line feeds that would be lost.
func (s *speller) lineStarts() (changed bool) {
	if s.manner == '#' {
		return s.headingEnd()
	}
	line := 0
	if i := strings.LastIndexByte(s.flat[:len(s.before)], '\n'); i >= 0 {
		line = i + 1
	}
	for line <= len(s.flat) {
		end := len(s.flat)
		if i := strings.IndexByte(s.flat[line:], '\n'); i >= 0 {
			end = line + i
		}
		changed = s.lineStart(line, end) || changed
		if !s.within && end > line && end == len(s.flat) && isSpace(s.flat[end-1]) {
			changed = s.escape(end-1) || changed
		}
		line = end + 1
	}
	if !s.within && s.flat != "" && (s.flat[0] == '\n' || isSpace(s.flat[0])) {
		changed = s.escape(0) || changed
	}
	if !s.within && strings.HasSuffix(s.flat, "\n") {
		changed = s.escape(len(s.flat)-1) || changed
	}
	return changed
}

// lineStart sees to one line of the flat text.
func (s *speller) lineStart(line, end int) bool {
	at := line
	for at < end && isSpace(s.flat[at]) && s.at(at) == nil {
		at++ // kept as it is
	}
	text := s.flat[at:end]
	if strings.Trim(text, " \t") == "" && line > 0 && end < len(s.flat) {
		before := s.escape(line - 1) // a blank line
		return s.escape(end) || before
	}
	if !s.start || s.within && line == 0 {
		return false
	}
	k := blockStart(text)
	if k < 0 || s.escape(at+k) {
		return k >= 0
	}
	switch p := s.at(at + k); {
	case text[0] == '<' && (p == nil || p.code != nil):
		return s.escape(end) // a tag alone on its line: let the next line follow it
	case p == nil && line > 0:
		return s.escape(line - 1) // what is kept must not come to stand at a line start
	}
	return false
}

// headingEnd escapes what would not belong to the text of a "#" heading.
func (s *speller) headingEnd() bool {
	line := "# " + s.flat
	start, end, ok := atxHeading(line)
	switch {
	case !ok || start == 2 && end == len(line):
		return false
	case start > 2 && s.flat != "":
		return s.escape(0)
	case strings.HasSuffix(line, "}"):
		return s.escape(strings.LastIndexByte(line, '{') - 2)
	}
	return s.escape(len(s.flat) - 1)
}

// faults reads the flat text and escapes the letters that were taken for markup.
func (s *speller) faults() (changed bool) {
	if s.plain() {
		for _, t := range plainTokens(s.flat, 0, len(s.flat), s.manner) {
			changed = s.fault(&t) || changed
		}
		if p := s.at(len(s.flat) - 1); p != nil && s.manner == 't' && p.text == `\` {
			changed = s.escape(len(s.flat)-1) || changed // it would escape the quote
		}
		return changed
	}
	tokens, marks := s.read(s.flat)
	for i := range tokens {
		changed = s.fault(&tokens[i]) || changed
	}
	for _, m := range marks {
		for i := m.start; i < m.end; i++ {
			changed = s.escape(i) || changed
		}
	}
	return changed
}

// fault escapes a letter in a token that is more than letters.
func (s *speller) fault(t *token) (changed bool) {
	switch t.kind {
	case literal:
		return false
	case run:
		return s.mixedRun(t)
	}
	first := s.at(t.start)
	switch {
	case t.kind == spelled && t.letters == "\n":
		return t.start < t.end-1 && first != nil && s.escape(t.start) // a space that would be lost
	case first == nil:
		return t.end > len(s.before) && t.start < len(s.before) && s.escape(t.end-1)
	case first.code != nil:
		if end := first.start + len(first.text); t.end > end {
			return s.escape(end) // the code would run on into the letters
		}
		return false
	case first.escaped || t.code == unit.Close: // of a link whose "[" is escaped
		return false
	}
	return s.escape(t.start + weakSpot(s.flat[t.start:t.end]))
}

// mixedRun escapes the letters in a run of delimiters with codes in it.
func (s *speller) mixedRun(t *token) (changed bool) {
	letters, codes := false, false
	for i := t.start; i < t.end; i++ {
		p := s.at(i)
		letters = letters || p != nil && p.code == nil
		codes = codes || p == nil || p.code != nil
	}
	for i := t.start; letters && codes && i < t.end; i++ {
		changed = s.escape(i) || changed
	}
	return changed
}

// weakSpot gives the byte of a would-be code that has to be escaped so that it is
// none.
func weakSpot(s string) int {
	switch {
	case strings.HasPrefix(s, "www."):
		return 3
	case !isWord(s[0]) && s[0] != '.' && s[0] != '+' && s[0] != '-':
		return 0
	case strings.Contains(s, "://"):
		return strings.IndexByte(s, ':')
	}
	return max(strings.IndexByte(s, '@'), 0)
}

// flanks escapes the letters beside delimiters of emphasis where these would not
// open or close otherwise: behind an entity, or before one, stands punctuation.
// Formulas and plain addresses need the same against letters.
func (s *speller) flanks() {
	if s.plain() {
		return
	}
	for from := 0; from < len(s.pieces); {
		p := &s.pieces[from]
		to := from + 1
		switch {
		case p.delim != 0:
			for to < len(s.pieces) && s.pieces[to].delim == p.delim {
				to++
			}
			s.flank(from, to, p.delim)
		case p.code != nil && p.text != "" && (p.text[0] == '$' || isWord(p.text[0])):
			if r := s.runeBefore(from); isLetterOrMore(r) {
				s.entity(from - 1)
			}
			if r := s.runeBehind(to); p.text[0] == '$' && isLetterOrMore(r) {
				s.entity(to)
			}
		}
		from = to
	}
	if len(s.pieces) > 0 {
		s.keptFlank(s.before, 0, true)
		s.keptFlank(s.after, len(s.pieces)-1, false)
	}
}

func isLetterOrMore(r rune) bool { return r >= 0x80 || isWord(byte(r)) }

// keptFlank sees to the letter beside delimiters that the text stands between and
// that stay as they are.
func (s *speller) keptFlank(kept string, k int, behind bool) {
	var beside, beyond rune
	if behind {
		beside = runeBefore(kept, len(kept))
		rest := strings.TrimRight(kept, "*_~")
		beyond = runeBefore(rest, len(rest))
	} else {
		beside = runeAfter(kept, 0)
		beyond = runeAfter(strings.TrimLeft(kept, "*_~"), 0)
	}
	if beside != '*' && beside != '_' && beside != '~' || s.pieces[k].code != nil {
		return
	}
	if r, _ := utf8.DecodeRuneInString(s.pieces[k].text); s.hard || isWhite(r) && isWhite(beyond) {
		s.entity(k)
	}
}

func (s *speller) flank(from, to int, c byte) {
	prev, next := s.runeBefore(from), s.runeBehind(to)
	for k := from; k < to; k++ {
		opens := s.pieces[k].code.Kind == unit.Open
		inner, outer := prev, next
		in, out := from-1, to
		if opens {
			inner, outer = next, prev
			in, out = to, from-1
		}
		if isWhite(inner) {
			s.entity(in)
			inner = '&'
		}
		if !isWhite(outer) && !isPunctuation(outer) && (isPunctuation(inner) || c == '_' || s.hard) {
			s.entity(out)
		}
	}
}

// entity escapes the letter at an index, if there is one.
func (s *speller) entity(k int) {
	if k >= 0 && k < len(s.pieces) && s.pieces[k].code == nil {
		s.pieces[k].escaped = true
	}
}

func (s *speller) runeBefore(k int) rune {
	if k == 0 {
		return runeBefore(s.before, len(s.before))
	}
	t := s.spelling(&s.pieces[k-1])
	return runeBefore(t, len(t))
}

func (s *speller) runeBehind(k int) rune {
	if k == len(s.pieces) {
		return runeAfter(s.after, 0)
	}
	r, _ := utf8.DecodeRuneInString(s.spelling(&s.pieces[k]))
	return r
}

// checkCodes names the first code that reading would not find in its place.
func (s *speller) checkCodes() error {
	found := map[unit.Span]bool{}
	tokens, marks := s.read(s.flat)
	for _, t := range tokens {
		if t.kind == code {
			found[unit.Span{Start: t.start, End: t.end}] = true
		}
	}
	for _, m := range marks {
		found[unit.Span{Start: m.start, End: m.end}] = true
	}
	for k := range s.pieces {
		p := &s.pieces[k]
		if p.code != nil && !found[unit.Span{Start: p.start, End: p.start + len(p.text)}] {
			return fmt.Errorf("inline code %s (%s): %w: %w", p.code.Tag(), p.code.Original, errNoPlace, format.ErrCannotHold)
		}
	}
	return nil
}
