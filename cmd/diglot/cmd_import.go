package main

import (
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/workbench"
)

func (a *app) importCommand() *cobra.Command {
	var source, name string
	cmd := a.command("import FILE…", "import", func(cmd *cobra.Command, given []string) error {
		from, err := tag(source)
		if err != nil {
			return err
		}
		if name != "" && len(given) > 1 {
			return usage("import-name", nil)
		}
		o := workbench.ImportOptions{Name: name, Source: from, DryRun: a.dryRun}
		return a.withProject(cmd, func(p *workbench.Project) error { return a.importAll(cmd, p, given, o) })
	})
	cmd.Args = args(1, -1)
	cmd.Flags().StringVar(&source, "source", "", a.flag("import.source"))
	cmd.Flags().StringVar(&name, "name", "", a.flag("import.name"))
	return a.dryRunFlag(cmd)
}

// importAll takes one file after the other; one that fails does not stop the others.
func (a *app) importAll(cmd *cobra.Command, p *workbench.Project, given []string, o workbench.ImportOptions) error {
	var files []string
	var failed error
	fail := func(err error) {
		a.complain(err)
		if failed == nil {
			failed = partError{err}
		}
	}
	for _, arg := range given {
		found, err := workbench.Sources(arg)
		if err != nil {
			fail(err)
		}
		files = append(files, found...)
	}
	reports := []workbench.Imported{}
	bar := a.progress(len(files))
	defer bar.done()
	for _, file := range files {
		bar.step()
		r, err := p.Import(cmd.Context(), file, o)
		if err != nil {
			if cmd.Context().Err() != nil {
				return err
			}
			fail(err)
			continue
		}
		reports = append(reports, r)
		if !a.asJSON {
			bar.clear()
			a.showImported(r)
		}
	}
	if a.asJSON {
		return errors.Join(a.json(reports), failed)
	}
	return failed
}

func (a *app) showImported(r workbench.Imported) {
	about := locales.Args{"document": r.Document, "format": r.Format, "locale": r.Locale, "version": r.Version, "words": r.Words}
	if r.Same {
		a.count("import.same", r.Units, about)
		return
	}
	if a.dryRun {
		a.count("import.would", r.Units, about)
	} else {
		a.count("import.done", r.Units, about)
	}
	for _, part := range []struct {
		name string
		n    int
	}{{"new", len(r.New)}, {"edited", len(r.Edited)}, {"moved", len(r.Moved)}, {"unchanged", r.Unchanged}, {"removed", len(r.Removed)}} {
		if part.n > 0 {
			a.count("import."+part.name, part.n, nil)
		}
	}
	if r.Version > 1 || a.dryRun {
		a.showChanges(r)
	}
	if r.TakenOver > 0 {
		a.count("import.taken-over", r.TakenOver, nil)
	}
	if r.Guessed {
		a.note("import.guessed", locales.Args{"path": r.Path, "charset": r.Charset})
	}
	if r.NewWords > 0 {
		a.count("import.new-words", r.NewWords, nil)
	}
}

// showChanges lists what a new version changed.
func (a *app) showChanges(r workbench.Imported) {
	for _, e := range r.Edited {
		a.print("  ~ " + e.ID + "  " + e.Old)
		a.print("    " + pad(e.ID) + "→ " + e.New)
	}
	for _, id := range r.Moved {
		a.print("  ↕ " + id)
	}
	for i, n := range r.New {
		id := n.ID
		if id == "" {
			id = r.Document + "#+" + strconv.Itoa(i+1)
		}
		a.print("  + " + id + "  " + n.Source)
	}
	for _, n := range r.Removed {
		a.print("  - " + n.ID + "  " + n.Source)
	}
}

func pad(s string) string {
	b := make([]byte, len(s))
	for i := range b {
		b[i] = ' '
	}
	return string(b)
}
