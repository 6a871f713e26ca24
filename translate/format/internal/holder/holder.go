// Package holder finds placeholders in messages: what a program puts a name, a
// number or a link in place of.
//
// A translator must not change %1$s, {name} or {{count}}, and need not see how
// they are spelled; so they become inline codes that may not be left out. Markup tags
// in messages become codes too, in pairs, which a translation may drop. Which
// spellings mean something depends on the file's format, see [Style].
//
// Read first: [Find].
package holder

import (
	"strings"

	"diglot/translate/format/internal/literal"
	"diglot/translate/unit"
)

// Style is a set of spellings.
type Style uint

// The spellings.
const (
	Printf   Style = 1 << iota // %s %1$d %@ %lld %.2f %(name)s %{name} %%
	Braces                     // {name} {0} {} {0,number} {x:>5}
	Mustache                   // {{name}} {{.Name}} {{value, currency}}
	Dollar                     // ${name}
	Nest                       // $t(key) of i18next
	Tags                       // <b> </b> <br/> <0> <!-- -->
	Percents                   // %name%, which Printf would take for %n and letters
)

// All are the spellings that messages of unknown programs have.
const All = Printf | Braces | Mustache | Dollar | Tags

// Find gives the placeholders and tags in letters, as numbered marks.
func Find(letters string, styles Style) []literal.Mark {
	marks := Marks(letters, 0, len(letters), styles)
	Number(letters, marks)
	return marks
}

// Marks gives the placeholders and tags in a stretch of letters, not yet numbered.
func Marks(letters string, from, to int, styles Style) []literal.Mark {
	var marks []literal.Mark
	s := letters[:to]
	for at := from; at < to; {
		next := strings.IndexAny(s[at:], "%{$<")
		if next < 0 {
			break
		}
		at += next
		n, code := match(s[at:], styles)
		if n == 0 {
			at++
			continue
		}
		marks = append(marks, literal.Mark{From: at, To: at + n, Code: &code})
		at += n
	}
	return marks
}

// match gives the length of what stands at the start of s, 0 for nothing.
func match(s string, styles Style) (int, unit.Code) {
	keep := unit.Code{NoDelete: true}
	switch {
	case s[0] == '<' && styles&Tags != 0:
		return tag(s)
	case s[0] == '%' && styles&Percents != 0 && named(s) > 0:
		return named(s), keep
	case s[0] == '%' && styles&Printf != 0:
		if strings.HasPrefix(s, "%%") {
			return 2, unit.Code{}
		}
		return printf(s), keep
	case styles&Mustache != 0 && strings.HasPrefix(s, "{{"):
		return mustache(s), keep
	case s[0] == '{' && styles&Braces != 0:
		return braces(s), keep
	case styles&Dollar != 0 && strings.HasPrefix(s, "${"):
		if n := until(s, 2, "}", "{\n"); n > 3 {
			return n, keep
		}
	case styles&Nest != 0 && strings.HasPrefix(s, "$t("):
		return nest(s), keep
	}
	return 0, keep
}

// Number gives marks their IDs, 1, 2, 3 … in order, and makes pairs of tags that
// open and close. Directives of printf that go by their order may not change it.
func Number(letters string, marks []literal.Mark) {
	type open struct {
		mark int
		name string
	}
	var stack []open
	var ordered []int
	id := 0
	for i := range marks {
		c := marks[i].Code
		if c == nil {
			continue
		}
		s := letters[marks[i].From:marks[i].To]
		if InOrder(s) {
			ordered = append(ordered, i)
		}
		if c.Kind == unit.Close {
			k := len(stack) - 1
			for k >= 0 && k >= len(stack)-maxDepth && stack[k].name != tagName(s) {
				k--
			}
			if k >= 0 && k >= len(stack)-maxDepth {
				c.ID = marks[stack[k].mark].Code.ID
				for _, o := range stack[k+1:] {
					alone(marks[o.mark].Code)
				}
				stack = stack[:k]
				continue
			}
			alone(c)
		}
		id++
		c.ID = id
		if c.Kind == unit.Open {
			stack = append(stack, open{i, tagName(s)})
		}
	}
	for _, o := range stack {
		alone(marks[o.mark].Code)
	}
	if len(ordered) > 1 {
		for _, i := range ordered {
			marks[i].Code.NoReorder = true
		}
	}
}

// alone makes a code of a tag whose other half is missing. Elsewhere it might find
// one.
func alone(c *unit.Code) { c.Kind, c.NoReorder, c.NoCopy = unit.Standalone, true, true }

// maxDepth is how far back the opening tag of a pair is looked for.
const maxDepth = 100

// until gives the length up to and with end, looked for from at; 0 when a byte of
// stop, or too many bytes, come before.
func until(s string, at int, end, stop string) int {
	const far = 400
	near := s[:min(len(s), far)]
	i := strings.Index(near[at:], end)
	if i < 0 || strings.ContainsAny(near[at:at+i], stop) {
		return 0
	}
	return at + i + len(end)
}
