package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
	"diglot/translate/workbench"
)

func (a *app) logCommand() *cobra.Command {
	var target string
	var limit int
	cmd := a.command("log [DOCUMENT|UNIT]", "log", func(cmd *cobra.Command, given []string) error {
		l, err := tag(target)
		if err != nil {
			return err
		}
		f := store.Filter{Locale: l, Limit: limit}
		return a.withProject(cmd, func(p *workbench.Project) error {
			if len(given) > 0 {
				if strings.Contains(given[0], "#") {
					f.Unit = given[0]
				} else {
					f.Document = given[0]
				}
			}
			events, err := p.Log(cmd.Context(), f)
			if err != nil {
				return err
			}
			if a.asJSON {
				return a.json(eventsJSON(events))
			}
			for _, e := range events {
				a.showEvent(e)
			}
			return nil
		})
	})
	cmd.Args = args(0, 1)
	cmd.Flags().StringVarP(&target, "locale", "l", "", a.flag("locale"))
	cmd.Flags().IntVar(&limit, "limit", 50, a.flag("log.limit"))
	return cmd
}

func (a *app) showEvent(e store.Event) {
	what := e.Document
	if e.Unit != "" {
		what = e.Unit
	}
	line := []string{e.Time.UTC().Format(time.DateTime), e.Author, e.Kind, what}
	if !e.Locale.IsZero() {
		line = append(line, e.Locale.String())
	}
	a.print(strings.Join(append(line, e.Note), "  "))
	if e.Before != nil && e.Before.Text.Content != "" {
		a.print("  - " + revision(*e.Before))
	}
	if e.After != nil {
		a.print("  + " + revision(*e.After))
	}
}

func revision(t unit.Target) string {
	return "r" + strconv.FormatInt(t.Revision, 10) + " " + t.State.String() + "  " + t.Text.String()
}

type eventJSON struct {
	Seq      int64       `json:"seq"`
	Time     time.Time   `json:"time"`
	Author   string      `json:"author"`
	Kind     string      `json:"kind"`
	Document string      `json:"document"`
	Unit     string      `json:"unit,omitempty"`
	Locale   *locale.Tag `json:"locale,omitempty"`
	Before   *targetJSON `json:"before,omitempty"`
	After    *targetJSON `json:"after,omitempty"`
	Note     string      `json:"note,omitempty"`
}

// targetJSON is a target as JSON shows it.
type targetJSON struct {
	Text     string     `json:"text"`
	State    unit.State `json:"state"`
	Revision int64      `json:"revision"`
	Origin   string     `json:"origin"`
	Author   string     `json:"author"`
	Stale    bool       `json:"stale"`
}

func toTargetJSON(t *unit.Target) *targetJSON {
	if t == nil {
		return nil
	}
	return &targetJSON{t.Text.String(), t.State, t.Revision, t.Origin, t.Author, t.Stale}
}

func eventsJSON(events []store.Event) []eventJSON {
	out := []eventJSON{}
	for _, e := range events {
		row := eventJSON{Seq: e.Seq, Time: e.Time.UTC(), Author: e.Author, Kind: e.Kind, Document: e.Document, Unit: e.Unit,
			Before: toTargetJSON(e.Before), After: toTargetJSON(e.After), Note: e.Note}
		if !e.Locale.IsZero() {
			row.Locale = &e.Locale
		}
		out = append(out, row)
	}
	return out
}

func (a *app) restoreCommand() *cobra.Command {
	var target string
	var to int64
	cmd := a.command("restore UNIT --locale LOCALE --revision N", "restore", func(cmd *cobra.Command, given []string) error {
		l, err := tag(target)
		if err != nil {
			return err
		}
		if l.IsZero() || to < 1 {
			return usage("restore", nil)
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			saved, err := p.Restore(cmd.Context(), given[0], l, to, a.dryRun)
			if err != nil {
				return err
			}
			if a.asJSON {
				return a.json(map[string]any{"unit": saved.Unit, "locale": saved.Locale, "target": toTargetJSON(&saved.Target)})
			}
			id := "restore.done"
			if a.dryRun {
				id = "restore.would"
			}
			a.say(id, locales.Args{"unit": saved.Unit, "locale": saved.Locale, "from": to, "revision": saved.Target.Revision, "text": saved.Target.Text.String()})
			return nil
		})
	})
	cmd.Args = args(1, 1)
	cmd.Flags().StringVarP(&target, "locale", "l", "", a.flag("locale"))
	cmd.Flags().Int64Var(&to, "revision", 0, a.flag("restore.revision"))
	return a.dryRunFlag(cmd)
}
