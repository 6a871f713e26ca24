package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/memory/bench"
)

func (a *app) memoryBenchCommand() *cobra.Command {
	var units int
	cmd := a.command("bench", "memory-bench", func(cmd *cobra.Command, _ []string) error {
		if units < 1000 {
			return usage("bad-flag-value", locales.Args{"flag": "units", "value": units})
		}
		dir, err := os.MkdirTemp("", "diglot-bench-")
		if err != nil {
			return fmt.Errorf("make a folder for the benchmark: %w", err)
		}
		defer os.RemoveAll(dir)
		if !a.asJSON {
			a.note("bench.begin", locales.Args{"units": units})
		}
		// The clock of this machine, not the one for what is stored: time is what is measured.
		rows, err := bench.Run(cmd.Context(), bench.Config{Units: units, Seed: 1, Dir: dir, Now: time.Now})
		if err != nil {
			return err
		}
		if a.asJSON {
			return a.json(map[string]any{"units": units, "rows": rows})
		}
		a.showBench(rows)
		return nil
	})
	cmd.Args = args(0, 0)
	cmd.Flags().IntVar(&units, "units", 100_000, a.flag("bench.units"))
	return cmd
}

// benchWords names the messages for what a benchmark measures, and for its units.
var benchWords = map[string]string{
	"build, entries included":      "bench.build",
	"build, index alone":           "bench.build-index",
	"index":                        "bench.index",
	"file, entries included":       "bench.file",
	"open":                         "bench.open",
	"brute force, top-1 at 0.70":   "bench.brute-force",
	"searches that differ from it": "bench.differ",
	"index alone, top-1 at 0.70":   "bench.index-top-1",
	"index alone, all at 0.70":     "bench.index-all",
	"top-1 at 0.70":                "bench.top-1",
	"top-5 at 0.70":                "bench.top-5",
	"all at 0.70":                  "bench.all",
	"p50":                          "bench.p50",
	"p99":                          "bench.p99",
	"max":                          "bench.max",
	"top-1 at 0.70, all cores":     "bench.all-cores",
	"add a unit and find it":       "bench.add",

	"s": "bench.seconds", "ms": "bench.milliseconds", "µs": "bench.microseconds",
	"a second": "bench.per-second", "bytes a unit": "bench.bytes-a-unit",
}

func (a *app) showBench(rows []bench.Row) {
	table := [][]string{a.heads("measure", "value", "measured-in", "ratio")}
	for _, r := range rows {
		ratio := ""
		if r.Ratio > 0 {
			ratio = strconv.FormatFloat(r.Ratio, 'f', 0, 64)
		}
		table = append(table, []string{a.benchWord(r.Measure), strconv.FormatFloat(r.Value, 'g', 4, 64), a.benchUnit(r.Unit), ratio})
	}
	a.table(table)
}

func (a *app) benchWord(s string) string {
	if id, ok := benchWords[strings.TrimSpace(s)]; ok {
		return a.words.Say(id, nil)
	}
	return s
}

// benchUnit names a unit of measure; "of 20 sentences" has its number in it.
func (a *app) benchUnit(s string) string {
	var n int
	if _, err := fmt.Sscanf(s, "of %d sentences", &n); err == nil {
		return a.words.Count("bench.of-sentences", n, nil)
	}
	return a.benchWord(s)
}
