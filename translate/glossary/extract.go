package glossary

import (
	"cmp"
	_ "embed"
	"math"
	"slices"
	"strings"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Aligned is one unit of a bitext. Target is empty where only one language is known.
type Aligned struct {
	ID             string
	Source, Target unit.Text
}

// Candidate is a word or phrase that may deserve a place in the glossary.
type Candidate struct {
	Term         string // in the form in which it stands most often
	Count        int    // occurrences, in all forms
	Score        float64
	Contexts     []Context     // the first few places
	Translations []Translation // the likeliest first
}

// Context is one place where a candidate stands.
type Context struct {
	Unit string
	Span unit.Span
}

// Translation is what stands in the targets where a candidate stands in the sources.
type Translation struct {
	Text  string
	Units int     // in which both stand
	Score float64 // log-likelihood of the two coming together
}

// Bounds of what Extract gives.
const (
	longestPhrase = 4 // words
	contextsShown = 3
	minimumCount  = 2
)

// Extract finds the candidates of a text or a bitext without asking anybody, best
// first, at most limit of them. The score is the C-value (Frantzi, Ananiadou, Mima
// 2000), with words counted from two so that single words take part: a phrase counts
// by its length and its frequency, less what it owes to longer phrases that it is a
// part of. Translations are ranked by the log-likelihood of coming together (Dunning
// 1993) over the units. Forms of a word are counted as one.
func Extract(units []Aligned, src, tgt locale.Tag, limit int) []Candidate {
	source := countPhrases(units, src, func(u Aligned) unit.Text { return u.Source })
	ranked := source.rank()
	if limit > 0 {
		ranked = ranked[:min(limit, len(ranked))]
	}
	target := countPhrases(units, tgt, func(u Aligned) unit.Text { return u.Target })
	candidates := make([]Candidate, 0, len(ranked))
	for _, p := range ranked {
		c := Candidate{Term: p.text(), Count: p.count, Score: p.score}
		for _, at := range p.places[:min(contextsShown, len(p.places))] {
			c.Contexts = append(c.Contexts, Context{units[at.unit].ID, at.span})
		}
		for _, a := range target.associates(p.units(), 3) {
			c.Translations = append(c.Translations, Translation{a.phrase.text(), a.both, a.score})
		}
		candidates = append(candidates, c)
	}
	return candidates
}

// phrase is a sequence of words in all its forms.
type phrase struct {
	words  int
	count  int
	names  int // occurrences with a capital that no sentence beginning explains
	score  float64
	places []place
	forms  map[string]int
	within map[*phrase]bool // longer phrases that have it as a part
}

type place struct {
	unit int
	span unit.Span
}

// text gives the form that stands most often, the shortest of several.
func (p *phrase) text() string {
	best := ""
	for form, n := range p.forms {
		if best == "" || cmp.Or(n-p.forms[best], len(best)-len(form), strings.Compare(best, form)) > 0 {
			best = form
		}
	}
	return best
}

// units lists the units in which the phrase stands, in order.
func (p *phrase) units() []int {
	var list []int
	for _, at := range p.places {
		if len(list) == 0 || list[len(list)-1] != at.unit {
			list = append(list, at.unit)
		}
	}
	return list
}

// phrases are all phrases of one side of a bitext.
type phrases struct {
	byKey  map[string]*phrase
	inUnit [][]*phrase // each phrase once
	order  []*phrase   // as they first appear
}

// rank gives the phrases that stand often enough by falling C-value.
func (ps *phrases) rank() []*phrase {
	var ranked []*phrase
	for _, p := range ps.order {
		if p.count < minimumCount {
			continue
		}
		nested := 0
		longer := 0
		for l := range p.within {
			if l.count >= minimumCount {
				nested += l.count
				longer++
			}
		}
		own := float64(p.count)
		if longer > 0 {
			own -= float64(nested) / float64(longer)
		}
		length := math.Log2(float64(p.words)) + 0.5
		if p.names*2 > p.count {
			length += 0.5
		}
		if p.score = length * own; p.score > 0 {
			ranked = append(ranked, p)
		}
	}
	slices.SortStableFunc(ranked, func(a, b *phrase) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.text(), b.text()))
	})
	return ranked
}

//go:embed stopwords.txt
var stopwordsText string

// stopwords gives the words that begin and end no term of a language.
func stopwords(l locale.Tag) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(stopwordsText) {
		if words := strings.Fields(line); len(words) > 0 && words[0] == l.Base() {
			for _, w := range words[1:] {
				set[w] = true
			}
		}
	}
	return set
}
