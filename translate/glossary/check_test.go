package glossary

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

func checkGlossary() *Glossary {
	diglot := concept("diglot", "en:^Diglot", "ar:^Diglot")
	diglot.DoNotTranslate = true
	return New([]Concept{
		diglot,
		concept("hama", "en:^Hama", "ar:حماة", "ar:!حماه"),
		concept("regime", "en:regime", "ar:نظام", "ar:!سلطة", "ar:~حكم"),
		concept("city", "en:city", "ar:مدينة", "fr:ville"),
		concept("police", "en:police", "fr:police"),
		concept("island", "en:island", "ar:جزيرة", "ar:!شبه جزيرة"),
		concept("open", "en:undecided", "ar:!قديم"),
		concept("war", "en:war", "de:Krieg", "de:!Konflikt"),
	})
}

func TestCheck(t *testing.T) {
	tests := []struct {
		name, tag, source, target string
		want                      []string
	}{
		{"right", "ar", "The regime left Hama.", "غادر النظامُ حماة", nil},
		{"missing", "ar", "The regime left.", "غادر الجيش", []string{"regime warning missing want=نظام source=[regime] target=[]"}},
		{"forbidden", "ar", "The regime left.", "غادرت السلطة", []string{"regime error forbidden want=نظام found=السلطة source=[regime] target=[السلطة]"}},
		{"deprecated", "ar", "The regime left.", "انتهى الحكم", []string{"regime warning forbidden want=نظام found=الحكم source=[regime] target=[الحكم]"}},
		{"forbidden beside the right one", "ar", "The regime left.", "ترك النظام السلطة", nil},
		{"source left in", "ar", "Hama fell.", "سقطت Hama", []string{"hama error source-left-in want=حماة found=Hama source=[Hama] target=[Hama]"}},
		{"source left in, glued", "ar", "The cities fell.", "سقطت الcities", []string{"city error source-left-in want=مدينة found=cities source=[cities] target=[cities]"}},
		{"the same word in both", "fr", "The police came.", "La police est venue.", nil},
		{"fewer", "ar", "One city, two cities, a city.", "مدينة ومدينتان", []string{"city info fewer want=مدينة found=مدينة count=3 source=[city cities city] target=[مدينة ومدينتان]"}},
		{"untouched", "ar", "Diglot's page", "صفحة Diglot", nil},
		{"untouched, with a clitic", "ar", "of Diglot", "لDiglot", nil},
		{"translated", "ar", "Diglot is here", "ثنائي اللغة هنا", []string{"diglot error do-not-translate want=Diglot source=[Diglot] target=[]"}},
		{"inside another word", "ar", "Diglot is here", "Diglottic هنا", []string{"diglot error do-not-translate want=Diglot source=[Diglot] target=[]"}},
		{"nobody has decided", "fr", "Hama, undecided", "Rien", nil},
		{"only forbidden terms", "ar", "undecided", "قديم", []string{"open error avoid want= found=قديم source=[undecided] target=[قديم]"}},
		{"in a compound", "de", "the war", "der Bürgerkrieg", nil},
		{"a compound is no forbidden term", "de", "the war", "die Konfliktlösung", []string{"war warning missing want=Krieg source=[war] target=[]"}},
		{"a part of a forbidden term", "ar", "an island", "شبه جزيرة", []string{"island error forbidden want=جزيرة found=شبه جزيرة source=[island] target=[شبه جزيرة]"}},
		{"beside a forbidden term", "ar", "an island", "جزيرة وشبه جزيرة", nil},
		{"empty", "ar", "", "", nil},
	}
	g := checkGlossary()
	for _, test := range tests {
		var got []string
		for _, i := range g.Check(unit.Plain(test.source), unit.Plain(test.target), locale.MustParse("en"), locale.MustParse(test.tag)) {
			got = append(got, describe(i, test.source, test.target))
		}
		if d := cmp.Diff(test.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, d)
		}
	}
}

func describe(i unit.Issue, source, target string) string {
	s := fmt.Sprintf("%s %s %s want=%s", i.Term, i.Severity, i.Key, i.Args["want"])
	if i.Args["found"] != "" {
		s += " found=" + i.Args["found"]
	}
	if i.Count > 0 {
		s += fmt.Sprint(" count=", i.Count)
	}
	return s + " source=[" + spans(source, i.Source) + "] target=[" + spans(target, i.Target) + "]"
}

func spans(text string, all []unit.Span) string {
	var parts []string
	for _, s := range all {
		parts = append(parts, text[s.Start:s.End])
	}
	return strings.Join(parts, " ")
}

func TestRenderings(t *testing.T) {
	g := checkGlossary()
	en, ar := locale.MustParse("en"), locale.MustParse("ar")
	source := unit.Plain("The regime, the cities, Hama and the undecided regime")
	target := unit.Plain("النظام والسلطة والنظام ومدنها في Hama")
	var got []string
	for _, r := range g.Renderings(source, target, en, ar) {
		got = append(got, fmt.Sprintf("%s %s=%s (%s) %s", r.Concept, r.Source, r.Found, r.Term, r.Status))
	}
	want := []string{
		"regime regime=النظام (نظام) preferred",
		"regime regime=والسلطة (سلطة) forbidden",
		"city cities=ومدنها (مدينة) preferred",
		"hama Hama=Hama () source-left-in",
		"open undecided= () unknown",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// One glossary serves several goroutines; the race detector looks on.
func TestConcurrent(t *testing.T) {
	g := checkGlossary()
	var wait sync.WaitGroup
	for _, tag := range []string{"ar", "fr", "de", "ar-YE", "ar", "en"} {
		wait.Go(func() {
			for i := range 50 {
				source := unit.Plain(fmt.Sprintf("The regime left city %d, word%d of Hama.", i, i))
				g.Check(source, unit.Plain("غادر النظام مدينة حماة"), locale.MustParse("en"), locale.MustParse(tag))
			}
		})
	}
	wait.Wait()
}
