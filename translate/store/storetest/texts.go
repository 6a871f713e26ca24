package storetest

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// Text draws any text that a format could give: letters of several scripts,
// what the readable form has to escape, and codes with every flag.
func Text() *rapid.Generator[unit.Text] {
	letters := rapid.SampledFrom([]rune("aB1 <>/\\\n\r\t\x00\u007f\u0085\u202e\u2066حماةپ\u064e\u200f\u2028\ufeff\U0001F54A"))
	return rapid.Custom(func(t *rapid.T) unit.Text {
		var out unit.Text
		for _, run := range rapid.SliceOfN(rapid.StringOfN(letters, 0, 6, -1), 0, 5).Draw(t, "runs") {
			out.Content += run
			if rapid.Bool().Draw(t, "code follows") {
				out.Codes = append(out.Codes, unit.Code{
					ID:        rapid.IntRange(0, 3).Draw(t, "id"),
					Kind:      rapid.SampledFrom([]unit.Kind{unit.Standalone, unit.Open, unit.Close}).Draw(t, "kind"),
					Offset:    len(out.Content),
					Original:  rapid.SampledFrom([]string{"", "<b>", "**", `<a href="x?a=1&b=2">`, "\u2028\x00"}).Draw(t, "original"),
					Break:     rapid.Bool().Draw(t, "break"),
					NoDelete:  rapid.Bool().Draw(t, "no delete"),
					NoCopy:    rapid.Bool().Draw(t, "no copy"),
					NoReorder: rapid.Bool().Draw(t, "no reorder"),
				})
			}
		}
		return out
	})
}

// Every text comes back exactly, in each of the places where texts are kept.
func testTexts(t *testing.T, b *bench) {
	round := 0
	rapid.Check(t, func(r *rapid.T) {
		round++
		source, target, third := Text().Draw(r, "source"), Text().Draw(r, "target"), Text().Draw(r, "other source")
		check := func(what string, got, want unit.Text) {
			r.Helper()
			if !store.Identical(got, want) {
				r.Fatalf("%s: %+v came back as %+v", what, want, got)
			}
		}
		in := article(fmt.Sprint("doc", round), "")
		in.Units[0].Source = source
		units, err := b.Import(b.ctx, in)
		if err != nil {
			r.Fatal(err)
		}
		check("source of the import", units[0].Source, source)
		id := units[0].ID
		if _, err = b.Save(b.ctx, []store.Change{
			change(id, ar, 0, unit.Target{Text: target}),
			change(id, ar, 1, unit.Target{Text: target, For: third, State: unit.Draft}),
			change(id, fr, 0, unit.Target{Text: source}),
		}); err != nil {
			r.Fatal(err)
		}
		u, err := b.Unit(b.ctx, id)
		if err != nil {
			r.Fatal(err)
		}
		check("source", u.Source, source)
		check("target", u.Targets[ar].Text, target)
		check("target like its source", u.Targets[fr].Text, source)
		if third.IsEmpty() {
			third = source
		}
		check("what it was written for", u.Targets[ar].For, third)
		if got := u.Targets[ar].Stale; got != !third.Equal(source) {
			r.Fatalf("stale is %v: written for %+v, the source is %+v", got, third, source)
		}
		events, err := b.History(b.ctx, store.Filter{Unit: id, Locale: ar, Limit: 1})
		if err != nil {
			r.Fatal(err)
		}
		check("before", events[0].Before.Text, target)
		check("after", events[0].After.Text, target)

		name := fmt.Sprint("memory", round)
		entry := memory.Entry{SourceLocale: en, TargetLocale: ar, Source: source, Target: target}
		if _, err := b.AddEntries(b.ctx, name, sequence(entry)); err != nil {
			r.Fatal(err)
		}
		for e, err := range b.Entries(b.ctx, name, en, ar) {
			if err != nil {
				r.Fatal(err)
			}
			check("source of an entry", e.Source, source)
			check("target of an entry", e.Target, target)
		}
	})
}
