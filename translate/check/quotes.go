package check

import "diglot/translate/unit"

// quotes finds a quotation that opens and never closes, or closes without having
// begun: the reader no longer knows who is speaking.
//
// A quotation that runs over several segments is open in one of them, so the
// target is compared with the source and not with a rule.
func quotes() rule {
	return rule{Info{
		Name: "quotes", Severity: unit.Warning,
		Good: example(`He said: "We won."`, "en", "قال: «انتصرنا».", "ar"),
		Bad:  example(`He said: "We won."`, "en", "قال: «انتصرنا.", "ar"),
	}, findQuotes}
}

func findQuotes(v *view) {
	source, target := v.source.quotation(), v.target.quotation()
	switch {
	case target.odd() && !source.odd():
		if source.marks == 0 || source.single && target.marks > source.marks {
			return // quoted with apostrophes there, or inside a longer quotation
		}
		v.report("unpaired", unit.Issue{
			Args:   map[string]string{"quote": v.target.piece(target.loose)},
			Target: at(target.loose.start, target.loose.end),
		})
	case source.odd() && !target.odd() && target.marks < source.marks:
		v.report("missing", unit.Issue{
			Args:   map[string]string{"quote": v.source.piece(source.loose)},
			Source: at(source.loose.start, source.loose.end),
		})
	case source.odd() && target.odd() && source.marks == 1 && source.opens != target.opens && target.marks == 1:
		v.report("other_end", unit.Issue{
			Args:   map[string]string{"quote": v.target.piece(target.loose)},
			Source: at(source.loose.start, source.loose.end), Target: at(target.loose.start, target.loose.end),
		})
	}
}

// quotation is how the quote marks of a text pair up. Single quotes do not count:
// they are apostrophes too.
type quotation struct {
	marks  int
	single bool  // there are single quotes as well
	loose  token // one without a partner, if any
	opens  bool  // it opens a quotation
}

func (q quotation) odd() bool { return q.marks%2 != 0 }

// quotation pairs up the marks of a text.
func (d *side) quotation() quotation {
	var q quotation
	var open []token
	for i, t := range d.tokens {
		if t.kind != isMark {
			continue
		}
		if t.mark == apostrophe && d.edgeOfWord(i) {
			q.single = true
		}
		if !t.mark.quotes() || d.inAcronym(i) || len(open) == 0 && d.possessive(i) {
			continue
		}
		q.marks++
		switch {
		case d.opensQuote(i, len(open) > 0):
			open = append(open, t)
		case len(open) > 0:
			open = open[:len(open)-1]
		default:
			q.loose = t
		}
	}
	if len(open) > 0 {
		q.loose, q.opens = open[len(open)-1], true
	}
	return q
}

// opensQuote tells from where a mark stands whether it opens: many houses use one
// shape for both ends, and “ opens in English and closes in German.
func (d *side) opensQuote(i int, inside bool) bool {
	switch d.tokens[i].first {
	case '«', '「', '『', '《', '〈', '‹', '„', '〝':
		return true
	case '»', '」', '』', '》', '〉', '›', '〞', '〟':
		return false
	}
	spaceBefore := i == 0 || d.tokens[i-1].kind == isSpace || d.tokens[i-1].kind == isMark && !d.tokens[i-1].mark.ends() && !d.tokens[i-1].mark.closes()
	spaceBehind := i+1 == len(d.tokens) || d.tokens[i+1].kind == isSpace || d.tokens[i+1].mark.ends()
	if spaceBefore != spaceBehind {
		return spaceBefore
	}
	switch d.tokens[i].first {
	case '“':
		return true
	case '”':
		return false
	}
	return !inside
}

// edgeOfWord reports an apostrophe that stands at one end of a word only, as a
// single quote does.
func (d *side) edgeOfWord(i int) bool {
	before := i > 0 && d.tokens[i-1].kind == isWord
	behind := i+1 < len(d.tokens) && d.tokens[i+1].kind == isWord
	return before != behind || !before && i > 0
}

// inAcronym reports the Hebrew gershayim before the last letter of an acronym, as
// in צה"ל, which looks like a quote.
func (d *side) inAcronym(i int) bool {
	if i == 0 || i+1 == len(d.tokens) || !d.tokens[i].mark.quotes() {
		return false
	}
	before, behind := d.tokens[i-1], d.tokens[i+1]
	return before.kind == isWord && behind.kind == isWord && before.script == hebrew && countRunes(d.piece(behind)) == 1
}

// possessive reports a quote mark outside a quotation that stands for the apostrophe of an English
// plural, as careless conversions leave it: the Lakers" game.
func (d *side) possessive(i int) bool {
	if d.lang != "en" || d.tokens[i].mark != plainQuote || i == 0 || i+2 >= len(d.tokens) {
		return false
	}
	word, space, next := d.tokens[i-1], d.tokens[i+1], d.tokens[i+2]
	return word.kind == isWord && d.s[word.end-1] == 's' && space.kind == isSpace && next.kind == isWord
}
