package glossary

import (
	"net/url"
	"slices"
	"strings"
)

// TBX (ISO 30042) is how termbases are exchanged. Three forms of it are in use:
//
//   - version 2, root element martif: termEntry, langSet, tig or ntig;
//   - version 3, root tbx with style="dca": conceptEntry, langSec, termSec, and the
//     kind of each field in its attribute type: <descrip type="definition">;
//   - version 3 with style="dct": the kind is the element itself, <basic:definition>.
//
// All three are read into the same concepts, and written as the dialect TBX-Basic.
// What the dialect has no category for (case, match mode, first mention …) goes into
// a note that begins with "diglot:", so that other programs read a valid file and
// this one loses nothing. What another program wrote and Diglot has no field for
// stays as an Extra, always in dca style.

// TBXStyle is one form of TBX.
type TBXStyle int

// The forms of TBX.
const (
	TBX3DCA TBXStyle = iota
	TBX3DCT
	TBX2
)

// category is one kind of field: its meta element in dca style, and the namespace
// of its own element in dct style. Sources: the modules Min and Basic of TBX, LTAC.
type category struct{ element, module string }

var categories = map[string]category{
	"administrativeStatus":   {"termNote", "min"},
	"customerSubset":         {"admin", "min"},
	"externalCrossReference": {"xref", "min"},
	"partOfSpeech":           {"termNote", "min"},
	"subjectField":           {"descrip", "min"},
	"context":                {"descrip", "basic"},
	"crossReference":         {"ref", "basic"},
	"definition":             {"descrip", "basic"},
	"geographicalUsage":      {"termNote", "basic"},
	"grammaticalGender":      {"termNote", "basic"},
	"projectSubset":          {"admin", "basic"},
	"responsibility":         {"transacNote", "basic"},
	"source":                 {"admin", "basic"},
	"termLocation":           {"termNote", "basic"},
	"termType":               {"termNote", "basic"},
	"transactionType":        {"transac", "basic"},
	"xGraphic":               {"xref", "basic"},
}

// namespaces of TBX version 3.
const (
	tbxSpace    = "urn:iso:std:iso:30042:ed-2"
	moduleSpace = "http://www.tbxinfo.net/ns/" // followed by the name of the module
)

// statusNames are the values of administrativeStatus by our statuses; a term that
// is no longer used is deprecated here and superseded there, one that must not be
// used is forbidden here and deprecated there.
var statusNames = map[Status]string{
	Preferred:  "preferredTerm-admn-sts",
	Admitted:   "admittedTerm-admn-sts",
	Deprecated: "supersededTerm-admn-sts",
	Forbidden:  "deprecatedTerm-admn-sts",
}

// statusOf reads administrativeStatus and what older files have in its place.
func statusOf(value string) (Status, bool) {
	switch strings.TrimSuffix(strings.TrimSpace(value), "-admn-sts") {
	case "preferredTerm", "preferred", "standardizedTerm", "regulatedTerm", "legalTerm":
		return Preferred, true
	case "admittedTerm", "admitted":
		return Admitted, true
	case "supersededTerm", "superseded", "obsolete":
		return Deprecated, true
	case "deprecatedTerm", "deprecated", "notRecommended", "forbidden", "nonstandardizedTerm":
		return Forbidden, true
	}
	return "", false
}

// Values of categories with a fixed list in TBX-Basic.
var (
	partsOfSpeech = []string{"noun", "verb", "adjective", "adverb", "other"}
	genders       = []string{"masculine", "feminine", "neuter", "other"}
)

// noteMark begins a note that holds what TBX has no category for.
const noteMark = "diglot: "

// privateNote gives the note for the fields that are set, "" when none is.
func privateNote(fields ...string) string {
	values := url.Values{}
	for i := 0; i+1 < len(fields); i += 2 {
		if fields[i+1] != "" {
			values.Set(fields[i], fields[i+1])
		}
	}
	if len(values) == 0 {
		return ""
	}
	return noteMark + values.Encode()
}

// privateFields reads privateNote.
func privateFields(note string) (url.Values, bool) {
	query, ok := strings.CutPrefix(note, noteMark)
	if !ok {
		return nil, false
	}
	values, err := url.ParseQuery(query)
	return values, err == nil
}

// listed gives value if a fixed list has it, and what goes into the private note if not.
func listed(value string, list []string) (public, private string) {
	if value == "" || slices.Contains(list, value) {
		return value, ""
	}
	return "other", value
}
