package workbench

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"diglot/translate/unit"
)

// version makes units of texts; those of an old version have ids.
func version(ids bool, texts ...string) []unit.Unit {
	units := make([]unit.Unit, len(texts))
	for i, s := range texts {
		units[i].Source = unit.Plain(s)
		if ids {
			units[i].ID = fmt.Sprintf("d#%d", i+1)
		}
	}
	return units
}

func TestReconcile(t *testing.T) {
	const (
		a = "Opposition forces took the city of Hama on Thursday."
		b = "The army said that it had left the city."
		c = "Homs lies 46 kilometres to the south of Hama."
		d = "Analysts expect the next battle there."
	)
	for _, test := range []struct {
		name       string
		old, fresh []string
		gone       []unit.Unit
		want       string // id and how of each unit, then what was removed
	}{
		{name: "first version", fresh: []string{a, b}, want: "+new +new -"},
		{name: "nothing changed", old: []string{a, b}, fresh: []string{a, b}, want: "1 unchanged, 2 unchanged -"},
		{name: "moved", old: []string{a, b, c, d}, fresh: []string{a, d, b, c}, want: "1 unchanged, 4 moved, 2 unchanged, 3 unchanged -"},
		{name: "edited between neighbours", old: []string{a, c, d}, fresh: []string{a, strings.Replace(c, "46", "47", 1), d}, want: "1 unchanged, 2 edited, 3 unchanged -"},
		{name: "edited and moved", old: []string{a, b, c, d}, fresh: []string{a, b, d, strings.Replace(c, "46", "47", 1)}, want: "1 unchanged, 2 unchanged, 4 unchanged, 3 edited -"},
		{name: "another text in the same place is another unit", old: []string{a, b, c}, fresh: []string{a, d, c}, want: "1 unchanged, +new 3 unchanged -2"},
		{name: "one of two equal ones removed", old: []string{a, b, a}, fresh: []string{b, a}, want: "2 unchanged, 3 unchanged -1"},
		{name: "split leaves an edited and a new one", old: []string{a, c}, fresh: []string{a, "Homs lies 46 kilometres to the south.", "It is near."}, want: "1 unchanged, 2 edited, +new -"},
		{name: "a gone text returns", old: []string{a}, fresh: []string{a, b}, gone: []unit.Unit{{ID: "d#9", Source: unit.Plain(b)}}, want: "1 unchanged, 9 moved -"},
	} {
		t.Run(test.name, func(t *testing.T) {
			fresh := version(false, test.fresh...)
			how, removed := reconcile(version(true, test.old...), test.gone, fresh)
			if diff := cmp.Diff(test.want, told(fresh, how, removed)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func told(fresh []unit.Unit, how []string, removed []unit.Unit) string {
	var b strings.Builder
	for i, u := range fresh {
		if u.ID == "" {
			b.WriteString("+" + how[i] + " ")
			continue
		}
		b.WriteString(strings.TrimPrefix(u.ID, "d#") + " " + how[i])
		if i < len(fresh)-1 {
			b.WriteString(",")
		}
		b.WriteString(" ")
	}
	b.WriteString("-")
	for _, u := range removed {
		b.WriteString(strings.TrimPrefix(u.ID, "d#"))
	}
	return b.String()
}

// Whatever the two versions are: no id is given twice, what is called unchanged
// or moved has the same text, and no unit is lost.
func TestReconcileLosesNothing(t *testing.T) {
	sentence := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"Hama", "Homs", "the army", "left", "46", "on Friday"}), 1, 6).Draw(t, "words"), " ")
	})
	rapid.Check(t, func(t *rapid.T) {
		old := version(true, rapid.SliceOfN(sentence, 0, 12).Draw(t, "old")...)
		fresh := version(false, rapid.SliceOfN(sentence, 0, 12).Draw(t, "fresh")...)
		how, removed := reconcile(old, nil, fresh)
		seen := map[string]bool{}
		for i, u := range fresh {
			if u.ID == "" {
				if how[i] != added {
					t.Fatalf("unit %d is %s and has no id", i, how[i])
				}
				continue
			}
			if seen[u.ID] {
				t.Fatalf("%s was given twice", u.ID)
			}
			seen[u.ID] = true
			was := old[slices.IndexFunc(old, func(o unit.Unit) bool { return o.ID == u.ID })]
			if same := was.Source.Equal(u.Source); same != (how[i] != edited) {
				t.Fatalf("%s is %s: %q was %q", u.ID, how[i], u.Source, was.Source)
			}
		}
		if len(seen)+len(removed) != len(old) {
			t.Fatalf("%d kept and %d removed of %d", len(seen), len(removed), len(old))
		}
		for _, u := range removed {
			if seen[u.ID] {
				t.Fatalf("%s is kept and removed", u.ID)
			}
		}
	})
}
