package workbench

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"diglot/translate/store"
	"diglot/translate/unit"
)

// cut is a person's ruling on one boundary: between the texts Left and Right a
// segment ends, or does not. It goes by the texts, so that it holds in every
// version of the document in which they meet.
type cut struct {
	Left  string `json:"left"`
	Right string `json:"right"`
	Break bool   `json:"break"`
}

// cuts are the rulings on a document's boundaries, oldest first.
func (p *Project) cuts(ctx context.Context, document string) ([]cut, error) {
	rulings, err := p.Store.Rulings(ctx, store.RulingCut, document)
	if err != nil {
		return nil, err
	}
	var cuts []cut
	for _, r := range rulings {
		var c cut
		if err := json.Unmarshal([]byte(r.Matter), &c); err != nil {
			return nil, fmt.Errorf("ruling on %s: %w", document, err)
		}
		c.Break = r.Value == "split"
		cuts = append(cuts, c)
	}
	return cuts, nil
}

// ruling is how the store keeps a cut; whether it breaks is the value.
func (c cut) ruling(document, author string) (store.Ruling, error) {
	matter, err := json.Marshal(cut{Left: c.Left, Right: c.Right})
	value := "join"
	if c.Break {
		value = "split"
	}
	return store.Ruling{Kind: store.RulingCut, Document: document, Matter: string(matter), Value: value, Author: author}, err
}

// applyCuts puts a document's own boundaries over those of the rules: spans of
// segments in a block's text, in order.
func applyCuts(content string, spans []unit.Span, cuts []cut) []unit.Span {
	for _, c := range cuts {
		if c.Break {
			spans = splitSpans(content, spans, c)
		} else {
			spans = joinSpans(content, spans, c)
		}
	}
	return spans
}

func splitSpans(content string, spans []unit.Span, c cut) []unit.Span {
	var out []unit.Span
	for _, s := range spans {
		text := content[s.Start:s.End]
		middle, ok := strings.CutPrefix(text, c.Left)
		if middle, ok = cutSuffix(middle, c.Right, ok); ok && strings.TrimFunc(middle, unicode.IsSpace) == "" {
			out = append(out, unit.Span{Start: s.Start, End: s.Start + len(c.Left)}, unit.Span{Start: s.End - len(c.Right), End: s.End})
			continue
		}
		out = append(out, s)
	}
	return out
}

func cutSuffix(s, suffix string, ok bool) (string, bool) {
	if !ok {
		return s, false
	}
	return strings.CutSuffix(s, suffix)
}

func joinSpans(content string, spans []unit.Span, c cut) []unit.Span {
	var out []unit.Span
	for _, s := range spans {
		if n := len(out); n > 0 && content[out[n-1].Start:out[n-1].End] == c.Left && content[s.Start:s.End] == c.Right {
			out[n-1].End = s.End
			continue
		}
		out = append(out, s)
	}
	return out
}

// Split ends a segment within a unit, before the words that are given, and cuts
// the document anew.
func (p *Project) Split(ctx context.Context, id, before string, dryRun bool) (Imported, error) {
	u, err := p.present(ctx, id)
	if err != nil {
		return Imported{}, err
	}
	text := u.Source.Content
	at := strings.Index(text, before)
	switch {
	case before == "" || at < 0:
		return Imported{}, fault("split-nowhere", nil, "unit", id, "words", before)
	case strings.Contains(text[at+len(before):], before):
		return Imported{}, fault("split-twice", nil, "unit", id, "words", before)
	}
	left := strings.TrimRightFunc(text[:at], unicode.IsSpace)
	if left == "" {
		return Imported{}, fault("split-nowhere", nil, "unit", id, "words", before)
	}
	return p.rule(ctx, u.Document, cut{Left: left, Right: text[at:], Break: true}, dryRun)
}

// Merge makes one segment of two units that follow each other in a block.
func (p *Project) Merge(ctx context.Context, first, second string, dryRun bool) (Imported, error) {
	a, err := p.present(ctx, first)
	if err != nil {
		return Imported{}, err
	}
	b, err := p.present(ctx, second)
	if err != nil {
		return Imported{}, err
	}
	units, err := p.Store.Units(ctx, a.Document, false)
	if err != nil {
		return Imported{}, err
	}
	for i := range units {
		if units[i].ID == a.ID && i+1 < len(units) && units[i+1].ID == b.ID && a.Place.Block == b.Place.Block {
			return p.rule(ctx, a.Document, cut{Left: a.Source.Content, Right: b.Source.Content}, dryRun)
		}
	}
	return Imported{}, fault("merge-apart", nil, "first", first, "second", second)
}

// present gives a unit of the present version of its document.
func (p *Project) present(ctx context.Context, id string) (unit.Unit, error) {
	u, err := p.Unit(ctx, id)
	if err != nil {
		return u, err
	}
	units, err := p.Store.Units(ctx, u.Document, false)
	if err != nil {
		return u, err
	}
	for _, now := range units {
		if now.ID == id {
			return now, nil
		}
	}
	return u, fault("unit-gone", nil, "unit", id)
}

// rule keeps a cut and cuts the document anew. A cut that turns an earlier one
// round takes that back, so that merging undoes splitting and the other way round.
func (p *Project) rule(ctx context.Context, document string, c cut, dryRun bool) (Imported, error) {
	old, err := p.cuts(ctx, document)
	if err != nil {
		return Imported{}, err
	}
	r, err := c.ruling(document, p.author())
	if err != nil {
		return Imported{}, err
	}
	cuts := append(old, c)
	for i, o := range old {
		if o.Left == c.Left && o.Right == c.Right && o.Break != c.Break {
			cuts, r.Value = append(old[:i:i], old[i+1:]...), ""
		}
	}
	d, err := p.Store.Document(ctx, document)
	if err != nil {
		return Imported{}, err
	}
	if !dryRun {
		if err := p.Store.Rule(ctx, r); err != nil {
			return Imported{}, err
		}
	}
	return p.importVersion(ctx, d, d.Name, d.Path, d.Source, cuts, ImportOptions{Source: d.Locale, DryRun: dryRun})
}

// Resegment cuts the documents named, none standing for all, anew by the rules
// of today. Units that the rules leave alone keep everything.
func (p *Project) Resegment(ctx context.Context, names []string, dryRun bool) ([]Imported, error) {
	docs, err := p.documents(ctx, names)
	if err != nil {
		return nil, err
	}
	var out []Imported
	for _, d := range docs {
		full, err := p.Store.Document(ctx, d.Name)
		if err != nil {
			return out, err
		}
		cuts, err := p.cuts(ctx, d.Name)
		if err != nil {
			return out, err
		}
		r, err := p.importVersion(ctx, full, d.Name, d.Path, full.Source, cuts, ImportOptions{Source: d.Locale, DryRun: dryRun})
		if err != nil {
			return out, err
		}
		out = append(out, r)
	}
	return out, nil
}
