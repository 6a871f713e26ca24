package main

import (
	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/workbench"
)

func (a *app) translateCommand() *cobra.Command {
	var target, repaired string
	var min int
	var exact bool
	cmd := a.command("translate [DOCUMENT…]", "translate", func(cmd *cobra.Command, names []string) error {
		into, err := tag(target)
		if err != nil {
			return err
		}
		if exact {
			min = 100
		}
		if min != 0 && (min < 50 || min > 100) {
			return usage("bad-flag-value", locales.Args{"flag": "min", "value": min})
		}
		if repaired != "on" && repaired != "off" {
			return usage("bad-flag-value", locales.Args{"flag": "repaired", "value": repaired})
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			filled, err := p.Translate(cmd.Context(), names, into, workbench.TranslateOptions{Min: min, Repaired: repaired == "on", DryRun: a.dryRun})
			if err != nil {
				return err
			}
			if a.asJSON {
				return a.json(list(filled))
			}
			for _, t := range filled {
				a.showTranslated(t)
			}
			return nil
		})
	})
	cmd.Flags().StringVarP(&target, "locale", "l", "", a.flag("locale"))
	cmd.Flags().IntVar(&min, "min", 0, a.flag("translate.min"))
	cmd.Flags().StringVar(&repaired, "repaired", "on", a.flag("translate.repaired"))
	cmd.Flags().BoolVar(&exact, "exact", false, a.flag("translate.exact"))
	return a.dryRunFlag(cmd)
}

func (a *app) showTranslated(t workbench.Translated) {
	a.count("translate.done", len(t.Filled), locales.Args{"document": t.Document, "locale": t.Locale, "units": t.Units,
		"exact": t.Exact, "fuzzy": t.Fuzzy, "had": t.Had, "left": t.Left})
	for _, f := range t.Filled {
		switch {
		case f.Repaired:
			a.say("translate.repaired", locales.Args{"unit": f.Unit, "score": f.Score, "target": oneLine(f.Target, 60), "origin": f.Origin})
		case f.Score < 100:
			a.say("translate.fuzzy", locales.Args{"unit": f.Unit, "score": f.Score, "target": oneLine(f.Target, 60), "origin": f.Origin})
		}
	}
	if t.Ambiguous > 0 {
		a.count("translate.ambiguous", t.Ambiguous, nil)
	}
	if t.Left > 0 {
		a.count("translate.left", t.Left, locales.Args{"words": t.LeftWords})
	}
}
