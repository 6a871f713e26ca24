package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// inDocument gives what the checks of documents say, a line for each finding:
// the pair's number, CHECK.KEY and the arguments in the order of their names.
func inDocument(t *testing.T, pairs []Pair) string {
	t.Helper()
	c, err := New(Options{On: []string{"harakat"}})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for i, issues := range c.Document(pairs) {
		for _, issue := range issues {
			line := fmt.Sprintf("%d %s.%s", i+1, issue.Check, issue.Key)
			for _, name := range sortedKeys(issue.Args) {
				line += " " + issue.Args[name]
			}
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "; ")
}

func TestPlurals(t *testing.T) {
	for _, test := range []struct{ name, from, to, keys, want string }{
		{"complete", "en", "ar", "n[zero] n[one] n[two] n[few] n[many] n[other]", ""},
		{"two of six", "en", "ar", "n[one] n[other]", "2 plurals.missing zero, two, few, many n"},
		{"two of one", "en", "zh", "n[one] n[other]", ""},
		{"numbers stand for forms", "en", "ar", "n[=0] n[one] n[=2] n[few] n[many] n[other]", ""},
		{"no number stands for few", "en", "ar", "n[0] n[one] n[two] n[3] n[many] n[other]", "6 plurals.missing few n"},
		{"one of Russian is 21 too", "ja", "ru", "n[=1] n[few] n[many] n[other]", "4 plurals.missing one n"},
		{"a form of the source without letters", "en", "de", "n[other] m", ""},
		{"a source of one form", "ja", "en", "n[other]", "1 plurals.missing one n"},
		{"many for millions", "en", "fr", "n[one] n[other]", ""},
		{"one form not translated", "en", "de", "n[one] -n[other]", "2 plurals.untranslated other"},
		{"a form that the target has no use for", "en", "zh", "-n[one] n[other]", ""},
		{"nothing translated", "en", "ar", "-n[one] -n[other]", ""},
		{"a choice by gender", "en", "ar", "n[female] n[male] n[other]", ""},
		{"ranks", "en", "ru", "n[one] n[two] n[few] n[other]", ""},
		{"two messages", "en", "ru", "a[one] b[one] a[other] b[other]", "3 plurals.missing few, many a; 4 plurals.missing few, many b"},
		{"two arguments", "en", "ru", "a[x_one] a[x_other] a[y_one] a[y_few] a[y_many] a[y_other]", "2 plurals.missing few, many a[x]"},
		{"within a choice", "en", "ru", "a[f][one] a[f][other] a[m]", "2 plurals.missing few, many a[f]"},
		{"stringsdict", "en", "ru", "a/n/one a/n/other", "2 plurals.missing few, many a/n"},
		{"items of a list", "en", "ru", "a[0] a[1]", ""},
		{"no keys", "en", "ru", "", ""},
	} {
		var pairs []Pair
		for i, key := range strings.Fields(test.keys) {
			key, absent := strings.CutPrefix(strings.ReplaceAll(key, "_", " "), "-")
			p := Pair{SourceLocale: locale.MustParse(test.from), TargetLocale: locale.MustParse(test.to), Key: key, Absent: absent,
				Source: unit.Plain(fmt.Sprintf("source %d", i)), Target: unit.Plain(fmt.Sprintf("target %d", i))}
			if absent {
				p.Target = unit.Text{}
			}
			pairs = append(pairs, p)
		}
		if got := inDocument(t, pairs); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// inArabic gives a document of targets, all of them of different sources.
func inArabic(to string, targets ...string) []Pair {
	var pairs []Pair
	for i, target := range targets {
		pairs = append(pairs, example(fmt.Sprintf("source %c", 'a'+i), "en", target, to)...)
	}
	return pairs
}

func TestOtherNumerals(t *testing.T) {
	for _, test := range []struct {
		name, to string
		targets  []string
		want     string
	}{
		{"one system", "ar", []string{"عام 2024", "في 30 حزيران"}, ""},
		{"the fewer are named", "ar", []string{"عام ٢٠٢٤", "في 30 حزيران", "قتل 7", "مات ٨", "جاء 9"}, "1 numerals.document 30 ٢٠٢٤"},
		{"of two the first is the house", "fa", []string{"سال ۲۰۲۴", "در 30"}, "2 numerals.document ۲۰۲۴ 30"},
		{"names in Latin letters", "ar", []string{"طائرة F-16", "عام ٢٠٢٤", "مجموعة G20"}, ""},
		{"links", "ar", []string{"https://example.org/2024", "عام ٢٠٢٤"}, ""},
		{"the locale says it", "ar-u-nu-arab", []string{"عام ٢٠٢٤", "في 30 حزيران"}, ""},
	} {
		if got := inDocument(t, inArabic(test.to, test.targets...)); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestHarakat(t *testing.T) {
	for _, test := range []struct {
		name, to string
		targets  []string
		want     string
	}{
		{"all with", "ar", []string{"جاء أيضًا", "ذهب أيضًا."}, ""},
		{"all without", "ar", []string{"جاء أيضا", "ذهب أيضا."}, ""},
		{"first with", "ar", []string{"جاء أيضًا", "ذهب أيضا.", "أيضًا"}, "2 harakat.both أيضًا أيضا"},
		{"first without", "ar", []string{"محمد", "جاء محمّد", "ذهب محمد"}, "2 harakat.both محمد محمّد"},
		{"in one text", "ar", []string{"محمّد ومحمد محمد"}, "1 harakat.both محمّد محمد"},
		{"two words told apart", "ar", []string{"عَلَم", "عِلْم"}, ""},
		{"another language", "fa", []string{"محمّد", "محمد"}, ""},
	} {
		if got := inDocument(t, inArabic(test.to, test.targets...)); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// The forms of one message may differ where their sources do not, and be the same
// where their sources differ.
func TestConsistencyOfForms(t *testing.T) {
	files := example("%d files", "en", "%d ملفات", "ar")[0]
	other := example("%d files", "en", "%d ملفًا", "ar")[0]
	files.Key, other.Key = "n[3]", "n[4]"
	if got := inDocument(t, []Pair{files, other}); got != "" {
		t.Errorf("forms of one message: %s", got)
	}
	other.Key = "m[4]"
	if got := inDocument(t, []Pair{files, other}); !strings.Contains(got, "2 consistency.target") {
		t.Errorf("forms of two messages: got %q", got)
	}
}

// Whatever the keys and texts: places lie within their texts, and the same texts
// give the same findings.
func TestDocumentHolds(t *testing.T) {
	c, err := New(Options{On: []string{"harakat"}})
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.StringMatching(`[ab]?(\[[ n=]{0,2}(one|two|other|0|99999999999999999999)?\]|/many|\[|\])?`)
		text := rapid.StringMatching(`[محًّ ]{0,4}[٢3 a]{0,3}`)
		to := rapid.SampledFrom([]string{"ar", "ru", "fa", "en", "und"})
		var pairs []Pair
		for range rapid.IntRange(0, 8).Draw(t, "n") {
			p := example(text.Draw(t, "source"), "en", text.Draw(t, "target"), to.Draw(t, "to"))[0]
			p.Key, p.Absent = key.Draw(t, "key"), rapid.Bool().Draw(t, "absent")
			pairs = append(pairs, p)
		}
		first, again := c.Document(pairs), c.Document(pairs)
		for i, issues := range first {
			for k, issue := range issues {
				if fmt.Sprint(issue) != fmt.Sprint(again[i][k]) {
					t.Fatalf("two runs differ: %v and %v", issue, again[i][k])
				}
				if slices.ContainsFunc(issue.Target, func(s unit.Span) bool { return s.Start >= s.End || s.End > len(pairs[i].Target.Content) }) {
					t.Fatalf("a place outside of the text: %v", issue)
				}
			}
		}
	})
}
