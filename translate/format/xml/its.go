package xml

import (
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlspan"
)

// spaceITS is the namespace of ITS 1.0 and 2.0.
const spaceITS = "http://www.w3.org/2005/11/its"

// says is what ITS says of an element; "" is nothing.
type says struct {
	translate  string // yes, no
	withinText string // yes, no, nested
	note       string
}

// rule is a global rule of ITS.
type rule struct {
	paths [][]step // any of them selects
	says
}

// step is a name on the way to an element; deep says that others may stand
// between it and the one before.
type step struct {
	name string // "*" is any
	deep bool
}

// globalRules reads the its:rules of a file. Rules with selectors of other kinds than
// paths of names are passed over: what they select is guessed at as without them.
func globalRules(root xmlspan.Node) []rule {
	var list []rule
	for n := range root.All() {
		if !n.Is(spaceITS, "rules") {
			continue
		}
		for c := range n.Elements() {
			r := rule{paths: selector(c.Value("selector"))}
			switch c.Local() {
			case "translateRule":
				r.translate = c.Value("translate")
			case "withinTextRule":
				r.withinText = c.Value("withinText")
			case "locNoteRule":
				if note := c.Child("locNote"); !note.IsZero() {
					r.note = strings.TrimSpace(note.Letters())
				}
			}
			if c.Space() == spaceITS && len(r.paths) > 0 {
				list = append(list, r)
			}
		}
	}
	return list
}

// selector reads an XPath expression of names: "//a", "/a/b//c", "//a | //b".
func selector(s string) [][]step {
	var paths [][]step
	for _, path := range strings.Split(s, "|") {
		path = strings.TrimSpace(path)
		if !strings.HasPrefix(path, "/") {
			return nil
		}
		var steps []step
		for path != "" {
			st := step{}
			if rest, ok := strings.CutPrefix(path, "//"); ok {
				st.deep, path = true, rest
			} else {
				path = strings.TrimPrefix(path, "/")
			}
			end := strings.IndexByte(path, '/')
			if end < 0 {
				end = len(path)
			}
			st.name, path = path[:end], path[end:]
			st.name = st.name[strings.IndexByte(st.name, ':')+1:]
			if st.name != "*" && !xmlspan.IsName(st.name) {
				return nil
			}
			steps = append(steps, st)
		}
		paths = append(paths, steps)
	}
	return paths
}

// selects reports that a path leads to an element.
func selects(path []step, n xmlspan.Node) bool {
	last := len(path) - 1
	if n.IsZero() || n.Kind() != xmlspan.Element || path[last].name != "*" && path[last].name != n.Local() {
		return false
	}
	up := n.Parent()
	if last == 0 {
		return path[0].deep || up.Kind() == xmlspan.Document
	}
	if !path[last].deep {
		return selects(path[:last], up)
	}
	for ; !up.IsZero() && up.Kind() == xmlspan.Element; up = up.Parent() {
		if selects(path[:last], up) {
			return true
		}
	}
	return false
}

// of gives what ITS says of an element: its own attributes before the rules, of
// which the last one counts.
func of(rules []rule, n xmlspan.Node) says {
	var s says
	for _, r := range rules {
		for _, path := range r.paths {
			if selects(path, n) {
				s = s.under(r.says)
				break
			}
		}
	}
	own := says{}
	for a := range n.Attributes() {
		if n.SpaceOf(a) == spaceITS || a.Prefix() == "" && n.Space() == spaceITS {
			switch value, _ := n.ValueIn(n.SpaceOf(a), a.Local()); a.Local() {
			case "translate":
				own.translate = value
			case "withinText":
				own.withinText = value
			case "locNote":
				own.note = value
			}
		}
	}
	return s.under(own)
}

// under gives s with what a rule that counts more says.
func (s says) under(more says) says {
	if more.translate != "" {
		s.translate = more.translate
	}
	if more.withinText != "" {
		s.withinText = more.withinText
	}
	if more.note != "" {
		s.note = more.note
	}
	return s
}

// hasLetters reports text directly in an element.
func hasLetters(n xmlspan.Node) bool {
	for c := range n.Children() {
		if k := c.Kind(); (k == xmlspan.Text || k == xmlspan.CData) && format.HasLetters(c.Letters()) {
			return true
		}
	}
	return false
}
