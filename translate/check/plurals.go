package check

import (
	"slices"
	"strconv"
	"strings"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// plurals finds the plural forms that a counted message lacks in the target's
// language: English has two, Arabic six (CLDR), and a program that looks for the
// missing one shows the wrong one, or English. It is for formats in which each form
// is a text of its own; the forms in one ICU message are for placeholders.
func plurals() rule {
	days := func(forms ...string) []Pair {
		var pairs []Pair
		for _, form := range forms {
			p := example("%d days", "en", "%d дней", "ru")[0]
			p.Key = "days[" + form + "]"
			pairs = append(pairs, p)
		}
		return pairs
	}
	return rule{info: Info{Name: "plurals", Severity: unit.Warning,
		Good: days("one", "few", "many", "other"), Bad: days("one", "other")}}
}

// counted is a message with a text for each plural form.
type counted struct {
	name       string
	at         map[string]int // form to the index of its pair
	translated bool           // at least one form
}

func findPlurals(d *document) {
	for _, m := range d.counted() {
		if m.translated && m.counts(d.pairs[m.last()].SourceLocale) {
			d.lookForForms(m)
		}
	}
}

// counted gathers the branches of messages, in the order of the document.
func (d *document) counted() []*counted {
	var list []*counted
	byName := map[string]*counted{}
	for i := range d.pairs {
		name, form, ok := branchOf(d.pairs[i].Key)
		if !ok {
			continue
		}
		m := byName[name]
		if m == nil {
			m = &counted{name: name, at: map[string]int{}}
			byName[name] = m
			list = append(list, m)
		}
		m.at[form] = i
		m.translated = m.translated || d.pairs[i].Target.Content != ""
	}
	return list
}

// counts tells a plural from a choice of another kind: all its branches are plural
// forms or numbers. One, two, few and other alone are how English and Catalan count
// ranks (1st, 2nd, 3rd), for which other forms hold; and other alone is a plural
// only where the source's language has no second form.
func (m *counted) counts(source locale.Tag) bool {
	forms := 0
	for form := range m.at {
		_, number := exactNumber(form)
		switch {
		case isPluralForm(form):
			forms++
		case !number:
			return false
		}
	}
	has := func(f locale.Plural) bool { _, ok := m.at[string(f)]; return ok }
	ranks := has(locale.Two) && has(locale.Few) && !has(locale.Zero) && !has(locale.Many)
	return forms > 0 && !ranks && (len(m.at) > 1 || len(locale.PluralForms(source)) == 1)
}

// lookForForms reports the forms that the target's language needs. One that stands in
// the source's language too and has no text is not reported: it may have nothing to
// translate in it, such as "%d" alone.
func (d *document) lookForForms(m *counted) {
	at := m.last()
	source, target := d.pairs[at].SourceLocale, d.pairs[at].TargetLocale
	var missing []string
	for _, form := range pluralsNeeded(target) {
		i, ok := m.at[form]
		switch {
		case ok && d.pairs[i].Target.Content == "":
			d.report(i, "untranslated", unit.Issue{Args: map[string]string{"form": form}})
		case ok, m.hasNumberOf(form, target), slices.Contains(locale.PluralForms(source), locale.Plural(form)):
		default:
			missing = append(missing, form)
		}
	}
	if missing != nil {
		d.report(at, "missing", unit.Issue{Args: map[string]string{"message": m.name, "forms": strings.Join(missing, ", ")}})
	}
}

// last gives the pair of the form that is other, or else the last one.
func (m *counted) last() int {
	if i, ok := m.at[string(locale.Other)]; ok {
		return i
	}
	last := 0
	for _, i := range m.at {
		last = max(last, i)
	}
	return last
}

// hasNumberOf reports a branch for the only number that a form is for: =0 is
// Arabic's zero, =2 its two.
func (m *counted) hasNumberOf(form string, l locale.Tag) bool {
	for branch := range m.at {
		n, ok := exactNumber(branch)
		if !ok || string(locale.PluralOf(l, n)) != form {
			continue
		}
		only := true
		for other := range int64(200) { // every rule that has a second number has one below
			only = only && (other == n || string(locale.PluralOf(l, other)) != form)
		}
		if only {
			return true
		}
	}
	return false
}

// pluralsNeeded lists the plural forms that a message in a locale needs. French,
// Spanish and their kin have many for millions only, and most messages do without.
func pluralsNeeded(l locale.Tag) []string {
	forms := locale.PluralForms(l)
	var need []string
	for _, f := range forms {
		if f != locale.Many || len(forms) != 3 {
			need = append(need, string(f))
		}
	}
	return need
}

func isPluralForm(s string) bool {
	switch locale.Plural(s) {
	case locale.Zero, locale.One, locale.Two, locale.Few, locale.Many, locale.Other:
		return true
	}
	return false
}

// exactNumber reads the branch for one number: =1 in ICU, 1 in Fluent.
func exactNumber(branch string) (int64, bool) {
	n, err := strconv.ParseInt(strings.TrimPrefix(branch, "="), 10, 64)
	return n, err == nil && n >= 0
}
