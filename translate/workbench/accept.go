package workbench

import (
	"context"
	"slices"
	"strings"

	"diglot/translate/check"
	"diglot/translate/glossary"
	"diglot/translate/locale"
	"diglot/translate/store"
)

// Acceptance says that the issues of a check are none in a unit or in a whole
// document, in one locale or in all, and why.
type Acceptance struct {
	On       string // a unit's id, or a document
	Check    string
	Locale   locale.Tag
	Reason   string
	TakeBack bool
}

// Accept keeps or takes back an acceptance. The history tells of both.
func (p *Project) Accept(ctx context.Context, a Acceptance, dryRun bool) error {
	r := store.Ruling{Kind: store.RulingAccept, Matter: a.Check, Value: "accepted", Reason: a.Reason, Author: p.author()}
	known := a.Check == glossary.CheckName || a.Check == StateCheck || slices.ContainsFunc(check.All(), func(i check.Info) bool { return i.Name == a.Check })
	if !known {
		return fault("no-check", nil, "check", a.Check)
	}
	if !a.Locale.IsZero() {
		targets, err := p.targets(a.Locale)
		if err != nil {
			return err
		}
		r.Locale = targets[0]
	}
	if strings.Contains(a.On, "#") {
		u, err := p.Unit(ctx, a.On)
		if err != nil {
			return err
		}
		r.Unit, r.Document = u.ID, u.Document
	} else {
		docs, err := p.documents(ctx, []string{a.On})
		if err != nil {
			return err
		}
		r.Document = docs[0].Name
	}
	if a.TakeBack {
		r.Value = ""
	}
	if dryRun {
		return nil
	}
	return p.Store.Rule(ctx, r)
}

// accepted tells which issues of a document are accepted.
type accepted map[[3]string]bool

func (p *Project) accepted(ctx context.Context, document string) (accepted, error) {
	rulings, err := p.Store.Rulings(ctx, store.RulingAccept, document)
	if err != nil {
		return nil, err
	}
	out := accepted{}
	for _, r := range rulings {
		tag := ""
		if !r.Locale.IsZero() {
			tag = r.Locale.String()
		}
		out[[3]string{r.Unit, tag, r.Matter}] = true
	}
	return out, nil
}

// covers reports whether an issue of a check is accepted, for the unit or the
// whole document, in the locale or in all.
func (a accepted) covers(unit string, l locale.Tag, check string) bool {
	for _, u := range []string{unit, ""} {
		if a[[3]string{u, l.String(), check}] || a[[3]string{u, "", check}] {
			return true
		}
	}
	return false
}

// Comment puts a remark on a unit, for one locale or for all.
func (p *Project) Comment(ctx context.Context, id string, l locale.Tag, text string) (store.Comment, error) {
	if _, err := p.Unit(ctx, id); err != nil {
		return store.Comment{}, err
	}
	return p.Store.Comment(ctx, store.Comment{Unit: id, Locale: l, Author: p.author(), Text: text})
}

// Comments lists the remarks on a unit, oldest first.
func (p *Project) Comments(ctx context.Context, id string) ([]store.Comment, error) {
	if _, err := p.Unit(ctx, id); err != nil {
		return nil, err
	}
	return p.Store.Comments(ctx, id)
}
