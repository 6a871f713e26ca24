package main

import (
	_ "embed"
	"html/template"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

//go:embed report.html
var reportPage string

// writeHTML writes a report as one page that needs nothing else: no script, no
// network. Source and target each run in their own direction.
func (a *app) writeHTML(r report) error {
	page, err := template.New("report").Funcs(template.FuncMap{
		"say": func(id string) string { return a.words.Say(id, nil) },
		"number": func(id string, n int) string {
			return a.words.Count(id, n, map[string]any{"findings": len(r.rows), "errors": r.Errors()})
		},
	}).Parse(reportPage)
	if err != nil {
		return err
	}
	type row struct {
		finding
		Word, SourceDir, TargetDir string
		SourceText, TargetText     []stretch
	}
	rows := make([]row, len(r.rows))
	for i, x := range r.Findings {
		rows[i] = row{
			finding: r.rows[i], Word: a.words.Say("severity."+x.Issue.Severity.String(), nil),
			SourceDir: string(locale.DirectionOf(x.SourceLocale)), TargetDir: string(locale.DirectionOf(x.Locale)),
			SourceText: stretches(x.Source, x.Issue.Source), TargetText: stretches(x.Target, x.Issue.Target),
		}
	}
	return page.Execute(a.out, map[string]any{
		"Lang": a.words.Locale().String(), "Dir": string(locale.DirectionOf(a.words.Locale())),
		"Rows": rows, "Checked": r.Checked,
	})
}

// stretch is a part of a text, marked or not.
type stretch struct {
	Text   string
	Marked bool
}

// stretches cuts a text at the edges of its marked spans.
func stretches(t unit.Text, spans []unit.Span) []stretch {
	var out []stretch
	at := 0
	for _, s := range spans {
		if s.Start < at {
			continue
		}
		out = append(out, stretch{unit.Plain(t.Content[at:s.Start]).String(), false}, stretch{unit.Plain(t.Content[s.Start:s.End]).String(), true})
		at = s.End
	}
	return append(out, stretch{unit.Plain(t.Content[at:]).String(), false})
}
