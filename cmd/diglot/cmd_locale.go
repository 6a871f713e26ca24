package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/workbench"
)

func (a *app) localeCommand() *cobra.Command {
	return a.group("locale", "locale", a.localeListCommand(), a.localeAddCommand(), a.localeRemoveCommand())
}

func (a *app) localeListCommand() *cobra.Command {
	cmd := a.command("list", "locale-list", func(cmd *cobra.Command, _ []string) error {
		return a.withProject(cmd, func(p *workbench.Project) error {
			infos, err := p.Locales(cmd.Context())
			if err != nil {
				return err
			}
			if a.asJSON {
				return a.json(list(infos))
			}
			rows := [][]string{a.heads("locale", "name", "direction", "script", "digits", "plurals", "done", "outputs")}
			for _, l := range infos {
				rows = append(rows, []string{l.Locale.String(), l.Name, l.Direction, l.Script, l.Digits + " " + l.Sample,
					strings.Join(l.Plurals, " "), strconv.Itoa(l.Done) + "/" + strconv.Itoa(l.Units), a.outputPaths(l.Outputs)})
			}
			a.table(rows)
			return nil
		})
	})
	cmd.Args = args(0, 0)
	return cmd
}

func (a *app) outputPaths(outputs []workbench.OutputNow) string {
	if len(outputs) == 0 {
		return "—"
	}
	paths := make([]string, len(outputs))
	for i := range outputs {
		paths[i] = a.outputState(&outputs[i])
	}
	return strings.Join(paths, ", ")
}

func (a *app) localeAddCommand() *cobra.Command {
	var digits string
	cmd := a.command("add LOCALE…", "locale-add", func(cmd *cobra.Command, given []string) error {
		return a.withProject(cmd, func(p *workbench.Project) error {
			for _, name := range given {
				if digits != "" {
					name += "-u-nu-" + digits
				}
				t, err := tag(name)
				if err != nil {
					return err
				}
				changed, err := p.AddLocale(t, a.dryRun)
				if err != nil {
					return err
				}
				switch {
				case a.asJSON:
				case !changed:
					a.say("locale.there", locales.Args{"locale": t})
				default:
					a.say("locale.added", locales.Args{"locale": t})
				}
			}
			return a.jsonTargets(p)
		})
	})
	cmd.Args = args(1, -1)
	cmd.Flags().StringVar(&digits, "digits", "", a.flag("locale.digits"))
	return a.dryRunFlag(cmd)
}

func (a *app) localeRemoveCommand() *cobra.Command {
	cmd := a.command("remove LOCALE…", "locale-remove", func(cmd *cobra.Command, given []string) error {
		return a.withProject(cmd, func(p *workbench.Project) error {
			for _, name := range given {
				t, err := tag(name)
				if err != nil {
					return err
				}
				if err := p.RemoveLocale(t, a.dryRun); err != nil {
					return err
				}
				if a.asJSON {
					continue
				}
				a.say("locale.removed", locales.Args{"locale": t})
				outputs, err := p.TrackedOutputs(cmd.Context(), t)
				if err != nil {
					return err
				}
				for _, o := range outputs {
					a.say("locale.output-stays", locales.Args{"path": o.Path})
				}
			}
			return a.jsonTargets(p)
		})
	})
	cmd.Args = args(1, -1)
	return a.dryRunFlag(cmd)
}

// jsonTargets prints the project's targets, where JSON is wanted.
func (a *app) jsonTargets(p *workbench.Project) error {
	if !a.asJSON {
		return nil
	}
	return a.json(map[string]any{"targets": list(p.Config.Targets)})
}
