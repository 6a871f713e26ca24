package main

import (
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"diglot/locales"
)

func (a *app) versionCommand() *cobra.Command {
	cmd := a.command("version", "version", func(*cobra.Command, []string) error {
		version, revision := "devel", ""
		if info, ok := debug.ReadBuildInfo(); ok {
			if v := info.Main.Version; v != "" && v != "(devel)" {
				version = v
			}
			for _, s := range info.Settings {
				if s.Key == "vcs.revision" {
					revision = s.Value
				}
			}
		}
		if a.asJSON {
			return a.json(map[string]string{"version": version, "revision": revision, "go": runtime.Version(), "platform": runtime.GOOS + "/" + runtime.GOARCH})
		}
		a.say("version", locales.Args{"version": version, "go": runtime.Version(), "platform": runtime.GOOS + "/" + runtime.GOARCH})
		return nil
	})
	cmd.Args = args(0, 0)
	return cmd
}

func (a *app) completionCommand() *cobra.Command {
	cmd := a.command("completion bash|zsh|fish|powershell", "completion", func(cmd *cobra.Command, given []string) error {
		root := cmd.Root()
		switch given[0] {
		case "bash":
			return root.GenBashCompletionV2(a.out, true)
		case "zsh":
			return root.GenZshCompletion(a.out)
		case "fish":
			return root.GenFishCompletion(a.out, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(a.out)
		}
		return usage("shell", locales.Args{"shell": given[0]})
	})
	cmd.Args = args(1, 1)
	return cmd
}
