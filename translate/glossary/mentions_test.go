package glossary

import (
	"fmt"
	"strings"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

func TestMentions(t *testing.T) {
	en, ar := locale.MustParse("en"), locale.MustParse("ar")
	g := New([]Concept{
		{ID: "sdf", Terms: []Term{
			{Locale: en, Text: "SDF", Status: Preferred},
			{Locale: ar, Text: "قوات سوريا الديمقراطية", Status: Preferred, Use: FirstMention},
			{Locale: ar, Text: "قسد", Status: Preferred, Use: LaterMention},
		}},
		{ID: "un", Terms: []Term{
			{Locale: en, Text: "UN", Status: Preferred},
			{Locale: ar, Text: "الأمم المتحدة", Status: Preferred, Use: FirstMention},
			{Locale: ar, Text: "المنظمة", Status: Admitted},
		}},
		{ID: "army", Terms: []Term{
			{Locale: en, Text: "army", Status: Preferred},
			{Locale: ar, Text: "الجيش", Status: Preferred, Use: LaterMention},
		}},
	})
	for _, test := range []struct{ name, texts, want string }{
		{"as it should be", "The SDF came. = جاءت قوات سوريا الديمقراطية. | The SDF left. = غادرت قسد.", ""},
		{"the short form first", "The SDF came. = جاءت قسد. | The SDF left. = غادرت قوات سوريا الديمقراطية.", "1 sdf first قسد"},
		{"once only", "The SDF came. = جاءت قسد. | The SDF left. = غادرت قسد.", "1 sdf first قسد"},
		{"both in one text", "The SDF came. = جاءت قوات سوريا الديمقراطية (قسد).", ""},
		{"both, the wrong way round", "The SDF came. = جاءت قسد (قوات سوريا الديمقراطية).", "1 sdf first قسد"},
		{"with a clitic", "He and the SDF came. = جاء هو وقسد.", "1 sdf first وقسد"},
		{"a term that is missing is no mention", "The SDF came. = جاؤوا. | The SDF left. = غادرت قسد.", "2 sdf first قسد"},
		{"a term for any mention", "The UN came. = جاءت المنظمة.", ""},
		{"no form for the first", "The army came. = جاء الجيش.", ""},
		{"nothing of it in the source", "They came. = جاءت قسد.", ""},
	} {
		var sources, targets []unit.Text
		for _, pair := range strings.Split(test.texts, " | ") {
			source, target, _ := strings.Cut(pair, " = ")
			sources, targets = append(sources, unit.Plain(source)), append(targets, unit.Plain(target))
		}
		var got []string
		for i, issues := range g.Mentions(sources, targets, en, ar) {
			for _, x := range issues {
				got = append(got, fmt.Sprintf("%d %s %s %s", i+1, x.Term, x.Key, x.Args["found"]))
			}
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%s: got %q, want %q", test.name, s, test.want)
		}
	}
}
