package unit

// Part is one segment of a block's text: the places where it begins and ends.
// What lies between two parts is a gap; it belongs to no segment.
type Part struct {
	Start Pos `json:"start"`
	End   Pos `json:"end"`
}

// Cut finds the parts of a text for segments that are given as spans of its
// Content, in order and without overlap. It decides on which side of a boundary
// the codes stand: a closing or standalone code directly behind a segment's last letter
// belongs to that segment, an opening or standalone one directly before its first letter to
// this one, and what remains stays in the gap. A pair that encloses a whole
// segment goes to the gaps too: the translator has nothing to place.
func (t Text) Cut(spans []Span) []Part {
	parts := make([]Part, 0, len(spans))
	code := 0 // codes before the place looked at
	for i, s := range spans {
		from := code
		for code < len(t.Codes) && t.Codes[code].Offset < s.Start {
			code++
		}
		if i == 0 || s.Start > spans[i-1].End || code > from {
			for code < len(t.Codes) && t.Codes[code].Offset == s.Start && t.Codes[code].Kind == Close {
				code++
			}
		}
		start := Pos{s.Start, code}
		for code < len(t.Codes) && t.Codes[code].Offset < s.End {
			code++
		}
		last := i == len(spans)-1
		for code < len(t.Codes) && t.Codes[code].Offset == s.End && (t.Codes[code].Kind != Open || last && s.End == len(t.Content)) {
			code++
		}
		parts = append(parts, t.unwrap(Part{start, Pos{s.End, code}}))
	}
	return parts
}

// unwrap narrows a part as long as its first and last code are one pair that
// encloses all its letters.
func (t Text) unwrap(p Part) Part {
	for p.End.Code-p.Start.Code >= 2 {
		first, last := t.Codes[p.Start.Code], t.Codes[p.End.Code-1]
		if first.Kind != Open || last.Kind != Close || first.ID != last.ID ||
			first.Offset != p.Start.Offset || last.Offset != p.End.Offset {
			break
		}
		p.Start.Code++
		p.End.Code--
	}
	return p
}
