package main

import (
	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/workbench"
)

func (a *app) initCommand() *cobra.Command {
	var source, targets string
	cmd := a.command("init [DIR] --source LOCALE --targets LOCALE,…", "init", func(cmd *cobra.Command, given []string) error {
		from, err := tag(source)
		if err != nil {
			return err
		}
		into, err := tags(targets)
		if err != nil {
			return err
		}
		dir := a.project
		if len(given) > 0 {
			dir = given[0]
		}
		if source == "" || len(into) == 0 {
			return usage("init", nil)
		}
		if a.dryRun {
			a.say("init.would", locales.Args{"dir": dir})
			return nil
		}
		path, err := workbench.Init(dir, from, into)
		if err != nil {
			return err
		}
		if a.asJSON {
			return a.json(map[string]any{"config": path, "source": from, "targets": into})
		}
		a.say("init.done", locales.Args{"path": path})
		return nil
	})
	cmd.Args = args(0, 1)
	cmd.Flags().StringVar(&source, "source", "", a.flag("init.source"))
	cmd.Flags().StringVar(&targets, "targets", "", a.flag("init.targets"))
	return a.dryRunFlag(cmd)
}
