package memory

import (
	"strings"
	"testing"
	"time"

	"diglot/translate/unit"
)

func TestSuperseded(t *testing.T) {
	entry := func(origin, source, previous string, year int) Entry {
		return Entry{Origin: origin, Source: unit.Plain(source), Previous: previous, Modified: time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)}
	}
	entries := []Entry{entry("1", "a", "", 2024), entry("2", "a", "", 2020), entry("3", "a", "p", 2023), entry("4", "b", "", 2020),
		entry("5", "a", "", 2024)}
	for policy, want := range map[Duplicates]string{KeepAll: "", ByContext: "1 2", Newest: "1 2 3"} {
		var got []string
		for e, err := range Superseded(sequence(entries), policy) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, e.Origin)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", policy, got, want)
		}
	}
}
