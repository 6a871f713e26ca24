package check

import (
	"strings"
	"time"

	"diglot/translate/unit"
)

// dates finds a month or weekday that changed, and a weekday that the date does not
// have: 2 January 2025 was a Thursday. Readers plan by dates.
func dates() rule {
	return rule{Info{
		Name: "dates", Severity: unit.Warning,
		Good: example("On Thursday 2 January 2025", "en", "يوم الخميس 2 يناير 2025", "ar"),
		Bad:  example("On Thursday 2 January 2025", "en", "يوم الثلاثاء 2 يناير 2025", "ar"),
	}, findDates}
}

func findDates(v *view) {
	v.compareCalendar("month", v.source.months, v.target.months)
	v.compareCalendar("weekday", v.source.weekdays, v.target.weekdays)
	if d, day, ok := v.target.wrongWeekday(); ok {
		if _, _, inSource := v.source.wrongWeekday(); !inSource {
			v.report("no_such_day", unit.Issue{
				Args:   map[string]string{"weekday": v.target.s[d.start:d.end], "right": v.target.lex.nameOfDay(day)},
				Target: at(d.start, d.end),
			})
		}
	}
}

// calendarWord is a month or weekday that a text names.
type calendarWord struct {
	value      int // 1 to 12, or 1 to 7 from Monday
	start, end int
}

// compareCalendar reports a name of the source that the target gives as another:
// both name as many, and one is not among them.
func (v *view) compareCalendar(key string, source, target []calendarWord) {
	if len(source) == 0 || len(target) == 0 {
		return
	}
	for _, s := range source {
		if among(target, s.value) || key == "month" && v.target.hasValue(s.value) {
			continue
		}
		for _, t := range target {
			if !among(source, t.value) {
				v.report(key, unit.Issue{
					Args:   map[string]string{"source": v.source.s[s.start:s.end], "target": v.target.s[t.start:t.end]},
					Source: at(s.start, s.end), Target: at(t.start, t.end),
				})
				return
			}
		}
	}
}

func among(list []calendarWord, value int) bool {
	for _, c := range list {
		if c.value == value {
			return true
		}
	}
	return false
}

// hasValue reports a number of that value, as Chinese has for a month.
func (d *side) hasValue(value int) bool {
	for i := range d.figures {
		if d.figures[i].value == float64(value) {
			return true
		}
	}
	return false
}

// wrongWeekday finds a weekday beside a whole date that was another day, and tells
// which.
func (d *side) wrongWeekday() (calendarWord, time.Weekday, bool) {
	if len(d.weekdays) != 1 || len(d.months) != 1 {
		return calendarWord{}, 0, false
	}
	year, day := 0, 0
	for i := range d.figures {
		switch f := &d.figures[i]; {
		case f.slot == yearSlot && year == 0:
			year = int(f.value)
		case f.slot == dateSlot && day == 0:
			day = int(f.value)
		case f.slot == yearSlot || f.slot == dateSlot:
			return calendarWord{}, 0, false
		}
	}
	if year == 0 || day == 0 || !d.together(d.weekdays[0], d.months[0]) {
		return calendarWord{}, 0, false
	}
	date := time.Date(year, time.Month(d.months[0].value), day, 0, 0, 0, 0, time.UTC)
	if date.Day() != day || int(date.Weekday()) == d.weekdays[0].value%7 {
		return calendarWord{}, 0, false
	}
	return d.weekdays[0], date.Weekday(), true
}

// together reports a weekday and a month with no more than a few signs between.
func (d *side) together(a, b calendarWord) bool {
	gap := b.start - a.end
	if gap < 0 {
		gap = a.start - b.end
	}
	return gap <= 16
}

// nameOfDay gives a weekday in the language.
func (l *lexicon) nameOfDay(day time.Weekday) string {
	names := strings.Fields(l.list.weekdays[(int(day)+6)%7])
	return strings.ReplaceAll(names[0], "_", " ")
}
