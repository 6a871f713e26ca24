package glossary

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"diglot/translate/locale"
	"diglot/translate/text/stem"
)

// index holds all terms of one locale in a trie. Its edges are keys of words, as
// package stem gives them; a node where a term ends lists it.
type index struct {
	analyser stem.Analyser
	keys     map[string]int32   // numbers of keys that some term has
	edges    map[edge]int32     // node to node
	ends     map[int32][]*entry // terms that end at a node
	nodes    int32
	prefixes bool // some term is found by its beginning
	words    wordCache
}

type edge struct{ node, key int32 }

// entry is one term of one concept, cut into words.
type entry struct {
	concept int // index into Glossary.concepts
	term    *Term
	words   []string
	acronym bool
}

// reading is a word's reading whose key some term has.
type reading struct {
	key  int32
	kind stem.Kind
	word string // of the text
}

// acronymKey marks a key that only a word in capitals has: acronyms have no forms.
const acronymKey = "^"

// Marks of keys of terms that are not inflected.
const (
	exactKey  = "!" // the very word
	exactFold = "?" // the very word but for case
	prefixKey = "*" // a word that begins so
)

func newIndex(l locale.Tag, entries []*entry) *index {
	x := &index{
		analyser: stem.For(l),
		keys:     map[string]int32{},
		edges:    map[edge]int32{},
		ends:     map[int32][]*entry{},
	}
	for _, e := range entries {
		x.insert(e, 0, 0)
	}
	return x
}

// insert files the words of e from the i-th on below node.
func (x *index) insert(e *entry, i int, node int32) {
	if i == len(e.words) {
		if !slices.Contains(x.ends[node], e) {
			x.ends[node] = append(x.ends[node], e)
		}
		return
	}
	for _, name := range x.keysOf(e, e.words[i], i == len(e.words)-1) {
		key, ok := x.keys[name]
		if !ok {
			key = int32(len(x.keys))
			x.keys[name] = key
		}
		next, ok := x.edges[edge{node, key}]
		if !ok {
			x.nodes++
			next = x.nodes
			x.edges[edge{node, key}] = next
		}
		x.insert(e, i+1, next)
	}
}

func (x *index) keysOf(e *entry, word string, last bool) []string {
	switch {
	case e.term.Match == Exact && e.term.CaseSensitive:
		return []string{exactKey + word}
	case e.term.Match == Exact:
		return []string{exactFold + strings.ToLower(word)}
	case e.term.Match == Prefix && last:
		x.prefixes = true
		return []string{prefixKey + strings.ToLower(word)}
	case isAcronym(word):
		return []string{acronymKey + word}
	}
	return x.analyser.Keys(word)
}

// readings gives the readings of a word of the text that lead anywhere.
func (x *index) readings(word string) []reading {
	if found, ok := x.words.get(word); ok {
		return found
	}
	found := x.read(word)
	x.words.put(word, found)
	return found
}

func (x *index) read(word string) []reading {
	var found []reading
	add := func(name string, kind stem.Kind) {
		if key, ok := x.keys[name]; ok {
			found = append(found, reading{key, kind, word})
		}
	}
	lower := strings.ToLower(word)
	add(exactKey+word, 0)
	add(exactFold+lower, 0)
	if x.prefixes {
		for i := range lower {
			add(prefixKey+lower[:i], stem.Inflected)
		}
		add(prefixKey+lower, 0)
	}
	if isAcronym(word) {
		add(acronymKey+word, 0)
		if strings.Contains(word, ".") { // U.S. is found for US, US not for U.S., which may be "us"
			add(acronymKey+strings.ReplaceAll(word, ".", ""), 0)
		}
	} else if capitals, ok := strings.CutSuffix(word, "s"); ok && isAcronym(capitals) { // NGOs
		add(acronymKey+capitals, stem.Inflected)
	} else if r, n := utf8.DecodeRuneInString(word); unicode.IsUpper(r) && len(word) >= 4 && strings.ToLower(word[n:]) == word[n:] { // Nato
		add(acronymKey+strings.ToUpper(word), 0)
	}
	for _, r := range x.analyser.Readings(word) {
		add(r.Key, r.Kind)
	}
	return found
}

// isAcronym reports whether a word is written in capitals only, as NATO is.
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

// maxWords bounds the memory that remembered words take, whatever is read.
const maxWords = 1 << 16

// wordCache remembers readings, since a language uses few words again and again.
type wordCache struct {
	mu    sync.RWMutex
	words map[string][]reading
}

func (c *wordCache) get(word string) ([]reading, bool) {
	c.mu.RLock()
	found, ok := c.words[word]
	c.mu.RUnlock()
	return found, ok
}

func (c *wordCache) put(word string, found []reading) {
	c.mu.Lock()
	if c.words == nil || len(c.words) >= maxWords {
		c.words = map[string][]reading{}
	}
	c.words[strings.Clone(word)] = found
	c.mu.Unlock()
}
