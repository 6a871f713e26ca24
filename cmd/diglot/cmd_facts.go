package main

import (
	_ "embed"
	"html/template"
	"strconv"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/check"
	"diglot/translate/locale"
	"diglot/translate/unit"
	"diglot/translate/workbench"
)

func (a *app) factsCommand() *cobra.Command {
	var target, format string
	var gaps bool
	cmd := a.command("facts DOCUMENT --locale LOCALE", "facts", func(cmd *cobra.Command, given []string) error {
		l, err := tag(target)
		if err != nil {
			return err
		}
		if a.asJSON {
			format = "json"
		}
		if format != "text" && format != "json" && format != "html" {
			return usage("bad-flag-value", locales.Args{"flag": "format", "value": format})
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			ledger, err := p.Facts(cmd.Context(), given[0], l)
			if err != nil {
				return err
			}
			rows := a.factRows(ledger, gaps)
			switch format {
			case "json":
				return a.json(map[string]any{"document": ledger.Document, "source_locale": ledger.Source, "locale": ledger.Target,
					"units": ledger.Units, "without": ledger.Without, "facts": rows})
			case "html":
				return a.writeFacts(ledger, rows)
			}
			a.showFacts(ledger, rows)
			return nil
		})
	})
	cmd.Args = args(1, 1)
	cmd.Flags().StringVarP(&target, "locale", "l", "", a.flag("locale"))
	cmd.Flags().StringVar(&format, "format", "text", a.flag("facts.format"))
	cmd.Flags().BoolVar(&gaps, "gaps", false, a.flag("facts.gaps"))
	return cmd
}

// factRow is one fact as JSON shows it.
type factRow struct {
	Unit        string   `json:"unit"`
	Kind        string   `json:"kind"`
	Counterpart string   `json:"counterpart"`
	Source      string   `json:"source"`
	Target      string   `json:"target"`
	Measure     string   `json:"measure,omitempty"`
	Speaker     string   `json:"speaker,omitempty"`
	SourceSpan  [][2]int `json:"source_span"`
	TargetSpan  [][2]int `json:"target_span"`
}

// factRows lists the facts, or only the gaps.
func (a *app) factRows(l workbench.Ledger, gaps bool) []factRow {
	rows := []factRow{}
	for _, r := range l.Rows {
		if gaps && !r.Gap() {
			continue
		}
		f := r.Fact
		rows = append(rows, factRow{
			Unit: r.Unit, Kind: string(f.Kind), Counterpart: string(f.Counterpart),
			Source: piece(r.Source, f.Source), Target: piece(r.Target, f.Target), Measure: f.Unit, Speaker: piece(r.Source, f.Speaker),
			SourceSpan: spanPoints(r.Source, f.Source), TargetSpan: spanPoints(r.Target, f.Target),
		})
	}
	return rows
}

func piece(t unit.Text, s unit.Span) string {
	if s.Len() <= 0 || s.End > len(t.Content) {
		return ""
	}
	return t.Content[s.Start:s.End]
}

func spanPoints(t unit.Text, s unit.Span) [][2]int {
	if s.Len() <= 0 || s.End > len(t.Content) {
		return [][2]int{}
	}
	return codePoints(t.Content, []unit.Span{s})
}

// signs mark at a glance what became of a fact.
var signs = map[string]string{string(check.Found): "✓", string(check.Missing): "✗", string(check.Added): "+", string(check.Unsure): "?"}

func (a *app) showFacts(l workbench.Ledger, rows []factRow) {
	out := [][]string{append([]string{" "}, a.heads("fact", "unit", "source", "target", "speaker")...)}
	gaps := 0
	for _, r := range rows {
		if r.Counterpart == string(check.Missing) || r.Counterpart == string(check.Added) {
			gaps++
		}
		out = append(out, []string{signs[r.Counterpart], a.words.Say("fact."+r.Kind, nil), r.Unit, dashIfEmpty(oneLine(r.Source, 48)), dashIfEmpty(oneLine(r.Target, 48)), oneLine(r.Speaker, 32)})
	}
	a.table(out)
	a.count("facts.done", len(rows), locales.Args{"gaps": gaps, "units": l.Units})
	if l.Without > 0 {
		a.count("check.without", l.Without, nil)
	}
}

func dashIfEmpty(s string) string {
	if s == "" {
		return "—"
	}
	return s
}

//go:embed facts.html
var factsPage string

// writeFacts writes the ledger as one page that needs nothing else.
func (a *app) writeFacts(l workbench.Ledger, rows []factRow) error {
	page, err := template.New("facts").Funcs(template.FuncMap{
		"head": func(id string) string { return a.words.Say("head."+id, nil) },
		"kind": func(id string) string { return a.words.Say("fact."+id, nil) },
		"sign": func(c string) string { return signs[c] },
	}).Parse(factsPage)
	if err != nil {
		return err
	}
	return page.Execute(a.out, map[string]any{
		"Lang": a.words.Locale().String(), "Dir": string(locale.DirectionOf(a.words.Locale())), "Document": l.Document,
		"Source": l.Source.String(), "SourceDir": string(locale.DirectionOf(l.Source)),
		"Target": l.Target.String(), "TargetDir": string(locale.DirectionOf(l.Target)),
		"Rows": rows, "Units": strconv.Itoa(l.Units),
	})
}
