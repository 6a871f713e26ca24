package memory

import (
	"strings"
	"testing"

	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
)

func TestDoubts(t *testing.T) {
	tests := []struct {
		name, source, target string
		to                   string
		want                 []Doubt
	}{
		{"good", "The army left Hama on 5 December 2024.", "غادر الجيش حماة في ٥ ديسمبر ٢٠٢٤.", "ar", nil},
		{"good with thousands", "It cost 12,500 dollars in all.", "Cela a coûté 12 500 dollars en tout.", "fr", nil},
		{"good with a name", "Barran Press reports", "Barran Press تنقل", "ar", nil},
		{"good quotes", "He said “no” — once.", "Il a dit « non » — une fois : « où ».", "fr", nil},
		{"good and short", "Hama", "Hama", "fr", nil},
		{"empty", "Hama", " ", "fr", []Doubt{{EmptySide, "target"}}},
		{"untranslated", "The army left the city.", "the army left the  city.", "fr", []Doubt{{Untranslated, "5 words"}}},
		{"wrong script", "The army left it.", "Le gouvernement a dit", "ar", []Doubt{{WrongScript, "18 of 18 letters"}}},
		{"too short", "The army of the country left the city on the river.", "غادر", "ar", []Doubt{{LengthRatio, "40 and 4 letters"}}},
		{"another number", "It lies 162 km away.", "تقع على بعد ١٢٦ كم.", "ar", []Doubt{{NumberMismatch, "162 126"}}},
		{"a lost number", "In 2024 they left.", "غادروا حينها هنا.", "ar", []Doubt{{NumberMismatch, "2024"}}},
		{"misread French", "The summer", "L’Ã©tÃ© est lÃ  bas", "fr", []Doubt{{EncodingDamage, "Ã©"}}},
		{"misread Arabic", "Hama", "Ø\u00adÙ…Ø§Ø©", "fr", []Doubt{{EncodingDamage, "Ø\u00adÙ…Ø§Ø©"}}},
		{"lost letters", "Hama", "????", "ar", []Doubt{{EncodingDamage, "????"}}},
		{"a replacement character", "Hama", "حما\uFFFD", "ar", []Doubt{{EncodingDamage, "U+FFFD"}}},
		{"codes", "<1>Hama</1>", "<1>حماة", "ar", []Doubt{{UnbalancedMarkup, "2 and 1"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := Entry{SourceLocale: en, Source: parse(t, test.source), Target: parse(t, test.target)}
			if err := e.TargetLocale.UnmarshalText([]byte(test.to)); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, Doubts(e)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCleanFindsSeveralTargets(t *testing.T) {
	entry := func(origin, target, previous string) Entry {
		return Entry{Origin: origin, Source: unit.Plain("Share"), Target: unit.Plain(target), Previous: previous}
	}
	var got []string
	for s, err := range Clean(sequence([]Entry{entry("1", "a", ""), entry("2", "a", ""), entry("3", "b", ""), entry("4", "c", "p")})) {
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range s.Doubts {
			got = append(got, s.Entry.Origin+" "+string(d.Reason)+" "+d.Detail)
		}
	}
	if diff := cmp.Diff("3 several-targets 1", strings.Join(got, "; ")); diff != "" {
		t.Error(diff)
	}
}
