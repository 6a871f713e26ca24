package main

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/unit"
	"diglot/translate/workbench"
)

func (a *app) memoryCommand() *cobra.Command {
	return a.group("memory", "memory", a.memoryAddCommand(), a.memoryFindCommand(), a.memoryListCommand(), a.memoryExportCommand())
}

func (a *app) memoryAddCommand() *cobra.Command {
	var name, source, target string
	cmd := a.command("add FILE…", "memory-add", func(cmd *cobra.Command, files []string) error {
		from, into, err := twoTags(source, target)
		if err != nil {
			return err
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			reports := []workbench.Added{}
			for _, file := range files {
				r, err := p.AddMemory(cmd.Context(), file, name, from, into, a.dryRun)
				if err != nil {
					return err
				}
				reports = append(reports, r)
				if a.asJSON {
					continue
				}
				id := "memory.added"
				if a.dryRun {
					id = "memory.would-add"
				}
				a.count(id, r.Read, locales.Args{"memory": r.Memory, "new": r.New})
				a.showProblems(r.Problems)
			}
			if a.asJSON {
				return a.json(reports)
			}
			return nil
		})
	})
	cmd.Args = args(1, -1)
	cmd.Flags().StringVar(&name, "name", "", a.flag("memory.name"))
	cmd.Flags().StringVar(&source, "source", "", a.flag("memory.source"))
	cmd.Flags().StringVar(&target, "target", "", a.flag("memory.target"))
	return a.dryRunFlag(cmd)
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

// findFlags are the flags of memory find.
type findFlags struct {
	file, queries, format, source, target string
	min, limit                            int
}

func (a *app) memoryFindCommand() *cobra.Command {
	var f findFlags
	cmd := a.command("find [TEXT]", "memory-find", func(cmd *cobra.Command, given []string) error {
		if (len(given) == 0) == (f.queries == "") {
			return usage("memory-find", nil)
		}
		if f.min < 1 || f.min > 100 || f.limit < 1 {
			return usage("bad-flag-value", locales.Args{"flag": "min/k", "value": strconv.Itoa(f.min) + "/" + strconv.Itoa(f.limit)})
		}
		from, into, err := twoTags(f.source, f.target)
		if err != nil {
			return err
		}
		queries := []workbench.Query{{Text: strings.Join(given, " ")}}
		if f.queries != "" {
			if queries, err = workbench.ReadQueries(f.queries); err != nil {
				return err
			}
		}
		return a.findAll(cmd, queries, f, from, into)
	})
	cmd.Args = args(0, -1)
	flags := cmd.Flags()
	flags.StringVar(&f.file, "memory", "", a.flag("memory.file"))
	flags.StringVar(&f.queries, "queries", "", a.flag("memory.queries"))
	flags.StringVar(&f.format, "format", "text", a.flag("memory.format"))
	flags.StringVar(&f.source, "source", "", a.flag("memory.source"))
	flags.StringVarP(&f.target, "locale", "l", "", a.flag("memory.target"))
	flags.IntVar(&f.min, "min", 70, a.flag("memory.min"))
	flags.IntVar(&f.limit, "k", 5, a.flag("memory.limit"))
	return cmd
}

// findAll asks the memory of a file, or the project's.
func (a *app) findAll(cmd *cobra.Command, queries []workbench.Query, f findFlags, from, into locale.Tag) error {
	if f.file != "" {
		m, err := workbench.MemoryFile(f.file, from, into, func(p memory.Problem) { a.showProblems([]memory.Problem{p}) })
		if err != nil {
			return err
		}
		defer m.Close()
		return a.find(cmd, m, queries, f, from, into)
	}
	if into.IsZero() {
		return usage("memory-locale", nil)
	}
	return a.withProject(cmd, func(p *workbench.Project) error {
		if from.IsZero() {
			from = p.Config.Source
		}
		m, err := p.Memory(cmd.Context(), from, into)
		if err != nil {
			return err
		}
		return errors.Join(a.find(cmd, m, queries, f, from, into), m.Close())
	})
}

func (a *app) find(cmd *cobra.Command, m memory.Finder, queries []workbench.Query, f findFlags, from, into locale.Tag) error {
	found, err := workbench.FindAll(cmd.Context(), m, queries, from, into, f.min, f.limit)
	if err != nil {
		return err
	}
	out := newBuffered(a.out)
	for i, q := range queries {
		switch {
		case f.format == "jsonl":
			err = jsonLine(out, map[string]any{"id": q.ID, "matches": matchesJSON(found[i])})
		case a.asJSON:
			err = a.json(map[string]any{"id": q.ID, "matches": matchesJSON(found[i])})
		default:
			a.showMatches(q, found[i])
		}
		if err != nil {
			return err
		}
	}
	return out.Flush()
}

func (a *app) showMatches(q workbench.Query, matches []unit.Match) {
	if q.ID != "" {
		a.print(q.ID)
	}
	for _, m := range matches {
		var why []string
		for _, p := range m.Penalties {
			why = append(why, a.words.Say("penalty."+p.Reason, nil)+" −"+strconv.Itoa(p.Amount))
		}
		if m.Ambiguous {
			why = append(why, a.words.Say("memory.ambiguous", nil))
		}
		a.print(strconv.Itoa(m.Score) + " %  " + m.Origin + "  " + strings.Join(why, ", "))
		a.print("    " + m.Source.String())
		a.print("    " + m.Target.String())
	}
	if len(matches) == 0 {
		a.say("memory.none", nil)
	}
}

type matchJSON struct {
	Source     string         `json:"source"`
	Target     string         `json:"target"`
	Similarity float64        `json:"similarity"`
	Score      int            `json:"score"`
	Penalties  []unit.Penalty `json:"penalties"`
	Ambiguous  bool           `json:"ambiguous,omitempty"`
	Origin     string         `json:"origin"`
	Memory     string         `json:"memory"`
}

func matchesJSON(matches []unit.Match) []matchJSON {
	out := []matchJSON{}
	for _, m := range matches {
		out = append(out, matchJSON{m.Source.String(), m.Target.String(), m.Similarity, m.Score, list(m.Penalties), m.Ambiguous, m.Origin, m.Memory})
	}
	return out
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
	var force bool
	cmd := a.command("export [MEMORY] FILE.tmx --locale LOCALE", "memory-export", func(cmd *cobra.Command, given []string) error {
		from, into, err := twoTags(source, target)
		if err != nil {
			return err
		}
		if into.IsZero() {
			return usage("memory-locale", nil)
		}
		name, file := "", given[0]
		if len(given) == 2 {
			name, file = given[0], given[1]
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			if from.IsZero() {
				from = p.Config.Source
			}
			n, problems, err := p.ExportMemory(cmd.Context(), name, file, from, into, a.out, force, a.dryRun)
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
	cmd.Flags().BoolVarP(&force, "force", "f", false, a.flag("overwrite"))
	return a.dryRunFlag(cmd)
}

var errUnreadable = errors.New("a file cannot be read, or does not come back as it was")
