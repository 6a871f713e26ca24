package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/memory"
	"diglot/translate/workbench"
)

func (a *app) memoryEditCommand() *cobra.Command {
	var target string
	cmd := a.command("edit MEMORY ENTRY --target TEXT", "memory-edit", func(cmd *cobra.Command, given []string) error {
		if !cmd.Flags().Changed("target") {
			return usage("memory-edit", nil)
		}
		ids, err := entryIDs(given[1:])
		if err != nil {
			return err
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			old, now, err := p.EditEntry(cmd.Context(), given[0], ids[0], target, a.dryRun)
			if err != nil {
				return err
			}
			if a.asJSON {
				return a.json(map[string]any{"old": old.Target.String(), "now": toEntryJSON(now)})
			}
			a.print(a.entryName(now) + "  " + now.Source.String())
			a.print("  - " + old.Target.String())
			a.print("  + " + now.Target.String())
			return nil
		})
	})
	cmd.Args = args(2, 2)
	cmd.Flags().StringVar(&target, "target", "", a.flag("memory.new-target"))
	return a.dryRunFlag(cmd)
}

// entryIDs reads the numbers of entries.
func entryIDs(given []string) ([]int64, error) {
	var ids []int64
	for _, s := range given {
		id, err := strconv.ParseInt(s, 10, 64)
		if err != nil || id < 1 {
			return nil, usage("memory-entry", locales.Args{"entry": s})
		}
		ids = append(ids, id)
	}
	return ids, nil
}

func (a *app) memoryDeleteCommand() *cobra.Command {
	var all bool
	cmd := a.command("delete MEMORY [ENTRY…|--all]", "memory-delete", func(cmd *cobra.Command, given []string) error {
		if all == (len(given) > 1) {
			return usage("memory-delete", nil)
		}
		ids, err := entryIDs(given[1:])
		if err != nil {
			return err
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			if all {
				n, err := p.DeleteMemory(cmd.Context(), given[0], a.dryRun)
				if err != nil {
					return err
				}
				return a.deleted(given[0], n, nil)
			}
			gone, err := p.DeleteEntries(cmd.Context(), given[0], ids, a.dryRun)
			if err != nil {
				return err
			}
			return a.deleted(given[0], len(gone), gone)
		})
	})
	cmd.Args = args(1, -1)
	cmd.Flags().BoolVar(&all, "all", false, a.flag("memory.all"))
	return a.dryRunFlag(cmd)
}

// deleted tells what went, or would go.
func (a *app) deleted(name string, n int, gone []memory.Entry) error {
	if a.asJSON {
		return a.json(map[string]any{"memory": name, "deleted": n, "entries": entriesJSON(gone)})
	}
	a.showEntries(gone)
	a.tellDeleted(name, n)
	return nil
}

func (a *app) tellDeleted(name string, n int) {
	id := "memory.deleted"
	if a.dryRun {
		id = "memory.would-delete"
	}
	a.count(id, n, locales.Args{"memory": name})
}

// showEntries shows the first of a list of entries.
func (a *app) showEntries(entries []memory.Entry) {
	const most = 20
	for i, e := range entries {
		if i == most {
			a.count("memory.more-entries", len(entries)-most, nil)
			return
		}
		a.print(strconv.FormatInt(e.ID, 10) + "  " + oneLine(e.Source.String(), 60) + "  |  " + oneLine(e.Target.String(), 60))
	}
}

func (a *app) memoryDedupeCommand() *cobra.Command {
	var duplicates string
	cmd := a.command("dedupe MEMORY", "memory-dedupe", func(cmd *cobra.Command, given []string) error {
		policy, err := duplicatesPolicy(duplicates)
		if err != nil {
			return err
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			r, err := p.DedupeMemory(cmd.Context(), given[0], policy, a.dryRun)
			if err != nil {
				return err
			}
			if a.asJSON {
				return a.json(map[string]any{"memory": r.Memory, "looked": r.Looked, "deleted": len(r.Removed), "entries": entriesJSON(r.Removed)})
			}
			a.showEntries(r.Removed)
			a.tellDeleted(r.Memory, len(r.Removed))
			return nil
		})
	})
	cmd.Args = args(1, 1)
	cmd.Flags().StringVar(&duplicates, "duplicates", string(memory.ByContext), a.flag("memory.duplicates"))
	return a.dryRunFlag(cmd)
}

func (a *app) memoryUndoCommand() *cobra.Command {
	cmd := a.command("undo MEMORY", "memory-undo", func(cmd *cobra.Command, given []string) error {
		return a.withProject(cmd, func(p *workbench.Project) error {
			u, err := p.UndoMemory(cmd.Context(), given[0], a.dryRun)
			if err != nil {
				return err
			}
			if a.asJSON {
				return a.json(map[string]any{"memory": given[0], "event": u.Event, "kind": u.Kind, "restored": u.Restored, "there": u.There})
			}
			id := "memory.undone"
			if a.dryRun {
				id = "memory.would-undo"
			}
			a.count(id, u.Restored, locales.Args{"memory": given[0], "event": u.Event})
			if u.There > 0 {
				a.count("memory.undone-there", u.There, nil)
			}
			return nil
		})
	})
	cmd.Args = args(1, 1)
	return a.dryRunFlag(cmd)
}
