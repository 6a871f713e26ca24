// Package check reads a translation beside its source and says what a careful
// second reader would say: a number that changed, a bracket that never closes, a
// sentence that is gone, a Latin comma in Arabic prose. A newsroom needs it because
// such faults survive every spelling checker and are what readers write letters about.
//
// Read first: [New] and [Checker.Check], which gives the issues of one source and
// target; [Checker.Document], which looks at the texts of a whole document
// together; and [All], which lists the checks with an example of each. Each check
// stands in a file of its own name and says there why it exists.
//
// Nothing here looks at strings with patterns. A text is cut once into words,
// digits, marks and opaque pieces (side.go), and every check reads those. Opaque
// pieces are markup, addresses and placeholders: no check of letters sees inside.
package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"diglot/translate/locale"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// Pair is what a check looks at: one source text and its translation.
type Pair struct {
	SourceLocale, TargetLocale locale.Tag
	Source, Target             unit.Text

	Key    string // the text's own name in its document, where it has one: "files[one]"
	Absent bool   // there is no translation yet: a gap that only Document sees
}

// Options chooses the checks. The zero Options runs all that are not off by
// default.
type Options struct {
	Off []string // names of checks not to run
	On  []string // names of checks to run though they are off by default

	Dictionaries map[string]*Dictionary // for the check of spelling, by base language
}

// Checker runs checks. It may be used by several goroutines at once.
type Checker struct {
	rules []rule
	words vocabulary
	views sync.Pool // of *view
}

// New makes a Checker. It fails on a name that no check has.
func New(o Options) (*Checker, error) {
	all := rules()
	for _, name := range slices.Concat(o.Off, o.On) {
		if !slices.ContainsFunc(all, func(r rule) bool { return r.info.Name == name }) {
			return nil, unknownCheck(name, all)
		}
	}
	c := &Checker{words: newVocabulary()}
	for _, r := range all {
		on := !r.info.OffByDefault || slices.Contains(o.On, r.info.Name)
		if on && !slices.Contains(o.Off, r.info.Name) {
			c.rules = append(c.rules, r)
		}
	}
	c.views.New = func() any { return &view{words: c.words, dictionaries: o.Dictionaries} }
	return c, nil
}

// unknownCheck names the checks that the user may have meant.
func unknownCheck(name string, all []rule) error {
	var near []string
	letters := []rune(name)
	for _, r := range all {
		candidate := []rune(r.info.Name)
		if _, ok := text.DistanceWithin(letters, candidate, 2); ok || len(name) >= 3 && strings.HasPrefix(r.info.Name, name) {
			near = append(near, r.info.Name)
		}
	}
	if len(near) == 0 {
		for _, r := range all {
			near = append(near, r.info.Name)
		}
		return fmt.Errorf("no check is called %q; there are %s", name, strings.Join(near, ", "))
	}
	return fmt.Errorf("no check is called %q; did you mean %s?", name, strings.Join(near, " or "))
}

// maxContent is how many bytes of source and target together are checked. A segment
// is a sentence or two; what is longer by far was not cut, and comparing its parts
// with each other would take the square of its length. Within it, what is compared
// each with each has bounds of its own.
const maxContent = 1 << 16

// Check gives the issues of one pair, ordered by their place in the target and
// then by the name of the check. Spans are bytes of the texts' Content.
func (c *Checker) Check(p *Pair) []unit.Issue {
	if p.Absent {
		return nil
	}
	if len(p.Source.Content)+len(p.Target.Content) > maxContent {
		return []unit.Issue{{Check: "length", Severity: unit.Warning, Key: "huge"}}
	}
	v := c.views.Get().(*view)
	defer c.views.Put(v)
	v.read(p)
	for i := range c.rules {
		r := &c.rules[i]
		if r.find != nil && r.serves(v.target.lang) {
			v.rule = r
			r.find(v)
		}
	}
	return v.take()
}

// take gives away what was found, in order.
func (v *view) take() []unit.Issue {
	if len(v.issues) == 0 {
		return nil
	}
	found := slices.Clone(v.issues)
	clear(v.issues)
	v.issues = v.issues[:0]
	slices.SortStableFunc(found, func(a, b unit.Issue) int {
		return cmp.Or(cmp.Compare(position(a), position(b)), strings.Compare(a.Check, b.Check))
	})
	return found
}

// position is where in the target an issue stands; what has no place comes first.
func position(i unit.Issue) int {
	if len(i.Target) == 0 {
		return -1
	}
	return i.Target[0].Start
}
