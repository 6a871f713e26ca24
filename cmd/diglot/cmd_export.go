package main

import (
	"errors"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/text"
	"diglot/translate/unit"
	"diglot/translate/workbench"
)

func (a *app) exportCommand() *cobra.Command {
	var target, missing, state string
	var force bool
	cmd := a.command("export [DOCUMENT…]", "export", func(cmd *cobra.Command, names []string) error {
		into, err := tag(target)
		if err != nil {
			return err
		}
		lowest, err := unit.ParseState(state)
		if err != nil {
			return usage("bad-flag-value", locales.Args{"flag": "state", "value": state})
		}
		switch workbench.Missing(missing) {
		case "", workbench.MissingSource, workbench.MissingOmit, workbench.MissingFail:
		default:
			return usage("bad-flag-value", locales.Args{"flag": "missing", "value": missing})
		}
		o := workbench.ExportOptions{Missing: workbench.Missing(missing), State: lowest, Force: force, DryRun: a.dryRun}
		return a.withProject(cmd, func(p *workbench.Project) error {
			written, err := p.Export(cmd.Context(), names, into, o)
			if a.asJSON {
				if jerr := a.json(list(written)); jerr != nil {
					return jerr
				}
				return err
			}
			for _, x := range written {
				a.showExported(x)
			}
			a.showRefused(err)
			return err
		})
	})
	flags := cmd.Flags()
	flags.StringVarP(&target, "locale", "l", "", a.flag("locale"))
	flags.StringVar(&missing, "missing", "", a.flag("export.missing"))
	flags.StringVar(&state, "state", "draft", a.flag("export.state"))
	flags.BoolVarP(&force, "force", "f", false, a.flag("export.force"))
	return a.dryRunFlag(cmd)
}

func (a *app) showExported(x workbench.Exported) {
	about := locales.Args{"path": x.Path, "locale": x.Locale, "hash": x.Hash[:12], "units": x.Units}
	switch {
	case a.dryRun:
		a.count("export.would", x.Spans, about)
	case x.Written:
		a.count("export.done", x.Spans, about)
	default:
		a.count("export.same", x.Spans, about)
	}
	for _, part := range []struct {
		name string
		n    int
	}{{"missing", x.Missing}, {"drafts", x.Drafts}, {"stale", x.Stale}, {"forced", len(x.Findings)}} {
		if part.n > 0 {
			a.count("export."+part.name, part.n, nil)
		}
	}
}

// showRefused shows why an output was not written: its issues, or what somebody
// changed in it by hand.
func (a *app) showRefused(err error) {
	for _, one := range split(err) {
		var issues *workbench.IssuesError
		var edited *workbench.EditedError
		switch {
		case errors.As(one, &issues):
			for _, f := range issues.Findings {
				a.showFinding(f)
			}
		case errors.As(one, &edited):
			a.showDifference(edited)
		}
	}
}

// split takes joined errors apart.
func split(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	if err == nil {
		return nil
	}
	return []error{err}
}

// maxDifference is how many differing lines are shown.
const maxDifference = 40

// showDifference shows the lines that an output has and would not have, and the
// other way round.
func (a *app) showDifference(e *workbench.EditedError) {
	there, wanted := lines(e.There), lines(e.Wanted)
	shown := 0
	show := func(mark string, lines []string) {
		for _, l := range lines {
			if shown++; shown <= maxDifference {
				a.print(mark + unit.Plain(l).String())
			}
		}
	}
	a.say("export.difference", locales.Args{"path": e.Path})
	for _, op := range text.Diff(there, wanted) {
		if op.Kind != text.Kept {
			show("  - ", there[op.A0:op.A1])
			show("  + ", wanted[op.B0:op.B1])
		}
	}
	if shown > maxDifference {
		a.count("export.more", shown-maxDifference, nil)
	}
}
