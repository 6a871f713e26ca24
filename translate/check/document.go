package check

import (
	"strings"

	"diglot/translate/unit"
)

// document is the texts of one document as the checks that look at all of them
// see it.
type document struct {
	pairs  []Pair
	rule   *rule // at work
	issues [][]unit.Issue
}

// together are the checks that look at a document as a whole, some of them besides
// what they find in each pair.
func together() map[string]func(*document) {
	return map[string]func(*document){
		"consistency": findInconsistent, "harakat": findHarakat, "numerals": findOtherNumerals, "plurals": findPlurals,
	}
}

// Document looks at the pairs of one document together and gives, for the pair at
// each index, what only shows beside the others: a source that was translated in
// two ways, a plural form that nobody wrote.
func (c *Checker) Document(pairs []Pair) [][]unit.Issue {
	d := &document{pairs: pairs, issues: make([][]unit.Issue, len(pairs))}
	find := together()
	for i := range c.rules {
		d.rule = &c.rules[i]
		if f := find[d.rule.info.Name]; f != nil {
			f(d)
		}
	}
	return d.issues
}

// report notes a finding of the rule at work in the pair at an index.
func (d *document) report(at int, key string, i unit.Issue) {
	i.Check, i.Severity, i.Key = d.rule.info.Name, d.rule.info.Severity, key
	d.issues[at] = append(d.issues[at], i)
}

// branchOf parts the key of a text that is one branch of a message from the
// message: "files[one]" in most formats, "files[count one]" where a message has
// several arguments, "files/one" in a stringsdict.
func branchOf(key string) (message, branch string, ok bool) {
	if !strings.HasSuffix(key, "]") {
		i := strings.LastIndexByte(key, '/')
		if i < 0 || !isPluralForm(key[i+1:]) {
			return "", "", false
		}
		return key[:i], key[i+1:], true
	}
	i := strings.LastIndexByte(key, '[')
	if i < 0 {
		return "", "", false
	}
	if space := strings.LastIndexByte(key, ' '); space > i {
		return key[:space] + "]", key[space+1 : len(key)-1], true
	}
	return key[:i], key[i+1 : len(key)-1], true
}
