package workbench

import (
	"context"
	"slices"

	"diglot/translate/check"
	"diglot/translate/glossary"
	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// Finding is an issue with the unit and locale it was found in.
type Finding struct {
	Document     string
	Unit         string
	SourceLocale locale.Tag
	Locale       locale.Tag // of the target
	Issue        unit.Issue
	Source       unit.Text
	Target       unit.Text
}

// Checked reports a run of the checks.
type Checked struct {
	Units    int // targets that were looked at
	Missing  int // units without target, which no check can look at
	Stale    int // targets whose source changed since
	Accepted int // issues that somebody accepted, which are not among the findings
	Findings []Finding
}

// Errors gives the number of findings of error level.
func (c Checked) Errors() int {
	n := 0
	for _, f := range c.Findings {
		if f.Issue.Severity == unit.Error {
			n++
		}
	}
	return n
}

// Check looks at every target of the documents and locales named; none stand
// for all. Findings are in the order of documents, locales, units.
func (p *Project) Check(ctx context.Context, names []string, only locale.Tag) (Checked, error) {
	return p.CheckFor(ctx, names, only, unit.Initial)
}

// CheckFor is Check for a gate that asks for a state: every unit whose target has
// not come so far, is stale or is not there has a finding of StateCheck. Initial
// asks for nothing.
func (p *Project) CheckFor(ctx context.Context, names []string, only locale.Tag, least unit.State) (Checked, error) {
	docs, err := p.documents(ctx, names)
	if err != nil {
		return Checked{}, err
	}
	targets, err := p.targets(only)
	if err != nil {
		return Checked{}, err
	}
	judge, err := p.Judge(ctx)
	if err != nil {
		return Checked{}, err
	}
	judge.least = least
	var out Checked
	for _, d := range docs {
		units, err := p.Store.Units(ctx, d.Name, false)
		if err != nil {
			return out, err
		}
		ok, err := p.accepted(ctx, d.Name)
		if err != nil {
			return out, err
		}
		for _, target := range targets {
			if err := ctx.Err(); err != nil {
				return out, err
			}
			judge.document(&out, d, units, target, ok)
		}
	}
	return out, nil
}

// Judge is the checks and the glossary together, as every way in uses them:
// a project's documents, a file of pairs, the editor.
type Judge struct {
	checker  *check.Checker
	glossary *glossary.Glossary
	least    unit.State // that targets of a project are to be in
}

// Judge gives the project's checks and glossaries.
func (p *Project) Judge(ctx context.Context) (*Judge, error) {
	concepts, err := p.Concepts(ctx)
	if err != nil {
		return nil, err
	}
	return p.Config.judge(concepts, p.Targets())
}

// judge puts the checks that the settings want and a glossary together, for
// targets in the locales.
func (c Config) judge(concepts []glossary.Concept, targets []locale.Tag) (*Judge, error) {
	o := check.Options{Off: without(c.ChecksOff, "terms"), On: c.ChecksOn}
	if slices.Contains(c.ChecksOn, "spelling") {
		var err error
		if o.Dictionaries, err = dictionaries(c.Dictionary, targets); err != nil {
			return nil, err
		}
	}
	checker, err := check.New(o)
	if err != nil {
		return nil, err
	}
	j := &Judge{checker: checker}
	if len(concepts) > 0 && !slices.Contains(c.ChecksOff, "terms") {
		j.glossary = glossary.New(concepts)
	}
	return j, nil
}

func without(list []string, name string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == name })
}

// Pair gives the issues of one source and target.
func (j *Judge) Pair(p *check.Pair) []unit.Issue {
	issues := j.checker.Check(p)
	if j.glossary != nil && p.Target.Content != "" {
		issues = append(issues, j.glossary.Check(p.Source, p.Target, p.SourceLocale, p.TargetLocale)...)
	}
	return issues
}

// Pairs gives the issues of the pairs of one document, by their index: those of
// each pair, and those that only show when they are seen together.
func (j *Judge) Pairs(pairs []check.Pair) [][]unit.Issue {
	issues := j.checker.Document(pairs)
	for i := range pairs {
		issues[i] = append(j.Pair(&pairs[i]), issues[i]...)
	}
	if j.glossary != nil && len(pairs) > 0 {
		for i, more := range j.mentions(pairs) {
			issues[i] = append(issues[i], more...)
		}
	}
	return issues
}

// mentions looks at how the pairs of a document first name what they speak of.
func (j *Judge) mentions(pairs []check.Pair) [][]unit.Issue {
	sources, targets := make([]unit.Text, len(pairs)), make([]unit.Text, len(pairs))
	for i, p := range pairs {
		sources[i], targets[i] = p.Source, p.Target
	}
	return j.glossary.Mentions(sources, targets, pairs[0].SourceLocale, pairs[0].TargetLocale)
}

func (j *Judge) document(out *Checked, d store.Document, units []unit.Unit, target locale.Tag, ok accepted) {
	if Plain(d.Locale) == target {
		return
	}
	var pairs []check.Pair
	var of []unit.Unit
	for _, u := range units {
		pair := check.Pair{SourceLocale: d.Locale, TargetLocale: target, Source: u.Source, Key: u.Place.Key}
		t, ok := u.Targets[target]
		if !ok || t.Text.Content == "" && !t.State.Confirmed() {
			out.Missing++
			pair.Absent = true
		} else {
			out.Units++
			pair.Target = t.Text
			if t.Stale {
				out.Stale++
			}
		}
		pairs = append(pairs, pair)
		of = append(of, u)
	}
	for i, issues := range j.Pairs(pairs) {
		if issue, ok := behind(of[i].Targets[target], j.least); ok {
			issues = append(issues, issue)
		}
		for _, issue := range issues {
			if ok.covers(of[i].ID, target, issue.Check) {
				out.Accepted++
				continue
			}
			out.Findings = append(out.Findings, Finding{d.Name, of[i].ID, d.Locale, target, issue, pairs[i].Source, pairs[i].Target})
		}
	}
}
