package memory

import (
	"cmp"
	"iter"
	"slices"
	"unicode/utf8"

	"diglot/translate/text"
	"diglot/translate/unit"
)

// Fragment is a run of words of the text that is translated which also stands in
// entries whose whole source is too different for a match.
type Fragment struct {
	Span        unit.Span // in the asked text's Content
	Words       int       // content words in it
	Translation string    // what the targets of the entries have in common; "" where that is not known
	Entries     []Entry   // that have it, at most eight, those with different targets first
}

const (
	fewestWords    = 3 // content words of a fragment
	entriesToKeep  = 8 // of a fragment
	fragmentsShown = 20
)

// Fragments finds the longest runs of words with three content words or more that
// the asked text shares with entries, longest first. The entries are those that a
// search for its words has found; a run is at its longest for the entry it is in. A
// content word is a word of more than three letters, or a number.
func Fragments(asked unit.Text, entries iter.Seq2[Entry, error]) ([]Fragment, error) {
	words := wordsOf(asked.Content)
	f := fragments{words: words, found: map[unit.Span]*Fragment{}}
	for _, w := range words {
		content := 0
		if isNumber(w.Text) || utf8.RuneCountInString(w.Text) > 3 {
			content = 1
		}
		f.content = append(f.content, content)
	}
	for e, err := range entries {
		if err != nil {
			return nil, err
		}
		f.compare(e)
	}
	return f.best(), nil
}

type fragments struct {
	words   []text.Word
	content []int                   // by word: 1 for a content word
	found   map[unit.Span]*Fragment // by first and last word
}

// compare takes the longest common runs of one entry.
func (f *fragments) compare(e Entry) {
	other := wordsOf(e.Source.Content)
	if len(f.words)*len(other) > tooLong {
		return
	}
	for _, run := range commonRuns(f.words, other) {
		n := 0
		for _, c := range f.content[run.Start:run.End] {
			n += c
		}
		if n < fewestWords {
			continue
		}
		fragment := f.found[run]
		if fragment == nil {
			fragment = &Fragment{Words: n,
				Span: unit.Span{Start: f.words[run.Start].Start, End: f.words[run.End-1].End}}
			f.found[run] = fragment
		}
		fragment.keep(e)
	}
}

// keep puts an entry to the others, in place of one with the same target.
func (f *Fragment) keep(e Entry) {
	same := slices.ContainsFunc(f.Entries, func(have Entry) bool { return have.Target.Content == e.Target.Content })
	if !same && len(f.Entries) < entriesToKeep {
		f.Entries = append(f.Entries, e)
	}
}

// commonRuns lists the runs of a, as spans of words, that also stand in b and cannot
// be made longer there.
func commonRuns(a, b []text.Word) []unit.Span {
	var runs []unit.Span
	seen := map[unit.Span]bool{}
	before := make([]int, len(b)+1) // length of the run that ends at a[i-1] and b[j-1]
	for i := range a {
		now := make([]int, len(b)+1)
		for j := range b {
			if a[i].Text != b[j].Text {
				continue
			}
			now[j+1] = before[j] + 1
			longer := i+1 < len(a) && j+1 < len(b) && a[i+1].Text == b[j+1].Text
			if run := (unit.Span{Start: i - before[j], End: i + 1}); !longer && !seen[run] {
				seen[run] = true
				runs = append(runs, run)
			}
		}
		before = now
	}
	return runs
}

// best orders the fragments and leaves out those that lie in a longer one.
func (f *fragments) best() []Fragment {
	var list []Fragment
	for _, fragment := range f.found {
		fragment.Translation = commonTarget(fragment.Entries)
		list = append(list, *fragment)
	}
	slices.SortFunc(list, func(a, b Fragment) int {
		return cmp.Or(cmp.Compare(b.Words, a.Words), cmp.Compare(b.Span.Len(), a.Span.Len()), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	var kept []Fragment
	for _, fragment := range list {
		inside := slices.ContainsFunc(kept, func(k Fragment) bool {
			return k.Span.Start <= fragment.Span.Start && fragment.Span.End <= k.Span.End &&
				(k.Translation != "" || fragment.Translation == "")
		})
		if !inside && len(kept) < fragmentsShown {
			kept = append(kept, fragment)
		}
	}
	return kept
}

// commonTarget gives the run of words that most of the targets share: what is the
// same in different translations of sentences that share one fragment is likely the
// fragment's own.
func commonTarget(entries []Entry) string {
	votes := map[string]int{}
	best := ""
	for i := range entries {
		a := wordsOf(entries[i].Target.Content)
		for j := range i {
			b := wordsOf(entries[j].Target.Content)
			if len(a)*len(b) > tooLong {
				continue
			}
			var longest unit.Span
			for _, run := range commonRuns(a, b) {
				if run.Len() > longest.Len() {
					longest = run
				}
			}
			if longest.Len() < 2 {
				continue
			}
			s := entries[i].Target.Content[a[longest.Start].Start:a[longest.End-1].End]
			votes[s]++
			if best == "" || votes[s] > votes[best] || votes[s] == votes[best] && (len(s) > len(best) || len(s) == len(best) && s < best) {
				best = s
			}
		}
	}
	return best
}
