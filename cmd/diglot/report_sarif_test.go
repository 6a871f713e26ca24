package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"

	"diglot/locales"
	"diglot/translate/locale"
	"diglot/translate/unit"
	"diglot/translate/workbench"
)

// hardFindings are findings whose names and words are hard on a report: letters of
// another script, marks of the report's own syntax, two that look alike.
func hardFindings() workbench.Checked {
	en, ar := locale.MustParse("en"), locale.MustParse("ar")
	finding := func(document, id string, issue unit.Issue) workbench.Finding {
		return workbench.Finding{Document: document, Unit: id, SourceLocale: en, Locale: ar, Issue: issue,
			Source: unit.Plain("𝒜 <b>20</b> & 30\x01"), Target: unit.Plain("٢٠ ]]> \"٣٠\"")}
	}
	number := unit.Issue{Check: "numbers", Severity: unit.Error, Key: "missing", Args: map[string]string{"number": "<30> & \"x\"\x01"},
		Source: []unit.Span{{Start: 15, End: 17}}}
	return workbench.Checked{Units: 7, Missing: 1, Findings: []workbench.Finding{
		finding("desk/حماة 1.md", "desk#1", number),
		finding("desk/حماة 1.md", "desk#1", number),
		finding("a:b.md", "a#1", unit.Issue{Check: "terms", Severity: unit.Error, Key: "missing", Term: "hama", Args: map[string]string{"source": "Hama", "want": "حماة"}}),
		finding("a:b.md", "a#2", unit.Issue{Check: "case", Severity: unit.Warning, Key: "small", Args: map[string]string{"word": "a\nb"}, Target: []unit.Span{{Start: 0, End: 4}}}),
		finding("a:b.md", "a#3", unit.Issue{Check: "state", Severity: unit.Warning, Key: "draft", Args: map[string]string{"want": "final"}}),
		finding("a:b.md", "a#3", unit.Issue{Check: "numbers", Severity: unit.Info, Key: "added", Args: map[string]string{"number": "4"}}),
	}}
}

// written gives what a run of the checks looks like in a format.
func written(t *testing.T, format, lang string, c workbench.Checked) []byte {
	t.Helper()
	words, err := locales.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	a := &app{words: words, surroundings: surroundings{out: &out}}
	if err := a.write(a.report(c), checkFlags{format: format}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// The rules of SARIF 2.1.0 (OASIS standard, 27 March 2020) for the objects that a
// report has, each with the section that makes it. A property that an object's
// section does not name may not stand there (3.7.1): what is ours is in a bag (3.8).
var sarifRules = map[string]sarifObject{
	"sarifLog": {required: "version runs", properties: map[string]string{ // 3.13
		"$schema": "uri", "version": "=2.1.0", "runs": "[]run", "properties": "bag"}},
	"run": {required: "tool", properties: map[string]string{ // 3.14
		"tool": "tool", "results": "[]result", "columnKind": "=utf16CodeUnits unicodeCodePoints", "properties": "bag"}},
	"tool": {required: "driver", properties: map[string]string{"driver": "toolComponent", "properties": "bag"}}, // 3.18
	"toolComponent": {required: "name", properties: map[string]string{ // 3.19
		"name": "string", "version": "string", "informationUri": "uri", "rules": "[]reportingDescriptor", "properties": "bag"}},
	"reportingDescriptor": {required: "id", properties: map[string]string{ // 3.49
		"id": "string", "name": "string", "shortDescription": "message", "properties": "bag"}},
	"result": {required: "message", properties: map[string]string{ // 3.27
		"ruleId": "string", "level": "=none note warning error", "message": "message", "locations": "[]location",
		"partialFingerprints": "strings", "properties": "bag"}},
	"message": {required: "text", properties: map[string]string{"text": "string", "markdown": "string"}}, // 3.11, 3.12
	"location": {properties: map[string]string{ // 3.28
		"physicalLocation": "physicalLocation", "logicalLocations": "[]logicalLocation", "properties": "bag"}},
	"physicalLocation": {required: "artifactLocation", properties: map[string]string{"artifactLocation": "artifactLocation"}}, // 3.29
	"artifactLocation": {required: "uri", properties: map[string]string{"uri": "uri", "uriBaseId": "string"}},                 // 3.4
	"logicalLocation": {properties: map[string]string{ // 3.33
		"name": "string", "fullyQualifiedName": "string", "kind": "string", "properties": "bag"}},
}

type sarifObject struct {
	required   string
	properties map[string]string // name to type
}

// invalid lists where a value is not what its type asks for.
func (o sarifObject) invalid(where string, value any) []string {
	object, ok := value.(map[string]any)
	if !ok {
		return []string{fmt.Sprintf("%s: %v is no object", where, value)}
	}
	var faults []string
	for _, name := range strings.Fields(o.required) {
		if _, ok := object[name]; !ok {
			faults = append(faults, where+": no property "+name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		kind, known := o.properties[name]
		if !known {
			faults = append(faults, where+": the standard has no property "+name)
			continue
		}
		faults = append(faults, sarifInvalid(where+"."+name, kind, object[name])...)
	}
	return faults
}

func sarifInvalid(where, kind string, value any) (faults []string) {
	if item, ok := strings.CutPrefix(kind, "[]"); ok {
		list, ok := value.([]any)
		if !ok { // null is not an empty list
			return []string{fmt.Sprintf("%s: %v is no list", where, value)}
		}
		for i, v := range list {
			faults = append(faults, sarifInvalid(fmt.Sprintf("%s[%d]", where, i), item, v)...)
		}
		return faults
	}
	if o, ok := sarifRules[kind]; ok {
		return o.invalid(where, value)
	}
	object, isObject := value.(map[string]any)
	s, isString := value.(string)
	values, isEnum := strings.CutPrefix(kind, "=")
	switch {
	case kind == "bag" && isObject:
		if tags, ok := object["tags"]; ok {
			return sarifInvalid(where+".tags", "[]string", tags)
		}
		return nil
	case kind == "strings" && isObject:
		for _, name := range slices.Sorted(maps.Keys(object)) {
			faults = append(faults, sarifInvalid(where+"."+name, "string", object[name])...)
		}
		return faults
	case kind == "string" && isString && s != "", isEnum && isString && slices.Contains(strings.Fields(values), s):
		return nil
	case kind == "uri" && isString:
		u, err := url.Parse(s)
		if err == nil && u.String() == s && (u.Scheme == "" || u.Scheme == "https") {
			return nil
		}
	}
	return []string{fmt.Sprintf("%s: %v is not %s", where, value, kind)}
}

// TestSARIF holds a report against the standard, in both languages of the program
// and with nothing found.
func TestSARIF(t *testing.T) {
	for _, test := range []struct {
		name, lang string
		checked    workbench.Checked
	}{
		{"findings", "en", hardFindings()},
		{"findings in Arabic", "ar", hardFindings()},
		{"nothing found", "en", workbench.Checked{Units: 7}},
		{"nothing checked", "en", workbench.Checked{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			data := written(t, "sarif", test.lang, test.checked)
			var log any
			if err := json.Unmarshal(data, &log); err != nil {
				t.Fatal(err)
			}
			for _, fault := range sarifInvalid("log", "sarifLog", log) {
				t.Error(fault)
			}
			lookAtResults(t, data, test.checked)
		})
	}
}

// lookAtResults tests what the standard says between objects: results have the ids
// of rules (3.27.5), rules have one id each (3.49.3), and a fingerprint tells its
// result from all others (3.27.17).
func lookAtResults(t *testing.T, data []byte, c workbench.Checked) {
	t.Helper()
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID              string
				Level               string
				PartialFingerprints map[string]string
			}
		}
	}
	if err := json.Unmarshal(data, &log); err != nil {
		t.Fatal(err)
	}
	if len(log.Runs) != 1 || len(log.Runs[0].Results) != len(c.Findings) {
		t.Fatalf("want one run with %d results", len(c.Findings))
	}
	rules, prints := map[string]bool{}, map[string]bool{}
	for _, r := range log.Runs[0].Tool.Driver.Rules {
		if rules[r.ID] {
			t.Errorf("two rules are called %s", r.ID)
		}
		rules[r.ID] = true
	}
	levels := map[unit.Severity]string{unit.Info: "note", unit.Warning: "warning", unit.Error: "error"}
	for i, r := range log.Runs[0].Results {
		if !rules[r.RuleID] {
			t.Errorf("result %d is of %q, which is no rule", i, r.RuleID)
		}
		if want := levels[c.Findings[i].Issue.Severity]; r.Level != want {
			t.Errorf("result %d is of level %s, want %s", i, r.Level, want)
		}
		if len(r.PartialFingerprints) == 0 {
			t.Errorf("result %d has no fingerprint", i)
		}
		for name, print := range r.PartialFingerprints {
			if prints[name+print] {
				t.Errorf("result %d has the fingerprint of another", i)
			}
			prints[name+print] = true
		}
	}
}

// TestSARIFJudge shows that the judge finds what is wrong.
func TestSARIFJudge(t *testing.T) {
	for _, test := range []struct{ log, fault string }{
		{`{"version": "2.1.0", "runs": []}`, ""},
		{`{"version": "2.0.0", "runs": []}`, "log.version: 2.0.0 is not =2.1.0"},
		{`{"version": "2.1.0"}`, "log: no property runs"},
		{`{"version": "2.1.0", "runs": null}`, "log.runs: <nil> is no list"},
		{`{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"message": {}}]}]}`, "log.runs[0].results[0].message: no property text"},
		{`{"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]}`, "log.runs[0].tool.driver: no property name"},
		{`{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "units": 7}]}`, "log.runs[0]: the standard has no property units"},
		{`{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"message": {"text": "x"}, "level": "info"}]}]}`, "log.runs[0].results[0].level: info is not =none note warning error"},
		{`{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"message": {"text": "x"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a:b c"}}}]}]}]}`, "log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri: a:b c is not uri"},
	} {
		var log any
		if err := json.Unmarshal([]byte(test.log), &log); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(sarifInvalid("log", "sarifLog", log), "; "); got != test.fault {
			t.Errorf("%s: got %q, want %q", test.log, got, test.fault)
		}
	}
}
