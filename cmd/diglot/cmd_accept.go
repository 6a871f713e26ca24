package main

import (
	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/workbench"
)

func (a *app) acceptCommand() *cobra.Command {
	var target, reason string
	var back bool
	cmd := a.command("accept UNIT|DOCUMENT CHECK --reason WORDS", "accept", func(cmd *cobra.Command, given []string) error {
		l, err := tag(target)
		if err != nil {
			return err
		}
		if reason == "" && !back {
			return usage("accept", nil)
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			r := workbench.Acceptance{On: given[0], Check: given[1], Locale: l, Reason: reason, TakeBack: back}
			if err := p.Accept(cmd.Context(), r, a.dryRun); err != nil {
				return err
			}
			if a.asJSON {
				return a.json(map[string]any{"on": r.On, "check": r.Check, "locale": l, "reason": reason, "taken_back": back})
			}
			id := "accept.done"
			if back {
				id = "accept.back"
			}
			a.say(id, locales.Args{"on": r.On, "check": r.Check})
			return nil
		})
	})
	cmd.Args = args(2, 2)
	flags := cmd.Flags()
	flags.StringVarP(&target, "locale", "l", "", a.flag("locale"))
	flags.StringVar(&reason, "reason", "", a.flag("accept.reason"))
	flags.BoolVar(&back, "take-back", false, a.flag("accept.take-back"))
	return a.dryRunFlag(cmd)
}
