package stem

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/swedish"
)

// snowball serves languages for which there is no file of their own by a stemmer.
// Stems also meet for words that are no forms of each other (senat, senator), so a
// word counts as a form only while its ending is short beside what remains.
type snowball struct {
	stem func(*snowballstem.Env) bool
}

var stemmers = map[string]func(*snowballstem.Env) bool{
	"da": danish.Stem, "nl": dutch.Stem, "fi": finnish.Stem, "hu": hungarian.Stem,
	"nb": norwegian.Stem, "nn": norwegian.Stem, "no": norwegian.Stem, "ro": romanian.Stem, "sv": swedish.Stem,
}

const (
	stemmed       = "-" // marks the key of a stem
	leastStem     = 3   // letters of a stem that says something
	longestEnding = 4   // letters that inflection adds
)

func (s snowball) Keys(word string) []string {
	lower := strings.ToLower(word)
	if stem, ok := s.cut(lower); ok {
		return []string{lower, stemmed + stem}
	}
	return []string{lower}
}

func (s snowball) Readings(word string) []Reading {
	lower := strings.ToLower(word)
	rs := readings{{Key: lower}}
	if stem, ok := s.cut(lower); ok {
		rs.add(stemmed+stem, Inflected)
	}
	return rs
}

// cut gives the stem of a word unless too little or too much of it has gone.
func (s snowball) cut(word string) (stem string, ok bool) {
	env := snowballstem.NewEnv(word)
	s.stem(env)
	stem = env.Current()
	letters := utf8.RuneCountInString(stem)
	return stem, letters >= leastStem && utf8.RuneCountInString(word)-letters <= longestEnding
}
