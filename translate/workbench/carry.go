package workbench

import (
	"context"
	"errors"
	"strings"
	"unicode"

	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// carry takes targets over to units whose boundaries changed: one that joins
// old units gets their targets joined, those that an old unit was split into get
// its target split, both as drafts; and a text that the unit had before gets the
// target that it had then. Nothing that is written here takes the place of a
// target for the same source.
func (p *Project) carry(ctx context.Context, source locale.Tag, before, now []unit.Unit) error {
	c := carrier{p: p, ctx: ctx, source: source, before: before, now: now}
	wasSource := map[string]unit.Text{}
	for _, u := range before {
		wasSource[u.ID] = u.Source
	}
	if len(before) == 0 {
		return nil
	}
	for i, u := range now {
		old, known := wasSource[u.ID]
		if known && old.Equal(u.Source) {
			continue // its boundaries are the same
		}
		if err := c.unit(i, known); err != nil {
			return err
		}
	}
	if len(c.changes) == 0 {
		return nil
	}
	_, err := p.Store.Save(ctx, c.changes)
	var conflict *store.ConflictError
	if errors.As(err, &conflict) { // somebody has translated the unit meanwhile; theirs stays
		return nil
	}
	return err
}

type carrier struct {
	p           *Project
	ctx         context.Context
	source      locale.Tag
	before, now []unit.Unit
	changes     []store.Change
}

// unit looks for targets for the i-th unit of today; known says that it was
// there before, with another text.
func (c *carrier) unit(i int, known bool) error {
	u := c.now[i]
	restored := map[locale.Tag]bool{}
	if known {
		var err error
		if restored, err = c.fromHistory(u); err != nil {
			return err
		}
	}
	for _, target := range c.p.Targets() {
		if restored[target] {
			continue
		}
		if t, ok := c.joined(u, target); ok {
			c.add(u, target, t, "join")
		} else if t, ok := c.split(i, target); ok {
			c.add(u, target, t, "split")
		}
	}
	return nil
}

func (c *carrier) add(u unit.Unit, l locale.Tag, t unit.Text, why string) {
	c.changes = append(c.changes, store.Change{Unit: u.ID, Locale: l, Base: u.Targets[l].Revision, Why: why, Target: unit.Target{
		Text: t.Keep(u.Source), State: unit.Draft, For: u.Source, Origin: why, Author: c.p.author(),
	}})
}

// fromHistory brings back what stood in the unit when it had this text before.
func (c *carrier) fromHistory(u unit.Unit) (map[locale.Tag]bool, error) {
	restored := map[locale.Tag]bool{}
	events, err := c.p.Store.History(c.ctx, store.Filter{Unit: u.ID})
	if err != nil {
		return nil, err
	}
	for _, e := range events {
		if e.After == nil || restored[e.Locale] || !e.After.For.Equal(u.Source) || e.After.Text.Content == "" {
			continue
		}
		restored[e.Locale] = true
		if now := u.Targets[e.Locale]; now.Stale {
			c.changes = append(c.changes, store.Change{Unit: u.ID, Locale: e.Locale, Base: now.Revision, Target: *e.After, Why: "restore"})
		}
	}
	return restored, nil
}

// joined gives the targets, one behind the other, of the old units that together
// are the text of u.
func (c *carrier) joined(u unit.Unit, l locale.Tag) (unit.Text, bool) {
	for from := range c.before {
		n := run(u.Source.Content, c.before[from:], c.before[from].Place.Block)
		if n < 2 {
			continue
		}
		var t unit.Text
		for k := range n {
			old := c.before[from+k].Targets[l].Text
			if old.Content == "" {
				return t, false
			}
			if k > 0 && locale.SpaceBetweenSentences(l) {
				t.Content += " "
			}
			t = t.Append(old)
		}
		return t, true
	}
	return unit.Text{}, false
}

// run gives the number of units, of one block, that one behind the other are the
// text, with nothing but white space between; 0 where they are not.
func run(text string, units []unit.Unit, block int) int {
	for n, u := range units {
		rest, ok := strings.CutPrefix(text, u.Source.Content)
		if !ok || u.Place.Block != block {
			return 0
		}
		if text = strings.TrimLeftFunc(rest, unicode.IsSpace); text == "" {
			return n + 1
		}
	}
	return 0
}

// split gives the part of an old unit's target that belongs to the i-th unit of
// today, where the old unit was the text of several. The target's own language
// says where it can be cut; where that gives another number of parts, the first
// gets all of it, for a person to divide.
func (c *carrier) split(i int, l locale.Tag) (unit.Text, bool) {
	for _, old := range c.before {
		t := old.Targets[l].Text
		if t.Content == "" {
			continue
		}
		for from := max(0, i-8); from <= i; from++ {
			n := run(old.Source.Content, c.now[from:], c.now[from].Place.Block)
			if n < 2 || i >= from+n {
				continue
			}
			var spans []unit.Span
			for _, s := range c.p.Config.segmenter(l).Split(t.Content) {
				spans = append(spans, unit.Span{Start: s.Start, End: s.End})
			}
			if len(spans) == n {
				part := t.Cut(spans)[i-from]
				return t.Slice(part.Start, part.End), true
			}
			return t, i == from
		}
	}
	return unit.Text{}, false
}
