package workbench

import (
	"context"

	"diglot/translate/check"
	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// Ledger is every number, date, time, quantity, name and quotation of a document
// with its counterpart in one locale, for a duty editor to read in one glance.
type Ledger struct {
	Document string
	Source   locale.Tag
	Target   locale.Tag
	Units    int // that have a target
	Without  int // that have none, and whose facts are all gaps
	Rows     []LedgerRow
}

// LedgerRow is one fact, with the two texts it stands in.
type LedgerRow struct {
	Unit           string
	Fact           check.Fact
	Source, Target unit.Text
}

// Gap reports a fact that only one side says.
func (r LedgerRow) Gap() bool {
	return r.Fact.Counterpart == check.Missing || r.Fact.Counterpart == check.Added
}

// Facts gives the ledger of one document in one locale.
func (p *Project) Facts(ctx context.Context, name string, target locale.Tag) (Ledger, error) {
	docs, err := p.documents(ctx, []string{name})
	if err != nil {
		return Ledger{}, err
	}
	targets, err := p.targets(target)
	if err != nil {
		return Ledger{}, err
	}
	if len(targets) > 1 {
		return Ledger{}, fault("edit-locale", nil, "targets", tagList(targets))
	}
	judge, err := p.Judge(ctx)
	if err != nil {
		return Ledger{}, err
	}
	units, err := p.Store.Units(ctx, docs[0].Name, false)
	if err != nil {
		return Ledger{}, err
	}
	l := Ledger{Document: docs[0].Name, Source: docs[0].Locale, Target: targets[0]}
	for _, u := range units {
		t := u.Targets[l.Target].Text
		if t.Content == "" {
			l.Without++
		} else {
			l.Units++
		}
		pair := check.Pair{SourceLocale: l.Source, TargetLocale: l.Target, Source: u.Source, Target: t}
		for _, f := range judge.checker.Facts(&pair) {
			l.Rows = append(l.Rows, LedgerRow{u.ID, f, u.Source, t})
		}
	}
	return l, nil
}

// Mended is a target in which faults were mended that need no judgement.
type Mended struct {
	Unit   string
	Locale locale.Tag
	Before unit.Text
	After  unit.Text
	Issues []unit.Issue // that went
}

// Fix mends what needs no judgement in the targets of the documents and locales
// named: space, doubled words, invisible characters. Locked targets and those that
// somebody changed meanwhile stay.
func (p *Project) Fix(ctx context.Context, names []string, only locale.Tag, dryRun bool) ([]Mended, error) {
	docs, err := p.documents(ctx, names)
	if err != nil {
		return nil, err
	}
	targets, err := p.targets(only)
	if err != nil {
		return nil, err
	}
	judge, err := p.Judge(ctx)
	if err != nil {
		return nil, err
	}
	var mended []Mended
	var changes []store.Change
	for _, d := range docs {
		units, err := p.Store.Units(ctx, d.Name, false)
		if err != nil {
			return nil, err
		}
		for _, u := range units {
			for _, l := range targets {
				t := u.Targets[l]
				if t.Text.Content == "" || t.Locked || l == Plain(d.Locale) {
					continue
				}
				pair := check.Pair{SourceLocale: d.Locale, TargetLocale: l, Source: u.Source, Target: t.Text}
				after, issues := judge.checker.Fix(&pair)
				if len(issues) == 0 {
					continue
				}
				mended = append(mended, Mended{u.ID, l, t.Text, after, issues})
				base := t.Revision
				t.Text, t.Author = after, p.author()
				changes = append(changes, store.Change{Unit: u.ID, Locale: l, Base: base, Target: t, Why: "fix"})
			}
		}
	}
	if dryRun {
		return mended, nil
	}
	_, err = p.save(ctx, changes, Taken{})
	return mended, err
}
