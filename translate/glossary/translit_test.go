package glossary

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSpells(t *testing.T) {
	tests := []struct{ rules, arabic, latin, want string }{
		{"house", "الأسد", "al-Assad", ""},
		{"house", "الأسد", "Al Asad", "ال Al not al-"},
		{"house", "القامشلي", "Qamishli", ""},
		{"house", "الأسد", "Assad", ""},
		{"house", "القامشلي", "al-Qamishli", ""},
		{"house", "القامشلي", "al-Kamishli", "ق k not q"},
		{"house", "حماة", "Hama", ""},
		{"house", "حماة", "Hamah", "ة ah not a"},
		{"house", "حماة", "Hamas", "no"},
		{"house", "حماس", "Hamas", ""},
		{"house", "إدلب", "Idlib", ""},
		{"house", "إدلب", "Idleb", ""},
		{"house", "خالد", "Khalid", ""},
		{"house", "خالد", "Halid", "خ h not kh"},
		{"house", "شعبان", "Shaaban", ""},
		{"house", "شعبان", "Chaabane", "ش ch not sh"},
		{"house", "محمد", "Muhammad", ""},
		{"house", "محمد", "Ahmad", "no"},
		{"house", "دمشق", "London", "no"},
		{"bgn", "حماة", "Ḩamāh", ""},
		{"bgn", "حماة", "Hama", "ح h not ḩ; ة  not ah"},
		{"bgn", "الشام", "Ash Shām", ""},
	}
	for _, test := range tests {
		rules, err := Romanisations(test.rules)
		if err != nil {
			t.Fatal(err)
		}
		deviations, ok := rules.Spells(test.arabic, test.latin)
		var parts []string
		for _, d := range deviations {
			parts = append(parts, fmt.Sprintf("%s %s not %s", d.Letter, d.Found, d.House))
		}
		got := strings.Join(parts, "; ")
		if !ok {
			got = "no"
		}
		if got != test.want {
			t.Errorf("%s: %s as %s: got %q, want %q", test.rules, test.arabic, test.latin, got, test.want)
		}
	}
}

func TestNames(t *testing.T) {
	rules, err := Romanisations("house")
	if err != nil {
		t.Fatal(err)
	}
	units := bitext(`
	Sources in Qamishli said so. | قالت مصادر في قامشلي ذلك.
	The road to Kamishli is open. | الطريق إلى قامشلي مفتوح.
	Qamishli waits. | وقامشلي تنتظر.
	The town of Saraqib fell. | سقطت بلدة سراقب.
	London waits. | تنتظر لندن.`)
	var got []string
	for _, n := range rules.Names(units, false) {
		for _, s := range n.Spellings {
			got = append(got, fmt.Sprint(n.Arabic, " ", s.Text, " ", s.Units, " ", len(s.Deviations)))
		}
	}
	want := []string{"سراقب Saraqib [u4] 0", "قامشلي Qamishli [u1 u3] 0", "قامشلي Kamishli [u2] 1", "لندن London [u5] 0"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestReadRomanisation(t *testing.T) {
	tests := []struct{ rules, want string }{
		{"", "r.txt: no rules"},
		{"ق q", "r.txt:1: want a line"},
		{"# x\nقق = q", "r.txt:2: want a line"},
		{"ق = , k", "r.txt:1: how does the house write ق"},
		{"ق = q", "r.txt: no rules for the letters or for ال"},
	}
	for _, test := range tests {
		if _, err := ReadRomanisation(strings.NewReader(test.rules), "r.txt"); err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%q: got %v, want %s…", test.rules, err, test.want)
		}
	}
	if _, err := Romanisations("iso"); err == nil {
		t.Error("iso is not known and gave no error")
	}
}
