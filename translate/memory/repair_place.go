package memory

import (
	"slices"

	"diglot/translate/text"
	"diglot/translate/unit"
)

// place is a stretch of the target that is to become something else.
type place struct {
	span unit.Span
	new  string
}

// places finds each swap in the target; false where one is not there, or not as
// often as in the source, so that it is unclear which one is meant.
func (j *repairJob) places(target, source string) ([]place, bool) {
	words, sourceWords := wordsOf(target), folded(wordsOf(source))
	var places []place
	done := map[string]bool{}
	for _, s := range j.swaps {
		key := s.oldForms[0]
		if done[key] {
			continue
		}
		done[key] = true
		wanted := 0 // how often all of it becomes the new thing
		for _, o := range j.swaps {
			if o.oldForms[0] == key {
				wanted++
			}
		}
		if wanted != countRuns(sourceWords, s.old, s.number) {
			return nil, false
		}
		found := s.find(target, words)
		if len(found) != wanted {
			return nil, false
		}
		for _, forms := range found {
			places = append(places, forms...)
		}
	}
	slices.SortFunc(places, func(a, b place) int { return a.span.Start - b.span.Start })
	for i := range places {
		if i > 0 && places[i].span.Start < places[i-1].span.End {
			return nil, false
		}
	}
	return places, true
}

// find gives the places of a swap in a target. A name may stand there in several of
// its forms side by side, as Arabic months do: these are one find.
func (s *swap) find(target string, words []text.Word) [][]place {
	var found [][]place
	for i := 0; i < len(words); {
		var forms []place
		next := i
		for f := 0; f < len(s.oldForms); f++ {
			n, ok := s.formAt(words, next, s.oldForms[f])
			if !ok {
				continue
			}
			span := unit.Span{Start: words[next].Start, End: words[next+n-1].End}
			forms = append(forms, place{span, s.written(target, span, s.newForms[f])})
			if next += n; next+1 < len(words) && words[next].Text == "/" {
				next++
			}
		}
		if len(forms) == 0 {
			i++
			continue
		}
		found = append(found, forms)
		i = next
	}
	return found
}

// formAt reports whether a form begins at a word, and how many it takes.
func (s *swap) formAt(words []text.Word, at int, form string) (int, bool) {
	if s.number {
		return 1, at < len(words) && digits(words[at].Text, '0') == form
	}
	tokens := folded(wordsOf(form))
	if len(tokens) == 0 || at+len(tokens) > len(words) {
		return 0, false
	}
	return len(tokens), slices.Equal(folded(words[at:at+len(tokens)]), tokens)
}

// written gives the new form in the digits of the old one.
func (s *swap) written(target string, span unit.Span, form string) string {
	if !s.number {
		return form
	}
	for _, r := range target[span.Start:span.End] {
		if value, ok := text.DigitValue(r); ok {
			return digits(form, r-rune(value))
		}
	}
	return form
}

// countRuns counts where a run of tokens stands in a row of them.
func countRuns(row, run []string, number bool) int {
	n := 0
	for i := 0; i+len(run) <= len(row); i++ {
		same := slices.Equal(row[i:i+len(run)], run)
		if number {
			same = digits(row[i], '0') == digits(run[0], '0')
		}
		if same {
			n++
		}
	}
	return n
}

// replaceAt changes a target in places that are in order; codes move along.
func replaceAt(target unit.Text, places []place) Repaired {
	var r Repaired
	var out []byte
	done := 0
	codes := slices.Clone(target.Codes)
	moved := 0 // how far what follows has moved
	code := 0
	for _, p := range places {
		for ; code < len(codes) && codes[code].Offset <= p.span.Start; code++ {
			codes[code].Offset += moved
		}
		out = append(out, target.Content[done:p.span.Start]...)
		start := len(out)
		out = append(out, p.new...)
		done = p.span.End
		for ; code < len(codes) && codes[code].Offset < p.span.End; code++ {
			codes[code].Offset = len(out) // a code inside a word stands behind the new one
		}
		moved = len(out) - done
		r.Changes = append(r.Changes, Repair{target.Content[p.span.Start:p.span.End], unit.Span{Start: start, End: len(out)}})
	}
	for ; code < len(codes); code++ {
		codes[code].Offset += moved
	}
	out = append(out, target.Content[done:]...)
	r.Target = unit.Text{Content: string(out), Codes: codes}
	return r
}

// adoptCodes gives the target with the codes of the asked source in the place of the
// match's own. Codes correspond in the order in which they stand in the two sources;
// where the asked source has none, the target loses its own.
func adoptCodes(asked, source, target unit.Text) (unit.Text, bool) {
	if len(asked.Codes) == 0 {
		return unit.Plain(target.Content), true
	}
	if len(asked.Codes) != len(source.Codes) {
		return unit.Text{}, false
	}
	type name struct {
		id   int
		kind unit.Kind
	}
	counterpart := map[name]unit.Code{}
	for i, c := range source.Codes {
		if c.Kind != asked.Codes[i].Kind {
			return unit.Text{}, false
		}
		counterpart[name{c.ID, c.Kind}] = asked.Codes[i]
	}
	if len(target.Codes) != len(source.Codes) {
		return unit.Text{}, false
	}
	out := unit.Text{Content: target.Content}
	for _, c := range target.Codes {
		adopted, ok := counterpart[name{c.ID, c.Kind}]
		if !ok {
			return unit.Text{}, false
		}
		adopted.Offset = c.Offset
		out.Codes = append(out.Codes, adopted)
	}
	return out, true
}
