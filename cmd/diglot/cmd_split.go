package main

import (
	"github.com/spf13/cobra"

	"diglot/translate/workbench"
)

func (a *app) splitCommand() *cobra.Command {
	var before string
	cmd := a.command("split UNIT --before WORDS", "split", func(cmd *cobra.Command, given []string) error {
		if before == "" {
			return usage("split", nil)
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			r, err := p.Split(cmd.Context(), given[0], before, a.dryRun)
			return a.showRecut(r, err)
		})
	})
	cmd.Args = args(1, 1)
	cmd.Flags().StringVar(&before, "before", "", a.flag("split.before"))
	return a.dryRunFlag(cmd)
}

func (a *app) mergeCommand() *cobra.Command {
	cmd := a.command("merge UNIT UNIT", "merge", func(cmd *cobra.Command, given []string) error {
		return a.withProject(cmd, func(p *workbench.Project) error {
			r, err := p.Merge(cmd.Context(), given[0], given[1], a.dryRun)
			return a.showRecut(r, err)
		})
	})
	cmd.Args = args(2, 2)
	return a.dryRunFlag(cmd)
}

func (a *app) resegmentCommand() *cobra.Command {
	cmd := a.command("resegment [DOCUMENT…]", "resegment", func(cmd *cobra.Command, names []string) error {
		return a.withProject(cmd, func(p *workbench.Project) error {
			reports, err := p.Resegment(cmd.Context(), names, a.dryRun)
			if err != nil {
				return err
			}
			if a.asJSON {
				return a.json(list(reports))
			}
			for _, r := range reports {
				a.showImported(r)
			}
			return nil
		})
	})
	return a.dryRunFlag(cmd)
}

// showRecut shows what cutting a document anew did to its units.
func (a *app) showRecut(r workbench.Imported, err error) error {
	if err != nil {
		return err
	}
	if a.asJSON {
		return a.json(r)
	}
	a.showImported(r)
	return nil
}
