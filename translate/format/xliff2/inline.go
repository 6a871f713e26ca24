package xliff2

import (
	"slices"
	"strings"

	"diglot/translate/format/internal/xmlspan"
)

// side is the sources or the targets of a scope.
type side struct {
	*scope
	targets bool
}

// elements lists the inline elements of a side, those of targets in the order in
// which these will stand.
func (s side) elements() []xmlspan.Node {
	parts := slices.Clone(s.parts)
	if s.targets {
		slices.SortStableFunc(parts, func(a, b part) int { return a.order - b.order })
	}
	var list []xmlspan.Node
	for _, p := range parts {
		list = append(list, inlines(p.holder(s.targets))...)
	}
	return list
}

// complete reports that every segment has its text on this side; what is not yet
// translated may hold what another target misses.
func (s side) complete() bool {
	return !slices.ContainsFunc(s.parts, func(p part) bool { return p.holder(s.targets).IsZero() && p.node.Local() != "ignorable" })
}

// holder gives the part's <target> or <source>.
func (p part) holder(target bool) xmlspan.Node {
	if target {
		return p.target
	}
	return p.source
}

// inlines lists the elements in a source or target.
func inlines(holder xmlspan.Node) []xmlspan.Node {
	var list []xmlspan.Node
	if holder.IsZero() {
		return nil
	}
	for n := range holder.All() {
		if n != holder {
			list = append(list, n)
		}
	}
	return list
}

// isCode reports ph, pc, sc and ec.
func isCode(n xmlspan.Node) bool {
	switch n.Local() {
	case "ph", "pc", "sc", "ec":
		return true
	}
	return false
}

// data checks that original data have different ids.
func (v *validator) data(s *scope) {
	if d := v.child(s.node, "originalData"); !d.IsZero() {
		v.once(d.Elements(), "data", "<originalData>")
	}
}

// ids checks those of segments and inline elements: different in the sources of a
// scope; in the targets as in the sources for what is the same, else different too.
func (v *validator) ids(s *scope) {
	for _, p := range s.parts {
		if !s.match {
			v.id(s.ids, p.node)
		}
		for _, n := range inlines(p.source) {
			v.id(s.ids, n)
		}
	}
	for _, p := range s.parts {
		for _, n := range inlines(p.target) {
			if !has(n, "id") {
				continue
			}
			id := n.Value("id")
			if source, found := s.ids[id]; found && !counterparts(source, n) {
				v.fault(n, "the id %q is that of another element, <%s>", id, source.Name())
			}
			v.id(s.target, n)
		}
	}
}

func (v *validator) id(seen map[string]xmlspan.Node, n xmlspan.Node) {
	if !has(n, "id") {
		return
	}
	id := n.Value("id")
	if _, twice := seen[id]; twice {
		v.fault(n, "the id %q stands twice", id)
	}
	seen[id] = n
}

// counterparts reports that an element of a target can be the one of a source: they
// have one name, or are two spellings of one thing.
func counterparts(source, target xmlspan.Node) bool {
	spelled := func(name string) string {
		switch name {
		case "pc":
			return "sc"
		case "mrk":
			return "sm"
		}
		return name
	}
	return spelled(source.Local()) == spelled(target.Local())
}

// codes checks the attributes of codes that depend on each other or point
// elsewhere.
func (v *validator) codes(f *file, s side) {
	for _, n := range s.elements() {
		if !isCode(n) {
			continue
		}
		v.types(n)
		for _, a := range []string{"dataRef", "dataRefStart", "dataRefEnd"} {
			if has(n, a) && !s.data[n.Value(a)] {
				v.fault(n, "%s=%q is no <data> of the %s", a, n.Value(a), s.node.Name())
			}
		}
		for _, pair := range []string{"dataRef", "subFlows", "equiv"} {
			if has(n, pair+"Start") != has(n, pair+"End") {
				v.fault(n, "%sStart and %sEnd go together", pair, pair)
			}
		}
		for _, a := range []string{"subFlows", "subFlowsStart", "subFlowsEnd"} {
			for _, id := range strings.Fields(n.Value(a)) {
				if f.units[id] == nil {
					v.fault(n, "%s: %q is no <unit> of the file", a, id)
				}
			}
		}
		if reorder := n.Value("canReorder"); (reorder == "no" || reorder == "firstNo") && (n.Value("canCopy") != "no" || n.Value("canDelete") != "no") {
			v.fault(n, "with canReorder=%q, canCopy and canDelete must be no", reorder)
		}
		v.copyOf(s, n)
	}
}

// types checks type and subType.
func (v *validator) types(n xmlspan.Node) {
	if !has(n, "subType") {
		return
	}
	needs := "fmt"
	switch n.Value("subType") {
	case "xlf:var":
		needs = "ui"
	case "xlf:lb", "xlf:pb", "xlf:b", "xlf:i", "xlf:u":
	default:
		v.reserved(n, "subType")
		needs = ""
	}
	switch {
	case !has(n, "type"):
		v.fault(n, "it has a subType and no type")
	case needs != "" && n.Value("type") != needs:
		v.fault(n, "the subType %s goes with the type %s", n.Value("subType"), needs)
	}
}

// copyOf checks a code that is a copy of one without original data.
func (v *validator) copyOf(s side, n xmlspan.Node) {
	if !has(n, "copyOf") {
		return
	}
	id := n.Value("copyOf")
	base, ok := s.scope.ids[id]
	if !ok {
		base, ok = s.scope.target[id]
	}
	hasData := func(n xmlspan.Node) bool {
		return has(n, "dataRef") || has(n, "dataRefStart") || has(n, "dataRefEnd")
	}
	switch {
	case !ok || !isCode(base):
		v.fault(n, "copyOf=%q is no code of the %s", id, s.node.Name())
	case id == n.Value("id"):
		v.fault(n, "it cannot be a copy of itself")
	case hasData(n):
		v.fault(n, "a copy has no original data of its own")
	case hasData(base):
		v.fault(n, "%q has original data; a copy refers to them and has no copyOf", id)
	case base.Value("canCopy") == "no":
		v.fault(n, "%q cannot be copied: it has canCopy=\"no\"", id)
	}
}

// pairs checks that starts and ends of codes and of markers come together.
func (v *validator) pairs(s side) {
	starts, ends := map[string]xmlspan.Node{}, map[string]int{}
	isolated := map[string]bool{}
	list := s.elements()
	for _, n := range list {
		switch n.Local() {
		case "sc":
			isolated[n.Value("id")] = n.Value("isolated") == "yes"
			starts["c:"+n.Value("id")] = n
		case "sm":
			starts["m:"+n.Value("id")] = n
		case "ec":
			v.endCode(s, n, starts, ends, isolated)
		case "em":
			id := n.Value("startRef")
			if _, ok := starts["m:"+id]; !ok && (s.complete() || !s.targets) {
				v.fault(n, "no <sm id=%q> stands before it", id)
			}
			if ends["m:"+id]++; ends["m:"+id] == 2 {
				v.fault(n, "a second end of <sm id=%q>", id)
			}
		}
	}
	for _, n := range list {
		kind := map[string]string{"sc": "c:", "sm": "m:"}[n.Local()]
		if kind == "" || n.Value("isolated") == "yes" || ends[kind+n.Value("id")] > 0 || s.targets && !s.complete() {
			continue
		}
		if kind == "c:" {
			v.fault(n, "no <ec> ends it; where that is in another unit it has isolated=\"yes\"")
		} else {
			v.fault(n, "no <em> ends it")
		}
	}
}

// endCode checks an <ec> and that it fits its <sc>.
func (v *validator) endCode(s side, n xmlspan.Node, starts map[string]xmlspan.Node, ends map[string]int, isolated map[string]bool) {
	if n.Value("isolated") == "yes" {
		if !has(n, "id") || has(n, "startRef") {
			v.fault(n, "an isolated end has an id and no startRef")
		}
		return
	}
	if has(n, "id") || !has(n, "startRef") {
		v.fault(n, "an end that is not isolated has a startRef and no id")
		return
	}
	if has(n, "dir") {
		v.fault(n, "only an isolated end has a dir")
	}
	id := n.Value("startRef")
	start, ok := starts["c:"+id]
	switch {
	case !ok && (!s.targets || s.complete()):
		v.fault(n, "no <sc id=%q> stands before it", id)
	case isolated[id]:
		v.fault(n, "its start <sc id=%q> says that it is isolated", id)
	}
	if ends["c:"+id]++; ends["c:"+id] == 2 {
		v.fault(n, "a second end of <sc id=%q>", id)
	}
	if !ok {
		return
	}
	for _, a := range []string{"canCopy", "canDelete", "canOverlap"} {
		if or(start, a, "yes") != or(n, a, "yes") {
			v.fault(n, "its %s is not that of <sc id=%q>", a, id)
		}
	}
	want := or(start, "canReorder", "yes")
	if want == "firstNo" {
		want = "no"
	}
	if got := or(n, "canReorder", "yes"); got != want {
		v.fault(n, "its canReorder is %s; that of <sc id=%q> asks for %s", got, id, want)
	}
}
