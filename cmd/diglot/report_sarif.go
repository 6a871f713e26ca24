package main

import (
	"slices"

	"diglot/translate/check"
	"diglot/translate/glossary"
	"diglot/translate/unit"
	"diglot/translate/workbench"
)

// sarif is a report as SARIF 2.1.0 (OASIS) has it. A finding's place is the unit,
// as a logical location; its document is the artifact.
func (a *app) sarif(r report) any {
	type text struct {
		Text string `json:"text"`
	}
	type rule struct {
		ID               string `json:"id"`
		ShortDescription text   `json:"shortDescription"`
	}
	var rules []rule
	for _, info := range check.All() {
		rules = append(rules, rule{info.Name, text{a.words.Say(info.Reason, nil)}})
	}
	for _, other := range []string{glossary.CheckName, workbench.StateCheck} {
		rules = append(rules, rule{other, text{a.words.Say("check."+other+".reason", nil)}})
	}
	slices.SortFunc(rules, func(x, y rule) int {
		if x.ID < y.ID {
			return -1
		}
		return 1
	})
	results := []any{}
	for _, row := range r.rows {
		results = append(results, map[string]any{
			"ruleId":  row.Check,
			"level":   sarifLevel(row.Severity),
			"message": text{row.Message},
			"locations": []any{map[string]any{
				"physicalLocation": map[string]any{"artifactLocation": map[string]any{"uri": uriPath(row.Document)}},
				"logicalLocations": []any{map[string]any{"name": row.Unit, "fullyQualifiedName": row.Unit + "@" + row.Locale, "kind": "resource"}},
			}},
			"partialFingerprints": map[string]string{"diglot/v1": row.Fingerprint},
			"properties":          map[string]any{"locale": row.Locale, "sourceSpans": row.Source, "targetSpans": row.Target},
		})
	}
	return map[string]any{
		"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
		"version": "2.1.0",
		"runs": []any{map[string]any{
			"tool":       map[string]any{"driver": map[string]any{"name": "diglot", "rules": rules}},
			"columnKind": "unicodeCodePoints",
			"results":    results,
			"properties": map[string]any{"units": r.Units, "missing": r.Missing, "stale": r.Stale},
		}},
	}
}

func sarifLevel(s unit.Severity) string {
	switch s {
	case unit.Error:
		return "error"
	case unit.Warning:
		return "warning"
	}
	return "note"
}
