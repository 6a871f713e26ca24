package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/check"
	"diglot/translate/locale"
	"diglot/translate/unit"
	"diglot/translate/workbench"
)

// checkFlags are the flags of the check command.
type checkFlags struct {
	baseline                            string // file of findings that are known
	spelling                            bool
	file                                string // a bilingual file
	fix                                 bool
	infos                               bool
	require                             string // state that targets are to be in
	target, format, failOn, explain     string
	pairs, source, pairTarget, glossary string
}

func (a *app) checkCommand() *cobra.Command {
	var f checkFlags
	cmd := a.command("check [DOCUMENT…]", "check", func(cmd *cobra.Command, names []string) error {
		if a.asJSON {
			f.format = "json"
		}
		a.spelling = f.spelling
		switch {
		case !slices.Contains(reportFormats, f.format):
			return usage("bad-flag-value", locales.Args{"flag": "format", "value": f.format})
		case f.failOn != "error" && f.failOn != "warning" && f.failOn != "never":
			return usage("bad-flag-value", locales.Args{"flag": "fail-on", "value": f.failOn})
		case f.explain != "":
			return a.explainCheck(f.explain)
		case f.require != "" && (f.pairs != "" || f.file != "" || f.fix):
			return usage("require-project", nil)
		case f.pairs != "":
			return a.checkPairs(f)
		case f.file != "":
			return a.checkBilingual(f)
		}
		target, err := tag(f.target)
		if err != nil {
			return err
		}
		if f.fix {
			return a.fix(cmd, names, target)
		}
		least, err := requiredState(f.require)
		if err != nil {
			return err
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			checked, err := p.CheckFor(cmd.Context(), names, target, least)
			if err != nil {
				return err
			}
			return a.showChecked(checked, f)
		})
	})
	flags := cmd.Flags()
	flags.StringVarP(&f.target, "locale", "l", "", a.flag("locale"))
	flags.StringVar(&f.format, "format", "text", a.flag("check.format"))
	flags.BoolVar(&f.fix, "fix", false, a.flag("check.fix"))
	flags.StringVar(&f.failOn, "fail-on", "error", a.flag("check.fail-on"))
	flags.BoolVar(&f.infos, "infos", false, a.flag("check.infos"))
	flags.StringVar(&f.require, "require", "", a.flag("check.require"))
	flags.StringVar(&f.baseline, "baseline", "", a.flag("check.baseline"))
	flags.StringVar(&f.explain, "explain", "", a.flag("check.explain"))
	flags.StringVar(&f.pairs, "pairs", "", a.flag("check.pairs"))
	flags.StringVar(&f.file, "file", "", a.flag("check.file"))
	flags.BoolVar(&f.spelling, "spelling", false, a.flag("check.spelling"))
	flags.StringVar(&f.source, "source-locale", "", a.flag("check.source-locale"))
	flags.StringVar(&f.pairTarget, "target-locale", "", a.flag("check.target-locale"))
	flags.StringVar(&f.glossary, "glossary", "", a.flag("check.glossary"))
	return a.dryRunFlag(cmd)
}

// requiredState reads the flag --require; without it no state is asked for.
func requiredState(s string) (unit.State, error) {
	switch s {
	case "":
		return unit.Initial, nil
	case "translated", "reviewed", "final":
		return unit.ParseState(s)
	}
	return unit.Initial, usage("bad-flag-value", locales.Args{"flag": "require", "value": s})
}

// fix mends what needs no judgement, and shows it.
func (a *app) fix(cmd *cobra.Command, names []string, target locale.Tag) error {
	return a.withProject(cmd, func(p *workbench.Project) error {
		mended, err := p.Fix(cmd.Context(), names, target, a.dryRun)
		if a.asJSON {
			rows := []map[string]any{}
			for _, m := range mended {
				rows = append(rows, map[string]any{"unit": m.Unit, "locale": m.Locale, "before": m.Before.String(), "after": m.After.String()})
			}
			return errors.Join(a.json(rows), err)
		}
		for _, m := range mended {
			for _, i := range m.Issues {
				a.say("check.finding", locales.Args{"unit": m.Unit, "locale": m.Locale, "check": i.Check,
					"severity": a.words.Say("severity."+i.Severity.String(), nil), "message": a.message(i)})
			}
			a.print("  - " + m.Before.String())
			a.print("  + " + m.After.String())
		}
		id := "check.fixed"
		if a.dryRun {
			id = "check.would-fix"
		}
		a.count(id, len(mended), nil)
		return err
	})
}

// message gives an issue's sentence.
func (a *app) message(i unit.Issue) string {
	args := locales.Args{}
	for k, v := range i.Args {
		args[k] = v
	}
	return a.words.Count("check."+i.Check+"."+i.Key, i.Count, args)
}

// showChecked shows a run of the checks and lets the gate decide.
func (a *app) showChecked(c workbench.Checked, f checkFlags) error {
	r := a.report(c)
	if f.baseline != "" {
		if err := a.dropKnown(&r, f.baseline); err != nil {
			return err
		}
	}
	if err := a.write(r, f); err != nil {
		return err
	}
	if c.Units == 0 {
		a.note("check.nothing", nil)
		return gateError{}
	}
	return gate(r.Findings, f.failOn)
}

// showText shows findings to a person; remarks only where they are asked for.
func (a *app) showText(c workbench.Checked, remarks bool) {
	infos := 0
	for _, x := range c.Findings {
		if x.Issue.Severity == unit.Info && !remarks {
			infos++
			continue
		}
		a.showFinding(x)
	}
	a.count("check.done", c.Units, locales.Args{"errors": c.Errors(), "findings": len(c.Findings)})
	for _, part := range []struct {
		id string
		n  int
	}{{"check.infos", infos}, {"check.accepted", c.Accepted}, {"check.without", c.Missing}, {"check.stale", c.Stale}} {
		if part.n > 0 {
			a.count(part.id, part.n, nil)
		}
	}
}

// gate fails where a finding is as bad as the flag --fail-on says.
func gate(findings []workbench.Finding, failOn string) error {
	for _, f := range findings {
		if failOn != "never" && (f.Issue.Severity == unit.Error || failOn == "warning" && f.Issue.Severity == unit.Warning) {
			return gateError{}
		}
	}
	return nil
}

// showFinding shows the issue with the two texts and the faulty places marked.
func (a *app) showFinding(x workbench.Finding) {
	a.say("check.finding", locales.Args{"unit": x.Unit, "locale": x.Locale, "check": x.Issue.Check,
		"severity": a.words.Say("severity."+x.Issue.Severity.String(), nil), "message": a.message(x.Issue)})
	a.showMarked(x.Source, x.Issue.Source)
	a.showMarked(x.Target, x.Issue.Target)
}

// showMarked prints a text with its spans between ⟦ and ⟧, which read the same
// in both directions of writing.
func (a *app) showMarked(t unit.Text, spans []unit.Span) {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		if s.Start < at {
			continue
		}
		b.WriteString(unit.Plain(t.Content[at:s.Start]).String() + "⟦" + unit.Plain(t.Content[s.Start:s.End]).String() + "⟧")
		at = s.End
	}
	b.WriteString(unit.Plain(t.Content[at:]).String())
	a.print("    " + b.String())
}

// checkPairs looks at a file of pairs instead of a project.
func (a *app) checkPairs(f checkFlags) error {
	source, err := tag(f.source)
	if err != nil {
		return err
	}
	target, err := tag(f.pairTarget)
	if err != nil {
		return err
	}
	if source.IsZero() || target.IsZero() {
		return usage("pairs-locales", nil)
	}
	settings, err := a.settings()
	if err != nil {
		return err
	}
	in, closer, err := a.input(f.pairs)
	if err != nil {
		return err
	}
	defer closer()
	checked, err := settings.CheckPairs(in, f.pairs, source, target, f.glossary)
	if err != nil {
		return err
	}
	return a.showChecked(checked, f)
}

// checkBilingual looks at a file that holds source and target.
func (a *app) checkBilingual(f checkFlags) error {
	source, target, err := twoTags(f.source, f.pairTarget)
	if err != nil {
		return err
	}
	settings, err := a.settings()
	if err != nil {
		return err
	}
	checked, err := settings.CheckBilingual(f.file, source, target, f.glossary)
	if err != nil {
		return err
	}
	return a.showChecked(checked, f)
}

// explainCheck tells what a check is for, with its examples.
func (a *app) explainCheck(name string) error {
	if name == "all" {
		for _, info := range check.All() {
			a.print(info.Name + "  " + a.words.Say("check."+info.Name+".reason", nil))
		}
		return nil
	}
	for _, info := range check.All() {
		if info.Name == name {
			return a.showCheck(info)
		}
	}
	return usage("unknown-check", locales.Args{"check": name})
}

func (a *app) showCheck(info check.Info) error {
	if a.asJSON {
		return a.json(map[string]any{"check": info.Name, "severity": info.Severity, "reason": a.words.Say("check."+info.Name+".reason", nil),
			"off_by_default": info.OffByDefault, "good": examples(info.Good), "bad": examples(info.Bad)})
	}
	a.print(info.Name + " (" + a.words.Say("severity."+info.Severity.String(), nil) + ")")
	a.print(a.words.Say("check."+info.Name+".reason", nil))
	if info.OffByDefault {
		a.say("check.off", nil)
	}
	for _, p := range info.Good {
		a.say("check.good", locales.Args{"source": p.Source.String(), "target": p.Target.String()})
	}
	for _, p := range info.Bad {
		a.say("check.bad", locales.Args{"source": p.Source.String(), "target": p.Target.String()})
	}
	return nil
}

func examples(pairs []check.Pair) []map[string]string {
	out := []map[string]string{}
	for _, p := range pairs {
		out = append(out, map[string]string{"source_locale": p.SourceLocale.String(), "source": p.Source.String(),
			"target_locale": p.TargetLocale.String(), "target": p.Target.String()})
	}
	return out
}
