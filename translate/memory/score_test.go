package memory

import (
	"strconv"
	"testing"
	"time"

	"diglot/translate/locale"
	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
)

// parse reads a text with codes in its readable form.
func parse(t testing.TB, s string) unit.Text {
	t.Helper()
	x, err := unit.Parse(s, unit.Text{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func memoryOf(t testing.TB, opt Options, entries ...Entry) *Memory {
	t.Helper()
	m, err := New(sequence(entries), opt)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestScore(t *testing.T) {
	const long = "On Thursday the army of the country said that it had left the old city of Hama and its airport in the north."
	tests := []struct {
		name, source, asked string
		score               int
		penalties           []unit.Penalty
	}{
		{"the same", "The army left.", "The army left.", 100, nil},
		{"white space folds", "The  army left. ", "The army\nleft.", 100, nil},
		{"composed and decomposed", "caf\u00e9", "cafe\u0301", 100, nil},
		{"case", "The Army left.", "The army left.", 99, []unit.Penalty{{Reason: Case, Amount: 1}}},
		{"invisible marks", "The army\u200f left.", "The army left.", 99, []unit.Penalty{{Reason: Spacing, Amount: 1}}},
		{"spacing", "Aleppo - Hama", "Aleppo -Hama", 99, []unit.Penalty{{Reason: Spacing, Amount: 1}}},
		{"a code missing", "The army left.", "The <1/>army left.", 99, []unit.Penalty{{Reason: CodesMissing, Amount: 1}}},
		{"codes added", "<1>The</1> army left.", "The army left.", 98, []unit.Penalty{{Reason: CodesAdded, Amount: 2}}},
		{"a code moved", "The <1/>army left.", "The army <1/>left.", 99, []unit.Penalty{{Reason: CodesMoved, Amount: 1}}},
		{"codes under other numbers", "The <4/>army left.", "The <1/>army left.", 100, nil},
		{"many codes, still faithful", "<1/><2/><3/><4/><5/><6/><7/>Hama", "Hama", 95, []unit.Penalty{{Reason: CodesAdded, Amount: 5}}},
		{"a number in a short text", "162 km", "163 km", 49, []unit.Penalty{{Reason: Numbers, Amount: 1}}},
		{"punctuation in a long text", long, long[:len(long)-1] + "!", 95, nil},
		{"Hama is not Homs", long, "On Thursday the army of the country said that it had left the old city of Homs and its airport in the north.", 94, []unit.Penalty{{Reason: Words, Amount: 1}}},
		{"a word in a middling text", "The army left Hama today.", "The army left Homs today.", 83, nil},
		{"harakat", "قواتِ المعارضة في حماة", "قوات المعارضة في حماة", 74, []unit.Penalty{{Reason: Diacritics, Amount: 1}}},
		{"hamza", "أعلنت المعارضة في حماة", "اعلنت المعارضة في حماة", 74, []unit.Penalty{{Reason: Spelling, Amount: 1}}},
		{"other digits", "في ١٦٢ كيلومترا", "في 162 كيلومترا", 65, []unit.Penalty{{Reason: Numbers, Amount: 1}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := memoryOf(t, Options{}, Entry{Source: parse(t, test.source), Target: unit.Plain("x")})
			got := m.Find(Query{Source: parse(t, test.asked), Min: 40})
			if len(got) != 1 {
				t.Fatalf("%d matches", len(got))
			}
			if got[0].Score != test.score {
				t.Errorf("score %d, want %d", got[0].Score, test.score)
			}
			if diff := cmp.Diff(test.penalties, got[0].Penalties); diff != "" {
				t.Error(diff)
			}
			if limit := int(100*got[0].Similarity + 1e-9); got[0].Score > limit {
				t.Errorf("score %d above the similarity %d", got[0].Score, limit)
			}
		})
	}
}

func TestContextAndAmbiguity(t *testing.T) {
	entry := func(target, previous, next string) Entry {
		return Entry{Source: unit.Plain("Share"), Target: unit.Plain(target), Previous: previous, Next: next}
	}
	tests := []struct {
		name    string
		entries []Entry
		want    []string // target, score
		unclear bool
	}{
		{"both neighbours", []Entry{entry("a", "p", ""), entry("b", "p", "n")}, []string{"b 102", "a 101"}, false},
		{"one neighbour", []Entry{entry("a", "", ""), entry("b", "x", "n")}, []string{"b 101", "a 100"}, false},
		{"two targets", []Entry{entry("a", "", ""), entry("b", "", "")}, []string{"a 99", "b 99"}, true},
		{"two targets in context", []Entry{entry("a", "p", "n"), entry("b", "p", "n")}, []string{"a 99", "b 99"}, true},
		{"one target twice", []Entry{entry("a", "", ""), entry("a", "", "")}, []string{"a 100"}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := memoryOf(t, Options{}, test.entries...)
			var got []string
			for _, x := range m.Find(Query{Source: unit.Plain("Share"), Previous: "p", Next: "n"}) {
				got = append(got, x.Target.Content+" "+strconv.Itoa(x.Score))
				if x.Ambiguous != test.unclear {
					t.Errorf("%s is ambiguous: %v", x.Target.Content, x.Ambiguous)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDescent(t *testing.T) {
	now := time.Date(2024, 12, 5, 0, 0, 0, 0, time.UTC)
	opt := Options{Now: now, Penalties: Penalties{Unreviewed: 3, Age: 2}, MemoryPenalty: map[string]int{"old": 4}}
	base := Entry{Source: unit.Plain("The army left."), Target: unit.Plain("x"), SourceLocale: en, TargetLocale: ar, State: unit.Reviewed}
	tests := []struct {
		name   string
		change func(*Entry)
		score  int
	}{
		{"nothing", func(*Entry) {}, 100},
		{"machine", func(e *Entry) { e.Origin = "machine:x" }, 95},
		{"memory", func(e *Entry) { e.Memory = "old" }, 96},
		{"nobody reviewed it", func(e *Entry) { e.State = unit.Translated }, 97},
		{"two full years", func(e *Entry) { e.Modified = now.AddDate(-2, -11, 0) }, 96},
		{"a year ahead", func(e *Entry) { e.Modified = now.AddDate(1, 0, 0) }, 100},
		{"a region below the language", func(e *Entry) { e.TargetLocale = locale.MustParse("ar-YE") }, 100},
		{"another region", func(e *Entry) { e.SourceLocale = locale.MustParse("en-GB") }, 98},
	}
	for _, test := range tests {
		e := base
		test.change(&e)
		asked := Query{Source: base.Source, SourceLocale: en, TargetLocale: ar}
		if e.SourceLocale != en {
			asked.SourceLocale = locale.MustParse("en-US")
		}
		got := memoryOf(t, opt, e).Find(asked)
		if len(got) != 1 || got[0].Score != test.score {
			t.Errorf("%s: %+v, want score %d", test.name, got, test.score)
		}
	}
	if got := memoryOf(t, opt, base).Find(Query{Source: base.Source, SourceLocale: fr}); len(got) > 0 {
		t.Errorf("an English entry was found for French: %+v", got)
	}
}

// TestPenaltyLetsAnotherWin: the most similar entry is not the best when a penalty
// takes it below one that a look-up by similarity alone would never have returned.
func TestPenaltyLetsAnotherWin(t *testing.T) {
	entry := func(memory, source string) Entry {
		return Entry{Memory: memory, Source: unit.Plain(source), Target: unit.Plain(memory)}
	}
	m := memoryOf(t, Options{MemoryPenalty: map[string]int{"old": 30}},
		entry("old", "a b c d e f g h i j"), entry("old", "a b c d e f g h i k"), entry("new", "a b c d e f g h x y"))
	asked := Query{Source: unit.Plain("a b c d e f g h i j"), Limit: 1}
	if got := m.Find(asked); len(got) != 1 || got[0].Memory != "new" || got[0].Score != 80 {
		t.Errorf("by score: %+v", got)
	}
	asked.BySimilarity = true
	if got := m.Find(asked); len(got) != 1 || got[0].Similarity != 1 || got[0].Score != 70 {
		t.Errorf("by similarity: %+v", got)
	}
}

func TestOptionsAreChecked(t *testing.T) {
	for _, opt := range []Options{
		{Penalties: Penalties{"weather": 1}}, {Penalties: Penalties{Case: -1}}, {Penalties: Penalties{Age: 1}},
		{MemoryPenalty: map[string]int{"old": 101}},
	} {
		if _, err := New(sequence(nil), opt); err == nil {
			t.Errorf("%+v was taken", opt)
		}
	}
}
