package locale_test

import (
	"slices"
	"testing"

	"diglot/translate/locale"

	"github.com/google/go-cmp/cmp"
	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// numbers at which plural rules change their mind.
func numbers() []string {
	list := []string{"1000", "1001", "1002", "2000", "10000", "20000", "100000", "100001", "999999", "1000000", "1000001", "2000000",
		"0.0", "0.1", "0.01", "0.2", "0.5", "0.11", "1.0", "1.00", "1.1", "1.2", "1.5", "1.50", "1.9", "2.0", "2.1", "3.0", "3.1", "5.0", "7.0", "7.5",
		"10.0", "11.0", "11.1", "12.1", "19.5", "20.21", "21.0", "21.1", "21.10", "100.0", "101.1", "1000000.0"}
	for n := range int64(311) {
		list = append(list, locale.FormatInt(locale.Tag{}, n))
	}
	return list
}

func TestPluralsAreThoseOfNode(t *testing.T) {
	order := []locale.Plural{locale.Zero, locale.One, locale.Two, locale.Few, locale.Many, locale.Other}
	for _, want := range nodeLocales(t) {
		tag, ok := want.parsed(t)
		if !ok || len(want.Forms) == 0 {
			continue
		}
		slices.SortFunc(want.Forms, func(a, b locale.Plural) int { return slices.Index(order, a) - slices.Index(order, b) })
		if diff := cmp.Diff(want.Forms, locale.PluralForms(tag)); diff != "" {
			t.Errorf("PluralForms(%s) (-node +ours):\n%s", want.Tag, diff)
		}
		for i, n := range numbers() {
			if got, err := locale.PluralOfDecimal(tag, n); err != nil || got != want.Of[i] {
				t.Errorf("PluralOfDecimal(%s, %s) = %s, %v, node has %s", want.Tag, n, got, err, want.Of[i])
			}
		}
	}
}

// goI18nDiffers names the rows in which go-i18n v2.7 is not CLDR 48, as Node shows
// in the test above.
var goI18nDiffers = map[string]string{
	"gl":  "go-i18n has many for millions",
	"vi":  "go-i18n has one for 0 and 1",
	"und": "go-i18n takes English",
}

func TestPluralsAreThoseOfGoI18n(t *testing.T) {
	bundle := i18n.NewBundle(locale.MustParse("en").Language())
	every := &i18n.Message{ID: "m", Zero: "zero", One: "one", Two: "two", Few: "few", Many: "many", Other: "other"}
	compared := 0
	for _, l := range locale.PluralLocales() {
		tag, err := locale.Parse(l)
		if err != nil || goI18nDiffers[l] != "" {
			continue
		}
		if err := bundle.AddMessages(tag.Language(), every); err != nil {
			continue // go-i18n has no rule for the language
		}
		localizer := i18n.NewLocalizer(bundle, l)
		compared++
		for _, n := range append(numbers(), "1e6", "2e6", "1.5e6", "1.2e3") {
			want, err := localizer.Localize(&i18n.LocalizeConfig{MessageID: "m", PluralCount: n})
			if err != nil {
				t.Errorf("go-i18n, %s of %s: %v", l, n, err)
				break
			}
			if got, err := locale.PluralOfDecimal(tag, n); err != nil || string(got) != want {
				t.Errorf("PluralOfDecimal(%s, %s) = %s, %v, go-i18n has %s", l, n, got, err, want)
			}
		}
	}
	t.Logf("%d languages compared", compared)
	if compared < 180 {
		t.Errorf("only %d languages compared", compared)
	}
}

func TestPluralOf(t *testing.T) {
	for _, c := range []struct {
		tag  string
		n    int64
		want locale.Plural
	}{
		{"ar", 0, locale.Zero}, {"ar", 1, locale.One}, {"ar", 2, locale.Two}, {"ar", 3, locale.Few},
		{"ar", 10, locale.Few}, {"ar", 11, locale.Many}, {"ar", 99, locale.Many}, {"ar", 100, locale.Other},
		{"ar-YE-u-nu-latn", 103, locale.Few}, {"ar", -2, locale.Two},
		{"fr", 0, locale.One}, {"fr", 1000000, locale.Many}, {"en-AU", 1, locale.One}, {"en", 0, locale.Other},
		{"pt", 0, locale.One}, {"pt-PT", 0, locale.Other}, {"sr-Latn", 3, locale.Few}, {"zh-TW", 1, locale.Other},
		{"und", 1, locale.Other}, {"tlh", 1, locale.Other},
		{"pl", -9223372036854775808, locale.Many},
	} {
		if got := locale.PluralOf(locale.MustParse(c.tag), c.n); got != c.want {
			t.Errorf("PluralOf(%s, %d) = %s, want %s", c.tag, c.n, got, c.want)
		}
	}
}

func TestPluralOfDecimalRefuses(t *testing.T) {
	for _, n := range []string{"", "-", ".5", "5.", "1,5", "٣", "1e", "1e99", "1e-3", "abc", "--1", "99999999999999999999", "0x10", "1_000", " 1"} {
		if got, err := locale.PluralOfDecimal(locale.MustParse("en"), n); err == nil {
			t.Errorf("PluralOfDecimal(en, %q) = %s, want an error", n, got)
		}
	}
}
