package glossary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Deviation is one place where a Latin spelling does not follow the house's rules.
type Deviation struct {
	Letter string // Arabic, or ال
	Found  string
	House  string
}

// Spells reports whether latin can be a spelling of the Arabic name, and where it
// goes another way than the house. The way with the fewest such places is taken.
func (r *Romanisation) Spells(arabic, latin string) (deviations []Deviation, ok bool) {
	name := []rune(strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) || c == 'ـ' || unicode.IsSpace(c) {
			return -1
		}
		return c
	}, arabic))
	a := alignment{rules: r, name: name, latin: latin, done: map[[3]int]spelling{}}
	best := a.article()
	if !best.ok {
		return nil, false
	}
	for at := &best; at != nil; at = at.rest {
		if at.deviates {
			deviations = append(deviations, at.Deviation)
		}
	}
	return deviations, true
}

// spelling is the best way to spell the rest of a name.
type spelling struct {
	ok       bool
	cost     int
	deviates bool
	Deviation
	rest *spelling
}

// alignment ties the letters of a name to those of a spelling.
type alignment struct {
	rules *Romanisation
	name  []rune
	latin string
	done  map[[3]int]spelling
}

// Costs of going another way than the house; a short vowel costs little.
const (
	vowelCost     = 1
	deviationCost = 10
	mostVowels    = 2 // side by side, that Arabic does not write
)

// article reads an article where the name has one.
func (a *alignment) article() spelling {
	best := a.from(0, 0, 0)
	if len(a.name) < 4 || string(a.name[:2]) != "ال" {
		return best
	}
	for _, way := range a.rules.article {
		rest, ok := strings.CutPrefix(a.latin, way.text)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " ")
		tail := a.from(2, len(a.latin)-len(rest), 0)
		best = cheaper(best, tail, Deviation{"ال", way.text, a.rules.article[0].text}, !way.house)
	}
	return best
}

// cheaper gives the better of a spelling and of one more step before a tail.
func cheaper(best, tail spelling, step Deviation, deviates bool) spelling {
	if !tail.ok {
		return best
	}
	cost := tail.cost
	if deviates {
		cost += deviationCost
	}
	if best.ok && best.cost <= cost {
		return best
	}
	return spelling{true, cost, deviates, step, &tail}
}

// from spells the name from its i-th letter on with what follows byte j. vowels
// counts the unwritten vowels just before.
func (a *alignment) from(i, j, vowels int) spelling {
	at := [3]int{i, j, vowels}
	if s, ok := a.done[at]; ok {
		return s
	}
	var best spelling
	if i == len(a.name) && j == len(a.latin) {
		best.ok = true
	}
	if c, n := utf8.DecodeRuneInString(a.latin[j:]); vowels < mostVowels && n > 0 && strings.ContainsRune("aeiouy", unicode.ToLower(c)) {
		if tail := a.from(i, j+n, vowels+1); tail.ok && (!best.ok || tail.cost+vowelCost < best.cost) {
			best = spelling{true, tail.cost + vowelCost, false, Deviation{}, &tail}
		}
	}
	if i < len(a.name) {
		for _, way := range a.rules.letters[a.name[i]] {
			if !hasFoldedPrefix(a.latin[j:], way.text) {
				continue
			}
			end := j + len(way.text)
			step := Deviation{string(a.name[i]), way.text, a.rules.letters[a.name[i]][0].text}
			best = cheaper(best, a.from(i+1, end, 0), step, !way.house)
			if way.text != "" && hasFoldedPrefix(a.latin[end:], way.text) { // doubled
				best = cheaper(best, a.from(i+1, end+len(way.text), 0), step, !way.house)
			}
		}
	}
	a.done[at] = best
	return best
}

func hasFoldedPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// Name is an Arabic name with the spellings that stand for it in another language.
type Name struct {
	Arabic    string
	Spellings []NameSpelling // the commonest first
}

// NameSpelling is one Latin spelling of a name.
type NameSpelling struct {
	Text       string
	Units      []string
	Deviations []Deviation
}

// Names finds names in a bitext of which one side is Arabic: words with a capital
// on the other side that can be spellings of an Arabic word of the same unit. A name
// with more than one spelling, or one that deviates, is for the desk to look at.
func (r *Romanisation) Names(units []Aligned, arabicIsSource bool) []Name {
	found := map[string]map[string][]string{}
	for _, u := range units {
		arabic, latin := u.Target, u.Source
		if arabicIsSource {
			arabic, latin = latin, arabic
		}
		for _, name := range capitalised(latin.Content, textOf(latin)) {
			if word := r.nameIn(textOf(arabic), name); word != "" {
				if found[word] == nil {
					found[word] = map[string][]string{}
				}
				if list := found[word][name]; !slices.Contains(list, u.ID) {
					found[word][name] = append(list, u.ID)
				}
			}
		}
	}
	return r.sorted(found)
}

func (r *Romanisation) sorted(found map[string]map[string][]string) []Name {
	var names []Name
	for arabic, spellings := range found {
		n := Name{Arabic: arabic}
		for text, units := range spellings {
			deviations, _ := r.Spells(arabic, text)
			n.Spellings = append(n.Spellings, NameSpelling{text, units, deviations})
		}
		slices.SortFunc(n.Spellings, func(a, b NameSpelling) int {
			if len(a.Units) != len(b.Units) {
				return len(b.Units) - len(a.Units)
			}
			return strings.Compare(a.Text, b.Text)
		})
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b Name) int { return strings.Compare(a.Arabic, b.Arabic) })
	return names
}

// capitalised lists the words of a text that may be names, an article before them
// included: al-Assad, Ash Sham.
func capitalised(content string, tokens []token) []string {
	var names []string
	for i, t := range tokens {
		if !startsUpper(t.word) || scriptOf([]rune(t.word)[0]) != latin || utf8.RuneCountInString(t.word) < 3 || isAcronym(t.word) {
			continue
		}
		from := t.start
		if i > 0 && t.gap == joined && isArticle(tokens[i-1].word) && len(content[tokens[i-1].end:t.start]) <= 1 {
			from = tokens[i-1].start
		}
		if name := content[from:t.end]; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func isArticle(word string) bool {
	switch strings.ToLower(word) {
	case "al", "el", "ash", "as", "ad", "ar", "an", "at", "az":
		return true
	}
	return false
}

// nameIn finds the Arabic word that a name may be a spelling of: the one with the
// fewest deviations. Clitics before it come off. Words of three letters meet too much.
func (r *Romanisation) nameIn(tokens []token, name string) string {
	best, fewest := "", len(name)
	for _, t := range tokens {
		letters := []rune(t.word)
		if len(letters) < 4 || scriptOf(letters[0]) != arabicLetters {
			continue
		}
		for _, word := range withoutClitics(t.word) {
			deviations, ok := r.Spells(word, name)
			if !ok || len(deviations)*3 > utf8.RuneCountInString(word) {
				continue
			}
			if n := len(deviations); n < fewest || n == fewest && len(word) < len(best) { // a letter that is not heard is a clitic
				best, fewest = word, n
			}
		}
	}
	return best
}

// withoutClitics gives a word and what remains when letters before it are taken for
// a conjunction or a preposition.
func withoutClitics(word string) []string {
	words := []string{word}
	rest := word
	for _, clitics := range []string{"وف", "بلك"} {
		c, n := utf8.DecodeRuneInString(rest)
		if strings.ContainsRune(clitics, c) && utf8.RuneCountInString(rest) > 4 {
			rest = rest[n:]
			words = append(words, rest)
		}
	}
	return words
}
