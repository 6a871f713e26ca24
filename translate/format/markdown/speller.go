package markdown

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"diglot/translate/unit"
)

// speller finds a spelling for a text.
type speller struct {
	place
	inline
	before, after string // flat
	pieces        []piece
	links         map[int]*selfLink
	bracketed     bool   // the block has links, in whose words a bracket would be one too many
	flat          string // before, the pieces and after, as they are spelled now
	hard          bool
}

// piece is one letter, or one code.
type piece struct {
	text    string // as it stands in flat text
	code    *unit.Code
	delim   byte // of a code that is a delimiter of emphasis
	escaped bool
	start   int // in speller.flat
}

// split makes pieces of a text.
func (s *speller) split(t unit.Text) {
	s.pieces = make([]piece, 0, len(t.Content)+len(t.Codes))
	next := 0
	for i := 0; ; {
		for next < len(t.Codes) && t.Codes[next].Offset == i {
			c := &t.Codes[next]
			s.pieces = append(s.pieces, piece{text: s.place.flatten(s.bytes(c)), code: c, delim: delimiter(c.Original)})
			next++
		}
		if i == len(t.Content) {
			return
		}
		_, n := utf8.DecodeRuneInString(t.Content[i:])
		letter := t.Content[i : i+n]
		s.pieces = append(s.pieces, piece{text: letter, escaped: s.always(letter)})
		i += n
	}
}

// bytes gives what is written for a code: its own bytes, and before those the
// part of a link [words][] that stands with its words.
func (s *speller) bytes(c *unit.Code) string {
	if c.Kind == unit.Close && c.Original == "]" {
		if l := s.links[c.ID]; l != nil && l.collapsed {
			return "][]"
		}
	}
	return c.Original
}

// delimiter gives the letter of which a delimiter of emphasis is made, or 0.
func delimiter(s string) byte {
	if s != "" && (s[0] == '*' || s[0] == '_' || s[0] == '~') && runLength(s, s[0]) == len(s) {
		return s[0]
	}
	return 0
}

// always reports letters that are never written as they are.
func (s *speller) always(letter string) bool {
	switch c := letter[0]; c {
	case '"', '\\':
		if s.manner == 'g' || s.quote == c {
			return true
		}
	case '\'':
		if s.quote == c {
			return true
		}
	case '\r':
		return true
	case '\n':
		return !s.lines
	case '[', ']':
		return s.manner == 'a' || s.bracketed
	case '&', '<', '>':
		if s.entities() {
			return true
		}
	case '(', ')':
		if s.quote == '(' {
			return true
		}
	}
	return s.hard && s.manner != 'g' && len(letter) == 1 && isPunct(letter[0])
}

// settle escapes until the text reads as it should. whole tells that the text is
// all of its block.
func (s *speller) settle(whole bool) error {
	const rounds = 8
	for range rounds {
		s.flanks()
		s.compose()
		if !s.lineStarts() && !s.faults() {
			break
		}
	}
	if s.hard && whole && !s.plain() {
		return s.checkCodes()
	}
	return nil
}

// hasBrackets reports whether a text has links, or plain addresses, which do not
// stand in brackets.
func hasBrackets(t unit.Text) bool {
	for _, c := range t.Codes {
		if c.Original != "" && (c.Original[0] == '[' || c.Original[0] == ']' || isWord(c.Original[0])) {
			return true
		}
	}
	return false
}

// compose spells the text as it stands now.
func (s *speller) compose() {
	var b strings.Builder
	b.WriteString(s.before)
	for k := range s.pieces {
		s.pieces[k].start = b.Len()
		b.WriteString(s.spelling(&s.pieces[k]))
	}
	b.WriteString(s.after)
	s.flat = b.String()
}

// spelling gives a piece in flat text.
func (s *speller) spelling(p *piece) string {
	if p.code != nil || !p.escaped {
		return p.text
	}
	c := p.text[0]
	switch {
	case s.entities() && (c == '<' || c == '>' || c == '"'):
		return map[byte]string{'<': "&lt;", '>': "&gt;", '"': "&quot;"}[c]
	case c == '&':
		return "&amp;"
	case c == '{' || !isPunct(c) || s.entities():
		r, _ := utf8.DecodeRuneInString(p.text)
		return fmt.Sprintf("&#%d;", r)
	}
	return `\` + p.text
}

// write gives the text as it stands in the body.
func (s *speller) write(lineEnd string) string {
	var b strings.Builder
	for k := range s.pieces {
		p := &s.pieces[k]
		switch {
		case p.code != nil:
			b.WriteString(s.bytes(p.code))
		case p.text == "\n" && !p.escaped:
			b.WriteString(lineEnd + s.prefix)
		case p.text == "|" && s.cell:
			b.WriteString(`\|`)
		default:
			b.WriteString(s.spelling(p))
		}
	}
	return b.String()
}

// at gives the piece that stands at a byte of the flat text, or nil.
func (s *speller) at(i int) *piece {
	if i < len(s.before) || i >= len(s.flat)-len(s.after) {
		return nil
	}
	return &s.pieces[sort.Search(len(s.pieces), func(k int) bool { return s.pieces[k].start > i })-1]
}

// escape escapes the letter at a byte of the flat text. It reports whether it
// changed something.
func (s *speller) escape(i int) bool {
	p := s.at(i)
	if p == nil || p.code != nil || p.escaped {
		return false
	}
	p.escaped = true
	return true
}

// errNoPlace is why a code cannot stand where it was put.
var errNoPlace = errors.New("it would not be markup there; put letters or spaces around it, or leave it out")
