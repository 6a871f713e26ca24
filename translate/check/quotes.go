package check

import "diglot/translate/unit"

// quotes finds a quotation that opens and never closes, or closes without having
// begun: the reader no longer knows who is speaking.
func quotes() rule {
	return rule{Info{
		Name: "quotes", Severity: unit.Warning,
		Good: example(`He said: "We won."`, "en", "قال: «انتصرنا».", "ar"),
		Bad:  example(`He said: "We won."`, "en", "قال: «انتصرنا.", "ar"),
	}, findQuotes}
}

func findQuotes(v *view) {
	source, target := v.source.quotation(), v.target.quotation()
	if target == source || target.whole() {
		return
	}
	if target.open == source.open && target.odd == source.odd {
		return
	}
	v.report("unpaired", unit.Issue{
		Args:   map[string]string{"quote": v.target.piece(target.loose)},
		Target: at(target.loose.start, target.loose.end),
	})
}

// quotation is how the quote marks of a text pair up.
type quotation struct {
	open  int   // marks that opened and did not close, less those that closed only
	odd   bool  // plain marks are odd in number
	loose token // one without a partner
}

func (q quotation) whole() bool { return q.open == 0 && !q.odd }

// quotation pairs up the marks of a text.
func (d *side) quotation() quotation {
	var q quotation
	for _, t := range d.tokens {
		if t.kind != isMark || !t.mark.quotes() {
			continue
		}
		switch t.mark {
		case plainQuote:
			q.odd = !q.odd
		case openQuote, lowQuote:
			q.open++
		case closeQuote:
			q.open--
		}
		q.loose = t
	}
	return q
}
