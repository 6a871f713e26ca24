package main

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/workbench"
)

func (a *app) memoryCommand() *cobra.Command {
	return a.group("memory", "memory",
		a.memoryAddCommand(), a.memoryFindCommand(), a.memoryConcordanceCommand(), a.memoryListCommand(), a.memoryStatsCommand(),
		a.memoryEditCommand(), a.memoryDeleteCommand(), a.memoryDedupeCommand(), a.memoryCleanCommand(), a.memoryUndoCommand(),
		a.memoryExportCommand(), a.memoryBenchCommand())
}

func (a *app) memoryAddCommand() *cobra.Command {
	var name, source, target, duplicates string
	cmd := a.command("add FILE…", "memory-add", func(cmd *cobra.Command, files []string) error {
		from, into, err := twoTags(source, target)
		if err != nil {
			return err
		}
		policy, err := duplicatesPolicy(duplicates)
		if err != nil {
			return err
		}
		o := workbench.AddOptions{Name: name, Source: from, Target: into, Duplicates: policy, DryRun: a.dryRun}
		return a.withProject(cmd, func(p *workbench.Project) error {
			reports := []workbench.Added{}
			for _, file := range files {
				r, err := a.addMemory(cmd, p, file, o)
				if err != nil {
					return err
				}
				reports = append(reports, r)
				a.showProblems(r.Problems)
			}
			if a.asJSON {
				return a.json(reports)
			}
			return nil
		})
	})
	cmd.Aliases = []string{"import"}
	cmd.Args = args(1, -1)
	cmd.Flags().StringVar(&name, "name", "", a.flag("memory.name"))
	cmd.Flags().StringVar(&source, "source", "", a.flag("memory.source"))
	cmd.Flags().StringVar(&target, "target", "", a.flag("memory.target"))
	cmd.Flags().StringVar(&duplicates, "duplicates", string(memory.KeepAll), a.flag("memory.duplicates"))
	return a.dryRunFlag(cmd)
}

// addMemory takes one file in, and shows how far it has come.
func (a *app) addMemory(cmd *cobra.Command, p *workbench.Project, file string, o workbench.AddOptions) (workbench.Added, error) {
	bar := a.progress(100)
	o.Progress = func(done, size int64) {
		for size > 0 && int64(bar.at) < 100*done/size {
			bar.step()
		}
	}
	r, err := p.AddMemory(cmd.Context(), file, o)
	bar.done()
	if err != nil || a.asJSON {
		return r, err
	}
	id := "memory.added"
	if a.dryRun {
		id = "memory.would-add"
	}
	a.count(id, r.Read, locales.Args{"memory": r.Memory, "new": r.New})
	if r.Replaced > 0 {
		a.count("memory.replaced", r.Replaced, nil)
	}
	return r, nil
}

// duplicatesPolicy reads a policy for entries with the same source.
func duplicatesPolicy(s string) (memory.Duplicates, error) {
	policy := memory.Duplicates(s)
	if !slices.Contains([]memory.Duplicates{memory.KeepAll, memory.Newest, memory.ByContext}, policy) {
		return policy, usage("bad-flag-value", locales.Args{"flag": "duplicates", "value": s})
	}
	return policy, nil
}

func twoTags(source, target string) (from, into locale.Tag, err error) {
	if from, err = tag(source); err != nil {
		return from, into, err
	}
	into, err = tag(target)
	return from, into, err
}

func (a *app) showProblems(problems []memory.Problem) {
	const most = 20
	for i, p := range problems {
		if i == most {
			a.note("memory.more-problems", locales.Args{"n": len(problems) - most})
			return
		}
		a.note("memory.skipped", locales.Args{"what": p.String()})
	}
}

func (a *app) memoryListCommand() *cobra.Command {
	cmd := a.command("list", "memory-list", func(cmd *cobra.Command, _ []string) error {
		return a.withProject(cmd, func(p *workbench.Project) error {
			infos, err := p.Store.Memories(cmd.Context())
			if err != nil {
				return err
			}
			rows := [][]string{a.heads("memory", "direction-of", "entries")}
			out := []map[string]any{}
			for _, m := range infos {
				for _, pair := range m.Pairs {
					rows = append(rows, []string{m.Name, pair.Source.String() + " → " + pair.Target.String(), itoa(pair.Entries)})
					out = append(out, map[string]any{"memory": m.Name, "source": pair.Source, "target": pair.Target, "entries": pair.Entries})
				}
			}
			if a.asJSON {
				return a.json(out)
			}
			if len(rows) == 1 {
				a.say("memory.empty", nil)
				return nil
			}
			a.table(rows)
			return nil
		})
	})
	cmd.Args = args(0, 0)
	return cmd
}

func (a *app) memoryExportCommand() *cobra.Command {
	var source, target string
	var all bool
	o := workbench.TMXOptions{Stdout: a.out}
	cmd := a.command("export [MEMORY] FILE.tmx --locale LOCALE|--all", "memory-export", func(cmd *cobra.Command, given []string) (err error) {
		if o.Source, o.Target, err = twoTags(source, target); err != nil {
			return err
		}
		if o.Target.IsZero() != all {
			return usage("memory-export", nil)
		}
		o.DryRun = a.dryRun
		name, file := "", given[0]
		if len(given) == 2 {
			name, file = given[0], given[1]
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			if o.Source.IsZero() && !all {
				o.Source = p.Config.Source
			}
			n, problems, err := p.ExportMemory(cmd.Context(), name, file, o)
			if err != nil {
				return err
			}
			a.showProblems(problems)
			if file == "-" {
				return nil
			}
			if a.asJSON {
				return a.json(map[string]any{"file": file, "entries": n})
			}
			a.count("memory.exported", n, locales.Args{"path": file})
			return nil
		})
	})
	cmd.Args = args(1, 2)
	cmd.Flags().StringVar(&source, "source", "", a.flag("memory.source"))
	cmd.Flags().StringVarP(&target, "locale", "l", "", a.flag("memory.target"))
	cmd.Flags().BoolVar(&all, "all", false, a.flag("memory.all-locales"))
	cmd.Flags().BoolVarP(&o.Force, "force", "f", false, a.flag("overwrite"))
	return a.dryRunFlag(cmd)
}

var errUnreadable = errors.New("a file cannot be read, or does not come back as it was")
