package main

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/memory"
	"diglot/translate/unit"
	"diglot/translate/workbench"
)

// findFlags are the flags of memory find.
type findFlags struct {
	file, queries, format, source, target string
	author, since, before                 string
	memories, properties                  []string
	min, limit                            int
	fragments                             bool
}

func (a *app) memoryFindCommand() *cobra.Command {
	var f findFlags
	cmd := a.command("find [TEXT]", "memory-find", func(cmd *cobra.Command, given []string) error {
		if (len(given) == 0) == (f.queries == "") {
			return usage("memory-find", nil)
		}
		o, err := f.options()
		if err != nil {
			return err
		}
		queries := []workbench.Query{{Text: strings.Join(given, " ")}}
		if f.queries != "" {
			if queries, err = workbench.ReadQueries(f.queries); err != nil {
				return err
			}
		}
		return a.findAll(cmd, queries, f, o)
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
	flags.StringSliceVar(&f.memories, "memory-name", nil, a.flag("memory.only"))
	flags.StringVar(&f.author, "author", "", a.flag("memory.author"))
	flags.StringVar(&f.since, "since", "", a.flag("memory.since"))
	flags.StringVar(&f.before, "before", "", a.flag("memory.before"))
	flags.StringArrayVar(&f.properties, "property", nil, a.flag("memory.property"))
	flags.BoolVar(&f.fragments, "fragments", false, a.flag("memory.fragments"))
	return cmd
}

// options checks the flags and makes a look-up of them.
func (f findFlags) options() (o workbench.FindOptions, err error) {
	bad := func(flag, value string) error {
		return usage("bad-flag-value", locales.Args{"flag": flag, "value": value})
	}
	switch {
	case f.min < 1 || f.min > 100:
		return o, bad("min", strconv.Itoa(f.min))
	case f.limit < 1:
		return o, bad("k", strconv.Itoa(f.limit))
	case f.format != "text" && f.format != "jsonl":
		return o, bad("format", f.format)
	}
	o.Min, o.Limit = f.min, f.limit
	if o.Source, o.Target, err = twoTags(f.source, f.target); err != nil {
		return o, err
	}
	o.Filter = memory.Filter{Author: f.author, Memories: memoryNames(f.memories)}
	if o.Filter.Since, err = date("since", f.since); err != nil {
		return o, err
	}
	if o.Filter.Before, err = date("before", f.before); err != nil {
		return o, err
	}
	for _, p := range f.properties {
		name, value, ok := strings.Cut(p, "=")
		if !ok {
			return o, bad("property", p)
		}
		if o.Filter.Properties == nil {
			o.Filter.Properties = map[string]string{}
		}
		o.Filter.Properties[name] = value
	}
	return o, nil
}

// memoryNames reads names of memories; "-" is the project's own targets.
func memoryNames(names []string) []string {
	names = slices.Clone(names)
	for i, name := range names {
		if name == "-" {
			names[i] = ""
		}
	}
	return names
}

// date reads a day, or a time with its zone; an empty one is the zero Time.
func date(flag, s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, usage("bad-flag-value", locales.Args{"flag": flag, "value": s})
}

// asked is where a look-up goes: a project, or a file.
type asked struct {
	memory   memory.Finder
	repairer *workbench.Repairer // nil for a batch, which gets matches as they are
	// fragments gives what a text without a match has in common with entries.
	fragments func(text string) ([]memory.Fragment, error)
}

// findAll asks the memory of a file, or the project's.
func (a *app) findAll(cmd *cobra.Command, queries []workbench.Query, f findFlags, o workbench.FindOptions) error {
	if f.file != "" {
		m, err := workbench.MemoryFile(f.file, o.Source, o.Target, func(p memory.Problem) { a.showProblems([]memory.Problem{p}) })
		if err != nil {
			return err
		}
		defer m.Close()
		repairer, err := f.repairer(func() (*workbench.Repairer, error) { return workbench.NewRepairer(o.Source, o.Target) })
		if err != nil {
			return err
		}
		return a.find(cmd, asked{m, repairer, func(text string) ([]memory.Fragment, error) {
			return memory.Fragments(unit.Plain(text), m.Entries())
		}}, queries, f, o)
	}
	if o.Target.IsZero() {
		return usage("memory-locale", nil)
	}
	return a.withProject(cmd, func(p *workbench.Project) error {
		if o.Source.IsZero() {
			o.Source = p.Config.Source
		}
		m, err := p.Memory(cmd.Context(), o.Source, o.Target)
		if err != nil {
			return err
		}
		repairer, err := f.repairer(func() (*workbench.Repairer, error) { return p.Repairer(cmd.Context(), o.Source, o.Target) })
		if err == nil {
			err = a.find(cmd, asked{m, repairer, func(text string) ([]memory.Fragment, error) {
				return p.Fragments(cmd.Context(), text, o.Source, o.Target)
			}}, queries, f, o)
		}
		return errors.Join(err, m.Close())
	})
}

// repairer makes one where its work is shown.
func (f findFlags) repairer(make func() (*workbench.Repairer, error)) (*workbench.Repairer, error) {
	if f.format == "jsonl" {
		return nil, nil
	}
	return make()
}

func (a *app) find(cmd *cobra.Command, m asked, queries []workbench.Query, f findFlags, o workbench.FindOptions) error {
	found, err := workbench.FindAll(cmd.Context(), m.memory, queries, o)
	if err != nil {
		return err
	}
	if f.format == "jsonl" {
		return a.findLines(m, queries, found, f)
	}
	all := []foundJSON{}
	for i, q := range queries {
		seen := workbench.See(q.Text, found[i], m.repairer)
		var fragments []memory.Fragment
		if len(seen) == 0 && (f.fragments || f.queries == "") {
			if fragments, err = m.fragments(q.Text); err != nil {
				return err
			}
		}
		if a.asJSON {
			all = append(all, foundJSON{q.ID, seenJSON(q.Text, seen), fragmentsJSON(q.Text, fragments)})
			continue
		}
		a.showMatches(q, seen)
		a.showFragments(q.Text, fragments)
	}
	switch {
	case a.asJSON && f.queries == "":
		return a.json(all[0])
	case a.asJSON:
		return a.json(all)
	}
	return nil
}

// findLines prints one JSON object a query: what a batch needs, and no more.
func (a *app) findLines(m asked, queries []workbench.Query, found [][]unit.Match, f findFlags) error {
	out := newBuffered(a.out)
	for i, q := range queries {
		line := foundJSON{ID: q.ID, Matches: []matchJSON{}}
		for _, match := range found[i] {
			line.Matches = append(line.Matches, toMatchJSON(match))
		}
		if f.fragments && len(found[i]) == 0 {
			fragments, err := m.fragments(q.Text)
			if err != nil {
				return err
			}
			line.Fragments = fragmentsJSON(q.Text, fragments)
		}
		if err := jsonLine(out, line); err != nil {
			return err
		}
	}
	return out.Flush()
}
