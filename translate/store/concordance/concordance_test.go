package concordance

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"diglot/translate/memory"
	"diglot/translate/unit"
)

// marked shows the places of a hit in brackets.
func marked(s string, spans []unit.Span) string {
	var b strings.Builder
	done := 0
	for _, at := range spans {
		b.WriteString(s[done:at.Start] + "[" + s[at.Start:at.End] + "]")
		done = at.End
	}
	return b.String() + s[done:]
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		query Query
		text  string
		want  string // "" for no hit
	}{
		{Query{Text: "army left"}, "They left; the ARMY, the army.", "They [left]; the [ARMY], the [army]."},
		{Query{Text: "army gone"}, "The army left.", ""},
		{Query{Text: "war"}, "Toward the warehouse.", ""},
		{Query{Text: "war", Prefix: true}, "Toward the warehouse.", "Toward the [warehouse]."},
		{Query{Text: "the army", Kind: Phrase}, "The “army” and the (army).", "[The “army]” and [the (army])."},
		{Query{Text: "army the", Kind: Phrase}, "The army.", ""},
		{Query{Text: "the ar", Kind: Phrase, Prefix: true}, "the arms th ar", "[the arms] th ar"},
		{Query{Text: "élysée"}, "L’Elysee", "L’[Elysee]"},
		{Query{Text: "Élysée", AsWritten: true}, "Elysee, Élysée", "Elysee, [Élysée]"},
		{Query{Text: "Él", AsWritten: true, Prefix: true}, "Elysee, Élysée", "Elysee, [Élysée]"},
		{Query{Text: "e\u0301te", AsWritten: true}, "éte", "[éte]"},
		{Query{Text: "مدرسه"}, "المدرسة مَدْرَسَةٌ", "المدرسة [مَدْرَسَةٌ]"},
		{Query{Text: "2024"}, "عام ٢٠٢٤", "عام [٢٠٢٤]"},
		{Query{Text: "3.5"}, "3.5 and 5.3", "[3.5] and 5.3"},
		{Query{Text: "北京"}, "他在北京工作。京北", "他在[北京]工作。京北"},
		{Query{Text: "ไทย"}, "ภาษาไทย", "ภาษา[ไทย]"},
		{Query{Text: "aa"}, "aa aa", "[aa] [aa]"},
		{Query{Text: "a a", Kind: Phrase}, "a a a", "[a a a]"},
		{Query{Text: `\bar\w+`, Kind: Regexp}, "The army, the arms", "The [army], the [arms]"},
		{Query{Text: `(?i)ARMY`, Kind: Regexp}, "The army", "The [army]"},
		{Query{Text: `x*`, Kind: Regexp}, "The army", ""},
	} {
		m, err := Compile(c.query)
		if err != nil {
			t.Errorf("%+v: %v", c.query, err)
			continue
		}
		hit, ok := m.Match(memory.Entry{Source: unit.Plain(c.text)})
		if got := marked(c.text, hit.Source); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%+v in %q gives %q, %v; want %q", c.query, c.text, got, ok, c.want)
		}
	}
}

func TestSides(t *testing.T) {
	e := memory.Entry{Source: unit.Plain("one two"), Target: unit.Plain("two three")}
	for _, c := range []struct {
		text string
		side Side
		want bool
	}{
		{"two", Source, true}, {"two", Target, true}, {"three", Source, false}, {"one", Target, false},
		{"one", Both, true}, {"three", Both, true}, {"one three", Both, false},
	} {
		m, err := Compile(Query{Text: c.text, Side: c.side})
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := m.Match(e); ok != c.want {
			t.Errorf("%q on side %q: %v", c.text, c.side, ok)
		}
	}
}

func TestCompileErrors(t *testing.T) {
	for _, q := range []Query{{}, {Text: " — !"}, {Text: "…", Kind: Phrase}, {Kind: Regexp}} {
		if _, err := Compile(q); !errors.Is(err, ErrEmpty) {
			t.Errorf("%+v: %v", q, err)
		}
	}
	if _, err := Compile(Query{Text: "a(", Kind: Regexp}); err == nil || !strings.Contains(err.Error(), "missing closing )") {
		t.Errorf("a bad expression: %v", err)
	}
}

func sequence(list []memory.Entry) iter.Seq2[memory.Entry, error] {
	return func(yield func(memory.Entry, error) bool) {
		for _, e := range list {
			if !yield(e, nil) {
				return
			}
		}
	}
}

func numbered(pairs ...string) []memory.Entry {
	var list []memory.Entry
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, memory.Entry{ID: int64(i/2 + 1), Source: unit.Plain(pairs[i]), Target: unit.Plain(pairs[i+1])})
	}
	return list
}

// found asks the entries one by one; with an index only its candidates.
func found(t rapid.TB, m *Matcher, x *Index, list []memory.Entry) (ids []int64) {
	t.Helper()
	may := func(int64) bool { return true }
	if x != nil {
		if candidates, ok := x.Candidates(context.Background(), m); ok {
			var some []int64
			for id, err := range candidates {
				if err != nil {
					t.Fatal(err)
				}
				some = append(some, id)
			}
			may = func(id int64) bool { return slices.Contains(some, id) }
		}
	}
	for _, e := range list {
		if _, ok := m.Match(e); ok && may(e.ID) {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// With the index a search finds what it finds without.
func TestIndexFindsAll(t *testing.T) {
	folder := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.SampledFrom([]string{"army", "ARMS", "été", "ete", "مدرسة", "مدرسه", "٣", "3", "北", "京", "'", "\"", "-", "*", "ไ", "don’t", "\x00", "a", "_", "NEAR", "AND"})
		sentence := rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOfN(piece, 0, 5).Draw(t, "pieces"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "between"))
		})
		var pairs []string
		for range rapid.IntRange(0, 5).Draw(t, "entries") {
			pairs = append(pairs, sentence.Draw(t, "source"), sentence.Draw(t, "target"))
		}
		list := numbered(pairs...)
		n++
		x, err := OpenOrBuild(context.Background(), filepath.Join(folder, "m.concordance"), fmt.Sprint(n), sequence(list))
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		for range 4 {
			q := Query{
				Text: sentence.Draw(t, "query"), Kind: rapid.SampledFrom([]Kind{Words, Phrase}).Draw(t, "kind"),
				Side:   rapid.SampledFrom([]Side{Both, Source, Target}).Draw(t, "side"),
				Prefix: rapid.Bool().Draw(t, "prefix"), AsWritten: rapid.Bool().Draw(t, "as written"),
			}
			m, err := Compile(q)
			if errors.Is(err, ErrEmpty) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			if got, want := found(t, m, x, list), found(t, m, nil, list); !slices.Equal(got, want) {
				t.Fatalf("%+v: with the index %v, without %v", q, got, want)
			}
		}
	})
}

func TestSharing(t *testing.T) {
	x, err := OpenOrBuild(context.Background(), filepath.Join(t.TempDir(), "m"), "1", sequence(numbered("the Hama airport fell", "", "", "Hama, Airport", "airport Hama", "")))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for phrases, want := range map[string][]int64{"Hama airport": {1, 2}, "airport Hama|fell": {1, 3}, "—": nil} {
		var got []int64
		for id, err := range x.Sharing(context.Background(), strings.Split(phrases, "|")) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, id)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", phrases, got, want)
		}
	}
}

// An index that is missing, of another state or damaged in any byte is built again.
func TestRebuilt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.concordance")
	built := 0
	list := numbered("one", "un", "two", "deux")
	entries := func(yield func(memory.Entry, error) bool) {
		built++
		sequence(list)(yield)
	}
	m, err := Compile(Query{Text: "two"})
	if err != nil {
		t.Fatal(err)
	}
	openIt := func(what, stamp string, want int) {
		t.Helper()
		x, err := OpenOrBuild(context.Background(), path, stamp, entries)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		defer x.Close()
		if got := found(t, m, x, list); built != want || !slices.Equal(got, []int64{2}) {
			t.Errorf("%s: built %d times, want %d; found %v", what, built, want, got)
		}
	}
	openIt("missing", "1", 1)
	openIt("there", "1", 1)
	openIt("older than the store", "2", 2)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(whole); i += 1 + len(whole)/40 {
		data := slices.Clone(whole)
		data[i] ^= 0x10
		damage(t, path, data)
		openIt(fmt.Sprintf("byte %d of %d changed", i, len(whole)), "2", built+1)
	}
	for _, n := range []int{0, 50, len(whole) / 2} {
		damage(t, path, whole[:n])
		openIt(fmt.Sprintf("cut at %d", n), "2", built+1)
	}
	broken := errors.New("the store cannot be read")
	_, err = OpenOrBuild(context.Background(), path, "3", func(yield func(memory.Entry, error) bool) { yield(memory.Entry{}, broken) })
	if !errors.Is(err, broken) {
		t.Errorf("an error of the entries came back as %v", err)
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left over: %v, %v", left, err)
	}
	openIt("the old one after a build that failed", "2", built)
}

func damage(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
