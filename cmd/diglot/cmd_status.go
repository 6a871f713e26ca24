package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/workbench"
)

func (a *app) statusCommand() *cobra.Command {
	return a.command("status [DOCUMENT…]", "status", func(cmd *cobra.Command, names []string) error {
		return a.withProject(cmd, func(p *workbench.Project) error {
			status, err := p.Status(cmd.Context(), names)
			if err != nil {
				return err
			}
			if a.asJSON {
				return a.json(list(status))
			}
			a.showStatus(p, status)
			return nil
		})
	})
}

func (a *app) showStatus(p *workbench.Project, status []workbench.Status) {
	if len(status) == 0 {
		a.say("status.empty", locales.Args{"root": p.Root})
		return
	}
	rows := [][]string{a.heads("document", "locale", "units", "initial", "draft", "translated", "reviewed", "final", "stale", "left", "output")}
	for _, s := range status {
		for i, t := range s.Targets {
			name, units := "", ""
			if i == 0 {
				name, units = s.Document, strconv.Itoa(s.Units)
			}
			rows = append(rows, []string{name, t.Locale.String(), units, strconv.Itoa(t.Initial), strconv.Itoa(t.Draft),
				strconv.Itoa(t.Translated), strconv.Itoa(t.Reviewed), strconv.Itoa(t.Final), strconv.Itoa(t.Stale),
				strconv.Itoa(t.LeftWords), a.outputState(t.Output)})
		}
	}
	a.table(rows)
}

func (a *app) outputState(o *workbench.OutputNow) string {
	switch {
	case o == nil:
		return "—"
	case o.Gone:
		return o.Path + " " + a.words.Say("output.gone", nil)
	case o.Edited:
		return o.Path + " " + a.words.Say("output.edited", nil)
	case o.Older:
		return o.Path + " " + a.words.Say("output.older", nil)
	}
	return o.Path
}

// list makes an empty JSON list of a nil one.
func list[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}
