package glossary

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diglot/translate/locale"
)

func TestXLSX(t *testing.T) {
	want := []Concept{{
		ID: "army", Note: "house style", Type: "organisation",
		Terms: []Term{
			{Locale: locale.MustParse("en"), Text: "=Army", Status: Preferred, CaseSensitive: true, Note: "@x"},
			{Locale: locale.MustParse("ar"), Text: "الجيش", Status: Forbidden},
		},
	}}
	var first, second bytes.Buffer
	for _, w := range []*bytes.Buffer{&first, &second} {
		if err := WriteXLSX(w, want); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same glossary gives other bytes when it is written again")
	}
	got, err := ReadXLSX(&first, "g.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b locale.Tag) bool { return a == b })); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestXLSXRefusesWhatIsNone(t *testing.T) {
	for name, data := range map[string]string{"text": "concept,locale", "empty": "", "zip": "PK\x03\x04 broken"} {
		if _, err := ReadXLSX(strings.NewReader(data), "g.xlsx"); err == nil || !strings.Contains(err.Error(), "g.xlsx") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}
