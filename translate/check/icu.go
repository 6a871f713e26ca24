package check

import (
	"strings"

	"diglot/translate/unit"
)

// icuArgument is a complex argument of an ICU message: {n, plural, one {# file}
// other {# files}}. The grammar is that of ICU's MessageFormat.
type icuArgument struct {
	name, kind string
	forms      []string    // selectors: one, other, =0, male
	blocks     []unit.Span // their texts, without the braces
	start, end int
}

// icuArguments parses the complex arguments at the top level of s. Text that is not
// a whole ICU message gives none.
func icuArguments(s string) []icuArgument {
	var list []icuArgument
	for i := 0; i < len(s); i++ {
		if s[i] != '{' {
			continue
		}
		a, ok := icuArgumentAt(s, i)
		if !ok {
			continue
		}
		list = append(list, a)
		i = a.end - 1
	}
	return list
}

// icuArgumentAt parses {name, kind, selector {text} …} at s[i].
func icuArgumentAt(s string, i int) (icuArgument, bool) {
	a := icuArgument{start: i}
	name, rest, ok := strings.Cut(s[i+1:], ",")
	if !ok || strings.ContainsAny(name, "{}") {
		return a, false
	}
	kind, _, ok := strings.Cut(rest, ",")
	a.name, a.kind = strings.TrimSpace(name), strings.TrimSpace(kind)
	if !ok || a.kind != "plural" && a.kind != "select" && a.kind != "selectordinal" {
		return a, false
	}
	at := i + 1 + len(name) + 1 + len(kind) + 1
	for {
		for at < len(s) && (s[at] == ' ' || s[at] == '\n' || s[at] == '\t') {
			at++
		}
		if at == len(s) {
			return a, false
		}
		if s[at] == '}' {
			a.end = at + 1
			return a, len(a.forms) > 0
		}
		from := at
		for at < len(s) && s[at] != '{' && s[at] != '}' && s[at] != ' ' && s[at] != '\n' {
			at++
		}
		selector := s[from:at]
		for at < len(s) && (s[at] == ' ' || s[at] == '\n') {
			at++
		}
		if strings.HasPrefix(selector, "offset:") {
			continue
		}
		end := icuBlockEnd(s, at)
		if end < 0 || selector == "" {
			return a, false
		}
		a.forms = append(a.forms, selector)
		a.blocks = append(a.blocks, unit.Span{Start: at + 1, End: end - 1})
		at = end
	}
}

// syntax gives what of the argument is not text, as opaque pieces.
func (a icuArgument) syntax() []opaque {
	var list []opaque
	at := a.start
	for _, b := range a.blocks {
		list = append(list, opaque{icuSyntax, at, b.Start})
		at = b.End
	}
	return append(list, opaque{icuSyntax, at, a.end})
}

// icuBlockEnd gives the byte behind the block {…} at s[i], -1 where it does not end.
// A quoted part ('{') is text.
func icuBlockEnd(s string, i int) int {
	if i >= len(s) || s[i] != '{' {
		return -1
	}
	depth, quoted := 0, false
	for ; i < len(s); i++ {
		switch {
		case s[i] == '\'' && i+1 < len(s) && (quoted || s[i+1] == '{' || s[i+1] == '}'):
			quoted = !quoted
		case quoted:
		case s[i] == '{':
			depth++
		case s[i] == '}':
			depth--
			if depth == 0 {
				return i + 1
			}
		}
	}
	return -1
}

// compareMessages reports ICU arguments that were lost or changed their kind, and
// plural forms that the target's language needs and does not have (CLDR).
func (v *view) compareMessages() {
	if strings.Count(v.source.s, "{") < 2 || !strings.Contains(v.source.s, ",") {
		return
	}
	target := icuArguments(v.target.s)
	for _, s := range icuArguments(v.source.s) {
		found := false
		for _, t := range target {
			if t.name == s.name && t.kind == s.kind {
				v.compareForms(s, t)
				found = true
				break
			}
		}
		if !found {
			v.report("missing", unit.Issue{Args: map[string]string{"placeholder": "{" + s.name + ", " + s.kind + "}"}, Source: at(s.start, s.end)})
		}
	}
}

func (v *view) compareForms(s, t icuArgument) {
	has := map[string]bool{}
	for _, f := range t.forms {
		has[f] = true
	}
	want := s.forms
	if s.kind == "plural" {
		want = pluralsNeeded(v.target.locale)
	}
	if s.kind == "selectordinal" {
		want = []string{"other"}
	}
	for _, f := range want {
		if !has[f] {
			v.report("form", unit.Issue{Args: map[string]string{"form": f, "placeholder": t.name}, Target: at(t.start, t.end)})
		}
	}
}

// printfOrder reports conversions of the printf family that changed places without
// numbers (%1$s): the program would put one value where another belongs.
func (v *view) printfOrder() {
	source, target := v.source.conversions(), v.target.conversions()
	if len(source) != len(target) {
		return // some are missing, which is reported already
	}
	for i := range source {
		a, b := v.source.s[source[i].start:source[i].end], v.target.s[target[i].start:target[i].end]
		if a != b && !strings.Contains(a+b, "$") && !strings.Contains(a+b, "(") {
			v.report("order", unit.Issue{
				Args:   map[string]string{"placeholder": b, "source": a},
				Source: at(source[i].start, source[i].end), Target: at(target[i].start, target[i].end),
			})
			return
		}
	}
}

func (d *side) conversions() []opaque {
	var list []opaque
	for _, o := range d.opaque {
		if o.kind == printfHolder {
			list = append(list, o)
		}
	}
	return list
}
