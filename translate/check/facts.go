package check

import (
	"cmp"
	"slices"

	"diglot/translate/unit"
)

// FactKind says what a fact is.
type FactKind string

// The kinds of facts that a duty editor looks for.
const (
	NumberFact    FactKind = "number"
	PercentFact   FactKind = "percent"
	MoneyFact     FactKind = "money"
	QuantityFact  FactKind = "quantity" // a number with a unit
	DateFact      FactKind = "date"     // a day, a month, a weekday or a year
	TimeFact      FactKind = "time"
	QuotationFact FactKind = "quotation"
	NameFact      FactKind = "name"
)

// Counterpart says whether a fact was found again on the other side.
type Counterpart string

// What is known of a fact's counterpart.
const (
	Found   Counterpart = "found"
	Missing Counterpart = "missing" // the source says it and the target does not
	Added   Counterpart = "added"   // the target says it and the source does not
	Unsure  Counterpart = "unsure"  // nothing can be said: a name in a script that is not read
)

// Fact is one thing that a text claims, and its counterpart in the translation.
type Fact struct {
	Kind        FactKind
	Counterpart Counterpart
	Source      unit.Span // in the source's Content; empty for what was added
	Target      unit.Span // in the target's Content; empty for what is missing
	Unit        string    // of a quantity, in English: "km"
	Speaker     unit.Span // of a quotation, in the source's Content, where one is named
}

// Facts gives the ledger of a pair in the order of the source, what was added at
// the end; nothing for texts that are too long to be checked. The checks of numbers, dates, units and quotes are views of the same
// reading.
func (c *Checker) Facts(p *Pair) []Fact {
	if len(p.Source.Content)+len(p.Target.Content) > maxContent {
		return nil
	}
	v := c.views.Get().(*view)
	defer c.views.Put(v)
	v.read(p)
	facts := v.figureFacts(nil)
	facts = v.calendarFacts(facts)
	facts = v.nameFacts(facts)
	facts = v.quotationFacts(facts)
	slices.SortStableFunc(facts, func(a, b Fact) int {
		added := func(f Fact) int {
			if f.Counterpart == Added {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(added(a), added(b)), cmp.Compare(a.Source.Start, b.Source.Start), cmp.Compare(a.Target.Start, b.Target.Start))
	})
	return facts
}

// figureFacts lists the numbers in digits.
func (v *view) figureFacts(facts []Fact) []Fact {
	for i := range v.source.figures {
		f := &v.source.figures[i]
		if !f.digits {
			continue
		}
		fact := f.fact()
		fact.Source = unit.Span{Start: f.start, End: f.end}
		switch j := v.matched.of[i]; {
		case j >= 0:
			g := &v.target.figures[j]
			fact.Target, fact.Counterpart = unit.Span{Start: g.start, End: g.end}, Found
		case j == excused:
			fact.Counterpart = Unsure
		default:
			fact.Counterpart = Missing
		}
		facts = append(facts, fact)
	}
	for j := range v.target.figures {
		if g := &v.target.figures[j]; g.digits && v.matched.to[j] == unmatched {
			fact := g.fact()
			fact.Target, fact.Counterpart = unit.Span{Start: g.start, End: g.end}, Added
			facts = append(facts, fact)
		}
	}
	return facts
}

// fact says what a figure is for.
func (f *figure) fact() Fact {
	switch f.slot {
	case percentSlot:
		return Fact{Kind: PercentFact}
	case moneySlot:
		return Fact{Kind: MoneyFact}
	case yearSlot, dateSlot:
		return Fact{Kind: DateFact}
	case clockSlot:
		return Fact{Kind: TimeFact}
	case measureSlot:
		return Fact{Kind: QuantityFact, Unit: f.measure.name()}
	}
	return Fact{Kind: NumberFact}
}

// calendarFacts lists the months and weekdays.
func (v *view) calendarFacts(facts []Fact) []Fact {
	facts = v.calendar(facts, v.source.months, v.target.months, true)
	return v.calendar(facts, v.source.weekdays, v.target.weekdays, false)
}

func (v *view) calendar(facts []Fact, source, target []calendarWord, months bool) []Fact {
	for _, s := range source {
		fact := Fact{Kind: DateFact, Source: unit.Span{Start: s.start, End: s.end}, Counterpart: Missing}
		for _, t := range target {
			if t.value == s.value {
				fact.Target, fact.Counterpart = unit.Span{Start: t.start, End: t.end}, Found
				break
			}
		}
		if fact.Counterpart == Missing && (months && v.target.hasValue(s.value) || len(v.words.of(v.target.lang).list.weekdays[0]) == 0) {
			fact.Counterpart = Unsure
		}
		facts = append(facts, fact)
	}
	return facts
}

// quotationFacts lists what stands in quotation marks, pairing the first with the
// first and so on, and names the speaker: the name nearest to it outside.
func (v *view) quotationFacts(facts []Fact) []Fact {
	source, target := v.source.quoted(), v.target.quoted()
	for i, span := range source {
		fact := Fact{Kind: QuotationFact, Source: span, Counterpart: Missing, Speaker: speaker(span, facts)}
		if i < len(target) {
			fact.Target, fact.Counterpart = target[i], Found
		}
		facts = append(facts, fact)
	}
	for i := len(source); i < len(target); i++ {
		facts = append(facts, Fact{Kind: QuotationFact, Target: target[i], Counterpart: Added})
	}
	return facts
}

// speakerReach is how many bytes a speaker may stand from the quotation.
const speakerReach = 60

func speaker(quotation unit.Span, facts []Fact) unit.Span {
	best, distance := unit.Span{}, speakerReach
	for _, f := range facts {
		if f.Kind != NameFact || f.Counterpart == Added {
			continue
		}
		gap := f.Source.Start - quotation.End
		if gap < 0 {
			gap = quotation.Start - f.Source.End
		}
		if gap >= 0 && gap < distance {
			best, distance = f.Source, gap
		}
	}
	return best
}

// quoted gives the outermost quotations with their marks. One that never closes runs
// to the end; one that never opened begins with the text.
func (d *side) quoted() []unit.Span {
	var spans []unit.Span
	depth, start := 0, 0
	for i, t := range d.tokens {
		if t.kind != isMark || !t.mark.quotes() || d.inAcronym(i) || depth == 0 && d.possessive(i) {
			continue
		}
		switch {
		case d.opensQuote(i, depth > 0):
			if depth == 0 {
				start = t.start
			}
			depth++
		case depth > 1:
			depth--
		default:
			if depth == 0 {
				start = 0
			}
			spans = append(spans, unit.Span{Start: start, End: t.end})
			depth = 0
		}
	}
	if depth > 0 {
		spans = append(spans, unit.Span{Start: start, End: len(d.s)})
	}
	return spans
}
