package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Dictionary is a spelling dictionary in the format of Hunspell: a list of roots
// and a file of affixes that may be put on them (hunspell(5)). Compounds are taken
// loosely: any parts that are words, where the dictionary speaks of compounds.
type Dictionary struct {
	roots    map[string][][]rootFlag // flags of each entry of a root
	prefixes map[string][]affix      // by what they add
	suffixes map[string][]affix

	flags        flagStyle
	aliases      [][]rootFlag // AF: lists of flags by number
	ignore       string       // characters that do not count, as Arabic vowel signs
	input        []string     // ICONV: pairs of what is read as what
	needAffix    rootFlag
	forbidden    rootFlag
	onlyCompound rootFlag
	compounds    bool
	compoundMin  int
	longest      int // letters of the longest affix
}

// rootFlag names a class of affixes, or a property of a root.
type rootFlag uint16

// affix is a prefix or suffix.
type affix struct {
	flag      rootFlag
	cross     bool // may meet one on the other end
	strip     string
	condition []matcher
	then      []rootFlag // classes of affixes that may follow it
	backward  bool       // a suffix: its condition is for the root's end
}

// matcher is one place of an affix's condition: a set of letters, or all but them.
type matcher struct {
	letters string // "" stands for any
	not     bool
}

// Knows reports whether a word is spelled as the dictionary has it. A word with a
// capital may be one that is written small.
func (d *Dictionary) Knows(word string) bool {
	if strings.ContainsAny(word, d.ignore) {
		word = strings.Map(func(r rune) rune {
			if strings.ContainsRune(d.ignore, r) {
				return -1
			}
			return r
		}, word)
	}
	if len(d.input) > 0 {
		word = strings.NewReplacer(d.input...).Replace(word)
	}
	if d.accepts(word) {
		return true
	}
	lower := strings.ToLower(word)
	if lower == word {
		return false
	}
	first, n := utf8.DecodeRuneInString(lower)
	return d.accepts(lower) || d.accepts(string(unicode.ToUpper(first))+lower[n:])
}

// accepts is Knows for one way to write the word.
func (d *Dictionary) accepts(word string) bool {
	if d.derives(word, false) {
		return true
	}
	return d.compounds && d.isCompound(word, 3)
}

// derives reports a root, or a root with affixes.
func (d *Dictionary) derives(word string, inCompound bool) bool {
	known := false
	for _, flags := range d.roots[word] {
		if has(flags, d.forbidden) {
			return false
		}
		known = known || !has(flags, d.needAffix) && (inCompound || !has(flags, d.onlyCompound))
	}
	return known || d.suffixed(word, 0, nil) || d.prefixed(word)
}

// suffixed reports a root with a suffix. With is the class of a prefix that was taken
// off before, 0 for none: the root must have it, or the suffix allow it to follow, as
// Arabic dictionaries say that the article needs a word without possessive. After
// lists classes of a suffix further out, which this one must allow.
func (d *Dictionary) suffixed(word string, with rootFlag, after []rootFlag) bool {
	for n, at := 0, len(word); n <= d.longest; n++ {
		for i := range d.suffixes[word[at:]] {
			s := &d.suffixes[word[at:]][i]
			if after != nil && !anyOf(s.then, after) {
				continue
			}
			root := word[:at] + s.strip
			if !s.fits(root) {
				continue
			}
			if with == 0 || has(s.then, with) {
				if d.rootWith(root, s.flag, 0) {
					return true
				}
			} else if s.cross && d.rootWith(root, s.flag, with) {
				return true
			}
			if after == nil && len(word)-at > 0 && d.suffixed(root, with, []rootFlag{s.flag}) {
				return true
			}
		}
		if at == 0 {
			break
		}
		_, size := utf8.DecodeLastRuneInString(word[:at])
		at -= size
	}
	return false
}

// prefixed reports a root with a prefix, or with a prefix and a suffix.
func (d *Dictionary) prefixed(word string) bool {
	for n, at := 0, 0; n <= d.longest && at <= len(word); n++ {
		for i := range d.prefixes[word[:at]] {
			p := &d.prefixes[word[:at]][i]
			root := p.strip + word[at:]
			if !p.fits(root) {
				continue
			}
			if d.rootWith(root, p.flag, 0) || d.suffixed(root, p.flag, nil) {
				return true
			}
		}
		if at == len(word) {
			break
		}
		_, size := utf8.DecodeRuneInString(word[at:])
		at += size
	}
	return false
}

// rootWith reports a root that has the classes of affixes; 0 stands for none.
func (d *Dictionary) rootWith(root string, a, b rootFlag) bool {
	for _, flags := range d.roots[root] {
		if has(flags, a) && (b == 0 || has(flags, b)) && !has(flags, d.forbidden) {
			return true
		}
	}
	return false
}

// isCompound reports a word of up to parts words.
func (d *Dictionary) isCompound(word string, parts int) bool {
	if parts == 1 {
		return d.derives(word, true)
	}
	for at := range word {
		if utf8.RuneCountInString(word[:at]) < d.compoundMin || utf8.RuneCountInString(word[at:]) < d.compoundMin {
			continue
		}
		if d.part(word[:at]) && (d.part(word[at:]) || parts > 2 && d.isCompound(word[at:], parts-1)) {
			return true
		}
	}
	return false
}

// part reports a word that may stand in a compound, small or with its capital.
func (d *Dictionary) part(word string) bool {
	if d.derives(word, true) {
		return true
	}
	first, n := utf8.DecodeRuneInString(word)
	return d.derives(string(unicode.ToUpper(first))+word[n:], true)
}

// fits reports a root that an affix's condition allows.
func (a *affix) fits(root string) bool {
	rest := root
	for i := range a.condition {
		m := a.condition[i]
		var r rune
		var n int
		if a.backward {
			m = a.condition[len(a.condition)-1-i]
			r, n = utf8.DecodeLastRuneInString(rest)
			rest = rest[:len(rest)-n]
		} else {
			r, n = utf8.DecodeRuneInString(rest)
			rest = rest[n:]
		}
		if n == 0 || m.letters != "" && strings.ContainsRune(m.letters, r) == m.not {
			return false
		}
	}
	return true
}

func has(flags []rootFlag, f rootFlag) bool {
	for _, g := range flags {
		if g == f && f != 0 {
			return true
		}
	}
	return false
}

func anyOf(flags, wanted []rootFlag) bool {
	for _, f := range wanted {
		if has(flags, f) {
			return true
		}
	}
	return false
}
