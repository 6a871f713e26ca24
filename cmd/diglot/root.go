package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"diglot/locales"
)

// root puts the commands together, in the order of a day's work.
func (a *app) root() *cobra.Command {
	root := a.command("diglot", "root", nil)
	root.Args = cobra.ArbitraryArgs
	root.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usage("unknown-command", locales.Args{"command": args[0], "near": strings.Join(cmd.SuggestionsFor(args[0]), ", ")})
		}
		return cmd.Help()
	}
	root.AddCommand(
		a.demoCommand(), a.initCommand(), a.importCommand(), a.statusCommand(), a.translateCommand(),
		a.editCommand(), a.checkCommand(), a.factsCommand(), a.exportCommand(), a.localeCommand(), a.termCommand(),
		a.memoryCommand(), a.splitCommand(), a.mergeCommand(), a.resegmentCommand(), a.acceptCommand(), a.commentCommand(),
		a.logCommand(), a.restoreCommand(), a.probeCommand(), a.segmentCommand(),
		a.doctorCommand(), a.versionCommand(), a.completionCommand(),
	)
	flags := root.PersistentFlags()
	flags.StringVarP(&a.project, "project", "C", ".", a.flag("project"))
	flags.StringVar(&a.lang, "lang", "", a.flag("lang"))
	flags.StringVar(&a.author, "author", "", a.flag("author"))
	flags.BoolVar(&a.asJSON, "json", false, a.flag("json"))
	root.InitDefaultHelpFlag()
	a.speak(root)
	return root
}

// command begins a command: its words come from the catalog under cmd.NAME.
func (a *app) command(use, name string, run func(cmd *cobra.Command, args []string) error) *cobra.Command {
	long := a.words.Say("cmd."+name+".long", nil)
	return &cobra.Command{
		Use: use, Short: a.words.Say("cmd."+name+".short", nil),
		Long: long + "\n\n" + a.words.Say("help.exit-codes", nil),
		RunE: run, SilenceErrors: true, SilenceUsage: true, DisableFlagsInUseLine: true,
		Args: func(*cobra.Command, []string) error { return nil },
	}
}

// flag gives the catalog's words on a flag.
func (a *app) flag(name string) string { return a.words.Say("flag."+name, nil) }

// dryRunFlag gives a command the flag --dry-run.
func (a *app) dryRunFlag(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().BoolVarP(&a.dryRun, "dry-run", "n", false, a.flag("dry-run"))
	return cmd
}

// args says how many arguments a command takes; max < 0 is any number.
func args(min, max int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, given []string) error {
		switch {
		case len(given) < min:
			return usage("too-few", locales.Args{"use": cmd.UseLine()})
		case max >= 0 && len(given) > max:
			return usage("too-many", locales.Args{"use": cmd.UseLine(), "extra": given[max]})
		}
		return nil
	}
}

// group is a command that only holds others.
func (a *app) group(use, name string, parts ...*cobra.Command) *cobra.Command {
	cmd := a.command(use, name, nil)
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usage("unknown-command", locales.Args{"command": cmd.CommandPath() + " " + args[0], "near": strings.Join(cmd.SuggestionsFor(args[0]), ", ")})
		}
		return cmd.Help()
	}
	cmd.AddCommand(parts...)
	return cmd
}

// speak makes cobra itself speak the user's language: help, usage and flag errors.
func (a *app) speak(root *cobra.Command) {
	root.CompletionOptions.DisableDefaultCmd = true
	template := usageTemplate
	for _, word := range []string{"usage", "command", "commands", "flags", "global-flags"} {
		template = strings.ReplaceAll(template, "«"+word+"»", a.words.Say("help."+word, nil))
	}
	root.SetUsageTemplate(template)
	root.SetHelpTemplate(`{{.Long | trimTrailingWhitespaces}}

{{.UsageString}}`)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return flagError(cmd, err) })
	root.SetHelpCommand(a.helpCommand(root))
	each(root, func(cmd *cobra.Command) {
		cmd.SuggestionsMinimumDistance = 2
		cmd.InitDefaultHelpFlag()
		cmd.Flags().Lookup("help").Usage = a.flag("help")
	})
}

func each(cmd *cobra.Command, do func(*cobra.Command)) {
	do(cmd)
	for _, c := range cmd.Commands() {
		each(c, do)
	}
}

func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	cmd := a.command("help [COMMAND]", "help", func(_ *cobra.Command, names []string) error {
		found, rest, err := root.Find(names)
		if err != nil || len(rest) > 0 {
			return usage("unknown-command", locales.Args{"command": strings.Join(names, " "), "near": ""})
		}
		return found.Help()
	})
	return cmd
}

func flagError(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &unknown):
		return usage("unknown-flag", locales.Args{"flag": dashed(unknown.GetSpecifiedName()), "command": cmd.CommandPath()})
	case errors.As(err, &missing):
		return usage("flag-value", locales.Args{"flag": dashed(missing.GetSpecifiedName())})
	case errors.As(err, &invalid):
		return usage("bad-flag-value", locales.Args{"flag": invalid.GetFlag().Name, "value": invalid.GetValue()})
	}
	return usage("flags", locales.Args{"cause": err.Error()})
}

// dashed gives a flag as it is typed.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

const usageTemplate = `«usage»:{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} «command»

«commands»:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

«flags»:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

«global-flags»:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`
