package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/memory"
	"diglot/translate/workbench"
)

// doubtReasons are what memory clean looks for.
var doubtReasons = []memory.DoubtReason{
	memory.LengthRatio, memory.Untranslated, memory.WrongScript, memory.NumberMismatch,
	memory.SeveralTargets, memory.EncodingDamage, memory.EmptySide, memory.UnbalancedMarkup,
}

func (a *app) memoryCleanCommand() *cobra.Command {
	var only []string
	var o workbench.CleanOptions
	cmd := a.command("clean MEMORY", "memory-clean", func(cmd *cobra.Command, given []string) error {
		for _, s := range only {
			if !slices.Contains(doubtReasons, memory.DoubtReason(s)) {
				return usage("memory-doubt", locales.Args{"doubt": s, "known": doubtNames()})
			}
			o.Only = append(o.Only, memory.DoubtReason(s))
		}
		o.DryRun = a.dryRun
		return a.withProject(cmd, func(p *workbench.Project) error {
			r, err := p.CleanMemory(cmd.Context(), given[0], o)
			if err != nil {
				return err
			}
			if a.asJSON {
				return a.json(map[string]any{"memory": r.Memory, "looked": r.Looked, "suspects": suspectsJSON(r.Suspects), "deleted": r.Removed})
			}
			a.showSuspects(r)
			if o.Remove {
				a.tellDeleted(r.Memory, r.Removed)
			}
			return nil
		})
	})
	cmd.Args = args(1, 1)
	cmd.Flags().BoolVar(&o.Remove, "remove", false, a.flag("memory.remove"))
	cmd.Flags().StringSliceVar(&only, "only", nil, a.flag("memory.doubts"))
	return a.dryRunFlag(cmd)
}

func doubtNames() string {
	names := make([]string, len(doubtReasons))
	for i, r := range doubtReasons {
		names[i] = string(r)
	}
	return strings.Join(names, ", ")
}

func (a *app) showSuspects(r workbench.Cleaned) {
	for _, s := range r.Suspects {
		var why []string
		for _, d := range s.Doubts {
			why = append(why, a.words.Say("doubt."+string(d.Reason), locales.Args{"detail": d.Detail}))
		}
		a.print(strconv.FormatInt(s.Entry.ID, 10) + "  " + strings.Join(why, "; "))
		a.print("    " + s.Entry.Source.String())
		a.print("    " + s.Entry.Target.String())
	}
	a.count("memory.suspects", len(r.Suspects), locales.Args{"memory": r.Memory, "looked": r.Looked})
}

type suspectJSON struct {
	entryJSON
	Doubts []memory.Doubt `json:"doubts"`
}

func suspectsJSON(suspects []memory.Suspect) []suspectJSON {
	out := []suspectJSON{}
	for _, s := range suspects {
		out = append(out, suspectJSON{toEntryJSON(s.Entry), s.Doubts})
	}
	return out
}
