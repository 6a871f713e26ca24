package check

import "unicode/utf8"

// hanDigit gives the value of a Han numeral below ten.
func hanDigit(r rune) (float64, bool) {
	switch r {
	case '〇', '零':
		return 0, true
	case '一', '壹':
		return 1, true
	case '二', '两', '兩', '双', '雙':
		return 2, true
	case '三', '叁':
		return 3, true
	case '四':
		return 4, true
	case '五':
		return 5, true
	case '六':
		return 6, true
	case '七':
		return 7, true
	case '八':
		return 8, true
	case '九':
		return 9, true
	case '半':
		return 0.5, true
	}
	return 0, false
}

// hanScale gives the value of a Han numeral that multiplies.
func hanScale(r rune) (float64, bool) {
	switch r {
	case '十', '拾':
		return 10, true
	case '百', '佰':
		return 100, true
	case '千', '仟':
		return 1000, true
	case '万', '萬':
		return 1e4, true
	case '億', '亿':
		return 1e8, true
	case '兆':
		return 1e12, true
	}
	return 0, false
}

// readHanScale multiplies a figure in digits by the Han scales that token i begins
// with, and goes on where digits follow: 1億2000万. It gives the token behind.
func (d *side) readHanScale(f *figure, i int) int {
	total, current := 0.0, f.value
	scaled := false
	for i < len(d.tokens) {
		t := d.tokens[i]
		if t.kind == isSpace && t.end-t.start == 1 && i+1 < len(d.tokens) && (scaled && d.tokens[i+1].kind == isDigits || d.startsScale(i+1)) {
			i++
			continue
		}
		if t.kind == isDigits {
			if !scaled || !d.scaleFollows(i) {
				break
			}
			g := d.groups(i)
			last := i + 2*(g.count-1)
			current = d.joinGroups(i, g.count)
			f.end = d.tokens[last].end
			i = last + 1
			continue
		}
		if t.kind != isWord || t.script != han {
			break
		}
		end := d.hanScales(t, &total, &current)
		if end == t.start {
			break
		}
		scaled = true
		f.end = end
		if end < t.end {
			d.splitToken(i, end)
			i++
			break
		}
		i++
	}
	if scaled {
		f.value, f.more, f.scaled = total+current, 0, true
	}
	return i
}

// startsScale reports a token that begins with a Han scale.
func (d *side) startsScale(i int) bool {
	if d.tokens[i].kind != isWord || d.tokens[i].script != han {
		return false
	}
	_, ok := hanScale(d.tokens[i].first)
	return ok
}

// scaleFollows reports digits at token i that a Han scale follows, or that end the
// number they stand in.
func (d *side) scaleFollows(i int) bool {
	if d.tokens[i-1].kind != isSpace {
		return true
	}
	j := i + 2*d.groups(i).count - 1
	if j < len(d.tokens) && d.tokens[j].kind == isSpace {
		j++
	}
	return j < len(d.tokens) && d.startsScale(j)
}

// hanScales applies the scales at the beginning of a token and gives the byte
// behind them. Small scales (十 百 千) multiply what stands before them, great
// ones (万 億) all that was read since the last great one.
func (d *side) hanScales(t token, total, current *float64) int {
	at := t.start
	for at < t.end {
		r, n := utf8.DecodeRuneInString(d.s[at:t.end])
		v, ok := hanScale(r)
		if !ok {
			break
		}
		if v >= 1e4 {
			*total += *current * v
			*current = 0
		} else {
			*current *= v
		}
		at += n
	}
	return at
}

// splitToken cuts token i in two at a byte, so that reading can go on behind it.
func (d *side) splitToken(i, at int) {
	d.tokens = append(d.tokens, token{})
	copy(d.tokens[i+1:], d.tokens[i:])
	d.tokens[i].end = at
	d.tokens[i+1].start = at
	d.tokens[i+1].first, _ = utf8.DecodeRuneInString(d.s[at:])
}

// readHan reads the numbers in Han characters within a token, from a byte on. What
// they say is never demanded: many of them are parts of other words.
func (d *side) readHan(from, i int) {
	t := d.tokens[i]
	for at := from; at < t.end; {
		start := at
		total, section, digit := 0.0, 0.0, -1.0
		row, digits := 0.0, 0 // as in 二〇一八
		for at < t.end {
			r, n := utf8.DecodeRuneInString(d.s[at:t.end])
			if v, ok := hanDigit(r); ok {
				digit = v
				row = row*10 + v
				digits++
			} else if v, ok := hanScale(r); ok {
				if v >= 1e4 {
					total += max(section+max(digit, 0), 1) * v
					section = 0
				} else {
					section += max(digit, 1) * v
				}
				digit, digits = -1, -100
			} else {
				break
			}
			at += n
		}
		if at > start {
			value := total + section + max(digit, 0)
			if digits > 1 {
				value = row
			}
			d.figures = append(d.figures, figure{start: start, end: at, value: value, token: i, after: i + 1})
			continue
		}
		_, n := utf8.DecodeRuneInString(d.s[at:t.end])
		at += n
	}
}
