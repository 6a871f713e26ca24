package locale_test

import (
	"testing"

	"diglot/translate/locale"

	"github.com/google/go-cmp/cmp"
)

func TestMonthsAreThoseOfNode(t *testing.T) {
	list := locale.MonthLocales()
	for _, region := range []string{"001", "AE", "BH", "DJ", "EG", "ER", "IL", "KM", "KW", "LY", "OM", "QA", "SA", "SD", "SO", "SS", "TD", "YE"} {
		list = append(list, "ar-"+region)
	}
	list = append(list, "en-GB", "fr-CA", "es-MX", "pt-BR", "pt-PT", "de-CH")
	var node map[string][12]string
	askNode(t, `answer(Object.fromEntries(`+asJSON(t, list)+`.map(l => {
		const f = new Intl.DateTimeFormat(l + '-u-ca-gregory', {day: 'numeric', month: 'long', timeZone: 'UTC'});
		return [l, [...Array(12).keys()].map(m => f.formatToParts(Date.UTC(2024, m, 15)).find(p => p.type === 'month').value)];
	})))`, &node)
	if len(node) != len(list) {
		t.Fatalf("node answered for %d of %d locales", len(node), len(list))
	}
	for tag, want := range node {
		got, ok := locale.Months(locale.MustParse(tag))
		if diff := cmp.Diff(want, got); !ok || diff != "" {
			t.Errorf("Months(%s) %v (-node +ours):\n%s", tag, ok, diff)
		}
	}
}

func TestMonths(t *testing.T) {
	for tag, december := range map[string]string{
		"ar": "ديسمبر", "ar-YE": "ديسمبر", "ar-SA": "ديسمبر", "ar-SY": "كانون الأول", "ar-IQ-u-nu-latn": "كانون الأول",
		"ar-MA": "دجنبر", "ar-MR": "دجمبر", "ar-DZ": "ديسمبر", "en-AU": "December",
	} {
		if got, _ := locale.Months(locale.MustParse(tag)); got[11] != december {
			t.Errorf("December in %s = %s, want %s", tag, got[11], december)
		}
	}
	for _, tag := range []string{"und", "sw", "uz-Arab", "zh"} {
		if got, ok := locale.Months(locale.MustParse(tag)); ok {
			t.Errorf("Months(%s) = %s, want none", tag, got)
		}
	}
}

func TestSpaceBetweenSentences(t *testing.T) {
	for tag, want := range map[string]bool{
		"zh": false, "zh-TW": false, "ja": false, "yue": false, "bo": false,
		"en": true, "ar": true, "ko": true, "th": true, "und": true,
	} {
		if got := locale.SpaceBetweenSentences(locale.MustParse(tag)); got != want {
			t.Errorf("SpaceBetweenSentences(%s) = %v", tag, got)
		}
	}
}

func TestQuotesOf(t *testing.T) {
	for tag, want := range map[string]locale.Quotes{
		"en":    {Open: "“", Close: "”", InnerOpen: "‘", InnerClose: "’"},
		"ar-YE": {Open: "”", Close: "“", InnerOpen: "’", InnerClose: "‘"},
		"fr":    {Open: "«", Close: "»", InnerOpen: "«", InnerClose: "»"},
		"fr-CH": {Open: "«", Close: "»", InnerOpen: "‹", InnerClose: "›"},
		"de-AT": {Open: "„", Close: "“", InnerOpen: "‚", InnerClose: "‘"},
		"zh-TW": {Open: "「", Close: "」", InnerOpen: "『", InnerClose: "』"},
		"zh":    {Open: "“", Close: "”", InnerOpen: "‘", InnerClose: "’"},
		"tlh":   {Open: "“", Close: "”", InnerOpen: "‘", InnerClose: "’"},
	} {
		if got := locale.QuotesOf(locale.MustParse(tag)); got != want {
			t.Errorf("QuotesOf(%s) = %v, want %v", tag, got, want)
		}
	}
}
