package storetest

import (
	"errors"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/store"
)

// testRulings: a ruling stays through new versions, one on the same matter takes
// the place of the one before, and each leaves its line in the history.
func testRulings(t *testing.T, b *bench) {
	b.article("hama", "One.", "Two.")
	cut := store.Ruling{Kind: store.RulingCut, Document: "hama", Matter: "One.|Two.", Value: "join", Author: "salma"}
	accept := store.Ruling{Kind: store.RulingAccept, Document: "hama", Unit: "hama#1", Locale: locale.MustParse("en"),
		Matter: "numbers", Value: "accepted", Reason: "the source is wrong", Author: "nadia"}
	for _, r := range []store.Ruling{cut, accept, cut} {
		if err := b.Rule(b.ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	b.put(article("hama", "One.", "Two.", "Three."), 1)
	list := func(kind string) []store.Ruling {
		rulings := must[[]store.Ruling](t)(b.Rulings(b.ctx, kind, "hama"))
		for i := range rulings {
			if rulings[i].Time.IsZero() {
				t.Error("a ruling has no time")
			}
			rulings[i].Time = cut.Time
		}
		return rulings
	}
	same(t, "cuts", list(store.RulingCut), []store.Ruling{cut})
	same(t, "accepted", list(store.RulingAccept), []store.Ruling{accept})

	accept.Reason = "agreed with the author"
	back := cut
	back.Value = ""
	for _, r := range []store.Ruling{accept, back, back} {
		if err := b.Rule(b.ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "cuts after one was taken back", list(store.RulingCut), nil)
	same(t, "accepted anew", list(store.RulingAccept), []store.Ruling{accept})

	lines := 0
	for _, e := range must[[]store.Event](t)(b.History(b.ctx, store.Filter{Document: "hama"})) {
		if e.Kind == store.RulingCut || e.Kind == store.RulingAccept {
			lines++
		}
	}
	if lines != 4 {
		t.Errorf("the history has %d lines on rulings, want 4", lines)
	}
	back.Document = "nothing"
	if err := b.Rule(b.ctx, back); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a ruling on no document: %v", err)
	}
}
