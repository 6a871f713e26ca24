package check

import (
	"slices"
	"strings"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Each case is a source, a target and what the checks say: CHECK.KEY in order, ""
// for nothing. Remarks count.
func TestCases(t *testing.T) {
	for _, c := range []struct{ from, to, source, target, want string }{
		// Numbers by value.
		{"en", "ar", "It cost 1,234.5 dollars.", "كلّف ١٬٢٣٤٫٥ دولار.", ""},
		{"en", "ar", "It cost 1,234.5 dollars.", "كلّف ١٬٢٣٤٫٦ دولار.", "numbers.changed"},
		{"en", "ar", "About 2.5 million fled.", "فرّ نحو 2.5 مليون.", ""},
		{"en", "ar", "About 2,500,000 fled.", "فرّ نحو 2.5 مليون.", ""},
		{"en", "ar", "About 2.5 million fled.", "فرّ نحو 2.5 مليار.", "numbers.changed"},
		{"en", "ar", "Some 18 people died.", "مات ثمانية عشر شخصًا.", ""},
		{"en", "ar", "Some 25 people died.", "مات خمسة وعشرون شخصًا.", ""},
		{"en", "ar", "The 34th time.", "المرة الرابعة والثلاثون.", ""},
		{"en", "ar", "He stayed 2 years.", "بقي سنتين.", ""},
		{"en", "ar", "The 2 cities fell.", "سقطت المدينتان.", ""},
		{"en", "ar", "keep 2 metres away", "ابتعد مترين", ""},
		{"en", "ar", "The 3 cities fell.", "سقطت المدينتان.", "numbers.missing"},
		{"en", "ar", "On 5 December 2024", "في 5 ديسمبر 2024", ""},
		{"en", "ar-SY", "On 5 December 2024", "في 5 كانون الأول 2024", ""},
		{"en", "de", "225 people", "zweihundertfünfundzwanzig Menschen", ""},
		{"en", "de", "an 18-year-old", "ein Achtzehnjähriger", ""},
		{"en", "fr", "95 people", "quatre-vingt-quinze personnes", ""},
		{"en", "fr", "It cost 375,000 dollars.", "Il a coûté 375 000 dollars.", ""},
		{"en", "es", "It cost $2,000.", "Costó 2.000 dólares.", ""},
		{"en", "es", "It cost $11 billion.", "Costó 11.000 millones de dólares.", ""},
		{"en", "ru", "48 points", "сорок восемь очков", ""},
		{"en", "tr", "48 points", "kırk sekiz puan", ""},
		{"en", "he", "48 points", "ארבעים ושמונה נקודות", ""},
		{"en", "fa", "48 points", "چهل و هشت امتیاز", ""},
		{"en", "ja", "120 million pounds", "1億2千万ポンド", ""},
		{"en", "zh", "120 million pounds", "1.2亿英镑", ""},
		{"en", "zh", "In January 2016", "2016年1月", ""},
		{"en", "de", "at 2:30 p.m.", "um 14:30 Uhr", ""},
		{"en", "de", "at 2:30 p.m.", "um 15:30 Uhr", "numbers.missing numbers.added"},
		{"en", "de", "in the 1930s", "in den 1930er Jahren", ""},
		{"en", "fr", "in the 1930s", "dans les années 30", ""},
		{"en", "ar", "in the 1930s", "في ثلاثينيات القرن العشرين", ""},
		{"en", "fr", "It is 85 miles away.", "C’est à 137 km.", ""},
		{"en", "fr", "It is 85 miles away.", "C’est à 85 km.", "units.unit"},
		{"en", "fr", "6 inches here, 2 to 4 inches there", "2 cm ici, de 6 à 4 cm là", "numbers.swapped units.unit units.unit units.unit"},
		{"en", "tr", "in the past two decades", "son 20 yıl içinde", ""},
		{"en", "fr", "at 11 a.m.", "à 11 h 00", ""},
		{"ar", "en", "مسافة 6 أقدام (1.8 م)", "6 feet (1.8 m) apart", ""},
		{"en", "fr", "They won 3-1.", "Ils ont gagné 1-3.", "numbers.swapped"},
		{"en", "fr", "Of 74 schools, 72% agreed.", "Sur 72 écoles, 74 % sont d’accord.", "numbers.swapped"},
		{"en", "ja", "About 40,000 cases were reported in 2018.", "2018年に約40,000件が報告された。", ""},
		{"en", "ar", "It cost $120.", "كلّف 120 €.", "units.currency"},
		// Dates.
		{"en", "ar", "On Friday", "يوم الجمعة", ""},
		{"en", "ar", "The army left on Friday night.", "غادر الجيش ليل الخميس.", "dates.weekday"},
		{"en", "de", "He came in May 2020.", "Er kam im März 2020.", "dates.month"},
		{"en", "ar-SY", "On 5 December 2024", "في 5 ديسمبر 2024", "dates.country"},
		{"en", "ar-YE", "On 5 December 2024", "في 5 ديسمبر 2024", ""},
		{"en", "en-GB", "Thursday 2 January 2025", "Tuesday 2 January 2025", "dates.weekday dates.no_such_day"},
		// Marks.
		{"en", "ar", "Did they leave?", "هل غادروا؟", ""},
		{"en", "ar", "Did they leave?", "هل غادروا.", "end_punct.different"},
		{"en", "ar", "They left.", "غادروا", "end_punct.missing"},
		{"en", "zh", "They left.", "他们走了。", ""},
		{"en", "ar", "Homs, Hama and Aleppo", "حمص, حماة وحلب", "punct_style.latin"},
		{"en", "ar", "Homs, Hama and Aleppo", "حمص ، حماة وحلب", "punct_space.before"},
		{"en", "de", `He said: "We won."`, "Er sagte: „Wir haben gewonnen.“", ""},
		{"en", "de", `He said: "We won."`, "Er sagte: „Wir haben gewonnen.", "quotes.unpaired"},
		{"en", "he", "The IDF left.", `צה"ל עזב.`, ""},
		{"en", "ar", "(Hama)", "(حماة", "brackets.unpaired"},
		{"en", "ar", "It fell (Hama).", "سقطت )حماة(.", "brackets.mirrored punct_space.inside"},
		{"en", "ar", "(It) fell (Hama).", "(هي) سقطت )حماة(.", "brackets.mirrored punct_space.inside"},
		{"en", "ar", "It fell (Hama).", "سقطت )حماة).", "brackets.unpaired punct_space.inside"},
		{"en", "ar", "• The army left", "غادر الجيش", "start_punct.missing"},
		// Letters and space.
		{"en", "fr", "The army left.", "l’armée est partie.", "case.small"},
		{"en", "fr", "The iPhone sold well.", "iPhone s’est bien vendu.", ""},
		{"en", "ru", "Moscow", "Мoсква", "mixed_script.letters"},
		{"en", "ar", "Hama fell.", " سقطت حماة.", "whitespace.leading"},
		{"en", "ar", "Hama fell.", "سقطت\u00A0 حماة.", "whitespace.double"},
		{"en", "ar", "Hama fell.", "سقطت حماة حماة.", "doubled_word.twice"},
		{"en", "de", "The people who sold the house", "Leute, die die Wohnung verkauften", ""},
		{"en", "tr", "He went at times.", "Zaman zaman gitti.", ""},
		{"en", "ar", "Hama fell.", "سقطت ح\u200Bماة.", "invisible.character"},
		{"en", "ar", "Café", "Ù…Ù‚Ù‡Ù‰", "corrupted.character corrupted.character corrupted.character corrupted.character"},
		{"en", "ar", "Hama fell.", "Hama fell.", "untranslated.same"},
		{"en", "ar", "New York Times", "New York Times", ""},
		{"en", "ar", "20 of 30", "٢٠ من 30", "numerals.mixed"},
		{"en", "ar-u-nu-arab", "20 of 30", "20 من 30", "numerals.system"},
		{"en", "ar-u-nu-arab", "20 of 30", "٢٠ من ٣٠", ""},
		{"en", "ar", "Hama fell in 1402 AH.", "سقطت حمـــاة عام 1402 هـ.", "punct_style.kashida"},
		{"en", "ar", "The F-16 has 2 engines.", "للطائرة F-16 محركان ٢.", ""},
		// Markup in the strings.
		{"en", "ar", "See <b>Hama</b>.", "انظر <b>حماة</b>.", ""},
		{"en", "ar", "See <b>Hama</b>.", "انظر <b>حماة.", "tags.missing tags.misnested"},
		{"en", "ar", "%d files of %s", "%d ملف من %s", ""},
		{"en", "ar", "%d files of %s", "%d ملف", "placeholders.missing"},
		{"en", "ar", "%s has %d files", "%d ملف لدى %s", "placeholders.order"},
		{"en", "ar", "%1$s has %2$d files", "%2$d ملف لدى %1$s", ""},
		{"en", "de", "{n, plural, one {# file} other {# files}}", "{n, plural, one {# Datei} other {# Dateien}}", ""},
		{"en", "ru", "{n, plural, one {# file} other {# files}}", "{n, plural, one {# файл} other {# файла}}", "placeholders.form placeholders.form"},
		{"en", "de", "{n, plural, one {# file} other {# files}}", "{n, select, one {# Datei} other {# Dateien}}", "placeholders.missing"},
		{"en", "tr", "68% of them", "%68'i", ""},
		{"en", "ar", "See https://example.org/a?b=1.", "انظر https://example.org/a?b=2.", "url.missing url.added"},
	} {
		got := keysOf(t, c.from, c.to, c.source, c.target)
		want := strings.Fields(c.want)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s→%s %q / %q: got %v, want %v", c.from, c.to, c.source, c.target, got, want)
		}
	}
}

func keysOf(t *testing.T, from, to, source, target string) []string {
	t.Helper()
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, i := range c.Check(&Pair{
		SourceLocale: locale.MustParse(from), Source: unit.Plain(source),
		TargetLocale: locale.MustParse(to), Target: unit.Plain(target),
	}) {
		keys = append(keys, i.Check+"."+i.Key)
	}
	slices.Sort(keys)
	return keys
}

// Inline codes are compared as codes, and what the format allows is honoured.
func TestCodes(t *testing.T) {
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	open, closing := unit.Code{ID: 1, Kind: unit.Open, Offset: 4}, unit.Code{ID: 1, Kind: unit.Close, Offset: 8}
	fixed := unit.Code{ID: 2, Offset: 0, NoDelete: true, NoCopy: true}
	en, ar := locale.MustParse("en"), locale.MustParse("ar")
	for _, test := range []struct {
		name           string
		source, target []unit.Code
		want           string
	}{
		{"same", []unit.Code{open, closing}, []unit.Code{open, closing}, ""},
		{"lost", []unit.Code{fixed}, nil, "missing error"},
		{"may be deleted", []unit.Code{{ID: 2}}, nil, "missing warning"},
		{"half a pair", []unit.Code{open, closing}, []unit.Code{open}, "misnested error, missing warning"},
		{"turned round", []unit.Code{open, closing}, []unit.Code{closing, open}, "misnested error"},
		{"copied", []unit.Code{{ID: 2}}, []unit.Code{{ID: 2}, {ID: 2}}, "added info"},
		{"copied against the rule", []unit.Code{fixed}, []unit.Code{fixed, fixed}, "added error"},
		{"made up", nil, []unit.Code{{ID: 9}}, "added error"},
		{"moved against the rule", []unit.Code{{ID: 1, NoReorder: true}, {ID: 2, NoReorder: true}}, []unit.Code{{ID: 2}, {ID: 1}}, "moved error"},
	} {
		var got []string
		for _, i := range c.Check(&Pair{SourceLocale: en, TargetLocale: ar, Source: unit.Text{Content: "The army left", Codes: test.source}, Target: unit.Text{Content: "غادر الجيش", Codes: test.target}}) {
			got = append(got, i.Key+" "+i.Severity.String())
		}
		slices.Sort(got)
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: got %v, want %q", test.name, got, test.want)
		}
	}
}
