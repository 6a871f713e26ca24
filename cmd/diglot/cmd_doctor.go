package main

import (
	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/workbench"
)

func (a *app) doctorCommand() *cobra.Command {
	cmd := a.command("doctor", "doctor", func(cmd *cobra.Command, _ []string) error {
		return a.withProject(cmd, func(p *workbench.Project) error {
			h, err := p.Examine(cmd.Context())
			if err != nil {
				return err
			}
			problems := []string{}
			for _, e := range h.Problems {
				problems = append(problems, a.reason(e))
			}
			if a.asJSON {
				err = a.json(map[string]any{"root": p.Root, "documents": h.Documents, "units": h.Units, "problems": problems})
			} else {
				a.count("doctor.looked", h.Units, locales.Args{"root": p.Root, "documents": h.Documents})
				for _, s := range problems {
					a.print("  ! " + s)
				}
				if len(problems) == 0 {
					a.say("doctor.well", nil)
				}
			}
			if err == nil && len(problems) > 0 {
				return gateError{}
			}
			return err
		})
	})
	cmd.Args = args(0, 0)
	return cmd
}
