package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/glossary"
	"diglot/translate/locale"
	"diglot/translate/unit"
	"diglot/translate/workbench"
)

func (a *app) termExtractCommand() *cobra.Command {
	var source, target string
	var files []string
	var limit int
	cmd := a.command("extract [DOCUMENT…]", "term-extract", func(cmd *cobra.Command, names []string) error {
		from, into, err := twoTags(source, target)
		if err != nil {
			return err
		}
		if limit < 1 {
			return usage("bad-flag-value", locales.Args{"flag": "limit", "value": limit})
		}
		if len(files) > 0 {
			if from.IsZero() {
				return usage("term-source", nil)
			}
			settings, err := a.settings()
			if err != nil {
				return err
			}
			candidates, units, err := settings.CandidatesIn(files, from, into, limit)
			if err != nil {
				return err
			}
			return a.showCandidates(candidates, units)
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			candidates, units, err := p.TermCandidates(cmd.Context(), names, into, limit)
			if err != nil {
				return err
			}
			return a.showCandidates(candidates, units)
		})
	})
	flags := cmd.Flags()
	flags.StringVar(&source, "source", "", a.flag("memory.source"))
	flags.StringVarP(&target, "locale", "l", "", a.flag("term.translations"))
	flags.StringSliceVar(&files, "file", nil, a.flag("term.file"))
	flags.IntVar(&limit, "limit", 50, a.flag("term.limit"))
	return cmd
}

type candidateJSON struct {
	Term         string            `json:"term"`
	Count        int               `json:"count"`
	Score        float64           `json:"score"`
	Contexts     []contextJSON     `json:"contexts"`
	Translations []translationJSON `json:"translations"`
}

type contextJSON struct {
	Unit string `json:"unit"`
	Text string `json:"text"`
}

type translationJSON struct {
	Text  string  `json:"text"`
	Units int     `json:"units"`
	Score float64 `json:"score"`
}

func (a *app) showCandidates(candidates []glossary.Candidate, units []glossary.Aligned) error {
	texts := map[string]unit.Text{}
	for _, u := range units {
		texts[u.ID] = u.Source
	}
	rows := []candidateJSON{}
	for _, c := range candidates {
		row := candidateJSON{Term: c.Term, Count: c.Count, Score: c.Score, Contexts: []contextJSON{}, Translations: []translationJSON{}}
		for _, x := range c.Contexts {
			row.Contexts = append(row.Contexts, contextJSON{x.Unit, around(texts[x.Unit].Content, x.Span)})
		}
		for _, t := range c.Translations {
			row.Translations = append(row.Translations, translationJSON{t.Text, t.Units, t.Score})
		}
		rows = append(rows, row)
	}
	if a.asJSON {
		return a.json(rows)
	}
	for _, c := range rows {
		var translations []string
		for _, t := range c.Translations {
			translations = append(translations, t.Text+" ("+itoa(t.Units)+")")
		}
		a.print(c.Term + "  " + itoa(c.Count) + "  " + strings.Join(translations, ", "))
		for _, x := range c.Contexts {
			a.print("    " + x.Unit + "  " + x.Text)
		}
	}
	a.count("term.candidates", len(rows), nil)
	return nil
}

// around shows a span with a few characters before and after it.
func around(s string, span unit.Span) string {
	before, after := []rune(s[:span.Start]), []rune(s[span.End:])
	before = before[max(0, len(before)-24):]
	after = after[:min(len(after), 16)]
	return unit.Plain(string(before)).String() + "⟦" + unit.Plain(s[span.Start:span.End]).String() + "⟧" + unit.Plain(string(after)).String()
}

func (a *app) termTranslitCommand() *cobra.Command {
	var target, rules string
	cmd := a.command("translit [DOCUMENT…] --locale LOCALE", "term-translit", func(cmd *cobra.Command, names []string) error {
		l, err := tag(target)
		if err != nil {
			return err
		}
		if l.IsZero() {
			return usage("memory-locale", nil)
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			found, err := p.Romanised(cmd.Context(), names, l, rules)
			if err != nil {
				return err
			}
			return a.showNames(found)
		})
	})
	cmd.Flags().StringVarP(&target, "locale", "l", "", a.flag("locale"))
	cmd.Flags().StringVar(&rules, "rules", "house", a.flag("term.rules"))
	return cmd
}

// showNames shows names whose spellings differ among themselves or from the rules.
func (a *app) showNames(found []glossary.Name) error {
	type spelling struct {
		Text       string              `json:"text"`
		Units      []string            `json:"units"`
		Deviations []map[string]string `json:"deviations"`
	}
	type name struct {
		Arabic    string     `json:"arabic"`
		Spellings []spelling `json:"spellings"`
	}
	rows := []name{}
	differ := 0
	for _, n := range found {
		row := name{Arabic: n.Arabic}
		deviates := len(n.Spellings) > 1
		for _, s := range n.Spellings {
			one := spelling{s.Text, list(s.Units), []map[string]string{}}
			for _, d := range s.Deviations {
				one.Deviations = append(one.Deviations, map[string]string{"letter": d.Letter, "found": d.Found, "house": d.House})
				deviates = true
			}
			row.Spellings = append(row.Spellings, one)
		}
		if deviates {
			differ++
		}
		rows = append(rows, row)
	}
	if a.asJSON {
		return a.json(rows)
	}
	for _, n := range rows {
		a.print(n.Arabic)
		for _, s := range n.Spellings {
			var why []string
			for _, d := range s.Deviations {
				why = append(why, d["letter"]+": "+d["found"]+" → "+d["house"])
			}
			a.print("  " + s.Text + "  " + strings.Join(why, ", ") + "  " + a.where(s.Units))
		}
	}
	a.count("term.names", len(rows), locales.Args{"differ": differ})
	return nil
}

// showUnlisted shows phrases that no glossary lists and that are rendered in
// different ways.
func (a *app) showUnlisted(found map[locale.Tag][]glossary.Inconsistency) {
	for _, l := range sortedTags(found) {
		for _, i := range found[l] {
			a.print(i.Source + "  " + l.String() + "  " + itoa(i.Count))
			for _, r := range i.Renderings {
				a.print("  · " + r.Text + "  " + a.where(r.Units))
			}
		}
	}
}

func unlistedJSON(found map[locale.Tag][]glossary.Inconsistency) []map[string]any {
	out := []map[string]any{}
	for _, l := range sortedTags(found) {
		for _, i := range found[l] {
			var renderings []map[string]any
			for _, r := range i.Renderings {
				renderings = append(renderings, map[string]any{"text": r.Text, "units": r.Units})
			}
			out = append(out, map[string]any{"source": i.Source, "locale": l, "count": i.Count, "renderings": renderings})
		}
	}
	return out
}

func sortedTags[V any](m map[locale.Tag]V) []locale.Tag {
	return slices.SortedFunc(maps.Keys(m), func(a, b locale.Tag) int { return strings.Compare(a.String(), b.String()) })
}
