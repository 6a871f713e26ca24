package workbench

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// TranslateOptions say how to fill targets from memory.
type TranslateOptions struct {
	Min      int  // lowest score in per cent; 0 stands for the settings' match.min, 100 for exact matches only
	Repaired bool // take near matches with their numbers, dates, names and codes made to fit
	DryRun   bool // only tell what would be filled
}

// Translated reports what was filled in one document and locale.
type Translated struct {
	Document  string     `json:"document"`
	Locale    locale.Tag `json:"locale"`
	Units     int        `json:"units"`
	Had       int        `json:"had"`       // had a target before, which was left as it is
	Exact     int        `json:"exact"`     // filled with a match of 100 or more, as translated
	Fuzzy     int        `json:"fuzzy"`     // filled with a lower match, as draft
	Repaired  int        `json:"repaired"`  // of these, the ones that were made to fit
	Ambiguous int        `json:"ambiguous"` // filled as draft, since memory has several translations
	Left      int        `json:"left"`
	LeftWords int        `json:"left_words"`
	Filled    []Filled   `json:"filled"`
}

// Filled is one unit that was filled from memory.
type Filled struct {
	Unit     string     `json:"unit"`
	Score    int        `json:"score"`
	State    unit.State `json:"state"`
	Target   string     `json:"target"`
	Origin   string     `json:"origin"`
	Memory   string     `json:"memory,omitempty"`
	Repaired bool       `json:"repaired,omitempty"`

	ambiguous bool // memory has several translations
}

// Translate fills units that have no target from memory: an exact match as
// translated, a fuzzy one, repaired or not, as draft. It never touches a target that
// is there.
// Documents and locales that are not named stand for all.
func (p *Project) Translate(ctx context.Context, names []string, only locale.Tag, o TranslateOptions) ([]Translated, error) {
	docs, err := p.documents(ctx, names)
	if err != nil {
		return nil, err
	}
	if len(docs) == 0 {
		return nil, fault("no-documents", nil)
	}
	targets, err := p.targets(only)
	if err != nil {
		return nil, err
	}
	if o.Min == 0 {
		o.Min = p.Config.MinMatch
	}
	var out []Translated
	sources := map[[2]locale.Tag]*leverage{}
	for _, d := range docs {
		for _, target := range targets {
			if Plain(d.Locale) == target {
				continue
			}
			direction := [2]locale.Tag{d.Locale, target}
			if sources[direction] == nil {
				l, err := p.leverage(ctx, d.Locale, target, o)
				if err != nil {
					return out, err
				}
				defer l.memory.Close()
				sources[direction] = l
			}
			r, err := p.fill(ctx, d, target, sources[direction])
			if err != nil {
				return out, err
			}
			out = append(out, r)
		}
	}
	return out, nil
}

// memoryNames gives the memories to look into; a name in the settings that no
// memory has is an error.
func (p *Project) memoryNames(ctx context.Context) ([]string, error) {
	infos, err := p.Store.Memories(ctx)
	if err != nil {
		return nil, err
	}
	var all []string
	for _, m := range infos {
		all = append(all, m.Name)
	}
	if len(p.Config.Memories) == 0 {
		return all, nil
	}
	for _, name := range p.Config.Memories {
		if !slices.Contains(all, name) {
			return nil, fault("no-memory", store.ErrNotFound, "memory", name)
		}
	}
	return p.Config.Memories, nil
}

// leverage is where targets of one direction come from.
type leverage struct {
	TranslateOptions
	memory *Memory
	repair *Repairer // nil where nothing is to be repaired
}

func (p *Project) leverage(ctx context.Context, source, target locale.Tag, o TranslateOptions) (*leverage, error) {
	l := &leverage{TranslateOptions: o}
	var err error
	if o.Repaired && o.Min < 100 {
		if l.repair, err = p.Repairer(ctx, source, target); err != nil {
			return nil, err
		}
	}
	l.memory, err = p.Memory(ctx, source, target)
	return l, err
}

// leastToRepair is the similarity from which on a match may be repaired: in a short
// text a number or a name is half of it.
const leastToRepair = 50

// target gives what memory has for the i-th of a document's units. Of the matches,
// best first, the first one counts that can be repaired, unless one with the same
// words comes before it.
func (l *leverage) target(units []unit.Unit, i int, source, target locale.Tag) (t unit.Target, m unit.Match, repaired, ok bool) {
	least := l.Min
	if l.repair != nil {
		least = leastToRepair
	}
	u := units[i]
	matches := l.memory.Find(queryFor(units, i, source, target, least, 5))
	for _, m := range matches {
		if l.repair == nil || m.Score >= 100 {
			break
		}
		if r, ok := l.repair.Repair(u.Source, m); ok {
			return unit.Target{Text: r.Target, State: unit.Draft, For: u.Source, Origin: fmt.Sprintf("repaired:%d", m.Score)}, m, true, true
		}
		if m.Similarity == 1 && m.Score >= l.Min {
			break
		}
	}
	for _, m := range matches {
		if m.Score >= l.Min && m.Target.Content != "" {
			return fromMatch(m, u), m, false, true
		}
	}
	return unit.Target{}, unit.Match{}, false, false
}

func (p *Project) fill(ctx context.Context, d store.Document, target locale.Tag, l *leverage) (Translated, error) {
	r := Translated{Document: d.Name, Locale: target, Filled: []Filled{}}
	units, err := p.Store.Units(ctx, d.Name, false)
	if err != nil {
		return r, err
	}
	r.Units = len(units)
	var changes []store.Change
	for i, u := range units {
		if err := ctx.Err(); err != nil {
			return r, err
		}
		if t := u.Targets[target]; t.Text.Content != "" || t.Locked || t.State == unit.Final {
			r.Had++
			continue
		}
		t, best, repaired, ok := l.target(units, i, d.Locale, target)
		if !ok {
			r.Left++
			r.LeftWords += text.CountWords(u.Source.Content, d.Locale)
			continue
		}
		changes = append(changes, store.Change{Unit: u.ID, Locale: target, Base: u.Targets[target].Revision, Target: t, Why: "memory"})
		r.add(Filled{u.ID, best.Score, t.State, t.Text.String(), best.Origin, best.Memory, repaired, best.Ambiguous && !repaired}, 1)
	}
	if l.DryRun || len(changes) == 0 {
		return r, nil
	}
	for i := range changes {
		changes[i].Target.Author = p.author()
	}
	_, err = p.Store.Save(ctx, changes)
	var conflict *store.ConflictError
	if errors.As(err, &conflict) { // somebody was faster; what they wrote stays
		r.skip(conflict)
		return r, nil
	}
	return r, err
}

// add counts a unit that was filled, or with n = -1 one that was not after all.
func (r *Translated) add(f Filled, n int) {
	if n > 0 {
		r.Filled = append(r.Filled, f)
	}
	switch {
	case f.ambiguous:
		r.Ambiguous += n
	case f.State == unit.Translated:
		r.Exact += n
	default:
		r.Fuzzy += n
	}
	if f.Repaired {
		r.Repaired += n
	}
}

// skip takes units out of the report that somebody else filled meanwhile.
func (r *Translated) skip(c *store.ConflictError) {
	for _, refused := range c.Conflicts {
		i := slices.IndexFunc(r.Filled, func(f Filled) bool { return f.Unit == refused.Unit })
		r.add(r.Filled[i], -1)
		r.Filled = slices.Delete(r.Filled, i, i+1)
		r.Had++
	}
}

// queryFor asks for the i-th of a document's units, with its neighbours.
func queryFor(units []unit.Unit, i int, source, target locale.Tag, min, limit int) memory.Query {
	q := memory.Query{Source: units[i].Source, SourceLocale: source, TargetLocale: target, Min: min, Limit: limit}
	if i > 0 {
		q.Previous = units[i-1].Source.String()
	}
	if i+1 < len(units) {
		q.Next = units[i+1].Source.String()
	}
	return q
}

// fromMatch makes a target of a match. Only an exact match without rival, all
// of whose codes fit, counts as translated.
func fromMatch(m unit.Match, u unit.Unit) unit.Target {
	t := unit.Target{Text: m.Target.Keep(u.Source), State: unit.Draft, For: u.Source, Origin: fmt.Sprintf("memory:%d", m.Score)}
	if m.Score >= 100 && !m.Ambiguous && len(t.Text.Codes) == len(u.Source.Codes) {
		t.State = unit.Translated
	}
	return t
}
