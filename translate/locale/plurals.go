package locale

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// Plural is a CLDR plural category, spelled as CLDR, ICU and go-i18n spell it.
type Plural string

// The six categories, in the order in which every list here has them.
const (
	Zero  Plural = "zero"
	One   Plural = "one"
	Two   Plural = "two"
	Few   Plural = "few"
	Many  Plural = "many"
	Other Plural = "other"
)

// PluralForms gives the categories that a counted message needs in a locale, in
// the order zero, one, two, few, many, other: six for Arabic, other alone for
// Chinese and for a language that CLDR has no rule for. French, Spanish, Italian
// and Portuguese have many, for millions.
func PluralForms(t Tag) []Plural {
	rules := pluralRules(t)
	forms := make([]Plural, 0, len(rules)+1)
	for _, rule := range rules {
		forms = append(forms, rule.form)
	}
	return append(forms, Other)
}

// PluralOf gives the category of a count.
func PluralOf(t Tag, n int64) Plural {
	i := uint64(n)
	if n < 0 {
		i = -i
	}
	return pluralOf(t, operands{i: i})
}

// PluralOfDecimal gives the category of a number as it is shown: "1", "1.0" and
// "1.50" differ in some languages. The number is in ASCII digits, with an
// optional sign, an optional fraction after a point and an optional compact
// exponent ("1.2c6" is 1.2 million). It fails on anything else.
func PluralOfDecimal(t Tag, number string) (Plural, error) {
	o, err := parseOperands(number)
	if err != nil {
		return Other, fmt.Errorf("plural of %q: %w", number, err)
	}
	return pluralOf(t, o), nil
}

func pluralOf(t Tag, o operands) Plural {
	for _, rule := range pluralRules(t) {
		if rule.holds(o) {
			return rule.form
		}
	}
	return Other
}

// pluralGroup is a row of the generated table: languages with the same rules.
type pluralGroup struct {
	locales string
	rules   []pluralRule
}

// pluralRule is a category and its condition in the language of UTS #35 part 3,
// "Plural Rules": "n % 100 = 3..10 and v = 0 or …".
type pluralRule struct {
	form      Plural
	condition string
}

// pluralRules finds the row of a locale. A language keeps its rules in another
// script.
func pluralRules(t Tag) []parsedRule {
	table := parsedPlurals()
	if rules, ok := lookup(table, t); ok {
		return rules
	}
	return table[t.Base()]
}

// parsedPlurals reads the table on first use; a test reads every row of it.
var parsedPlurals = sync.OnceValue(func() map[string][]parsedRule {
	table := map[string][]parsedRule{}
	for _, group := range pluralTable {
		rules := make([]parsedRule, len(group.rules))
		for i, rule := range group.rules {
			rules[i] = parsedRule{rule.form, parseCondition(rule.condition)}
		}
		for _, l := range strings.Fields(group.locales) {
			table[l] = rules
		}
	}
	return table
})

// operands of a number as UTS #35 names them. w is not used by any rule.
type operands struct {
	i uint64 // the integer digits
	v int    // how many fraction digits are shown
	f uint64 // the shown fraction digits
	t uint64 // the same without trailing zeros
	e int    // the compact exponent
}

func parseOperands(number string) (operands, error) {
	mantissa := strings.TrimPrefix(strings.TrimPrefix(number, "-"), "+")
	var o operands
	if at := strings.IndexAny(mantissa, "ceCE"); at >= 0 {
		e, err := strconv.ParseUint(mantissa[at+1:], 10, 8)
		if err != nil || e > 18 {
			return o, fmt.Errorf("the exponent %q is not a number from 0 to 18", mantissa[at+1:])
		}
		o.e = int(e)
		mantissa = mantissa[:at]
	}
	whole, fraction, point := strings.Cut(mantissa, ".")
	if whole == "" || point && fraction == "" {
		return o, fmt.Errorf("not a decimal number in ASCII digits")
	}
	for range o.e { // the exponent moves the point to the right
		if fraction == "" {
			fraction = "0"
		}
		whole, fraction = whole+fraction[:1], fraction[1:]
	}
	var err error
	if o.i, err = strconv.ParseUint(whole, 10, 64); err != nil {
		return o, fmt.Errorf("not a decimal number in ASCII digits, or too large")
	}
	o.v = len(fraction)
	if o.v == 0 {
		return o, nil
	}
	if o.f, err = strconv.ParseUint(fraction, 10, 64); err != nil {
		return o, fmt.Errorf("the fraction %q is not in ASCII digits, or too long", fraction)
	}
	if short := strings.TrimRight(fraction, "0"); short != "" {
		o.t, err = strconv.ParseUint(short, 10, 64)
	}
	return o, err
}
