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
		text := s.flat[line:end]
		if blank := strings.Trim(text, " \t") == ""; blank && line > 0 && end < len(s.flat) {
			changed = s.escape(line-1) || changed // a blank line
			changed = s.escape(end) || changed
		} else if s.start && !(s.within && line == 0) {
			if k := blockStart(text); k >= 0 {
				changed = s.escape(line+k) || changed
			}
		}
		if end > line && !s.within && end == len(s.flat) && isSpace(s.flat[end-1]) {
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
	if s.manner == 't' || s.manner == 'q' {
		for _, t := range plainTokens(s.flat, 0, len(s.flat), !s.entities()) {
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
	case first == nil:
		return t.end > len(s.before) && t.start < len(s.before) && s.escape(t.end-1)
	case first.code != nil:
		if end := first.start + len(first.text); t.end > end {
			return s.escape(end) // the code would run on into the letters
		}
		return false
	case first.escaped:
		return false
	case t.kind == spelled && t.letters == "\n":
		return t.start < t.end-1 && s.escape(t.start) // a space that would be lost
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
func (s *speller) flanks() {
	for from := 0; from < len(s.pieces); {
		c := s.pieces[from].delim
		to := from + 1
		for c != 0 && to < len(s.pieces) && s.pieces[to].delim == c {
			to++
		}
		switch prev := from - 1; {
		case c != 0:
			s.flank(from, to, c)
		case prev >= 0 && s.pieces[from].isAddress() && isWord(s.pieces[prev].text[len(s.pieces[prev].text)-1]):
			s.entity(prev) // letters before it would belong to it
		}
		from = to
	}
}

// isAddress reports whether a piece is an address without brackets.
func (p *piece) isAddress() bool {
	return p.code != nil && p.text != "" && isWord(p.text[0])
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
