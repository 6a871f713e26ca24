package seeds

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/google/go-cmp/cmp"
)

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := FS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// sentences cuts the article as its punctuation allows: no abbreviation and
// no decimal point stands in it, so a full stop and a space end a sentence.
func sentences(line string) []string {
	var out []string
	for _, s := range strings.SplitAfter(line, ". ") {
		out = append(out, strings.TrimSuffix(s, " "))
	}
	return out
}

func TestTextsAreNFC(t *testing.T) {
	entries, err := FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 8 {
		t.Errorf("%d files are embedded, want 8", len(entries))
	}
	for _, e := range entries {
		if text := read(t, e.Name()); !norm.NFC.IsNormalString(text) {
			t.Errorf("%s is not in NFC", e.Name())
		}
	}
}

// Both languages have the same paragraphs, sentences and figures, in the same
// places, and end the same way.
func TestTextPairsAnswerEachOther(t *testing.T) {
	for _, pair := range []struct {
		ar, en   string
		segments int
	}{
		{"hama.ar.txt", "hama.en.txt", 14},
		{"hama.v2.ar.txt", "hama.v2.en.txt", 15},
	} {
		ar, en := strings.Split(read(t, pair.ar), "\n"), strings.Split(read(t, pair.en), "\n")
		if len(ar) != len(en) {
			t.Fatalf("%s has %d lines, %s has %d", pair.ar, len(ar), pair.en, len(en))
		}
		n := 0
		for i := range en {
			as, es := sentences(ar[i]), sentences(en[i])
			if len(as) != len(es) {
				t.Errorf("%s:%d has %d sentences, the English %d", pair.ar, i+1, len(as), len(es))
				continue
			}
			n += len(es)
			for k := range es {
				if d := cmp.Diff(figures(es[k]), figures(as[k])); d != "" {
					t.Errorf("%s:%d: figures (-English +Arabic):\n%s", pair.ar, i+1, d)
				}
			}
		}
		if n != pair.segments {
			t.Errorf("%s has %d sentences, want %d", pair.en, n, pair.segments)
		}
	}
}

var digits = regexp.MustCompile(`[0-9]+`)

// figures gives the numbers of a text, sorted: languages order a date differently.
func figures(s string) []string {
	found := digits.FindAllString(s, -1)
	slices.Sort(found)
	return found
}

// The second version changes one number, moves one paragraph and adds one of
// a single sentence, so that importing it leaves one stale and one new unit.
func TestSecondVersion(t *testing.T) {
	for _, lang := range []string{"ar", "en"} {
		v1 := strings.Split(read(t, "hama."+lang+".txt"), "\n")
		v2 := strings.Split(read(t, "hama.v2."+lang+".txt"), "\n")
		gone, fresh := missing(v1, v2), missing(v2, v1)
		if len(gone) != 1 || len(fresh) != 2 {
			t.Fatalf("%s: %d paragraphs went and %d came, want 1 and 2", lang, len(gone), len(fresh))
		}
		edited, added := fresh[0], fresh[1]
		if len(sentences(added)) != 1 {
			t.Errorf("%s: the added paragraph has more than one sentence: %s", lang, added)
		}
		before, after := sentences(gone[0]), sentences(edited)
		changed := missing(after, before)
		if len(before) != len(after) || len(changed) != 1 {
			t.Fatalf("%s: want one changed sentence, have %q", lang, changed)
		}
		if digits.ReplaceAllString(gone[0], "0") != digits.ReplaceAllString(edited, "0") {
			t.Errorf("%s: more than a number changed in %q", lang, edited)
		}
		order := slices.DeleteFunc(slices.Clone(v2), func(l string) bool { return l == added })
		for i := range order {
			if order[i] == edited {
				order[i] = gone[0]
			}
		}
		if slices.Equal(v1, order) || !oneMoved(v1, order) {
			t.Errorf("%s: want exactly one paragraph moved", lang)
		}
	}
}

// missing gives the lines of a that b does not have.
func missing(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(l string) bool { return slices.Contains(b, l) })
}

// oneMoved reports whether a and b agree once some one line is taken out of both.
func oneMoved(a, b []string) bool {
	for _, line := range a {
		is := func(l string) bool { return l == line }
		if slices.Equal(slices.DeleteFunc(slices.Clone(a), is), slices.DeleteFunc(slices.Clone(b), is)) {
			return true
		}
	}
	return false
}
