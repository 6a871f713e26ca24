package storetest

import (
	"testing"

	"diglot/translate/glossary"
	"diglot/translate/store"
)

func testGlossaries(t *testing.T, b *bench) {
	same(t, "glossaries of a new store", must[[]store.GlossaryInfo](t)(b.Glossaries(b.ctx)), nil)
	same(t, "concepts of none", must[[]glossary.Concept](t)(b.Concepts(b.ctx, "news")), nil)
	hama := glossary.Concept{ID: "hama", Note: "the city", Terms: []glossary.Term{
		{Locale: en, Text: "Hama", Status: glossary.Preferred, CaseSensitive: true, Match: glossary.Exact},
		{Locale: ar, Text: "حماة", Status: glossary.Preferred, Note: "never حماه", Gender: "feminine"},
		{Locale: ar, Text: "حماه", Status: glossary.Forbidden},
	}}
	army := glossary.Concept{ID: "army", Subject: "military", DoNotTranslate: true, Extra: []glossary.Extra{{Level: "language", XML: "<descrip/>"}}}
	put := func(name string, replace bool, concepts ...glossary.Concept) {
		t.Helper()
		if err := b.PutConcepts(b.ctx, name, concepts, replace, "rana"); err != nil {
			t.Fatal(err)
		}
	}
	list := func(name string) []glossary.Concept {
		t.Helper()
		return must[[]glossary.Concept](t)(b.Concepts(b.ctx, name))
	}
	put("news", false, hama, army)
	put("empty", true)
	put("places", false, hama)
	put("places", false, hama) // nothing new
	same(t, "concepts by id", list("news"), []glossary.Concept{army, hama})
	same(t, "glossaries", must[[]store.GlossaryInfo](t)(b.Glossaries(b.ctx)), []store.GlossaryInfo{
		{Name: "news", Concepts: 2, Terms: 3}, {Name: "places", Concepts: 1, Terms: 3},
	})
	hama.Note, hama.Terms = "", hama.Terms[:1]
	put("news", false, hama)
	same(t, "one concept in place of the one before", list("news"), []glossary.Concept{army, hama})
	put("news", true, hama)
	same(t, "with replace", list("news"), []glossary.Concept{hama})
	put("news", true)
	same(t, "replaced by nothing", list("news"), nil)
	same(t, "the other glossary", len(list("places")), 1)

	events := must[[]store.Event](t)(b.History(b.ctx, store.Filter{}))
	var notes []string
	for _, e := range events {
		if e.Kind != store.KindGlossary || e.Author != "rana" {
			t.Errorf("event: %+v", e)
		}
		notes = append(notes, e.Note)
	}
	same(t, "events", notes, []string{
		"news: 0 written, 1 deleted", "news: 0 written, 1 deleted", "news: 1 written, 0 deleted",
		"places: 1 written, 0 deleted", "news: 2 written, 0 deleted",
	})

	for name, bad := range map[string]glossary.Concept{
		"no id":       {Note: "x"},
		"bad note":    {ID: "x", Note: "\xff"},
		"bad term":    {ID: "x", Terms: []glossary.Term{{Locale: en, Text: "\xff"}}},
		"bad id":      {ID: "\xff"},
		"bad comment": {ID: "x", Terms: []glossary.Term{{Locale: en, Text: "x", Note: "\xff"}}},
	} {
		if err := b.PutConcepts(b.ctx, "places", []glossary.Concept{army, bad}, true, ""); err == nil {
			t.Errorf("a concept with %s was taken", name)
		}
	}
	same(t, "after the bad ones", len(list("places")), 1)
}
