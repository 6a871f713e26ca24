package tbx

import (
	"slices"
	"strings"

	"diglot/translate/format/internal/xmlspan"
)

// dialect says which data categories a dialect has: for each element the types, and
// for some of these the values.
type dialect struct {
	types  map[string][]string
	values map[string][]string
}

// What the public dialects list (TBX-Min and TBX-Basic modules). TBX-Core has no
// data categories of its own and is not checked for them.
var (
	partsOfSpeech = []string{"adjective", "adverb", "noun", "other", "verb"}
	statuses      = []string{"admittedTerm-admn-sts", "deprecatedTerm-admn-sts", "preferredTerm-admn-sts", "supersededTerm-admn-sts"}

	dialects = map[string]*dialect{
		"TBX-Min dca": {
			types: map[string][]string{
				"admin":    {"customerSubset"},
				"descrip":  {"subjectField"},
				"termNote": {"administrativeStatus", "partOfSpeech"},
				"xref":     {"externalCrossReference"},
			},
			values: map[string][]string{"administrativeStatus": statuses, "partOfSpeech": partsOfSpeech},
		},
		"TBX-Basic dca": {
			types: map[string][]string{
				"admin":       {"customerSubset", "projectSubset", "source"},
				"descrip":     {"context", "definition", "subjectField"},
				"ref":         {"crossReference"},
				"termNote":    {"administrativeStatus", "geographicalUsage", "grammaticalGender", "partOfSpeech", "termLocation", "termType"},
				"transac":     {"transactionType"},
				"transacNote": {"responsibility"},
				"xref":        {"externalCrossReference", "xGraphic"},
			},
			values: map[string][]string{
				"administrativeStatus": statuses,
				"partOfSpeech":         append([]string{"properNoun"}, partsOfSpeech...),
				"grammaticalGender":    {"masculine", "feminine", "neuter", "other"},
				"termType":             {"abbreviation", "acronym", "fullForm", "shortForm", "variant", "phrase"},
				"transactionType":      {"origination", "modification"},
			},
		},
	}
)

// category checks that the dialect has a data category.
func (v *validator) category(n xmlspan.Node, kind string) {
	name := n.Local()
	list, ok := v.dialect.types[name]
	switch values := v.dialect.values[kind]; {
	case !ok:
		v.fault(n, "the dialect has no such element")
	case !slices.Contains(list, kind):
		v.fault(n, "the dialect has no type %q for it, only %s", kind, strings.Join(list, ", "))
	case values != nil && !slices.Contains(values, strings.TrimSpace(n.Letters())):
		v.fault(n, "%q is not one of %s", strings.TrimSpace(n.Letters()), strings.Join(values, ", "))
	}
}
