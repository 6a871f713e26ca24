package check

import (
	"bytes"
	"strings"
)

// readWords reads the number that begins with the word at token i, if it says one,
// and gives the token behind it.
func (d *side) readWords(i int) int {
	s, next, ok := d.wordAt(i)
	if !ok {
		d.readRoman(i)
		return i + 1
	}
	if s.month > 0 {
		d.say(i, next, float64(s.month))
		d.months = append(d.months, calendarWord{s.month, d.tokens[i].start, d.tokens[next-1].end})
		return next
	}
	if s.weekday > 0 {
		d.weekdays = append(d.weekdays, calendarWord{s.weekday, d.tokens[i].start, d.tokens[next-1].end})
	}
	if s.flags&saysNumber != 0 {
		d.say(i, next, s.says)
		f := &d.figures[len(d.figures)-1]
		f.faint = s.flags&isFaint != 0
		if s.part != 0 && s.says == 0 {
			f.value = s.part
		} else if s.part != 0 {
			f.also(s.part)
		}
	}
	if s.flags&isNumber == 0 && d.lex.list.unitsFirst && s.says > 0 && s.says < 10 {
		if t, after, ok := d.nextNumberWord(next); ok && t.flags&isNumber != 0 && t.number >= 20 && t.number < 100 {
			d.say(i, after, s.says+t.number) // الرابعة والثلاثون
			return after
		}
	}
	if s.flags&isNumber == 0 {
		if s.scale > 0 && s.flags&saysNumber == 0 && d.tokens[i].end-d.tokens[i].start > 2 {
			d.say(i, next, s.scale)
		}
		return next
	}
	n := wordNumber{current: s.number, last: s.number}
	end := next
	for {
		s, after, ok := d.nextNumberWord(end)
		if !ok || !n.take(s, d.lex.list.unitsFirst) {
			break
		}
		end = after
	}
	d.say(i, end, n.total+n.current)
	d.figures[len(d.figures)-1].faint = d.lex.list.oneIsArticle && n.total+n.current == 1
	return end
}

// say notes a number that a text says in words.
func (d *side) say(from, next int, value float64) {
	d.figures = append(d.figures, figure{start: d.tokens[from].start, end: d.tokens[next-1].end, value: value, token: from, after: next})
}

// nextNumberWord looks for a word that may go on with a number: behind a space or a
// hyphen, and behind "and".
func (d *side) nextNumberWord(i int) (sense, int, bool) {
	for range 2 {
		if i >= len(d.tokens) || d.tokens[i].kind != isSpace && (d.tokens[i].kind != isMark || d.tokens[i].mark != hyphen) {
			return sense{}, i, false
		}
		if i+1 >= len(d.tokens) || d.tokens[i+1].kind != isWord || d.tokens[i+1].script == han {
			return sense{}, i, false
		}
		s, next, ok := d.wordAt(i + 1)
		switch {
		case ok && (s.flags&isNumber != 0 || s.scale > 0 || s.flags&saysNumber != 0 && s.says > 0 && s.says < 100):
			return s, next, true
		case ok && s.flags&isJoin != 0:
			i = next
		default:
			return sense{}, i, false
		}
	}
	return sense{}, i, false
}

// wordNumber is a number that is put together from words.
type wordNumber struct{ total, current, last float64 }

// take adds a word, and reports whether it could go on with the number.
func (n *wordNumber) take(s sense, unitsFirst bool) bool {
	v := s.number
	if s.flags&isNumber == 0 {
		if s.scale > 0 {
			n.total += max(n.current, 1) * s.scale
			n.current, n.last = 0, s.scale
			return true
		}
		v = s.says // twenty-first
	}
	switch {
	case n.last == 0 && n.current == 0 && n.total == 0:
		return false
	case v == 100 && n.last > 0 && n.last < 10:
		n.current += n.last*100 - n.last
	case n.last == 4 && v == 20: // quatre-vingts
		n.current += 76
		n.last = 80
		return true
	case (n.last == 60 || n.last == 80) && v >= 10 && v < 20: // soixante-dix
		n.current += v
	case n.last >= 20 && n.last < 100 && v < 10, n.last >= 100 && n.last < 1000 && v < 100, n.last >= 1000 && v < 1000:
		n.current += v
	case unitsFirst && n.last < 10 && n.last > 0 && v >= 20 && v < 100:
		n.current += v
	default:
		return false
	}
	n.last = v
	return true
}

// readRoman reads a Roman numeral in capitals, as in "World War II".
func (d *side) readRoman(i int) {
	t := d.tokens[i]
	if t.script != latin || t.end-t.start > 5 {
		return
	}
	value, before := 0, 0
	word := d.piece(t)
	for k := len(word) - 1; k >= 0; k-- {
		v := 0
		switch word[k] {
		case 'I':
			v = 1
		case 'V':
			v = 5
		case 'X':
			v = 10
		default:
			return
		}
		if v < before {
			value -= v
		} else {
			value += v
			before = v
		}
	}
	if value > 1 || d.lang != "en" || i > 0 && d.tokens[i-1].mark == hyphen && d.tokens[i-1].kind == isMark {
		d.say(i, i+1, float64(value))
	}
}

// compound reads a number inside a word that is written together.
func (l *lexicon) compound(folded []byte) (sense, bool) {
	if len(folded) < 6 || !l.heads[string(folded[:4])] {
		return sense{}, false
	}
	if v, ok := l.together(string(folded)); ok {
		return sense{number: v, flags: isNumber}, true
	}
	for _, tail := range l.tails {
		if at := bytes.Index(folded, []byte(tail)); at > 0 {
			if v, ok := l.together(string(folded[:at])); ok {
				return sense{says: v, flags: saysNumber}, true
			}
		}
	}
	return sense{}, false
}

// together reads a cardinal that is written in one word: zweihundertfünfundzwanzig.
func (l *lexicon) together(word string) (float64, bool) {
	if s, ok := l.words[word]; ok && s.flags&isNumber != 0 {
		return s.number, true
	}
	for _, part := range []struct {
		word  string
		value float64
	}{{"tausend", 1000}, {"hundert", 100}} {
		before, after, ok := strings.Cut(word, part.word)
		if !ok {
			continue
		}
		head, tail := 1.0, 0.0
		if before != "" {
			if head, ok = l.together(before); !ok {
				return 0, false
			}
		}
		if after = strings.TrimPrefix(after, "und"); after != "" {
			if tail, ok = l.together(after); !ok {
				return 0, false
			}
		}
		return head*part.value + tail, true
	}
	if units, tens, ok := strings.Cut(word, "und"); ok && units != "" {
		u, okU := l.together(units)
		t, okT := l.together(tens)
		return u + t, okU && okT && u < 10 && t >= 20
	}
	return 0, false
}
