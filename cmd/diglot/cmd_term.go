package main

import (
	"strings"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/glossary"
	"diglot/translate/locale"
	"diglot/translate/workbench"
)

func (a *app) termCommand() *cobra.Command {
	return a.group("term", "term", a.termAddCommand(), a.termListCommand(), a.termFindCommand(),
		a.termImportCommand(), a.termExportCommand(), a.termCheckCommand(), a.termExtractCommand(), a.termTranslitCommand())
}

func (a *app) termAddCommand() *cobra.Command {
	var l, status, note string
	var sensitive bool
	cmd := a.command("add CONCEPT TERM --locale LOCALE", "term-add", func(cmd *cobra.Command, given []string) error {
		t, err := tag(l)
		if err != nil {
			return err
		}
		if t.IsZero() {
			return usage("term-locale", nil)
		}
		s, err := workbench.ParseStatus(status)
		if err != nil {
			return usage("bad-flag-value", locales.Args{"flag": "status", "value": status})
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			c, err := p.AddTerm(cmd.Context(), given[0], glossary.Term{Locale: t, Text: given[1], Status: s, CaseSensitive: sensitive, Note: note}, a.dryRun)
			if err != nil {
				return err
			}
			if a.asJSON {
				return a.json(conceptJSON(c))
			}
			a.showConcept(c)
			return nil
		})
	})
	cmd.Args = args(2, 2)
	flags := cmd.Flags()
	flags.StringVarP(&l, "locale", "l", "", a.flag("term.locale"))
	flags.StringVar(&status, "status", string(glossary.Preferred), a.flag("term.status"))
	flags.StringVar(&note, "note", "", a.flag("term.note"))
	flags.BoolVar(&sensitive, "case-sensitive", false, a.flag("term.case"))
	return a.dryRunFlag(cmd)
}

func (a *app) termListCommand() *cobra.Command {
	cmd := a.command("list", "term-list", func(cmd *cobra.Command, _ []string) error {
		return a.withProject(cmd, func(p *workbench.Project) error {
			concepts, err := p.Concepts(cmd.Context())
			if err != nil {
				return err
			}
			return a.showConcepts(concepts)
		})
	})
	cmd.Args = args(0, 0)
	return cmd
}

func (a *app) termFindCommand() *cobra.Command {
	cmd := a.command("find WORDS", "term-find", func(cmd *cobra.Command, given []string) error {
		return a.withProject(cmd, func(p *workbench.Project) error {
			concepts, err := p.FindTerms(cmd.Context(), strings.Join(given, " "))
			if err != nil {
				return err
			}
			return a.showConcepts(concepts)
		})
	})
	cmd.Args = args(1, -1)
	return cmd
}

func (a *app) showConcepts(concepts []glossary.Concept) error {
	if a.asJSON {
		rows := []any{}
		for _, c := range concepts {
			rows = append(rows, conceptJSON(c))
		}
		return a.json(rows)
	}
	for _, c := range concepts {
		a.showConcept(c)
	}
	a.count("term.listed", len(concepts), nil)
	return nil
}

func (a *app) showConcept(c glossary.Concept) {
	head := c.ID
	if c.DoNotTranslate {
		head += "  " + a.words.Say("term.do-not-translate", nil)
	}
	if c.Note != "" {
		head += "  " + c.Note
	}
	a.print(head)
	for _, t := range c.Terms {
		line := "  " + t.Locale.String() + "  " + t.Text
		if t.Status != glossary.Preferred {
			line += "  (" + a.words.Say("status."+string(t.Status), nil) + ")"
		}
		if t.Note != "" {
			line += "  " + t.Note
		}
		a.print(line)
	}
}

func conceptJSON(c glossary.Concept) any {
	type term struct {
		Locale        string `json:"locale"`
		Text          string `json:"text"`
		Status        string `json:"status"`
		CaseSensitive bool   `json:"case_sensitive"`
		Note          string `json:"note,omitempty"`
	}
	terms := []term{}
	for _, t := range c.Terms {
		terms = append(terms, term{t.Locale.String(), t.Text, string(t.Status), t.CaseSensitive, t.Note})
	}
	return map[string]any{"concept": c.ID, "note": c.Note, "do_not_translate": c.DoNotTranslate, "terms": terms}
}

func (a *app) termImportCommand() *cobra.Command {
	var name string
	var replace bool
	cmd := a.command("import FILE", "term-import", func(cmd *cobra.Command, given []string) error {
		return a.withProject(cmd, func(p *workbench.Project) error {
			if name == "" {
				name = workbench.DefaultGlossary
			}
			concepts, terms, err := p.ImportTerms(cmd.Context(), given[0], name, replace, a.dryRun)
			if err != nil {
				return err
			}
			if a.asJSON {
				return a.json(map[string]any{"glossary": name, "concepts": concepts, "terms": terms})
			}
			id := "term.imported"
			if a.dryRun {
				id = "term.would-import"
			}
			a.count(id, concepts, locales.Args{"terms": terms, "glossary": name})
			return nil
		})
	})
	cmd.Args = args(1, 1)
	cmd.Flags().StringVar(&name, "glossary", "", a.flag("term.glossary"))
	cmd.Flags().BoolVar(&replace, "replace", false, a.flag("term.replace"))
	return a.dryRunFlag(cmd)
}

func (a *app) termExportCommand() *cobra.Command {
	var force bool
	var style string
	cmd := a.command("export FILE", "term-export", func(cmd *cobra.Command, given []string) error {
		if _, ok := workbench.TBXStyles[style]; !ok {
			return usage("bad-flag-value", locales.Args{"flag": "style", "value": style})
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			n, err := p.ExportTerms(cmd.Context(), given[0], style, a.out, force, a.dryRun)
			if err != nil || given[0] == "-" {
				return err
			}
			if a.asJSON {
				return a.json(map[string]any{"file": given[0], "concepts": n})
			}
			a.count("term.exported", n, locales.Args{"path": given[0]})
			return nil
		})
	})
	cmd.Args = args(1, 1)
	cmd.Flags().BoolVarP(&force, "force", "f", false, a.flag("overwrite"))
	cmd.Flags().StringVar(&style, "style", "dca", a.flag("term.style"))
	return a.dryRunFlag(cmd)
}

func (a *app) termCheckCommand() *cobra.Command {
	var target string
	var unlisted bool
	cmd := a.command("check [DOCUMENT…]", "term-check", func(cmd *cobra.Command, names []string) error {
		l, err := tag(target)
		if err != nil {
			return err
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			uses, looked, err := p.TermConsistency(cmd.Context(), names, l)
			if err != nil {
				return err
			}
			found := map[locale.Tag][]glossary.Inconsistency{}
			if unlisted {
				if found, err = p.Unlisted(cmd.Context(), names, l); err != nil {
					return err
				}
			}
			if a.asJSON {
				err = a.json(map[string]any{"units": looked, "terms": list(uses), "unlisted": unlistedJSON(found)})
			} else {
				a.showUnlisted(found)
				a.showTermUses(uses, looked)
			}
			if err != nil {
				return err
			}
			if looked == 0 {
				a.note("check.nothing", nil)
				return gateError{}
			}
			for _, u := range uses {
				if u.Forbidden() {
					return gateError{}
				}
			}
			return nil
		})
	})
	cmd.Flags().StringVarP(&target, "locale", "l", "", a.flag("locale"))
	cmd.Flags().BoolVar(&unlisted, "unlisted", false, a.flag("term.unlisted"))
	return cmd
}

func (a *app) showTermUses(uses []workbench.TermUse, looked int) {
	breaks := 0
	for _, u := range uses {
		a.print(u.Concept + "  " + u.Source + "  " + u.Locale.String())
		for _, r := range u.Renderings {
			mark, word := "  ✓ ", r.Term
			if r.Breaks() {
				mark = "  ! "
				breaks += len(r.Units)
			}
			if word == "" {
				word = "—"
			}
			a.print(mark + word + "  " + a.words.Say("status."+r.Status, nil) + "  " + strings.Join(r.Found, ", ") + "  " + a.where(r.Units))
		}
	}
	a.count("term.checked", looked, locales.Args{"terms": len(uses), "breaks": breaks})
}

// where lists units, of many only the first and how many more.
func (a *app) where(units []string) string {
	const most = 5
	if len(units) <= most {
		return strings.Join(units, " ")
	}
	return strings.Join(units[:most], " ") + " " + a.words.Count("more", len(units)-most, nil)
}
