package check

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diglot/translate/unit"
)

// The ledger reads as a duty editor would: what, where, found or not.
func TestFacts(t *testing.T) {
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		pair []Pair
		want string
	}{
		{
			"numbers, quantities, money and time",
			example("At 5 a.m. on Friday 1,200 people walked 85 miles for $3 and 40%.", "en", "في الساعة 5 فجر الجمعة سار 1300 شخص 137 كيلومترًا مقابل 3 $ و٤٠٪.", "ar"),
			`time found: 5 | 5
date found: Friday | الجمعة
number missing: 1,200 |
quantity found: 85 | 137 [mile]
money found: 3 | 3
percent found: 40 | ٤٠
number added:  | 1300`,
		},
		{
			"a quotation, its speaker, and names read by their consonants",
			example(`"We left Hama," said Walid Moualem in Damascus on 2 October 2018.`, "en", "قال وليد المعلم في دمشق يوم 2 أكتوبر 2018: «غادرنا حماة».", "ar"),
			`quotation found: "We left Hama," | «غادرنا حماة» by Walid Moualem
name unsure: Hama |
name found: Walid Moualem | وليد المعلم
name found: Damascus | دمشق
date found: 2 | 2
date found: October | أكتوبر
date found: 2018 | 2018`,
		},
		{
			"a name of two words that is gone",
			example("Then Scott Robinson came.", "en", "Ensuite il est venu.", "fr"),
			`name missing: Scott Robinson |`,
		},
	} {
		var lines []string
		p := &test.pair[0]
		for _, f := range c.Facts(p) {
			line := fmt.Sprintf("%s %s: %s | %s", f.Kind, f.Counterpart, p.Source.Content[f.Source.Start:f.Source.End], p.Target.Content[f.Target.Start:f.Target.End])
			if f.Unit != "" {
				line += " [" + f.Unit + "]"
			}
			if f.Speaker != (unit.Span{}) {
				line += " by " + p.Source.Content[f.Speaker.Start:f.Speaker.End]
			}
			lines = append(lines, strings.TrimRight(line, " "))
		}
		if diff := cmp.Diff(test.want, strings.Join(lines, "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}
