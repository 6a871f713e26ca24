package memory

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"diglot/translate/locale"
	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var (
	en = locale.MustParse("en")
	ar = locale.MustParse("ar")
	fr = locale.MustParse("fr")
)

// drawText draws one of few texts, so that many are like each other or the same.
func drawText(t *rapid.T, label string) unit.Text {
	words := rapid.SampledFrom(strings.Fields("the The army left Hama Homs . , ، 162 163 é e قوات قواتِ of of"))
	size := rapid.SampledFrom([]int{0, 1, 3, 5, 5, 8, 30, 90}).Draw(t, label+" size")
	content := strings.Join(rapid.SliceOfN(words, 0, size).Draw(t, label), " ")
	x := unit.Plain(content)
	if rapid.IntRange(0, 3).Draw(t, label+" has code") == 0 {
		x.Codes = []unit.Code{{ID: 1, Offset: rapid.SampledFrom([]int{0, len(content)}).Draw(t, label+" code")}}
	}
	return x
}

// drawEntry draws an entry, often one with a text much like that of one before.
func drawEntry(t *rapid.T, before []Entry) Entry {
	pick := func(label string, list ...string) string { return rapid.SampledFrom(list).Draw(t, label) }
	e := Entry{
		Memory: pick("memory", "", "agency", "old"), Origin: pick("origin", "a", "b", "machine:x"),
		SourceLocale: locale.MustParse(pick("source locale", "en", "en-GB", "en-US")),
		TargetLocale: locale.MustParse(pick("target locale", "ar", "ar-YE", "fr")),
		Source:       drawText(t, "source"), Target: unit.Plain(pick("target", "x", "y")),
		Previous: pick("previous", "", "p"), Next: pick("next", "", "n"),
		State:    unit.State(rapid.IntRange(0, 4).Draw(t, "state")),
		Author:   pick("author", "", "mona"),
		Modified: time.Date(2020+rapid.IntRange(0, 3).Draw(t, "year"), 1, 1, 0, 0, 0, 0, time.UTC),
	}
	if len(before) > 0 && rapid.IntRange(0, 2).Draw(t, "like") > 0 {
		e.Source = drawEdited(t, before)
	}
	return e
}

// drawEdited draws the source of an entry with something put in.
func drawEdited(t *rapid.T, entries []Entry) unit.Text {
	words := strings.Fields(rapid.SampledFrom(entries).Draw(t, "of").Source.Content)
	at := rapid.IntRange(0, len(words)).Draw(t, "at")
	added := rapid.SampledFrom([]string{"", "new", "7", ".", "more of the"}).Draw(t, "new")
	return unit.Plain(strings.Join(slices.Insert(words, at, strings.Fields(added)...), " "))
}

func drawQuery(t *rapid.T, entries []Entry) Query {
	pick := func(label string, list ...string) string { return rapid.SampledFrom(list).Draw(t, label) }
	q := Query{
		Source:   drawText(t, "asked"),
		Previous: pick("asked previous", "", "p"), Next: pick("asked next", "", "n"),
		Min:          rapid.SampledFrom([]int{0, 1, 40, 50, 51, 67, 75, 90, 95, 100}).Draw(t, "min"),
		Limit:        rapid.SampledFrom([]int{0, 1, 2, 3, 10, All}).Draw(t, "limit"),
		BySimilarity: rapid.Bool().Draw(t, "by similarity"),
	}
	if len(entries) > 0 && rapid.IntRange(0, 2).Draw(t, "edit") > 0 {
		q.Source = drawEdited(t, entries)
	}
	for _, tag := range []struct {
		into *locale.Tag
		list []string
	}{{&q.SourceLocale, []string{"und", "en", "en-US"}}, {&q.TargetLocale, []string{"und", "ar", "ar-EG", "fr"}}} {
		if err := tag.into.UnmarshalText([]byte(pick("locale", tag.list...))); err != nil {
			t.Fatal(err)
		}
	}
	if rapid.IntRange(0, 3).Draw(t, "filter") == 0 {
		q.Filter = Filter{Author: pick("by", "", "mona"), Since: time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC)}
	}
	return q
}

func drawOptions(t *rapid.T) Options {
	o := Options{Penalties: Penalties{}, Now: time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC)}
	for _, reason := range []string{Case, Numbers, Machine, OtherLocale, Ambiguous, Age, Unreviewed, CodesMissing} {
		if rapid.Bool().Draw(t, "set "+reason) {
			o.Penalties[reason] = rapid.SampledFrom([]int{0, 1, 3, 20}).Draw(t, reason)
		}
	}
	o.MemoryPenalty = map[string]int{"old": rapid.SampledFrom([]int{0, 7, 30}).Draw(t, "old")}
	if rapid.Bool().Draw(t, "priority") {
		o.Priority = []string{"agency", "old"}
	}
	return o
}

// TestFindIsBruteForce holds the memory to its promise under additions and
// removals, penalties, thresholds and filters, in one memory and in several.
func TestFindIsBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		opt := drawOptions(t)
		var entries []Entry
		n := rapid.IntRange(0, 30).Draw(t, "entries")
		for range n {
			entries = append(entries, drawEntry(t, entries))
		}
		m, err := New(sequence(entries), opt)
		if err != nil {
			t.Fatal(err)
		}
		scoring := m.scoring
		check := func(find func(Query) []unit.Match, entries []Entry) {
			q := drawQuery(t, entries)
			want := matches(scoring.bruteForce(q, entries))
			if diff := cmp.Diff(want, find(q), equalTags); diff != "" {
				t.Fatalf("brute force (-) and look-up (+) of %+v: %s", q, diff)
			}
		}
		for range rapid.IntRange(0, 12).Draw(t, "changes") {
			if len(entries) > 0 && rapid.Bool().Draw(t, "remove") {
				e := rapid.SampledFrom(entries).Draw(t, "removed")
				before := len(entries)
				entries = slices.DeleteFunc(entries, func(have Entry) bool { return have.is(&e) })
				if got := m.Remove(e); got != before-len(entries) {
					t.Fatalf("%d removed, want %d", got, before-len(entries))
				}
			} else {
				// As often as a tail needs to become a part with an index.
				e := drawEntry(t, entries)
				for i := range rapid.SampledFrom([]int{1, 1, tailSize + 5}).Draw(t, "times") {
					e.Author = fmt.Sprint(i % 3)
					entries = append(entries, e)
					m.Add(e)
				}
			}
			check(m.Find, entries)
		}
		if m.Len() != len(entries) {
			t.Fatalf("%d entries, want %d", m.Len(), len(entries))
		}
		more := []Entry{drawEntry(t, entries), drawEntry(t, entries)}
		other, err := New(sequence(more), Options{})
		if err != nil {
			t.Fatal(err)
		}
		set, err := Join(opt, m, other, m)
		if err != nil {
			t.Fatal(err)
		}
		for range 3 {
			check(m.Find, entries)
			check(set.Find, slices.Concat(entries, more))
		}
	})
}
