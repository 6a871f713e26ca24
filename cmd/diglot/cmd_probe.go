package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/workbench"
)

func (a *app) probeCommand() *cobra.Command {
	var source string
	var lines, strict bool
	cmd := a.command("probe FILE…", "probe", func(cmd *cobra.Command, files []string) error {
		from, err := tag(source)
		if err != nil {
			return err
		}
		settings, err := a.settings()
		if err != nil {
			return err
		}
		var results []workbench.Probed
		bad := false
		for _, file := range files {
			if err := cmd.Context().Err(); err != nil {
				return err
			}
			r := settings.Probe(file, from, strict)
			if r.Err != nil {
				r.Error = a.reason(r.Err)
			}
			bad = bad || r.Err != nil || !r.Identical
			results = append(results, r)
			if lines {
				if err := jsonLine(a.out, r); err != nil {
					return err
				}
			}
		}
		switch {
		case lines:
		case a.asJSON:
			err = a.json(results)
		default:
			a.showProbed(results)
		}
		if err == nil && bad {
			return partError{errUnreadable}
		}
		return err
	})
	cmd.Args = args(1, -1)
	cmd.Flags().StringVar(&source, "source", "", a.flag("import.source"))
	cmd.Flags().BoolVar(&strict, "strict", false, a.flag("probe.strict"))
	cmd.Flags().BoolVar(&lines, "jsonl", false, a.flag("probe.jsonl"))
	return cmd
}

func (a *app) showProbed(results []workbench.Probed) {
	rows := [][]string{a.heads("file", "format", "charset", "blocks", "segments", "words", "codes", "identical")}
	for _, r := range results {
		if r.Err == nil {
			rows = append(rows, []string{r.File, r.Format, r.Charset, strconv.Itoa(r.Blocks), strconv.Itoa(r.Segments),
				strconv.Itoa(r.Words), strconv.Itoa(r.Codes), a.yesNo(r.Identical)})
		}
	}
	if len(rows) > 1 {
		a.table(rows)
	}
	for _, r := range results {
		if r.Err != nil {
			a.note("error", locales.Args{"what": r.Error})
		}
	}
}

func (a *app) yesNo(b bool) string {
	if b {
		return a.words.Say("yes", nil)
	}
	return a.words.Say("no", nil)
}
