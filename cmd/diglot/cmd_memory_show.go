package main

import (
	"strconv"
	"strings"

	"diglot/locales"
	"diglot/translate/memory"
	"diglot/translate/unit"
	"diglot/translate/workbench"
)

func (a *app) showMatches(q workbench.Query, matches []workbench.Seen) {
	if q.ID != "" {
		a.print(q.ID)
	}
	for _, m := range matches {
		var why []string
		for _, p := range m.Penalties {
			why = append(why, a.words.Say("penalty."+p.Reason, nil)+" −"+strconv.Itoa(p.Amount))
		}
		if m.Ambiguous {
			why = append(why, a.words.Say("memory.ambiguous", nil))
		}
		a.print(strings.TrimRight(strconv.Itoa(m.Score)+" %  "+m.Origin+"  "+strings.Join(why, ", "), " "))
		a.print("    " + differenceLine(m.Source, unit.Plain(q.Text), m.Difference))
		a.print("    " + m.Target.String())
		if m.Repaired != nil {
			a.say("memory.repaired", locales.Args{"target": m.Repaired.Target.String()})
		}
	}
	if len(matches) == 0 {
		a.say("memory.none", nil)
	}
}

// differenceLine shows the source of a match with what is otherwise in the text
// that was asked for: ⟦−seven⟧⟦+eight⟧.
func differenceLine(old, new unit.Text, changes []memory.Change) string {
	var b strings.Builder
	for _, c := range changes {
		was, now := old.Content[c.Old.Start:c.Old.End], new.Content[c.New.Start:c.New.End]
		if c.Kind == memory.Same {
			b.WriteString(unit.Plain(was).String())
			continue
		}
		if s := strings.TrimSpace(was); s != "" {
			b.WriteString("⟦−" + unit.Plain(s).String() + "⟧")
		}
		if s := strings.TrimSpace(now); s != "" {
			b.WriteString("⟦+" + unit.Plain(s).String() + "⟧")
		}
		if strings.HasSuffix(was, " ") || strings.HasSuffix(now, " ") {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func (a *app) showFragments(text string, fragments []memory.Fragment) {
	for _, f := range fragments {
		a.count("memory.fragment", len(f.Entries), locales.Args{"text": text[f.Span.Start:f.Span.End], "translation": dashIfEmpty(f.Translation)})
		for _, e := range f.Entries[:min(len(f.Entries), 3)] {
			a.print("    " + e.Source.String())
			a.print("    " + e.Target.String())
		}
	}
}
