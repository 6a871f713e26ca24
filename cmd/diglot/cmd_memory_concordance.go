package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/memory"
	"diglot/translate/store/concordance"
	"diglot/translate/workbench"
)

func (a *app) memoryConcordanceCommand() *cobra.Command {
	var q concordance.Query
	var o workbench.ConcordanceOptions
	var source, target, side string
	var memories []string
	var phrase, expression bool
	cmd := a.command("concordance TEXT", "memory-concordance", func(cmd *cobra.Command, given []string) (err error) {
		if phrase && expression {
			return usage("memory-concordance", nil)
		}
		switch q.Side = concordance.Side(side); q.Side {
		case concordance.Source, concordance.Target:
		case "both":
			q.Side = concordance.Both
		default:
			return usage("bad-flag-value", locales.Args{"flag": "side", "value": side})
		}
		if o.Limit < 0 {
			return usage("bad-flag-value", locales.Args{"flag": "limit", "value": strconv.Itoa(o.Limit)})
		}
		if o.Source, o.Target, err = twoTags(source, target); err != nil {
			return err
		}
		q.Text, o.Memories = strings.Join(given, " "), memoryNames(memories)
		switch {
		case phrase:
			q.Kind = concordance.Phrase
		case expression:
			q.Kind = concordance.Regexp
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			hits, more, err := p.Concordance(cmd.Context(), q, o)
			if err != nil {
				return err
			}
			if a.asJSON {
				return a.json(map[string]any{"hits": hitsJSON(hits), "more": more})
			}
			a.showHits(hits, more)
			return nil
		})
	})
	cmd.Args = args(1, -1)
	flags := cmd.Flags()
	flags.StringVar(&side, "side", "both", a.flag("concordance.side"))
	flags.BoolVar(&phrase, "phrase", false, a.flag("concordance.phrase"))
	flags.BoolVar(&expression, "regexp", false, a.flag("concordance.regexp"))
	flags.BoolVar(&q.Prefix, "prefix", false, a.flag("concordance.prefix"))
	flags.BoolVar(&q.AsWritten, "as-written", false, a.flag("concordance.as-written"))
	flags.StringSliceVar(&memories, "memory-name", nil, a.flag("memory.only"))
	flags.StringVar(&source, "source", "", a.flag("memory.source"))
	flags.StringVarP(&target, "locale", "l", "", a.flag("memory.target"))
	flags.IntVar(&o.Limit, "limit", 20, a.flag("concordance.limit"))
	return cmd
}

func (a *app) showHits(hits []concordance.Hit, more bool) {
	for _, h := range hits {
		a.print(a.entryName(h.Entry) + "  " + h.Entry.SourceLocale.String() + " → " + h.Entry.TargetLocale.String())
		a.showMarked(h.Entry.Source, h.Source)
		a.showMarked(h.Entry.Target, h.Target)
	}
	switch {
	case len(hits) == 0:
		a.say("concordance.none", nil)
	case more:
		a.count("concordance.more", len(hits), nil)
	default:
		a.count("concordance.hits", len(hits), nil)
	}
}

// entryName says which entry it is: by its memory and number, as edit and delete
// take it; one of the project's own targets by its unit.
func (a *app) entryName(e memory.Entry) string {
	if e.Memory == "" {
		return e.Origin
	}
	return e.Memory + " " + strconv.FormatInt(e.ID, 10)
}

type hitJSON struct {
	entryJSON
	SourceSpans [][2]int `json:"source_spans"`
	TargetSpans [][2]int `json:"target_spans"`
}

func hitsJSON(hits []concordance.Hit) []hitJSON {
	out := []hitJSON{}
	for _, h := range hits {
		out = append(out, hitJSON{toEntryJSON(h.Entry), codePoints(h.Entry.Source.Content, h.Source), codePoints(h.Entry.Target.Content, h.Target)})
	}
	return out
}
