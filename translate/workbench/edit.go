package workbench

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// EditOptions choose the units of a bilingual text.
type EditOptions struct {
	Units []string // ids; none stands for all of the documents
	Open  bool     // only those that have no confirmed target, or a stale one
}

// Bilingual is a readable text of units with their targets in one locale, for
// an editor:
//
//	@ hama#3 draft 2
//	= source text, with its codes <1>so</1>
//	- the source it was translated from, where that is not the source of today
//	> target text
//
// A translator changes the lines that begin with ">" and, if wanted, the state.
// The number is the revision that the target had, so that nothing that somebody
// else wrote meanwhile is overwritten.
type Bilingual struct {
	Locale locale.Tag
	Items  []EditItem
}

// EditItem is one unit of a bilingual text.
type EditItem struct {
	Unit     string
	State    unit.State
	Revision int64
	Source   string // readable
	Before   string // readable source that the target was made for, where it is another
	Target   string // readable
	Hint     string // the best match of memory, where there is no target
	Line     int    // where it was read, from 1
}

// Edit gives the bilingual text of units.
func (p *Project) Edit(ctx context.Context, names []string, target locale.Tag, o EditOptions) (Bilingual, error) {
	targets, err := p.targets(target)
	if err != nil {
		return Bilingual{}, err
	}
	if len(targets) > 1 {
		return Bilingual{}, fault("edit-locale", nil, "targets", tagList(targets))
	}
	b := Bilingual{Locale: targets[0]}
	if len(o.Units) > 0 {
		for _, id := range o.Units {
			u, err := p.Unit(ctx, id)
			if err != nil {
				return b, err
			}
			b.Items = append(b.Items, editItem(u, b.Locale))
		}
		return b, nil
	}
	docs, err := p.documents(ctx, names)
	if err != nil {
		return b, err
	}
	for _, d := range docs {
		units, err := p.Store.Units(ctx, d.Name, false)
		if err != nil {
			return b, err
		}
		for _, u := range units {
			if t := u.Targets[b.Locale]; !o.Open || !t.Confirmed() {
				b.Items = append(b.Items, editItem(u, b.Locale))
			}
		}
	}
	return b, nil
}

// Unit gives one unit by its id.
func (p *Project) Unit(ctx context.Context, id string) (unit.Unit, error) {
	u, err := p.Store.Unit(ctx, id)
	if errors.Is(err, store.ErrNotFound) {
		return u, fault("no-unit", err, "unit", id)
	}
	return u, err
}

func editItem(u unit.Unit, l locale.Tag) EditItem {
	t := u.Targets[l]
	item := EditItem{Unit: u.ID, State: t.State, Revision: t.Revision, Source: u.Source.String(), Target: t.Text.String()}
	if t.Stale {
		item.Before = t.For.String()
	}
	return item
}

// WriteTo writes the text. Lines that begin with "#" are remarks; head is put
// before the units so.
func (b Bilingual) WriteTo(w io.Writer, head string) error {
	out := bufio.NewWriter(w)
	for line := range strings.Lines(head) {
		fmt.Fprintf(out, "# %s\n", strings.TrimRight(line, "\n"))
	}
	fmt.Fprintf(out, "locale %s\n", b.Locale)
	for _, item := range b.Items {
		fmt.Fprintf(out, "\n@ %s %s %d\n= %s\n", item.Unit, item.State, item.Revision, item.Source)
		if item.Before != "" {
			fmt.Fprintf(out, "- %s\n", item.Before)
		}
		if item.Hint != "" {
			fmt.Fprintf(out, "# %s\n", item.Hint)
		}
		fmt.Fprintf(out, "> %s\n", item.Target)
	}
	return out.Flush()
}

// ReadBilingual reads such a text. Its faults name the line.
func ReadBilingual(r io.Reader, name string) (Bilingual, error) {
	var b Bilingual
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSuffix(strings.TrimPrefix(lines.Text(), "\ufeff"), "\r")
		if err := b.line(line, n); err != nil {
			return b, fault("edit-line", err, "path", name, "line", n)
		}
	}
	if err := lines.Err(); err != nil {
		return b, fmt.Errorf("read %s: %w", name, err)
	}
	if b.Locale.IsZero() {
		return b, fault("edit-line", errors.New("no line \"locale …\""), "path", name, "line", 1)
	}
	return b, nil
}

func (b *Bilingual) line(line string, n int) (err error) {
	mark, rest, _ := strings.Cut(line, " ")
	switch {
	case strings.TrimSpace(line) == "", strings.HasPrefix(line, "#"):
		return nil
	case mark == "locale":
		b.Locale, err = locale.Parse(rest)
		return err
	case mark == "@":
		item := EditItem{Line: n}
		var state string
		if _, err := fmt.Sscanf(rest, "%s %s %d", &item.Unit, &state, &item.Revision); err != nil {
			return fmt.Errorf("%q should be: @ unit state revision", line)
		}
		item.State, err = unit.ParseState(state)
		b.Items = append(b.Items, item)
		return err
	case len(b.Items) == 0:
		return fmt.Errorf("%q stands before the first unit", line)
	}
	last := &b.Items[len(b.Items)-1]
	switch mark {
	case "=":
		last.Source = rest
	case "-":
		last.Before = rest
	case ">":
		if last.Target != "" {
			return fmt.Errorf(`a second line that begins with ">"; a line break inside a target is written \n`)
		}
		last.Target = strings.TrimRight(rest, " \t")
	default:
		return fmt.Errorf("%q begins with none of @ = - > #", line)
	}
	return nil
}

// Taken reports what came back from a bilingual text.
type Taken struct {
	Saved     []store.Saved
	Unchanged int
	Conflicts []store.Conflict
}

// TakeBack saves what was changed in a bilingual text. Before anything is saved
// the whole text is looked through; a fault in it saves nothing. Units that
// somebody else changed meanwhile come back as conflicts. A changed target whose
// state was left at initial or draft counts as translated.
func (p *Project) TakeBack(ctx context.Context, name string, b Bilingual, dryRun bool) (Taken, error) {
	var taken Taken
	if _, err := p.targets(b.Locale); err != nil {
		return taken, err
	}
	var changes []store.Change
	for _, item := range b.Items {
		change, changed, err := p.change(ctx, item, b.Locale)
		if err != nil {
			return taken, fault("edit-line", err, "path", name, "line", item.Line)
		}
		if !changed {
			taken.Unchanged++
			continue
		}
		changes = append(changes, change)
	}
	if dryRun {
		for _, c := range changes {
			taken.Saved = append(taken.Saved, store.Saved{Unit: c.Unit, Locale: c.Locale, Target: c.Target})
		}
		return taken, nil
	}
	return p.save(ctx, changes, taken)
}

func (p *Project) save(ctx context.Context, changes []store.Change, taken Taken) (Taken, error) {
	if len(changes) == 0 {
		return taken, nil
	}
	saved, err := p.Store.Save(ctx, changes)
	taken.Saved = saved
	var conflict *store.ConflictError
	if errors.As(err, &conflict) {
		taken.Conflicts = conflict.Conflicts
	}
	return taken, err
}

// change makes a change of one item; changed is false where the item says what
// its target says already.
func (p *Project) change(ctx context.Context, item EditItem, l locale.Tag) (c store.Change, changed bool, err error) {
	u, err := p.Unit(ctx, item.Unit)
	if err != nil {
		return c, false, err
	}
	if item.Source != "" && item.Source != u.Source.String() {
		return c, false, fmt.Errorf("the source of %s is another now: %s", u.ID, u.Source)
	}
	target, err := unit.Parse(item.Target, u.Source)
	if err != nil {
		return c, false, err
	}
	now := u.Targets[l]
	same := target.Equal(now.Text)
	if same && item.State == now.State {
		return c, false, nil
	}
	if !same && item.State < unit.Translated && target.Content != "" {
		item.State = unit.Translated
	}
	if target.Content == "" {
		item.State = unit.Initial
	}
	now.Text, now.State, now.For, now.Origin, now.Author = target, item.State, u.Source, "human", p.author()
	return store.Change{Unit: u.ID, Locale: l, Base: item.Revision, Target: now, Why: "edit"}, true, nil
}
