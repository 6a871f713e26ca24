package stem

import "strings"

// plain is a language without known grammar: words differ in case at most.
type plain struct{}

func (plain) Keys(word string) []string { return []string{strings.ToLower(word)} }

func (plain) Readings(word string) []Reading {
	return []Reading{{Key: strings.ToLower(word)}}
}

// readings collects a word's readings, each key once for each kind.
type readings []Reading

func (rs *readings) add(key string, kind Kind) {
	for _, r := range *rs {
		if r.Key == key && r.Kind == kind {
			return
		}
	}
	*rs = append(*rs, Reading{key, kind})
}

// cut takes the suffix off word when at least min bytes of stem remain.
func cut(word, suffix string, min int) (stem string, ok bool) {
	if len(word) >= len(suffix)+min && strings.HasSuffix(word, suffix) {
		return word[:len(word)-len(suffix)], true
	}
	return "", false
}
