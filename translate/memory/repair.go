package memory

import (
	"slices"
	"strings"

	"diglot/translate/locale"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// Name is a name that repair may put in the place of another: its forms in the
// source language, and for each of them the one that a target has. Glossary entries
// of towns and persons are such names.
type Name struct {
	Source, Target []string
}

// Repaired is a match's target made to fit another source.
type Repaired struct {
	Target  unit.Text
	Changes []Repair // in the order in which they stand in Target
}

// Repair is one place of a target that was changed.
type Repair struct {
	Old  string
	Span unit.Span // of what stands there now, in bytes of Target.Content; empty for a code
}

// RepairMatch makes the target of a match fit the source that is asked for, where
// nothing differs but numbers, names of months, listed names and inline codes. It does
// so only where it is clear what to change: what differs stands in the match's target
// as often as in its source, a number asks for the same plural form as before, and every
// code has its counterpart. Otherwise ok is false. Checks should run on the result.
func RepairMatch(asked unit.Text, source locale.Tag, m unit.Match, names []Name) (r Repaired, ok bool) {
	j := repairJob{target: m.Locale, names: names, months: months(source, m.Locale)}
	if !j.findSwaps(asked.Content, m.Source.Content) {
		return Repaired{}, false
	}
	target, ok := adoptCodes(asked, m.Source, m.Target)
	if !ok {
		return Repaired{}, false
	}
	places, ok := j.places(target.Content, m.Source.Content)
	if !ok {
		return Repaired{}, false
	}
	r = replaceAt(target, places)
	for i, code := range target.Codes {
		if i >= len(m.Target.Codes) || m.Target.Codes[i].Original != code.Original {
			at := r.Target.Codes[i].Offset
			r.Changes = append(r.Changes, Repair{Span: unit.Span{Start: at, End: at}})
		}
	}
	slices.SortStableFunc(r.Changes, func(a, b Repair) int { return a.Span.Start - b.Span.Start })
	if len(r.Changes) == 0 && len(target.Codes) == len(m.Target.Codes) {
		return Repaired{}, false // there was nothing to repair
	}
	return r, true
}

// swap is something in the match's source that is something else in the asked one.
type swap struct {
	old      []string // tokens in the source
	oldForms []string // what it is in the target
	newForms []string // what it is to be, form by form
	number   bool
}

type repairJob struct {
	target        locale.Tag
	names, months []Name
	swaps         []swap
}

// findSwaps lists what differs; it returns false where something differs that
// cannot be repaired.
func (j *repairJob) findSwaps(asked, have string) bool {
	a, b := wordsOf(have), wordsOf(asked)
	ops := diffWords(a, b)
	for i := 0; i < len(ops); {
		op := ops[i]
		if i++; op.Kind == text.Kept {
			if !sameForms(have, asked, a[op.A0:op.A1], b[op.B0:op.B1]) {
				return false
			}
			continue
		}
		for ; i < len(ops) && ops[i].Kind != text.Kept; i++ { // one stretch
			op.A1, op.B1 = ops[i].A1, ops[i].B1
		}
		if !j.swap(folded(a), folded(b), op) {
			return false
		}
	}
	return j.consistent()
}

func sameForms(have, asked string, a, b []text.Word) bool {
	for i := range a {
		if visible(have[a[i].Start:a[i].End]) != visible(asked[b[i].Start:b[i].End]) {
			return false
		}
	}
	return true
}

// swap takes one stretch: a name for a name, of which some words may be the same,
// or token by token.
func (j *repairJob) swap(have, asked []string, op text.Op) bool {
	const most = 3 // words of a name that are the same, on each side
	for left := 0; left <= min(most, op.A0, op.B0); left++ {
		for right := 0; right <= min(most, len(have)-op.A1, len(asked)-op.B1); right++ {
			s, ok := j.nameSwap(have[op.A0-left:op.A1+right], asked[op.B0-left:op.B1+right])
			if ok {
				j.swaps = append(j.swaps, s)
				return true
			}
		}
	}
	if op.A1-op.A0 != op.B1-op.B0 {
		return false
	}
	for i := range op.A1 - op.A0 {
		old, new := have[op.A0+i], asked[op.B0+i]
		s, ok := j.nameSwap([]string{old}, []string{new})
		if !ok {
			s, ok = j.numberSwap(have, op.A0+i, new)
		}
		if old != new && !ok {
			return false
		}
		if ok && old != new {
			j.swaps = append(j.swaps, s)
		}
	}
	return true
}

// numberSwap takes one whole number for another that needs the same words around
// it. Dates need the same ones always.
func (j *repairJob) numberSwap(source []string, at int, new string) (swap, bool) {
	old := source[at]
	a, okA := wholeNumber(old)
	b, okB := wholeNumber(new)
	if !okA || !okB || !j.inDate(source, at, a, b) && locale.PluralOf(j.target, a) != locale.PluralOf(j.target, b) {
		return swap{}, false
	}
	return swap{old: []string{old}, oldForms: []string{digits(old, '0')}, newForms: []string{digits(new, '0')}, number: true}, true
}

// inDate reports whether the numbers are years, or days beside the name of a month.
func (j *repairJob) inDate(source []string, at int, old, new int64) bool {
	if old >= 1900 && old < 2100 && new >= 1900 && new < 2100 {
		return true
	}
	for _, beside := range []int{at - 1, at + 1} {
		if beside < 0 || beside >= len(source) || old > 31 || new > 31 {
			continue
		}
		for _, month := range j.months {
			for _, form := range month.Source {
				if tokens := folded(wordsOf(form)); slices.Contains(tokens, source[beside]) {
					return true
				}
			}
		}
	}
	return false
}

// nameSwap takes one listed name, or month, for another.
func (j *repairJob) nameSwap(old, new []string) (swap, bool) {
	from, okFrom := j.name(old)
	to, okTo := j.name(new)
	if !okFrom || !okTo || len(from.Target) == 0 || len(from.Target) != len(to.Target) {
		return swap{}, false
	}
	return swap{old: old, oldForms: from.Target, newForms: to.Target}, true
}

func (j *repairJob) name(tokens []string) (Name, bool) {
	is := func(form string) bool { return slices.Equal(folded(wordsOf(form)), tokens) }
	for _, n := range j.names {
		if slices.ContainsFunc(n.Source, is) {
			return n, true
		}
	}
	for _, n := range j.months {
		if slices.ContainsFunc(n.Source, is) {
			return n, true
		}
	}
	return Name{}, false
}

// months gives the twelve months as names. Arabic has two sets of them that often
// stand side by side.
func months(source, target locale.Tag) []Name {
	list := make([]Name, 12)
	for i := range list {
		for _, tag := range calendars(source) {
			if m, ok := locale.Months(tag); ok {
				list[i].Source = append(list[i].Source, m[i])
			}
		}
		for _, tag := range calendars(target) {
			if m, ok := locale.Months(tag); ok && !slices.Contains(list[i].Target, m[i]) {
				list[i].Target = append(list[i].Target, m[i])
			}
		}
	}
	return list
}

var (
	commonArabic    = locale.MustParse("ar")
	levantineArabic = locale.MustParse("ar-SY")
)

func calendars(t locale.Tag) []locale.Tag {
	if t.Base() == "ar" {
		return []locale.Tag{commonArabic, levantineArabic}
	}
	return []locale.Tag{t}
}

// consistent reports whether no old thing is to become two different new ones.
func (j *repairJob) consistent() bool {
	for i, s := range j.swaps {
		for _, o := range j.swaps[:i] {
			if slices.Equal(s.old, o.old) && !slices.Equal(s.newForms, o.newForms) {
				return false
			}
		}
	}
	return true
}

// wholeNumber reads a token of decimal digits.
func wholeNumber(token string) (int64, bool) {
	var n int64
	for _, r := range token {
		value, ok := text.DigitValue(r)
		if !ok || n > 1e15 {
			return 0, false
		}
		n = 10*n + int64(value)
	}
	return n, token != ""
}

// digits writes the digits of s in the system with the given zero.
func digits(s string, zero rune) string {
	return strings.Map(func(r rune) rune {
		if value, ok := text.DigitValue(r); ok {
			return zero + rune(value)
		}
		return r
	}, s)
}
