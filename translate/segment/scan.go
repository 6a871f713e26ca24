package segment

import (
	"unicode"
	"unicode/utf8"
)

// scanner finds the places that could end a segment: behind what ends a
// sentence and what closes behind it, at ends of lines, before bullets. Rules
// are matched only there, which is what makes our own fast.
type scanner struct {
	ascii [256]role       // by byte; roleLead for what needs a second look
	pair  [256]*[256]bool // by the first two bytes of a longer character
	role  map[rune]role
	opens map[rune]bool // what opens and never closes here
}

type role uint8

const (
	roleNone role = iota
	roleLead
	roleEnd
	roleLine
	roleBullet
	rolePair
)

func newScanner(ends runeSet, p *pairs) *scanner {
	s := &scanner{role: map[rune]role{}, opens: map[rune]bool{}}
	add := func(r role, runes ...rune) {
		for _, c := range runes {
			s.put(c, r)
		}
	}
	for open, close := range p.closers {
		add(rolePair, append([]rune(close), open)...)
		s.opens[open] = open != '[' // which also opens the number of a note
	}
	for _, close := range p.closers {
		for _, c := range close {
			delete(s.opens, c)
		}
	}
	for r := range p.even {
		add(rolePair, r)
	}
	add(roleBullet, []rune("•‣◦▪●⁃∙")...)
	add(roleLine, '\n', '\r', 0x85, 0x2028, 0x2029)
	for _, r := range ends {
		for c := r.lo; c <= r.hi; c++ {
			s.put(c, roleEnd)
		}
	}
	return s
}

func (s *scanner) put(c rune, r role) {
	s.role[c] = r
	if c < utf8.RuneSelf {
		s.ascii[c] = r
		return
	}
	var b [utf8.UTFMax]byte
	utf8.EncodeRune(b[:], c)
	s.ascii[b[0]] = roleLead
	if s.pair[b[0]] == nil {
		s.pair[b[0]] = new([256]bool)
	}
	s.pair[b[0]][b[1]] = true
}

// next gives the first character from i on that has a role, its role and its
// size.
func (s *scanner) next(text string, i int) (at int, r role, size int) {
	for i < len(text) {
		switch r := s.ascii[text[i]]; r {
		case roleNone:
			i++
		case roleLead:
			if i+1 < len(text) && s.pair[text[i]][text[i+1]] {
				c, size := utf8.DecodeRuneInString(text[i:])
				if r := s.role[c]; r != roleNone {
					return i, r, size
				}
			}
			i++
		default:
			return i, r, 1
		}
	}
	return i, roleNone, 0
}

// closes reports whether c may stand between the end of a sentence and the
// place where it is cut.
func (s *scanner) closes(c rune) bool {
	if s.opens[c] {
		return false
	}
	if c < utf8.RuneSelf {
		switch c {
		case '"', '\'', ')', ']', '}', '`', '*', '_', '[', ',', '-':
			return true
		}
		return false
	}
	return unicode.In(c, unicode.Pe, unicode.Pf, unicode.Pi, unicode.M, unicode.Cf, unicode.No) || c == '„' || c == '‚' || c == '´'
}
