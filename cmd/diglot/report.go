package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"

	"diglot/locales"
	"diglot/translate/unit"
	"diglot/translate/workbench"
)

// report is a run of the checks as the formats for other programs show it.
type report struct {
	workbench.Checked
	rows  []finding
	known int // findings that the baseline has, left out here
}

// finding is an issue as JSON shows it; spans count code points.
type finding struct {
	Document    string        `json:"document"`
	Unit        string        `json:"unit"`
	Locale      string        `json:"locale"`
	Check       string        `json:"check"`
	Severity    unit.Severity `json:"severity"`
	Message     string        `json:"message"`
	Term        string        `json:"term,omitempty"`
	Source      [][2]int      `json:"source_span"`
	Target      [][2]int      `json:"target_span"`
	Fingerprint string        `json:"fingerprint"`
}

func (a *app) report(c workbench.Checked) report {
	r := report{Checked: c, rows: make([]finding, len(c.Findings))}
	seen := map[string]int{}
	for i, x := range c.Findings {
		r.rows[i] = a.finding(x)
		r.rows[i].Fingerprint = fingerprint(x, seen)
	}
	return r
}

func (a *app) finding(x workbench.Finding) finding {
	return finding{
		Document: x.Document, Unit: x.Unit, Locale: x.Locale.String(), Check: x.Issue.Check, Severity: x.Issue.Severity,
		Message: a.message(x.Issue), Term: x.Issue.Term,
		Source: codePoints(x.Source.Content, x.Issue.Source), Target: codePoints(x.Target.Content, x.Issue.Target),
	}
}

// dropKnown leaves the findings out that stand in a baseline: a file that an
// earlier run with --format jsonl wrote.
func (a *app) dropKnown(r *report, baseline string) error {
	data, err := os.ReadFile(baseline)
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for i, line := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var row struct{ Fingerprint string }
		if err := json.Unmarshal(line, &row); err != nil || row.Fingerprint == "" {
			return usage("baseline", locales.Args{"path": baseline, "line": i + 1})
		}
		known[row.Fingerprint] = true
	}
	var findings []workbench.Finding
	var rows []finding
	for i, row := range r.rows {
		if known[row.Fingerprint] {
			r.known++
			continue
		}
		findings, rows = append(findings, r.Findings[i]), append(rows, row)
	}
	r.Findings, r.rows = findings, rows
	return nil
}

// fingerprint names a finding so that it is known again in another run, in
// another language of the program and after edits elsewhere: by unit, locale,
// check, what the message speaks of, and, of several alike, the number.
func fingerprint(x workbench.Finding, seen map[string]int) string {
	parts := []string{x.Document, x.Unit, x.Locale.String(), x.Issue.Check, x.Issue.Key, x.Issue.Term}
	for _, name := range slices.Sorted(maps.Keys(x.Issue.Args)) {
		parts = append(parts, name, x.Issue.Args[name])
	}
	key := strings.Join(parts, "\x00")
	seen[key]++
	sum := sha256.Sum256([]byte(key + strings.Repeat("\x00", seen[key])))
	return hex.EncodeToString(sum[:16])
}

// codePoints turns byte spans into spans of code points.
func codePoints(s string, spans []unit.Span) [][2]int {
	out := make([][2]int, len(spans))
	for i, p := range spans {
		start := len([]rune(s[:p.Start]))
		out[i] = [2]int{start, start + len([]rune(s[p.Start:p.End]))}
	}
	return out
}

// reportFormats are the ways in which findings are shown.
var reportFormats = []string{"text", "json", "jsonl", "sarif", "junit", "github", "html"}

// write shows a report in the format that was asked for.
func (a *app) write(r report, f checkFlags) error {
	switch f.format {
	case "json":
		return a.json(map[string]any{"units": r.Units, "missing": r.Missing, "stale": r.Stale, "findings": r.rows})
	case "jsonl":
		return a.writeLines(r, f.pairs != "")
	case "sarif":
		return a.json(a.sarif(r))
	case "junit":
		return a.writeJUnit(r)
	case "github":
		a.writeGitHub(r)
	case "html":
		return a.writeHTML(r)
	default:
		a.showText(r.Checked, f.infos)
		if r.known > 0 {
			a.count("check.known", r.known, nil)
		}
	}
	return nil
}

// writeLines writes one finding a line; those of a file of pairs go by the pair's id.
func (a *app) writeLines(r report, pairs bool) error {
	out := newBuffered(a.out)
	for _, row := range r.rows {
		var line any = row
		if pairs {
			line = struct {
				ID string `json:"id"`
				finding
			}{row.Unit, row}
		}
		if err := jsonLine(out, line); err != nil {
			return err
		}
	}
	return out.Flush()
}
