package check

import (
	"strconv"
	"strings"

	"diglot/translate/unit"
)

// numbers finds a number that was lost, changed or added. A wrong number is the
// fault that a newsroom has to print a correction for. Numbers are compared by
// value: ١٬٢٣٤٫٥ is 1,234.5.
func numbers() rule {
	return rule{Info{
		Name: "numbers", Severity: unit.Error,
		Good: example("Over 1,200 people fled.", "en", "فرّ أكثر من ١٬٢٠٠ شخص.", "ar"),
		Bad:  example("Over 1,200 people fled.", "en", "فرّ أكثر من ١٬٣٠٠ شخص.", "ar"),
	}, findNumbers}
}

func findNumbers(v *view) {
	source, target := v.source.numerals(), v.target.numerals()
	used := make([]bool, len(target))
	for _, n := range source {
		found := false
		for j, m := range target {
			if !used[j] && m.value == n.value {
				used[j], found = true, true
				break
			}
		}
		if !found {
			v.report("missing", unit.Issue{Args: map[string]string{"number": v.source.s[n.start:n.end]}, Source: at(n.start, n.end)})
		}
	}
	for j, m := range target {
		if !used[j] {
			v.report("added", unit.Issue{Args: map[string]string{"number": v.target.s[m.start:m.end]}, Target: at(m.start, m.end)})
		}
	}
}

type numeral struct {
	start, end int
	value      float64
}

// numerals gives the numbers written in digits.
func (d *side) numerals() []numeral {
	var list []numeral
	for i := 0; i < len(d.tokens); i++ {
		if d.tokens[i].kind != isDigits {
			continue
		}
		var ascii strings.Builder
		first := i
		d.writeDigits(&ascii, d.tokens[i])
		for i+2 < len(d.tokens) && d.tokens[i+1].kind == isMark && d.tokens[i+2].kind == isDigits {
			group := countRunes(d.piece(d.tokens[i+2])) == 3
			switch r := d.tokens[i+1].first; {
			case (r == ',' || r == '٬' || r == '.' || r == '\'' || r == '’') && group:
			case r == '.' || r == ',' || r == '٫':
				ascii.WriteByte('.')
			default:
				group = false
			}
			if !group && !strings.HasSuffix(ascii.String(), ".") {
				break
			}
			d.writeDigits(&ascii, d.tokens[i+2])
			i += 2
		}
		if value, err := strconv.ParseFloat(ascii.String(), 64); err == nil {
			list = append(list, numeral{d.tokens[first].start, d.tokens[i].end, value})
		}
	}
	return list
}

func (d *side) writeDigits(b *strings.Builder, t token) {
	for _, r := range d.piece(t) {
		b.WriteByte(byte('0' + digitValue(r)))
	}
}
