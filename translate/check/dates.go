package check

import (
	"strings"
	"time"

	"golang.org/x/text/language"

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
	v.monthsOfCountry()
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

// arabicMonths are the families of Arabic names of months, by the letters that tell
// them apart, and the countries that use each (CLDR): Egypt and the Gulf, the
// Mashreq, the Maghreb. A country not named here may use any.
var arabicMonths = []struct{ countries, names string }{
	{"EG YE SA AE KW QA OM BH SD LY", "يناير فبراير أبريل إبريل مايو يونيو يونيه يوليو يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"},
	{"SY LB JO IQ PS", "كانون الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين الأول تشرين الثاني كانون الأول"},
	{"TN DZ", "جانفي فيفري أفريل ماي جوان جويلية أوت"},
	{"MA MR", "يوليوز غشت شتنبر نونبر دجنبر"},
}

// monthsOfCountry reports a name of a month that the target's country does not use.
func (v *view) monthsOfCountry() {
	region, sure := v.target.locale.Language().Region()
	if v.target.lang != "ar" || sure != language.Exact || len(v.target.months) == 0 {
		return
	}
	for _, m := range v.target.months {
		name := v.target.s[m.start:m.end]
		for _, family := range arabicMonths {
			if strings.Contains(family.countries, region.String()) || !namesMonth(family.names, name) {
				continue
			}
			own := ""
			for _, f := range arabicMonths {
				if strings.Contains(f.countries, region.String()) {
					own = f.countries
				}
			}
			if own != "" {
				v.report("country", unit.Issue{Args: map[string]string{"month": name, "country": region.String()}, Target: at(m.start, m.end)})
			}
		}
	}
}

// namesMonth reports that a family has the name, with or without what is written
// onto its front.
func namesMonth(names, name string) bool {
	for _, n := range strings.Fields(names) {
		if strings.HasSuffix(name, n) && len(name)-len(n) <= 4 {
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
