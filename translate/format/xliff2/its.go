package xliff2

import (
	"regexp"
	"slices"
	"strings"

	"diglot/translate/format/internal/xmlspan"
)

// dataCategories are those that its:annotatorsRef can name (ITS 2.0, section 5.7).
var dataCategories = strings.Fields("allowed-characters directionality domain elements-within-text external-resource id-value language-information" +
	" locale-filter localization-note localization-quality-issue localization-quality-rating mt-confidence preserve-space provenance" +
	" storage-size target-pointer terminology text-analysis translate")

// its checks the ITS module.
func (v *validator) its() {
	for n := range v.root.All() {
		name, known := v.name(n)
		if known {
			v.itsAttributes(n)
		}
		switch name {
		case "its:locQualityIssue":
			if !has(n, "locQualityIssueType") && !has(n, "locQualityIssueComment") {
				v.fault(n, "it has neither locQualityIssueType nor locQualityIssueComment")
			}
		case "its:provenanceRecord":
			if !hasAny(n, "org orgRef person personRef revOrg revOrgRef revPerson revPersonRef revTool revToolRef tool toolRef") {
				v.fault(n, "it names nobody")
			}
		case "unit", "group", "file":
			v.standoff(n)
		}
	}
}

func hasAny(n xmlspan.Node, names string) bool {
	return slices.ContainsFunc(strings.Fields(names), func(name string) bool { return has(n, name) })
}

// standoff checks that the lists of issues and of provenance of an element have
// different ids.
func (v *validator) standoff(n xmlspan.Node) {
	seen := map[string]bool{}
	for c := range n.Elements() {
		if !v.is(c, "its:locQualityIssues") && !v.is(c, "its:provenanceRecords") {
			continue
		}
		if id := c.Value("xml:id"); seen[id] {
			v.fault(c, "the xml:id %q stands twice", id)
		} else {
			seen[id] = true
		}
	}
}

// itsAttributes checks the attributes of ITS that depend on each other.
func (v *validator) itsAttributes(n xmlspan.Node) {
	its := map[string]string{}
	for a := range n.Attributes() {
		if space := n.SpaceOf(a); space == spaceITS || space == spaceITSM {
			its[a.Local()] = v.tree.Value(a)
		}
	}
	if len(its) == 0 {
		return
	}
	if !v.itsVersion(n) {
		v.fault(n, "no its:version counts for its attributes of ITS")
	}
	given := func(names string) bool {
		return slices.ContainsFunc(strings.Fields(names), func(name string) bool { _, ok := its[name]; return ok })
	}
	exclude := func(one, others string) {
		if given(one) && given(others) {
			v.fault(n, "its:%s excludes %s", one, others)
		}
	}
	exclude("locQualityIssuesRef", "locQualityIssueType locQualityIssueComment locQualityIssueSeverity locQualityIssueProfileRef locQualityIssueEnabled")
	exclude("locQualityRatingScore", "locQualityRatingVote")
	exclude("taIdentRef", "taSource taIdent")
	exclude("provenanceRecordsRef", "org orgRef person personRef revOrg revOrgRef revPerson revPersonRef revTool revToolRef tool toolRef")
	if given("taSource") != given("taIdent") {
		v.fault(n, "its:taSource and its:taIdent go together")
	}
	for _, what := range []string{"locQualityRatingScore", "locQualityRatingVote"} {
		if given(what+"Threshold") && !v.itsInherited(n, what) {
			v.fault(n, "its:%sThreshold goes with its:%s", what, what)
		}
	}
	if (n.Local() == "mrk" || n.Local() == "sm") && has(n, "type") && n.Value("type") != "its:generic" &&
		given("annotatorsRef locQualityIssuesRef locQualityRatingScore locQualityRatingVote taIdentRef taSource taIdent taClassRef lang mtConfidence provenanceRecordsRef allowedCharacters domains localeFilterList") {
		if t := n.Value("type"); t != "term" || given("lang domains") {
			v.fault(n, "with attributes of ITS its type is its:generic, not %s", t)
		}
	}
	v.itsRefs(n, its)
}

// itsVersion reports that its:version stands on the element or around it.
func (v *validator) itsVersion(n xmlspan.Node) bool { return v.itsInherited(n, "version") }

func (v *validator) itsInherited(n xmlspan.Node, local string) bool {
	for ; !n.IsZero() && n.Kind() == xmlspan.Element; n = n.Parent() {
		if _, ok := n.ValueIn(spaceITS, local); ok {
			return true
		}
		if _, ok := n.Attribute(local); ok && n.Space() == spaceITS {
			return true
		}
	}
	return false
}

var barAndSpace = regexp.MustCompile(`\|\s|\s\|`)

// itsRefs checks what its attributes point to.
func (v *validator) itsRefs(n xmlspan.Node, its map[string]string) {
	for _, a := range []string{"locQualityIssuesRef", "provenanceRecordsRef"} {
		ref, ok := its[a]
		if !ok {
			continue
		}
		if id, local := strings.CutPrefix(ref, "#its="); strings.HasPrefix(ref, "#") && (!local || !v.hasStandoff(n, id)) && !strings.Contains(ref, "/its=") {
			v.fault(n, "its:%s=%q leads to nothing in the unit; it reads #its=ID", a, ref)
		}
	}
	refs, ok := its["annotatorsRef"]
	if !ok {
		return
	}
	if barAndSpace.MatchString(refs) {
		v.fault(n, "its:annotatorsRef has a space beside its |")
	}
	seen := map[string]bool{}
	for _, entry := range strings.Fields(refs) {
		category, _, found := strings.Cut(entry, "|")
		switch {
		case !found || !slices.Contains(dataCategories, category):
			v.fault(n, "its:annotatorsRef: %q names no data category", entry)
		case seen[category]:
			v.fault(n, "its:annotatorsRef names %s twice", category)
		}
		seen[category] = true
	}
}

// hasStandoff looks for a list with an xml:id around an element.
func (v *validator) hasStandoff(n xmlspan.Node, id string) bool {
	for around := n; !around.IsZero() && around.Kind() == xmlspan.Element; around = around.Parent() {
		for c := range around.Elements() {
			if c.Space() == spaceITS && c.Value("xml:id") == id {
				return true
			}
		}
	}
	return false
}
