package memory

import (
	"testing"

	"diglot/translate/unit"
)

func TestFragments(t *testing.T) {
	entry := func(source, target string) Entry {
		return Entry{Source: unit.Plain(source), Target: unit.Plain(target)}
	}
	entries := []Entry{
		entry("Troops entered the Hama Military Airport on Friday.", "دخلت القوات مطار حماة العسكري يوم الجمعة."),
		entry("The Hama Military Airport is old.", "مطار حماة العسكري قديم."),
		entry("The Hama Military Airport is old.", "مطار حماة العسكري قديم."),
		entry("It is the city of the year.", "إنها مدينة العام."),
	}
	asked := unit.Plain("Later that day the Hama Military Airport fell, in the city of the north.")
	got, err := Fragments(asked, sequence(entries))
	if err != nil || len(got) != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	f := got[0]
	if s := asked.Content[f.Span.Start:f.Span.End]; s != "the Hama Military Airport" || f.Words != 3 {
		t.Errorf("%q with %d content words", s, f.Words)
	}
	if f.Translation != "مطار حماة العسكري" || len(f.Entries) != 2 {
		t.Errorf("translation %q out of %d entries", f.Translation, len(f.Entries))
	}
	if got, _ := Fragments(asked, sequence(entries[3:])); len(got) != 0 {
		t.Errorf("words without content make a fragment: %+v", got)
	}
}
