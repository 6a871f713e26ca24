package main

import (
	"os"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/locale"
	"diglot/translate/segment"
	"diglot/translate/unit"
	"diglot/translate/workbench"
)

func (a *app) segmentCommand() *cobra.Command {
	var source, items, format, noBreak, srxOut string
	var explain bool
	cmd := a.command("segment [FILE…]", "segment", func(cmd *cobra.Command, files []string) error {
		from, err := tag(source)
		if err != nil {
			return err
		}
		if format != "text" && format != "jsonl" {
			return usage("bad-flag-value", locales.Args{"flag": "format", "value": format})
		}
		settings, err := a.settings()
		if err != nil {
			return err
		}
		switch {
		case srxOut != "":
			return a.exportRules(srxOut, from)
		case noBreak != "":
			return a.addException(cmd, noBreak, from)
		}
		if items != "" {
			return a.segmentItems(settings, items)
		}
		if len(files) == 0 {
			files = []string{"-"}
		}
		for _, file := range files {
			if explain {
				err = a.explainSegments(settings, file, from)
			} else {
				err = a.segmentFile(settings, file, from, format)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	flags := cmd.Flags()
	flags.StringVar(&source, "source", "", a.flag("import.source"))
	flags.StringVar(&items, "items", "", a.flag("segment.items"))
	flags.StringVar(&format, "format", "text", a.flag("segment.format"))
	flags.StringVar(&noBreak, "no-break-after", "", a.flag("segment.no-break-after"))
	flags.StringVar(&srxOut, "export-srx", "", a.flag("segment.export-srx"))
	flags.BoolVar(&explain, "explain", false, a.flag("segment.explain"))
	return a.dryRunFlag(cmd)
}

// addException keeps an abbreviation of the project's own.
func (a *app) addException(cmd *cobra.Command, abbreviation string, l locale.Tag) error {
	return a.withProject(cmd, func(p *workbench.Project) error {
		changed, err := p.AddException(abbreviation, l, a.dryRun)
		if err != nil {
			return err
		}
		if a.asJSON {
			return a.json(map[string]any{"no_break_after": abbreviation, "changed": changed})
		}
		id := "segment.exception"
		if !changed {
			id = "segment.exception-there"
		}
		a.say(id, locales.Args{"abbreviation": abbreviation, "file": workbench.RulesFile})
		return nil
	})
}

// exportRules writes our own rules as SRX 2.0, of one language or of all.
func (a *app) exportRules(path string, l locale.Tag) error {
	if err := workbench.ExportRules(path, l, a.out, a.dryRun); err != nil || path == "-" {
		return err
	}
	a.say("segment.exported", locales.Args{"path": path})
	return nil
}

func (a *app) segmentItems(c workbench.Config, path string) error {
	in, closer, err := a.input(path)
	if err != nil {
		return err
	}
	defer closer()
	out := newBuffered(a.out)
	err = c.SegmentItems(in, path, func(item workbench.Item) error { return jsonLine(out, item) })
	if ferr := out.Flush(); err == nil {
		err = ferr
	}
	return err
}

func (a *app) segmentFile(c workbench.Config, file string, source locale.Tag, format string) error {
	var segments []workbench.Segmented
	var err error
	if file == "-" {
		var src []byte
		if src, err = readAll(a.in); err == nil {
			segments, err = c.Segment("stdin.txt", src, source)
		}
	} else {
		segments, err = c.SegmentFile(file, source)
	}
	if err != nil {
		return err
	}
	if a.asJSON {
		return a.json(list(segments))
	}
	for _, s := range segments {
		if format == "jsonl" {
			if err := jsonLine(a.out, s); err != nil {
				return err
			}
			continue
		}
		a.print(s.Text)
	}
	return nil
}

// explainSegments tells for each place where a segment could end which rule
// decided.
func (a *app) explainSegments(c workbench.Config, file string, source locale.Tag) error {
	var src []byte
	var err error
	if file == "-" {
		src, err = readAll(a.in)
	} else {
		src, err = os.ReadFile(file)
	}
	if err != nil {
		return err
	}
	decisions := c.Explain(string(src), source)
	if a.asJSON {
		rows := []map[string]any{}
		for _, d := range decisions {
			rows = append(rows, map[string]any{"offset": d.Offset, "break": d.Break, "rule": d.Rule, "why": d.Why})
		}
		return a.json(rows)
	}
	for _, d := range decisions {
		a.print(mark(d) + "  " + around(string(src), unit.Span{Start: d.Offset, End: d.Offset}) + "  " + d.Rule + "  " + d.Why)
	}
	return nil
}

func mark(d segment.Decision) string {
	if d.Break {
		return "✂"
	}
	return "·"
}
