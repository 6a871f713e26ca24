package properties

import (
	"errors"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/literal"
)

// reader goes through a file once.
type reader struct {
	body   string
	at     int
	ascii  bool
	notes  []string // of the comments just above
	blocks []format.Block
}

// line reads a comment, a blank line, or a key with its value.
func (r *reader) line() error {
	for r.at < len(r.body) && isBlank(r.body[r.at]) {
		r.at++
	}
	switch {
	case r.at == len(r.body):
	case isLineEnd(r.body[r.at]):
		r.notes = nil
		r.pass()
	case r.body[r.at] == '#' || r.body[r.at] == '!':
		end := r.at
		for end < len(r.body) && !isLineEnd(r.body[end]) {
			end++
		}
		if note := strings.TrimSpace(r.body[r.at+1 : end]); note != "" && !strings.HasPrefix(note, "_") {
			r.notes = append(r.notes, note)
		}
		r.at = end
		r.pass()
	default:
		return r.pair()
	}
	return nil
}

// pass goes over a line end.
func (r *reader) pass() {
	if strings.HasPrefix(r.body[r.at:], "\r\n") {
		r.at++
	}
	r.at = min(r.at+1, len(r.body))
}

// pair reads a key and its value.
func (r *reader) pair() error {
	key, err := r.literal(func(c byte) bool { return isBlank(c) || c == '=' || c == ':' })
	if err != nil {
		return err
	}
	if err := r.separator(); err != nil {
		return err
	}
	value, err := r.literal(func(byte) bool { return false })
	if err != nil {
		return err
	}
	r.pass()
	b, ok, err := holder.Block(value, "message", styles)
	if ok {
		b.Key, b.Note = key.Letters, strings.Join(r.notes, "\n")
		if r.ascii {
			b.Where = asNumbers
		}
		r.blocks = append(r.blocks, b)
	}
	r.notes = nil
	return err
}

// separator passes white space, one = or :, and white space again.
func (r *reader) separator() error {
	for seen := false; r.at < len(r.body); {
		switch c := r.body[r.at]; {
		case isBlank(c):
			r.at++
		case c == '\\' && r.breaks(r.at) > 0:
			r.at += r.breaks(r.at)
		case !seen && (c == '=' || c == ':'):
			seen = true
			r.at++
		default:
			return nil
		}
	}
	return nil
}

// breaks gives the length of a backslash, the line end behind it and the white
// space that the next line begins with; 0 for another backslash.
func (r *reader) breaks(at int) int {
	end := at + 1
	switch {
	case strings.HasPrefix(r.body[end:], "\r\n"):
		end += 2
	case end < len(r.body) && isLineEnd(r.body[end]):
		end++
	default:
		return 0
	}
	for end < len(r.body) && isBlank(r.body[end]) {
		end++
	}
	return end - at
}

// literal reads a key or a value up to a line end or a byte that ends it.
func (r *reader) literal(ends func(byte) bool) (literal.String, error) {
	m := literal.NewMaker(r.body, r.at)
	for m.At() < len(r.body) {
		rest := r.body[m.At():]
		if isLineEnd(rest[0]) || ends(rest[0]) {
			break
		}
		if rest[0] != '\\' {
			m.Keep(1)
			continue
		}
		if err := r.escape(m, rest); err != nil {
			return literal.String{}, err
		}
	}
	r.at = m.At()
	return m.String(), nil
}

// escape passes a backslash and what belongs to it.
func (r *reader) escape(m *literal.Maker, rest string) error {
	if n := r.breaks(m.At()); n > 0 {
		m.Spell(n, "")
		return nil
	}
	if len(rest) == 1 { // the file ends with a backslash, which Java drops
		m.Spell(1, "")
		return nil
	}
	if rest[1] == 'u' {
		size, letters, ok := literal.Escape16(rest)
		if !ok {
			return format.At(r.body, m.At(), errors.New(`four hexadecimal digits have to follow \u`))
		}
		m.Spell(size, letters)
		return nil
	}
	if i := strings.IndexByte(escaped, rest[1]); i >= 0 {
		m.Spell(2, meanings[i:i+1])
		return nil
	}
	size := firstRune(rest[1:])
	m.Spell(1+size, rest[1:1+size])
	return nil
}
