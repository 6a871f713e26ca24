package locale_test

import (
	"testing"

	"diglot/translate/locale"
)

func TestDigitsAreThoseOfNode(t *testing.T) {
	for _, want := range nodeLocales(t) {
		tag, ok := want.parsed(t)
		if !ok {
			continue
		}
		if got := string(locale.Digits(tag)); got != want.Digits {
			t.Errorf("Digits(%s) = %s, node has %s", want.Tag, got, want.Digits)
		}
		if got := locale.FormatInt(tag, 2024); got != want.Year {
			t.Errorf("FormatInt(%s, 2024) = %s, node has %s", want.Tag, got, want.Year)
		}
	}
}

func TestDigits(t *testing.T) {
	for _, c := range []struct {
		tag  string
		n    int64
		want string
	}{
		{"ar", 2024, "2024"},
		{"ar-YE", 2024, "٢٠٢٤"},
		{"ar-SA", 0, "٠"},
		{"ar-MA", 2024, "2024"},
		{"ar-Arab-EG", 7, "٧"},
		{"ar-u-nu-arab", 2024, "٢٠٢٤"},
		{"ar-YE-u-nu-latn", 2024, "2024"},
		{"ar-YE-u-nu-roman", 2024, "٢٠٢٤"}, // no row of ten digits: the default stands
		{"fa", 1403, "۱۴۰۳"},
		{"ur", 5, "5"},
		{"pa-PK", 5, "۵"},
		{"en-u-nu-thai", 10, "๑๐"},
		{"und", 5, "5"},
		{"ar-EG", -5, "\u061c-٥"},
		{"he", -5, "\u200e-5"},
		{"en", -9223372036854775808, "-9223372036854775808"},
	} {
		if got := locale.FormatInt(locale.MustParse(c.tag), c.n); got != c.want {
			t.Errorf("FormatInt(%s, %d) = %+q, want %+q", c.tag, c.n, got, c.want)
		}
	}
}

func TestZeroOfAnUnknownSystem(t *testing.T) {
	if got := locale.NumberingSystem("hanidec").Zero(); got != '0' {
		t.Errorf("zero of hanidec = %q", got)
	}
}
