package main

import (
	"github.com/spf13/cobra"

	"diglot/translate/workbench"
)

func (a *app) memoryStatsCommand() *cobra.Command {
	cmd := a.command("stats [MEMORY…]", "memory-stats", func(cmd *cobra.Command, names []string) error {
		return a.withProject(cmd, func(p *workbench.Project) error {
			stats, err := p.MemoryStats(cmd.Context(), names)
			if err != nil {
				return err
			}
			if a.asJSON {
				return a.json(list(stats))
			}
			if len(stats) == 0 {
				a.say("memory.empty", nil)
				return nil
			}
			rows := [][]string{a.heads("memory", "direction-of", "entries", "source-words", "target-words", "duplicates", "ambiguous")}
			for _, s := range stats {
				name := s.Memory
				if name == "" {
					name = a.words.Say("memory.own", nil)
				}
				rows = append(rows, []string{name, s.Source.String() + " → " + s.Target.String(), itoa(s.Entries),
					itoa(s.SourceWords), itoa(s.TargetWords), itoa(s.Duplicates), itoa(s.Ambiguous)})
			}
			a.table(rows)
			return nil
		})
	})
	return cmd
}
