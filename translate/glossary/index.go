package glossary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"diglot/translate/locale"
	"diglot/translate/text/stem"
)

// index holds all terms of one locale in a trie whose edges are words of terms. A
// word of a text is looked up by the keys that package stem gives for it, which
// lead to the words that it may be a form of, and so along the edges.
type index struct {
	analyser stem.Analyser
	words    map[string]int32   // numbers of the words of terms, by way of matching and spelling
	keys     map[string][]int32 // words by key
	edges    map[edge]int32     // node to node
	ends     map[int32][]*entry // terms that end at a node
	prefixes bool               // some term is found by its beginning
	seen     wordCache
}

type edge struct{ node, word int32 }

// entry is one term of one concept, cut into words.
type entry struct {
	concept int // index into Glossary.concepts
	term    *Term
	words   []string
}

// reading is a word of a text read as a word of a term.
type reading struct {
	word int32
	kind stem.Kind
}

// Marks of keys that are no forms in a language's grammar.
const (
	acronymKey = "^" // a word in capitals: acronyms have no forms
	exactKey   = "!" // the very word
	exactFold  = "?" // the very word but for case
	prefixKey  = "*" // a word that begins so
)

// maxWord is the length in bytes from which on a word has no grammar: nobody wrote
// it, and analysing it would take long.
const maxWord = 160

func newIndex(l locale.Tag, entries []*entry) *index {
	x := &index{
		analyser: stem.For(l),
		words:    map[string]int32{},
		keys:     map[string][]int32{},
		edges:    map[edge]int32{},
		ends:     map[int32][]*entry{},
	}
	nodes := int32(0)
	for _, e := range entries {
		node := int32(0)
		for i, word := range e.words {
			step := edge{node, x.number(e, word, i == len(e.words)-1)}
			next, ok := x.edges[step]
			if !ok {
				nodes++
				next = nodes
				x.edges[step] = next
			}
			node = next
		}
		x.ends[node] = append(x.ends[node], e)
	}
	return x
}

// number gives the number of a word of a term, and files the word under its keys
// when it is new.
func (x *index) number(e *entry, word string, last bool) int32 {
	keys := x.keysOf(e.term, word, last)
	name := strings.Join(keys, "\x00")
	n, ok := x.words[name]
	if !ok {
		n = int32(len(x.words))
		x.words[name] = n
		for _, key := range keys {
			x.keys[key] = append(x.keys[key], n)
		}
	}
	return n
}

func (x *index) keysOf(t *Term, word string, last bool) []string {
	switch {
	case t.Match == Exact && t.CaseSensitive:
		return []string{exactKey + word}
	case t.Match == Exact, len(word) > maxWord:
		return []string{exactFold + strings.ToLower(word)}
	case t.Match == Prefix && last:
		x.prefixes = true
		return []string{prefixKey + strings.ToLower(word)}
	case isAcronym(word):
		return []string{acronymKey + word}
	}
	return x.analyser.Keys(word)
}

// readings gives the words of terms that a word of a text may be a form of.
func (x *index) readings(word string) []reading {
	if found, ok := x.seen.get(word); ok {
		return found
	}
	found := x.read(word)
	x.seen.put(word, found)
	return found
}

func (x *index) read(word string) []reading {
	var found []reading
	add := func(key string, kind stem.Kind) {
		for _, n := range x.keys[key] {
			if r := (reading{n, kind}); !slices.Contains(found, r) {
				found = append(found, r)
			}
		}
	}
	lower := strings.ToLower(word)
	add(exactKey+word, 0)
	add(exactFold+lower, 0)
	if len(word) > maxWord {
		return found
	}
	if x.prefixes {
		add(prefixKey+lower, 0)
		for i := range lower {
			add(prefixKey+lower[:i], stem.Inflected)
		}
	}
	for _, key := range acronymsOf(word) {
		add(acronymKey+key, 0)
	}
	for _, r := range x.analyser.Readings(word) {
		add(r.Key, r.Kind)
	}
	return found
}

// acronymsOf gives the acronyms that a word of a text may stand for: itself, NGO for
// NGOs, NATO for Nato, US for U.S. (but never U.S. for US, which may be "us").
func acronymsOf(word string) []string {
	if isAcronym(word) {
		if plain := strings.ReplaceAll(word, ".", ""); plain != word {
			return []string{word, plain}
		}
		return []string{word}
	}
	if capitals, ok := strings.CutSuffix(word, "s"); ok && isAcronym(capitals) {
		return []string{capitals}
	}
	first, n := utf8.DecodeRuneInString(word)
	if unicode.IsUpper(first) && utf8.RuneCountInString(word) >= 4 && strings.ToLower(word[n:]) == word[n:] {
		return []string{strings.ToUpper(word)}
	}
	return nil
}

// isAcronym reports whether a word is written in capitals only, as NATO and U.S. are.
func isAcronym(word string) bool {
	letters := 0
	for _, r := range word {
		if r == '.' {
			continue
		}
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) {
			return false
		}
		letters++
	}
	return letters >= 2 && letters <= 6
}
