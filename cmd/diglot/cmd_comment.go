package main

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"diglot/translate/store"
	"diglot/translate/workbench"
)

func (a *app) commentCommand() *cobra.Command {
	var target string
	cmd := a.command("comment UNIT [TEXT]", "comment", func(cmd *cobra.Command, given []string) error {
		l, err := tag(target)
		if err != nil {
			return err
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			if words := strings.Join(given[1:], " "); words != "" && !a.dryRun {
				if _, err := p.Comment(cmd.Context(), given[0], l, words); err != nil {
					return err
				}
			}
			comments, err := p.Comments(cmd.Context(), given[0])
			if err != nil {
				return err
			}
			return a.showComments(comments)
		})
	})
	cmd.Args = args(1, -1)
	cmd.Flags().StringVarP(&target, "locale", "l", "", a.flag("locale"))
	return a.dryRunFlag(cmd)
}

func (a *app) showComments(comments []store.Comment) error {
	if a.asJSON {
		rows := []map[string]any{}
		for _, c := range comments {
			rows = append(rows, map[string]any{"unit": c.Unit, "locale": c.Locale, "author": c.Author, "time": c.Time.UTC(), "text": c.Text})
		}
		return a.json(rows)
	}
	for _, c := range comments {
		line := []string{c.Time.UTC().Format(time.DateTime), c.Author}
		if !c.Locale.IsZero() {
			line = append(line, c.Locale.String())
		}
		a.print(strings.Join(append(line, c.Text), "  "))
	}
	return nil
}
