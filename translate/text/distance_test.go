package text_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"diglot/translate/text"

	"pgregory.net/rapid"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "", 1}, {"", "abc", 3}, {"kitten", "sitting", 3}, {"حماة", "حمص", 2}, {"abc", "abc", 0}, {"flaw", "lawn", 2},
	} {
		if got := text.Distance([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("Distance(%s, %s) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
	if got := text.Distance(text.Tokens("The army left Hama."), text.Tokens("The army left Homs")); got != 2 {
		t.Errorf("distance in words = %d, want 2", got)
	}
}

func TestSimilarity(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"", "", 1}, {"a b c d", "a b c d", 1}, {"a b c d", "a b c x", 0.75}, {"a", "", 0}, {"a b", "c d", 0},
	} {
		if got := text.Similarity(strings.Fields(c.a), strings.Fields(c.b)); got != c.want {
			t.Errorf("Similarity(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// naiveDistance fills the whole table.
func naiveDistance[T comparable](a, b []T) int {
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
		table[i][0] = i
	}
	for j := range table[0] {
		table[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			table[i][j] = min(table[i-1][j]+1, table[i][j-1]+1, table[i-1][j-1]+change)
		}
	}
	return table[len(a)][len(b)]
}

// sequences are over few letters, so that they have much in common.
func sequences() *rapid.Generator[[]byte] {
	return rapid.SliceOfN(rapid.SampledFrom([]byte("abc")), 0, 24)
}

func TestDistanceIsThatOfTheWholeTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := sequences().Draw(t, "a"), sequences().Draw(t, "b")
		want := naiveDistance(a, b)
		if got := text.Distance(a, b); got != want {
			t.Fatalf("Distance = %d, want %d", got, want)
		}
		for limit := range 30 {
			got, ok := text.DistanceWithin(a, b, limit)
			if ok != (want <= limit) || ok && got != want || !ok && got != limit+1 {
				t.Fatalf("DistanceWithin(%d) = %d, %v; the distance is %d", limit, got, ok, want)
			}
		}
		if got, ok := text.DistanceWithin(a, b, -1); ok || got != 0 {
			t.Fatalf("DistanceWithin(-1) = %d, %v", got, ok)
		}
	})
}

func TestDiffIsAShortestWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkDiff(t, sequences().Draw(t, "a"), sequences().Draw(t, "b"))
	})
}

// Texts whose table would be too large are divided.
func TestDiffOfLongTexts(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	long := func(n int) []byte {
		s := make([]byte, n)
		for i := range s {
			s[i] = "abcd"[random.IntN(4)]
		}
		return s
	}
	a, b := long(1500), long(1600)
	checkDiff(t, a, b)
	checkDiff(t, a, append(append(long(300), a[200:1400]...), long(700)...))
	checkDiff(t, long(1<<20), nil)
}

func checkDiff(t interface{ Fatalf(string, ...any) }, a, b []byte) {
	atA, atB, cost := 0, 0, 0
	var last text.OpKind
	for i, op := range text.Diff(a, b) {
		if op.A0 != atA || op.B0 != atB || op.A1-op.A0+op.B1-op.B0 == 0 || i > 0 && op.Kind == last {
			t.Fatalf("operation %d, %+v, does not follow on %d, %d", i, op, atA, atB)
		}
		n, m := op.A1-op.A0, op.B1-op.B0
		if shape := map[text.OpKind]bool{text.Kept: n == m, text.Deleted: m == 0, text.Inserted: n == 0, text.Replaced: n == m}; !shape[op.Kind] {
			t.Fatalf("%+v has the wrong shape", op)
		}
		if op.Kind != text.Kept {
			cost += max(n, m)
		} else if !bytes.Equal(a[op.A0:op.A1], b[op.B0:op.B1]) {
			t.Fatalf("%+v keeps what differs", op)
		}
		atA, atB, last = op.A1, op.B1, op.Kind
	}
	if want := text.Distance(a, b); atA != len(a) || atB != len(b) || cost != want {
		t.Fatalf("ends at %d of %d, %d of %d, with cost %d for the distance %d", atA, len(a), atB, len(b), cost, want)
	}
}
