package index

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"diglot/translate/text"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// found is what a search told of.
type found struct{ sentence, distance, longer int }

// plain compares the sentence with every other, as the definition says.
func plain(sentences []string, asked string, bound Bound) []found {
	var all []found
	a := text.Tokens(asked)
	for i, s := range sentences {
		b := text.Tokens(s)
		d, longer := text.Distance(a, b), max(len(a), len(b))
		if len(a) > 0 && (longer-d)*bound.Of >= bound.Same*longer {
			all = append(all, found{i, d, longer})
		}
	}
	return all
}

func segmentOf(t interface{ Fatal(...any) }, sentences []string) *Segment {
	b := NewBuilder()
	for _, s := range sentences {
		b.Add(s)
	}
	segment, err := b.Finish()
	if err != nil {
		t.Fatal(err)
	}
	return segment
}

// search lists what a search of a segment finds.
func search(s *Searcher, segment *Segment, asked string, bound Bound) []found {
	s.Ask(asked)
	return list(segment, bound, func(visit Visit) { s.Search(segment, bound, visit) })
}

// scan lists what comparing with each group finds.
func scan(s *Searcher, segment *Segment, asked string, bound Bound) []found {
	s.Ask(asked)
	return list(segment, bound, func(visit Visit) { s.Scan(segment, bound, visit) })
}

func list(segment *Segment, bound Bound, search func(Visit)) []found {
	var all []found
	search(func(group, distance, longer int) Bound {
		for i := range segment.Sentences(group) {
			all = append(all, found{i, distance, longer})
		}
		return bound
	})
	slices.SortFunc(all, func(a, b found) int { return a.sentence - b.sentence })
	return all
}

func searchTail(s *Searcher, t *Tail, asked string, bound Bound) []found {
	var all []found
	s.Ask(asked)
	s.SearchTail(t, bound, func(i, distance, longer int) Bound {
		all = append(all, found{i, distance, longer})
		return bound
	})
	return all
}

// best finds the best similarity alone, raising the bound as it goes.
func best(s *Searcher, segment *Segment, asked string, bound Bound) (distance, longer int) {
	longer = 1
	distance = 2 // nothing found
	s.Ask(asked)
	s.Search(segment, bound, func(_, d, m int) Bound {
		if distance > 1 && longer == 1 || d*longer < distance*m {
			distance, longer = d, m
		}
		return Bound{longer - distance, longer}
	})
	return distance, longer
}

// sentence draws sentences that are like each other, in a few words, in one or two
// scripts, short and long, with words that come again and letters that do not count.
func sentence() *rapid.Generator[string] {
	word := rapid.SampledFrom(strings.Fields("the the the army left Hama ، حماة the of of 162 ١٦٢ Homs . , قوات a\u200db é"))
	return rapid.Custom(func(t *rapid.T) string {
		size := rapid.SampledFrom([]int{0, 3, 8, 8, 8, 20, 70, 150}).Draw(t, "size")
		return strings.Join(rapid.SliceOfN(word, 0, size).Draw(t, "words"), " ")
	})
}

func TestSearchFindsWhatComparingFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sentences := rapid.SliceOfN(sentence(), 0, 40).Draw(t, "sentences")
		segment := segmentOf(t, sentences)
		var tail Tail
		for _, s := range sentences {
			tail.Add(s)
		}
		var s Searcher
		for range 5 {
			asked := sentence().Draw(t, "asked")
			if len(sentences) > 0 && rapid.Bool().Draw(t, "edit") {
				words := strings.Fields(rapid.SampledFrom(sentences).Draw(t, "of"))
				at := rapid.IntRange(0, len(words)).Draw(t, "at")
				asked = strings.Join(slices.Insert(words, at, "new"), " ")
			}
			bound := PerCent(rapid.IntRange(1, 100).Draw(t, "least"))
			want := plain(sentences, asked, bound)
			if diff := cmp.Diff(want, search(&s, segment, asked, bound), cmp.AllowUnexported(found{})); diff != "" {
				t.Fatalf("%q at %v: %s", asked, bound, diff)
			}
			if diff := cmp.Diff(want, scan(&s, segment, asked, bound), cmp.AllowUnexported(found{})); diff != "" {
				t.Fatalf("scan: %q at %v: %s", asked, bound, diff)
			}
			if diff := cmp.Diff(want, searchTail(&s, &tail, asked, bound), cmp.AllowUnexported(found{})); diff != "" {
				t.Fatalf("tail: %q at %v: %s", asked, bound, diff)
			}
			if len(want) == 0 {
				continue
			}
			first := slices.MinFunc(want, func(a, b found) int { return a.distance*b.longer - b.distance*a.longer })
			if d, m := best(&s, segment, asked, bound); d*first.longer != first.distance*m {
				t.Fatalf("best of %q is %d of %d, want %d of %d", asked, d, m, first.distance, first.longer)
			}
		}
	})
}

// TestHugeSentences: a page without a full stop is measured like any other.
func TestHugeSentences(t *testing.T) {
	var words []string
	for i := range 70 * maxBlocks {
		words = append(words, fmt.Sprint("w", i*i%977))
	}
	whole := strings.Join(words, " ")
	edited := slices.Clone(words)
	for i := 5; i < len(edited); i += 20 {
		edited[i] = "new"
	}
	sentences := []string{whole, strings.Join(words[100:], " "), strings.Join(edited, " "), strings.Join(words[2000:], " "), "w1"}
	segment := segmentOf(t, sentences)
	var s Searcher
	for _, asked := range []string{whole, strings.Join(edited, " "), "other " + whole} {
		for _, percent := range []int{40, 70, 94, 100} {
			want := plain(sentences, asked, PerCent(percent))
			if diff := cmp.Diff(want, search(&s, segment, asked, PerCent(percent)), cmp.AllowUnexported(found{})); diff != "" {
				t.Errorf("at %d: %s", percent, diff)
			}
		}
	}
}

func TestOpen(t *testing.T) {
	b := NewBuilder()
	for i := range 300 {
		b.Add(fmt.Sprintf("The army left town %d the %d", i%250, i%7))
	}
	var file bytes.Buffer
	if _, err := b.WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	segment, err := Open(file.Bytes())
	if err != nil || segment.Len() != 300 {
		t.Fatalf("opened %v with error %v", segment, err)
	}
	var s Searcher
	if got := search(&s, segment, "The army left town 4 the 4", PerCent(100)); len(got) != 1 || got[0].sentence != 4 {
		t.Errorf("found %v", got)
	}
	for at := 0; at < file.Len(); at += 7 {
		damaged := bytes.Clone(file.Bytes())
		damaged[at] ^= 0x10
		if _, err := Open(damaged); !errors.Is(err, ErrDamaged) {
			t.Fatalf("byte %d changed: error %v", at, err)
		}
		if _, err := Open(file.Bytes()[:at]); !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut at %d: error %v", at, err)
		}
	}
}

func TestSameSentencesSameBytes(t *testing.T) {
	build := func() string {
		b := NewBuilder()
		for i := range 1000 {
			b.Add(fmt.Sprintf("%d of the %d of the, %d", i%10, i%77, i))
		}
		var file bytes.Buffer
		if _, err := b.WriteTo(&file); err != nil {
			t.Fatal(err)
		}
		return file.String()
	}
	first, again := build(), build()
	if first != again {
		t.Error("the same sentences give different files")
	}
}

func Example() {
	b := NewBuilder()
	b.Add("The army left Hama.")
	b.Add("The army left the city of Hama.")
	b.Add("Nobody left.")
	segment, err := b.Finish()
	if err != nil {
		fmt.Println(err)
		return
	}
	var s Searcher
	s.Ask("The army left Homs.")
	least := PerCent(50)
	s.Search(segment, least, func(group, distance, longer int) Bound {
		for number := range segment.Sentences(group) {
			fmt.Printf("sentence %d: %d of %d tokens differ\n", number, distance, longer)
		}
		return least
	})
	// Output:
	// sentence 0: 1 of 5 tokens differ
	// sentence 1: 4 of 8 tokens differ
}
