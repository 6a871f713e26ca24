package glossary

import (
	"strings"
	"unicode/utf8"

	"diglot/translate/unit"
)

// translated reports whether a term that is to stay as it is does not stand in the
// target, and says so in the issue.
func (c *comparison) translated(issue *unit.Issue, source, target string) bool {
	for _, s := range c.source {
		word := slice(source, s)
		kept := hasWord(target, word)
		for i := 0; i < len(c.concept.Terms) && !kept; i++ { // the source may have an inflected form
			kept = hasWord(target, c.concept.Terms[i].Text)
		}
		if !kept {
			issue.Severity, issue.Key = unit.Error, KeyDoNotTranslate
			issue.Args["source"], issue.Args["want"] = word, word
			return true
		}
	}
	return false
}

// hasWord reports whether a word stands in s as it is, and not inside another.
func hasWord(s, word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	for from := 0; ; {
		i := strings.Index(s[from:], word)
		if i < 0 || word == "" {
			return false
		}
		start, end := from+i, from+i+len(word)
		before, _ := utf8.DecodeLastRuneInString(s[:start])
		after, _ := utf8.DecodeRuneInString(s[end:])
		if !sameWord(before, first) && !sameWord(last, after) {
			return true
		}
		from = end
	}
}

// sameWord reports whether two characters side by side belong to one word.
func sameWord(a, b rune) bool {
	return scriptOf(a) != noLetter && scriptOf(a) == scriptOf(b) && scriptOf(a) != syllables
}
