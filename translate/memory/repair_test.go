package memory

import (
	"testing"

	"diglot/translate/unit"

	"pgregory.net/rapid"
)

func TestRepairMatch(t *testing.T) {
	names := []Name{
		{Source: []string{"Hama"}, Target: []string{"حماة"}},
		{Source: []string{"Homs"}, Target: []string{"حمص"}},
		{Source: []string{"Syrian Army"}, Target: []string{"الجيش السوري"}},
		{Source: []string{"Turkish Army"}, Target: []string{"الجيش التركي"}},
	}
	tests := []struct{ name, source, target, asked, want string }{
		{"a number", "It lies 162 km away.", "تقع على بعد 162 كم.", "It lies 163 km away.", "تقع على بعد 163 كم."},
		{"in the target's digits", "It lies 162 km away.", "تقع على بعد ١٦٢ كم.", "It lies 163 km away.", "تقع على بعد ١٦٣ كم."},
		{"twice", "162 and 162", "162 ثم 162", "163 and 163", "163 ثم 163"},
		{"two numbers changing places", "from 15 to 20", "من 15 إلى 20", "from 20 to 15", "من 20 إلى 15"},
		{"a name", "They left Hama.", "غادروا حماة.", "They left Homs.", "غادروا حمص."},
		{"a name of two words", "The Syrian Army left.", "غادر الجيش السوري.", "The Turkish Army left.", "غادر الجيش التركي."},
		{"a date", "On December 5, 2024", "في 5 ديسمبر/كانون الأول 2024", "On March 12, 2025", "في 12 مارس/آذار 2025"},
		{"codes", "The <1>army</1> left 162.", "غادر <1>الجيش</1> 162.", "The <4>army</4> left 163.", "غادر <4>الجيش</4> 163."},
		{"codes alone", "The <1>army</1> left.", "غادر <1>الجيش</1>.", "The army left.", "غادر الجيش."},
		{"another plural form", "It has 5 doors.", "له 5 أبواب.", "It has 12 doors.", ""},
		{"a word", "The army left.", "غادر الجيش.", "The army stayed.", ""},
		{"a name that is not listed", "They left Rome.", "غادروا روما.", "They left Homs.", ""},
		{"a name with a prefix", "They are in Hama.", "إنهم بحماة.", "They are in Homs.", ""},
		{"a number that the target does not have", "It has 162 doors.", "له أبواب كثيرة.", "It has 163 doors.", ""},
		{"which of the two", "162 and 162", "162 ثم 162", "163 and 162", ""},
		{"case", "the army left 162.", "غادر الجيش 162.", "The army left 163.", ""},
		{"nothing", "The army left.", "غادر الجيش.", "The army left.", ""},
		{"a code without counterpart", "The army left 162.", "غادر الجيش 162.", "The <1/>army left 163.", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := unit.Match{Source: parse(t, test.source), Target: parse(t, test.target), Locale: ar}
			r, ok := RepairMatch(parse(t, test.asked), en, m, names)
			if ok != (test.want != "") || r.Target.String() != test.want {
				t.Errorf("%v %q, want %q", ok, r.Target.String(), test.want)
			}
			for _, c := range r.Changes {
				if c.Span.Start > c.Span.End || c.Span.End > len(r.Target.Content) {
					t.Errorf("change %+v lies outside", c)
				}
			}
		})
	}
}

// TestRepairOfAnything: it never panics, and codes stay in their order.
func TestRepairOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := unit.Match{Source: drawText(t, "source"), Target: drawText(t, "target"), Locale: ar}
		r, _ := RepairMatch(drawText(t, "asked"), en, m, nil)
		last := 0
		for _, c := range r.Target.Codes {
			if c.Offset < last || c.Offset > len(r.Target.Content) {
				t.Fatalf("codes %+v in %q", r.Target.Codes, r.Target.Content)
			}
			last = c.Offset
		}
	})
}
